// What the test page knows and shows: how far this phone has come. Pure.

/** @typedef {import('./words.js').Words} Words */
/** @typedef {{ tone: '' | 'good' | 'busy' | 'poor', text: string }} Step */

/**
 * @typedef {object} State
 * @property {'no' | 'yes' | 'detour' | 'wrong'} link `wrong`: the room code is of another lesson
 * @property {number} losses how often there was a connection, or a try, that ended
 * @property {number | null} roundTrip the shortest, in milliseconds
 * @property {number} since when it was connected
 */

/** @type {State} */
export const beginning = { link: 'no', losses: 0, roundTrip: null, since: 0 };

const TRIES_UNSAID = 2;
const LASTS_S = 60;

/**
 * @param {State} state
 * @param {any} message
 * @param {number} now
 * @param {boolean} byRequests
 * @returns {State}
 */
export function reduce(state, message, now, byRequests) {
  switch (message.type) {
    case 'greeting':
      return { ...state, link: byRequests ? 'detour' : 'yes', since: now };
    case 'hb': {
      const roundTrip = now - message.sent_ms;
      return { ...state, roundTrip: state.roundTrip === null ? roundTrip : Math.min(state.roundTrip, roundTrip) };
    }
    case 'refused':
      return { ...state, link: 'wrong' };
    case 'lost':
      return state.link === 'wrong' ? state : { ...beginning, losses: state.losses + 1 };
    default:
      return state;
  }
}

/**
 * @param {State} state
 * @param {Words} words
 * @param {number} now
 * @returns {Step[]}
 */
export function steps(state, words, now) {
  const { link, roundTrip } = state;
  /** @type {Step[]} */
  const shown = [{ tone: 'good', text: words.reached }];
  if (link === 'wrong') return [...shown, { tone: 'poor', text: words.code }];
  if (link === 'no') {
    const isPoor = state.losses > TRIES_UNSAID;
    return [...shown, { tone: isPoor ? 'poor' : 'busy', text: isPoor ? words.failing : words.connecting }];
  }
  shown.push(link === 'detour' ? { tone: 'poor', text: words.detour } : { tone: 'good', text: words.connected });
  if (roundTrip === null) return [...shown, { tone: 'busy', text: words.beating }];
  const seconds = Math.floor((now - state.since) / 1000);
  const lasts = seconds < LASTS_S ? words.lasts(seconds) : words.lasted;
  shown.push({ tone: 'good', text: words.beats(Math.max(1, Math.round(roundTrip))) });
  return [...shown, { tone: seconds < LASTS_S ? 'busy' : 'good', text: lasts }];
}
