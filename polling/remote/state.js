// What the teacher page knows, and how each message changes it. Pure: no socket, no document, no clock.
import { withSample } from '../browser/clock.js';

/** @typedef {import('../browser/wire').ToTeacher} ToTeacher */
/** @typedef {import('../browser/wire').Outline} Outline */

/**
 * @typedef {object} State
 * @property {'working' | 'waiting' | 'wrong_key' | 'code_closed' | 'not_paired' | 'ended'} stage `waiting` for the teacher's
 *   yes on the laptop
 * @property {boolean} isLinked the server has told us something on the socket at hand
 * @property {import('../browser/wire').LessonPart | null} lesson
 * @property {import('../browser/wire').PositionPart | null} position
 * @property {import('../browser/wire').RosterPart | null} roster
 * @property {import('../browser/wire').TallyPart | null} tally
 * @property {import('../browser/wire').WordsPart | null} words
 * @property {import('../browser/wire').AddressPart | null} address
 * @property {boolean} isMoving a move was asked for and its effect is not here yet
 * @property {boolean} isAskingToEnd
 * @property {string} person whose buttons are open, by id; "" for nobody
 * @property {string} refusal the code of what was refused last
 * @property {import('../browser/clock.js').Samples} samples
 */
/**
 * @typedef {{ type: 'opened' } | { type: 'lost' } | { type: 'moved' } | { type: 'waited' }
 *   | { type: 'asked_to_end', sure: boolean } | { type: 'opened_person', person: string }} Happened
 */
/** @typedef {ToTeacher & { received?: number }} Heard */

/**
 * @param {boolean} hasKey
 * @returns {State}
 */
export function begin(hasKey) {
  return {
    stage: hasKey ? 'working' : 'not_paired',
    isLinked: false,
    lesson: null,
    position: null,
    roster: null,
    tally: null,
    words: null,
    address: null,
    isMoving: false,
    isAskingToEnd: false,
    person: '',
    refusal: '',
    samples: [],
  };
}

/**
 * The same state, or the next.
 * @param {State} state
 * @param {Heard | Happened} message
 * @returns {State}
 */
export function reduce(state, message) {
  switch (message.type) {
    case 'opened':
      return { ...state, ...outdated(state), refusal: '' };
    case 'lost':
      return { ...state, isLinked: false, isMoving: false };
    case 'moved':
      return { ...state, isMoving: true, refusal: '' };
    case 'waited':
      return { ...state, isMoving: false };
    case 'asked_to_end':
      return { ...state, isAskingToEnd: message.sure };
    case 'opened_person':
      return { ...state, person: message.person };
    case 'hb':
      return { ...state, samples: withSample(state.samples, message.sent_ms, message.received || 0, message.now) };
    case 'refused':
      if (message.code === 'wrong_key' || message.code === 'code_closed' || message.code === 'not_paired') {
        return { ...state, stage: message.code };
      }
      return { ...state, refusal: message.code, isMoving: false };
    case 'waiting':
      return { ...state, stage: 'waiting', isLinked: true };
    case 'bye':
      return message.reason === 'ended' ? { ...state, stage: 'ended' } : state;
    case 'position':
      return isOld(state.position, message) ? state : positioned(state, message);
    case 'lesson':
    case 'roster':
    case 'tally':
    case 'words':
    case 'address':
      return isOld(state[message.type], message) ? state : { ...state, isLinked: true, [message.type]: message };
    default:
      return state;
  }
}

/**
 * @param {State} state
 * @param {import('../browser/wire').PositionPart} position
 * @returns {State}
 */
function positioned(state, position) {
  const stage = position.ended ? 'ended' : 'working';
  return { ...state, stage, position, isLinked: true, isMoving: false, refusal: '' };
}

/**
 * The parts as they are, until newer ones come: a new socket tells everything again, and a server that was started
 * again counts from the beginning.
 * @param {State} state
 */
function outdated({ lesson, position, roster, tally, words, address }) {
  return {
    lesson: lesson && { ...lesson, revision: -1 },
    position: position && { ...position, revision: -1 },
    roster: roster && { ...roster, revision: -1 },
    tally: tally && { ...tally, revision: -1 },
    words: words && { ...words, revision: -1 },
    address: address && { ...address, revision: -1 },
  };
}

/**
 * @param {{ revision: number } | null} before
 * @param {{ revision: number }} part
 */
function isOld(before, part) {
  return before !== null && part.revision <= before.revision;
}

/** @param {State} state */
export function wantsLink(state) {
  return state.stage === 'working' || state.stage === 'waiting';
}

/**
 * Everybody who was not removed.
 * @param {import('../browser/wire').RosterPart | null} roster
 */
export function thoseIn(roster) {
  return roster ? roster.participants.filter((each) => each.standing === 'in') : [];
}

/**
 * As people look for each other; who sleeps or wakes keeps their place.
 * @param {import('../browser/wire').ParticipantView[]} people
 */
export function inOrder(people) {
  return people.slice().sort((one, other) => one.name.localeCompare(other.name) || one.number - other.number);
}

/**
 * The slide at hand; null in the lobby.
 * @param {State} state
 * @returns {Outline | null}
 */
export function slideAtHand(state) {
  const { lesson, position } = state;
  return (lesson && position && lesson.outline.find((each) => each.id === position.slide)) || null;
}

/**
 * The slide that comes next, hidden ones left out; null at the end.
 * @param {State} state
 * @returns {Outline | null}
 */
export function slideAhead(state) {
  const { lesson, position } = state;
  if (!lesson || !position) return null;
  return lesson.outline.slice(position.number).find((each) => !each.hidden) || null;
}

/**
 * The part about the answers, if it is about the question at hand.
 * @param {State} state
 */
export function tallyAtHand(state) {
  return isAtHand(state, state.tally) ? state.tally : null;
}

/**
 * The part about the word web, if it is about the question at hand.
 * @param {State} state
 */
export function wordsAtHand(state) {
  return isAtHand(state, state.words) ? state.words : null;
}

/**
 * @param {State} state
 * @param {{ slide: string, round: number } | null} part
 */
function isAtHand({ position }, part) {
  return Boolean(position && part && part.slide === position.slide && part.round === position.round);
}
