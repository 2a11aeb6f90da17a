// What a film on the web says of itself, and what it is told: values only, no document and no window.
//
// The player answers to `listening` and then sends its news by itself, as JSON in the messages of its window.

/**
 * @typedef {object} Film
 * @property {boolean} is_ready
 * @property {string} phase `waiting`, `playing`, `paused` or `ended`
 * @property {number} at_ms
 * @property {number} whole_ms
 * @property {number} error 0, or the player's number for what is the matter
 */

/** @type {Readonly<Record<number, string>>} */
const PHASES = { 0: 'ended', 1: 'playing', 2: 'paused', 3: 'playing' };
const NAME = /^[A-Za-z0-9_-]{6,20}$/;

/** @type {Film} */
export const UNHEARD = { is_ready: false, phase: 'waiting', at_ms: 0, whole_ms: 0, error: 0 };

/**
 * The address of the player for the film that the page's fragment names (`#film=abc&language=nl`); '' for none.
 * @param {string} player
 * @param {string} origin
 * @param {string} fragment
 */
export function address(player, origin, fragment) {
  const wanted = new URLSearchParams(fragment.replace(/^#/, ''));
  const film = wanted.get('film') || '';
  if (!NAME.test(film)) return '';
  const asked = new URLSearchParams({
    enablejsapi: '1',
    origin,
    controls: '0',
    disablekb: '1',
    fs: '0',
    playsinline: '1',
    rel: '0',
    iv_load_policy: '3',
    hl: wanted.get('language') || 'nl',
  });
  return `${player}/embed/${film}?${asked}`;
}

/** What asks the player to send its news. */
export function greetings() {
  const wanted = ['onReady', 'onStateChange', 'onError'];
  return [
    JSON.stringify({ event: 'listening', id: 'film', channel: 'widget' }),
    ...wanted.map((name) => command('addEventListener', [name])),
  ];
}

/**
 * @param {string} func
 * @param {unknown[]} args
 */
export function command(func, args) {
  return JSON.stringify({ event: 'command', id: 'film', channel: 'widget', func, args });
}

/**
 * The film after one message of the player. What is not understood changes nothing.
 * @param {Film} film
 * @param {unknown} data
 * @returns {Film}
 */
export function reduce(film, data) {
  const message = read(data);
  if (!message) return film;
  const { event, info } = message;
  if (event === 'onReady') return { ...film, is_ready: true };
  if (event === 'onError') return { ...film, error: whole(info) || -1 };
  if (event === 'onStateChange') {
    const now = phase(info, film.phase);
    return { ...film, is_ready: true, phase: now, error: now === 'playing' ? 0 : film.error };
  }
  if (event === 'initialDelivery' || event === 'infoDelivery') return informed(film, info);
  return film;
}

/**
 * @param {Film} film
 * @param {unknown} info
 * @returns {Film}
 */
function informed(film, info) {
  if (!info || typeof info !== 'object') return film;
  const told = /** @type {Record<string, unknown>} */ (info);
  return {
    ...film,
    is_ready: film.is_ready || 'playerState' in told,
    phase: phase(told.playerState, film.phase),
    at_ms: milliseconds(told.currentTime, film.at_ms),
    whole_ms: milliseconds(told.duration, film.whole_ms),
  };
}

/** @param {unknown} data */
function read(data) {
  if (typeof data !== 'string') return null;
  try {
    const message = JSON.parse(data);
    return message && typeof message === 'object' ? message : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} number
 * @param {string} before
 */
function phase(number, before) {
  return (typeof number === 'number' && PHASES[number]) || before;
}

/**
 * @param {unknown} seconds
 * @param {number} before
 */
function milliseconds(seconds, before) {
  return typeof seconds === 'number' && seconds >= 0 && seconds < 1e6 ? Math.round(seconds * 1000) : before;
}

/** @param {unknown} value */
function whole(value) {
  const number = Number(value);
  return Number.isInteger(number) ? number : 0;
}
