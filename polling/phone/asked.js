// What the state says about the question at hand. Pure.

/** @typedef {import('../browser/wire').QuestionView} QuestionView */
/** @typedef {import('../browser/wire').OwnAnswer} OwnAnswer */
/** @typedef {import('../browser/wire').Value} Value */
/** @typedef {import('./state.js').State} State */

/** @param {State} state */
export function isAsking(state) {
  const asked = question(state);
  return state.stage === 'in' && asked !== null && asked.phase === 'asking';
}

/**
 * The question at hand.
 * @param {State} state
 * @returns {QuestionView | null}
 */
export function question(state) {
  return state.room && state.room.view === 'question' ? state.room.question : null;
}

/**
 * What this person answered to the question at hand, sent or not.
 * @param {State} state
 * @returns {Value | null}
 */
export function current(state) {
  const key = keyAtHand(state);
  return state.outbox[key] ? state.outbox[key].value : state.stored[key] || null;
}

/**
 * True when something for the question at hand is not on the server's disk, as far as this phone knows.
 * @param {State} state
 */
export function isPending(state) {
  return keyAtHand(state) in state.outbox;
}

/**
 * The words of the answer at hand.
 * @param {State} state
 * @returns {string[]}
 */
export function ownWords(state) {
  const value = current(state);
  return value && value.kind === 'words' ? value.words : [];
}

/**
 * The clock of the question at hand, as far as it is this person's: some have more time, or no limit. Else the timer.
 * @param {State} state
 * @returns {import('../browser/wire').ClockView | null}
 */
export function clockAtHand(state) {
  const asked = question(state);
  const clock = asked && asked.clock;
  if (!clock) return state.room && state.room.timer;
  const more = (clock.total_ms * (state.percent - 100)) / 100;
  if (!state.percent) return null;
  const { total_ms: total, left_ms: left, ends_at: end, up } = clock;
  return { total_ms: total + more, left_ms: left + more, ends_at: end === null ? null : end + more, up };
}

/** @param {State} state */
export function keyAtHand(state) {
  const asked = question(state);
  return asked ? keyOf(asked) : '';
}

/** @param {{ slide: string, round: number }} where */
export function keyOf(where) {
  return `${where.slide}/${where.round}`;
}

/**
 * What is typed for the question at hand and not sent; null where nothing was typed.
 * @param {State} state
 */
export function draft(state) {
  return state.draft && state.draft.key === keyAtHand(state) ? state.draft.text : null;
}

/**
 * The option that a key stands for, by its letter or its number; -1 for none.
 * @param {State} state
 * @param {string} key such as KeyboardEvent.key
 */
export function optionOf(state, key) {
  const asked = question(state);
  const letter = key.toUpperCase();
  if (!asked || !/^[A-F1-6]$/.test(letter)) return -1;
  const place = letter < 'A' ? Number(letter) - 1 : letter.charCodeAt(0) - 65;
  return place < asked.options.length ? place : -1;
}
