// The one line that always says where you stand, and how an answer is judged. Pure.
import { letterOf } from '../browser/icons.js';
import { current, isAsking, isPending, keyAtHand, question } from './asked.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./words.js').Words} Words */
/** @typedef {{ text: string, tone: '' | 'good' | 'bad' | 'busy' | 'warn' }} Status */

/**
 * @param {State} state
 * @param {Words} words
 * @returns {Status}
 */
export function statusOf(state, words) {
  if (!state.isLinked) return offline(state, words);
  if (state.notice) return { text: words.refusals[state.notice.code] || words.refusals.bad_message, tone: 'warn' };
  if (state.asked || isPending(state)) return { text: words.isSending, tone: 'busy' };
  if (state.stage !== 'in' || !state.room) return { text: '', tone: '' };
  if (question(state)) return ofQuestion(state, words);
  return { text: state.room.view === 'slide' ? words.look : '', tone: '' };
}

/**
 * @param {State} state
 * @param {Words} words
 * @returns {Status}
 */
function offline(state, words) {
  const isOver = state.room !== null && state.room.view === 'ended';
  if (isOver || state.stage === 'stuck' || state.stage === 'away') return { text: '', tone: '' };
  if (state.stage === 'code') {
    return { text: state.notice ? words.refusals[state.notice.code] || '' : '', tone: 'warn' };
  }
  if (state.isElsewhere) return { text: words.elsewhere, tone: 'warn' };
  if (Object.keys(state.outbox).length) return { text: words.searchingKept, tone: 'warn' };
  return state.hellos === 0 ? { text: words.connecting, tone: 'busy' } : { text: words.searching, tone: 'warn' };
}

/**
 * How far the answer at hand is: on the laptop's disk, on its way there, or on this phone only.
 * @param {State} state
 * @param {Words} words
 */
export function deliveryOf(state, words) {
  if (!isPending(state)) return words.sent;
  return state.isLinked ? words.sending : words.kept;
}

/**
 * @param {State} state
 * @param {Words} words
 * @returns {Status}
 */
function ofQuestion(state, words) {
  const asked = question(state);
  const value = current(state);
  if (!asked || asked.phase === 'waiting') return { text: words.waiting, tone: '' };
  if (isAsking(state)) {
    if (value && !isEmpty(value)) return { text: words.mayChange, tone: '' };
    if (asked.kind === 'wordweb') return { text: words.typeWord, tone: '' };
    if (asked.kind === 'open') return { text: words.typeText, tone: '' };
    return { text: asked.allows_several ? words.chooseSeveral : words.choose, tone: '' };
  }
  if (keyAtHand(state) === state.missed) return { text: words.nextSoon, tone: '' };
  if (asked.phase === 'revealed' && rightOnes(state).length) return judged(state, words);
  return { text: value && !isEmpty(value) ? words.closed : words.closedMissed, tone: '' };
}

/**
 * @param {State} state
 * @param {Words} words
 * @returns {Status}
 */
function judged(state, words) {
  const right = rightOnes(state);
  const value = current(state);
  const chosen = value && value.kind === 'choice' ? value.options : [];
  const letters = listed(right.map(letterOf), words.and);
  const hits = chosen.filter((each) => right.includes(each)).length;
  if (!chosen.length) return { text: words.was(letters), tone: '' };
  if (hits === right.length && hits === chosen.length) return { text: words.right, tone: 'good' };
  return { text: hits ? words.almost(letters) : words.wrong(letters), tone: 'bad' };
}

/**
 * The places of the right options, once the server has told them.
 * @param {State} state
 * @returns {number[]}
 */
export function rightOnes(state) {
  const asked = question(state);
  /** @type {number[]} */
  const places = [];
  if (asked) asked.options.forEach((option, place) => option.right && places.push(place));
  return places;
}

/**
 * @param {string[]} items
 * @param {string} and
 */
export function listed(items, and) {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
}

/** @param {import('../browser/wire').Value} value */
function isEmpty(value) {
  if (value.kind === 'choice') return !value.options.length;
  return value.kind === 'words' ? !value.words.length : !value.text;
}
