// How this person's answer to the question at hand changes by what they do. Pure.
import { current, draft, keyAtHand, keyOf, ownWords, question } from './asked.js';
import { clean, isSame, lengthOf, says } from './typed.js';

/** @typedef {import('../browser/wire').QuestionView} QuestionView */
/** @typedef {import('../browser/wire').OwnAnswer} OwnAnswer */
/** @typedef {import('../browser/wire').Value} Value */
/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Happened} Happened */

/**
 * @param {State} state
 * @param {Happened} message
 * @returns {State}
 */
export function answered(state, message) {
  const asked = /** @type {QuestionView} */ (question(state));
  switch (message.type) {
    case 'typed':
      return typed({ ...state, notice: null }, asked, message.text);
    case 'chose':
      return chose(state, asked, message.option);
    case 'added':
      return added(state, asked, (draft(state) || '').split(','));
    case 'withdrew': {
      const words = ownWords(state).filter((each) => each !== message.word);
      return sent(state, asked, { kind: 'words', words });
    }
    case 'wrote':
      return wrote(state, asked);
    default:
      return state;
  }
}

/**
 * A comma sends the words before it.
 * @param {State} state
 * @param {QuestionView} asked
 * @param {string} text
 * @returns {State}
 */
function typed(state, asked, text) {
  if (asked.kind !== 'wordweb' || !text.includes(',')) return drafted(state, text);
  const parts = text.split(',');
  const rest = String(parts.pop()).trimStart();
  const next = added(state, asked, parts);
  const left = draft(next);
  return drafted(next, left ? `${left}, ${rest}` : rest);
}

/**
 * @param {State} state
 * @param {QuestionView} asked
 * @param {number} option
 * @returns {State}
 */
function chose(state, asked, option) {
  const value = current(state);
  const before = value && value.kind === 'choice' ? value.options : [];
  const has = before.includes(option);
  if (!asked.allows_several) return has ? state : sent(state, asked, { kind: 'choice', options: [option] });
  const options = has ? before.filter((each) => each !== option) : [...before, option].sort((a, b) => a - b);
  return sent(state, asked, { kind: 'choice', options });
}

/**
 * Each part becomes a word, as far as it can; the draft keeps what can still be mended.
 * @param {State} state
 * @param {QuestionView} asked
 * @param {string[]} parts
 * @returns {State}
 */
function added(state, asked, parts) {
  const words = ownWords(state).slice();
  /** @type {string[]} */
  const left = [];
  let code = '';
  for (const word of parts.map(clean)) {
    if (!says(word)) code = word ? 'unreadable' : code;
    else if (words.some((each) => isSame(each, word))) code = 'repeated';
    else if (lengthOf(word) > asked.max_characters || words.length >= asked.max_words) {
      code = lengthOf(word) > asked.max_characters ? 'word_too_long' : 'too_many_words';
      left.push(word);
    } else words.push(word);
  }
  const next = words.length === ownWords(state).length ? state : sent(state, asked, { kind: 'words', words });
  return { ...drafted(next, left.join(', ')), notice: code ? { code, parameters: { max: asked.max_words } } : null };
}

/**
 * @param {State} state
 * @param {QuestionView} asked
 * @returns {State}
 */
function wrote(state, asked) {
  const typedText = draft(state);
  if (typedText === null) return state;
  const text = typedText.trim();
  const value = current(state);
  if (lengthOf(text) > asked.max_characters) {
    return { ...state, notice: { code: 'text_too_long', parameters: { max: asked.max_characters } } };
  }
  if (text === (value && value.kind === 'text' ? value.text : '')) return { ...state, draft: null };
  return { ...sent(state, asked, { kind: 'text', text }), draft: null };
}

/**
 * @param {State} state
 * @param {QuestionView} asked
 * @param {Value} value
 * @returns {State}
 */
function sent(state, asked, value) {
  const key = keyOf(asked);
  const waiting = state.outbox[key];
  const revision = (state.revisions[key] || 0) + 1;
  const answer = { slide: asked.slide, round: asked.round, revision, value };
  return {
    ...state,
    outbox: { ...state.outbox, [key]: answer },
    overtaken: waiting ? [...state.overtaken, waiting] : state.overtaken,
    revisions: { ...state.revisions, [key]: revision },
    notice: null,
  };
}

/**
 * @param {State} state
 * @param {string} text
 * @returns {State}
 */
function drafted(state, text) {
  return { ...state, draft: { key: keyAtHand(state), text } };
}
