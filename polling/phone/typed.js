// What a person types, made comparable. Pure. The server has the last word; this only spares a round trip.

const UNSEEN = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0e\ufffc]|\p{Co}|(?![\t-\r\u200c\u200d\u{e0000}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f]/g;
const LEADING = /^[\s.,;:!?"'()[\]{}<>«»“”‘’„…–—_/\\*-]+/;
const TRAILING = /[\s.,;:!?"'()[\]{}<>«»“”‘’„…–—_/\\*-]+$/;

/**
 * One line without double blanks, and without what cannot be seen. Joiners and tags are left to the server.
 * @param {string} text
 */
export function clean(text) {
  return text.replace(/\u00b4/g, "'").normalize('NFKC').replace(UNSEEN, '').replace(/[\s\u2800]+/g, ' ').trim();
}

/**
 * True when there is a letter, a digit or a symbol such as an emoji in it.
 * @param {string} text
 */
export function says(text) {
  return /[\p{L}\p{N}\p{S}]/u.test(text);
}

/**
 * True for two spellings of one word: capitals, accents and outer punctuation do not count, the sign of a number does.
 * @param {string} one
 * @param {string} other
 */
export function isSame(one, other) {
  return key(one) === key(other);
}

/**
 * In characters as people count them, not in halves of an emoji.
 * @param {string} text
 */
export function lengthOf(text) {
  return Array.from(text).length;
}

/** @param {string} word */
function key(word) {
  const folded = clean(word).normalize('NFKD').replace(ACCENTS, '').toLowerCase().normalize('NFKC');
  const ended = folded.replace(TRAILING, '');
  if (/^[-–+]\d/.test(folded)) return ended;
  const bare = ended.replace(LEADING, '');
  return says(bare) ? bare : folded;
}
