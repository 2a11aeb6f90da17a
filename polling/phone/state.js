// What the phone knows, and how each message changes it. Pure: no socket, no document, no clock, no storage.
import { withSample } from '../browser/clock.js';
import { answered } from './answering.js';
import { isAsking, keyAtHand, keyOf } from './asked.js';
import { clean, says } from './typed.js';

/** @typedef {import('../browser/wire').PhoneState} PhoneState */
/** @typedef {import('../browser/wire').OwnAnswer} OwnAnswer */
/** @typedef {import('../browser/wire').Value} Value */
/** @typedef {import('../browser/wire').Refused} Refused */
/** @typedef {import('../browser/wire').Welcome} Welcome */
/** @typedef {import('./memory.js').Memory} Memory */

/**
 * @typedef {object} State
 * @property {'start' | 'code' | 'name' | 'taken' | 'waiting' | 'in' | 'away' | 'stuck'} stage `taken`: somebody of this
 *   name was here; `waiting`: for the teacher's yes; `away`: another tab has taken over; `stuck`: the server will not
 *   have this page, `notice` says why
 * @property {boolean} isLinked the server has answered on the socket at hand
 * @property {boolean} isElsewhere this address gives another lesson now; ours may come back
 * @property {number} hellos rises each time the hello has to be said (again)
 * @property {string} roomCode
 * @property {string} session
 * @property {string} token
 * @property {string} name the label the room gave; before that, the name used last
 * @property {string} asked the name that was asked for and not given yet
 * @property {'' | 'me' | 'other'} again what is said of the one of this name who was here
 * @property {boolean} isBack this person was here before
 * @property {number} percent of a question's time that this person has; 0 is no limit
 * @property {string} missed the question that was closed already when this person came
 * @property {string} lesson
 * @property {string} language
 * @property {PhoneState | null} room
 * @property {Record<string, Value>} stored what the server has, by question and round
 * @property {Record<string, OwnAnswer>} outbox what it may not have yet
 * @property {OwnAnswer[]} overtaken what was in the outbox before a newer answer came; its ack may still come
 * @property {Record<string, number>} revisions the highest used
 * @property {import('./memory.js').Draft | null} draft what is typed and not sent, and for which question
 * @property {Notice | null} notice
 * @property {import('../browser/clock.js').Samples} samples
 * @property {number} helloAt when the hello went out, by the phone's own time
 */

/** @typedef {{ code: string, parameters: Record<string, string | number> }} Notice */
/** @typedef {import('../browser/wire').ToPhone & { received?: number, memory?: Memory }} Heard */
/**
 * @typedef {{ type: 'lost' } | { type: 'opened', at: number } | { type: 'code', code: string, at: number }
 *   | { type: 'name', name: string, at: number } | { type: 'typed', text: string } | { type: 'chose', option: number }
 *   | { type: 'added' } | { type: 'withdrew', word: string } | { type: 'wrote' }
 *   | { type: 'took_back', memory: Memory } | { type: 'again', again: 'me' | 'other', at: number }
 *   | { type: 'back' | 'rejoined', at: number } | { type: 'kept_elsewhere', isSeen: boolean }} Happened
 */

export const PROTOCOL = 1;

/**
 * @param {string} roomCode "" when the address has none
 * @param {Memory} memory
 * @returns {State}
 */
export function begin(roomCode, memory) {
  const { session, token, name } = memory;
  return {
    stage: roomCode || token ? 'start' : 'code',
    isLinked: false,
    isElsewhere: false,
    hellos: 0,
    roomCode,
    session,
    token,
    name,
    asked: '',
    again: '',
    isBack: Boolean(token),
    missed: '',
    percent: 100,
    lesson: '',
    language: '',
    room: null,
    stored: {},
    outbox: byKey(memory.outbox),
    overtaken: [],
    revisions: {},
    draft: memory.draft,
    notice: null,
    samples: [],
    helloAt: 0,
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
      return said(state, message.at);
    case 'lost':
      return { ...state, isLinked: false };
    case 'greeting':
      return greeted({ ...state, isLinked: true }, message);
    case 'welcome':
      return welcomed(state, message, message.received || 0);
    case 'taken':
      return { ...state, stage: 'taken', isLinked: true, asked: '', again: '', notice: null };
    case 'waiting':
      return { ...state, stage: 'waiting', isLinked: true, asked: '' };
    case 'own_time':
      return { ...state, percent: message.percent };
    case 'named':
      return { ...state, name: message.name };
    case 'state':
      return state.stage === 'in' ? shown(state, message) : state;
    case 'ack':
      return acked(state, message);
    case 'refused':
      return refused(state, message);
    case 'hb':
      return { ...state, samples: withSample(state.samples, message.sent_ms, message.received || 0, message.now) };
    case 'bye':
      if (message.reason === 'taken_over') return away(state);
      return message.reason === 'going' ? state : stuck(state, message.reason);
    case 'code':
      return said({ ...state, roomCode: message.code, stage: 'start', notice: null }, message.at);
    case 'name':
      return named(state, clean(message.name), message.at);
    case 'took_back':
      return { ...remembering(state, message.memory), stage: 'start' };
    case 'kept_elsewhere':
      return keptElsewhere(state, message.isSeen);
    case 'again':
      return said({ ...state, asked: state.name, again: message.again }, message.at);
    case 'back':
      return said({ ...state, stage: 'name', notice: null }, message.at);
    case 'rejoined':
      return said(begin(state.roomCode, { session: '', token: '', name: state.name, outbox: [], draft: null }), message.at);
    default:
      return isAsking(state) ? answered(state, message) : state;
  }
}

/**
 * What to say on a socket that has just opened, or when something was typed; null where there is nothing to say yet.
 * @param {State} state
 */
export function hello(state) {
  const { stage, roomCode, session, token, name, asked, again } = state;
  if (!wantsLink(state)) return null;
  const said = { type: 'hello', proto: PROTOCOL, room_code: roomCode };
  if (token) return { ...said, session, token };
  return asked || stage === 'taken' || stage === 'waiting' ? { ...said, name, again } : said;
}

/**
 * True when the phone has a reason to talk to the server.
 * @param {State} state
 */
export function wantsLink(state) {
  if (state.room && state.room.view === 'ended') return false;
  return !['code', 'away', 'stuck'].includes(state.stage);
}

/**
 * What may be sent now, in a socket on which the server knows us.
 * @param {State} state
 * @returns {OwnAnswer[]}
 */
export function deliverable(state) {
  if (state.stage !== 'in' || !state.isLinked || !state.room || state.room.view === 'pause') return [];
  return Object.keys(state.outbox).map((key) => state.outbox[key]);
}

/** @param {OwnAnswer[]} answers */
function byKey(answers) {
  /** @type {Record<string, OwnAnswer>} */
  const found = {};
  for (const answer of answers) found[keyOf(answer)] = answer;
  return found;
}

/**
 * @param {State} state
 * @param {import('../browser/wire').Greeting & { memory?: Memory }} greeting
 * @returns {State}
 */
function greeted(state, greeting) {
  const { session, lesson, language, memory } = greeting;
  const next = { ...state, session, lesson, language, notice: state.stage === 'name' ? state.notice : null };
  if (memory && memory.token && memory.token !== state.token) return remembering(next, memory);
  return { ...next, stage: 'name', token: '', isBack: false, outbox: {}, stored: {}, room: null };
}

/**
 * The hello goes out with what this phone knows of itself in the session at hand.
 * @param {State} state
 * @param {Memory} memory
 * @returns {State}
 */
function remembering(state, { token, name, outbox, draft }) {
  return { ...state, token, name, isBack: true, outbox: byKey(outbox), draft, hellos: state.hellos + 1 };
}

/**
 * @param {State} state
 * @param {Welcome} welcome
 * @param {number} received
 * @returns {State}
 */
function welcomed(state, welcome, received) {
  const { session, token, name, percent } = welcome;
  /** @type {Record<string, Value>} */
  const stored = {};
  const revisions = session === state.session ? { ...state.revisions } : {};
  const outbox = session === state.session ? { ...state.outbox } : {};
  for (const answer of [...welcome.answers, ...Object.keys(outbox).map((key) => outbox[key])]) {
    const key = keyOf(answer);
    revisions[key] = Math.max(revisions[key] || 0, answer.revision);
  }
  for (const answer of welcome.answers) {
    const key = keyOf(answer);
    stored[key] = answer.value;
    if (outbox[key] && outbox[key].revision <= answer.revision) delete outbox[key];
  }
  const samples = withSample(state.samples, state.helloAt, received, welcome.state.now);
  const next = { ...state, session, token, name, percent, stored, revisions, outbox, overtaken: [], samples };
  const room = welcome.state;
  const notice = keyOfRoom(state.room) === keyOfRoom(room) ? state.notice : null;
  const { lesson, language, question } = room;
  const isNew = !state.isBack && !state.room;
  const missed = isNew && question && question.phase !== 'asking' ? keyOf(question) : state.missed;
  return settled({ ...next, stage: 'in', isLinked: true, isElsewhere: false, asked: '', room, lesson, language, missed, notice });
}

/**
 * @param {State} state
 * @param {PhoneState} room
 * @returns {State}
 */
function shown(state, room) {
  const before = state.room;
  if (before && room.revision <= before.revision) return state;
  const isElsewhere = keyOfRoom(before) !== keyOfRoom(room);
  const next = {
    ...state,
    room,
    lesson: room.lesson,
    language: room.language,
    notice: isElsewhere ? null : state.notice,
  };
  return before && before.view === 'pause' ? settled(next) : next;
}

/** @param {PhoneState | null} room */
function keyOfRoom(room) {
  if (!room) return '';
  return room.question ? keyOf(room.question) : `${room.view}/${room.heading}`;
}

/**
 * Keeps in the outbox what can still be answered; of the rest the phone says that it came too late. Nothing is decided
 * while the room is paused.
 * @param {State} state
 * @returns {State}
 */
function settled(state) {
  if (!state.room || state.room.view === 'pause') return state;
  const open = isAsking(state) ? keyAtHand(state) : '';
  const late = Object.keys(state.outbox).filter((key) => key !== open);
  if (!late.length) return state;
  return { ...without(state, late), notice: { code: 'late', parameters: {} } };
}

/**
 * @param {State} state
 * @param {string[]} keys
 * @returns {State}
 */
function without(state, keys) {
  const outbox = { ...state.outbox };
  for (const key of keys) delete outbox[key];
  return { ...state, outbox };
}

/**
 * @param {State} state
 * @param {{ slide: string, round: number, revision: number }} ack
 * @returns {State}
 */
function acked(state, ack) {
  const key = keyOf(ack);
  const waiting = state.outbox[key];
  const answer = [...state.overtaken, waiting].find(
    (each) => each && keyOf(each) === key && each.revision === ack.revision,
  );
  if (!answer) return state;
  const overtaken = state.overtaken.filter((each) => keyOf(each) !== key || each.revision > ack.revision);
  const next = { ...state, overtaken, stored: { ...state.stored, [key]: answer.value } };
  const notice = state.notice && state.notice.code === 'too_fast' ? null : state.notice;
  return answer === waiting ? { ...without(next, [key]), notice } : next;
}

/**
 * @param {State} state
 * @param {Refused} refusal
 * @returns {State}
 */
function refused(state, refusal) {
  const notice = { code: refusal.code, parameters: refusal.parameters || {} };
  if (refusal.slide) return answerRefused(state, refusal, notice);
  switch (refusal.code) {
    case 'room_code':
      // Who was in stays in: another lesson may be on the laptop for a moment, and ours comes back with all of us.
      if (state.stage === 'in') return { ...state, isLinked: false, isElsewhere: true };
      return { ...state, stage: 'code', roomCode: '', token: '', notice };
    case 'name_empty':
    case 'locked':
    case 'claim_refused':
      return { ...state, stage: 'name', isLinked: true, asked: '', notice };
    case 'not_joined':
      if (!state.token) return { ...state, notice };
      return { ...state, stage: 'start', token: '', hellos: state.hellos + 1 };
    case 'room_full':
    case 'old_page':
    case 'ended':
    case 'removed':
    case 'blocked':
      return stuck(state, refusal.code);
    default:
      return { ...state, asked: '', notice };
  }
}

/**
 * @param {State} state
 * @param {Refused} refusal
 * @param {Notice} notice
 * @returns {State}
 */
function answerRefused(state, refusal, notice) {
  const key = keyOf(refusal);
  const answer = state.outbox[key];
  const isTime = refusal.code === 'not_asking' || refusal.code === 'old_round';
  if (!answer || answer.revision !== refusal.revision) return state;
  if (isTime && state.room && state.room.view === 'pause') return state;
  return { ...without(state, [key]), notice: isTime ? { code: 'late', parameters: {} } : notice };
}

/**
 * @param {State} state
 * @param {string} code
 * @returns {State}
 */
function stuck(state, code) {
  return { ...state, stage: 'stuck', isLinked: false, notice: { code, parameters: {} } };
}

/**
 * Another tab of this phone takes part. One that was still at the door stays out; one that takes part itself and is
 * looked at waits for what the server says.
 * @param {State} state
 * @param {boolean} isSeen
 * @returns {State}
 */
function keptElsewhere(state, isSeen) {
  const isIn = state.stage === 'in' || state.stage === 'start';
  return !wantsLink(state) || (isIn && isSeen) ? state : away(state);
}

/**
 * @param {State} state
 * @returns {State}
 */
function away(state) {
  return { ...state, stage: 'away', isLinked: false, asked: '' };
}

/**
 * @param {State} state
 * @param {string} name
 * @param {number} at
 * @returns {State}
 */
function named(state, name, at) {
  if (!says(name)) return { ...state, notice: { code: 'name_empty', parameters: {} } };
  return said({ ...state, name, asked: name, again: '', notice: null }, at);
}

/**
 * The hello has to be said now.
 * @param {State} state
 * @param {number} at
 * @returns {State}
 */
function said(state, at) {
  return { ...state, hellos: state.hellos + 1, helloAt: at };
}
