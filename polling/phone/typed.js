// What a person types, made comparable. Pure. The server has the last word; this only spares a round trip.

/**
 * One line without double blanks.
 * @param {string} text
 */
export function clean(text) {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * True when there is a letter, a digit or a symbol such as an emoji in it.
 * @param {string} text
 */
export function says(text) {
  return /[\p{L}\p{N}\p{S}]/u.test(text);
}

/**
 * True for two spellings of one word: capitals, accents and outer punctuation do not count.
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
  const bare = clean(word).normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
  return bare.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '') || bare;
}
