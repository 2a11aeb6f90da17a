// The teacher page: builds everything once and connects it. No rules of its own.
import { offsetOf } from '../browser/clock.js';
import { defaults } from '../browser/connection.js';
import { patch } from '../browser/dom.js';
import { languageOf } from '../browser/language.js';
import { connectHere } from '../browser/listen.js';
import { Pass } from './pass.js';
import { begin, reduce, wantsLink } from './state.js';
import { hasRunningClock, view } from './view.js';
import { catalogue } from './words.js';

const FRAME_MS = 250;
const MOVE_MS = 1500;
const MOVES = ['next', 'back', 'skip', 'go_to', 'again', 'reopen', 'ask_quick'];

/** @returns {Storage | null} */
function storage() {
  try {
    return window.localStorage;
  } catch (refusal) {
    return null;
  }
}

function random() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('-');
}

const screen = /** @type {HTMLElement} */ (document.getElementById('screen'));
const pass = new Pass(decodeURIComponent(location.hash.slice(1)), storage(), random);
let state = begin(pass.isThere);
/** @type {any} */
let frame = null;

const connection = connectHere(
  {
    opened: () => {
      dispatch({ type: 'opened' });
      if (connection.send(pass.first())) connection.expectWord();
    },
    heard: (message) => {
      const wasLinked = state.isLinked;
      if (message.type === 'paired') pass.paired(message);
      if (message.code === 'not_paired' || message.code === 'code_closed') pass.forget();
      dispatch(message.type === 'hb' ? { ...message, received: connection.world.now() } : message);
      if (state.isLinked && !wasLinked) connection.arrived();
    },
    lost: () => dispatch({ type: 'lost' }),
  },
  defaults,
);

/** @param {any} message */
function dispatch(message) {
  state = reduce(state, message);
  if (wantsLink(state)) connection.start();
  else connection.stop();
  draw();
}

/**
 * A move waits for its effect, so that a double tap does not skip a slide.
 * @param {any} command
 */
function send(command) {
  const isMove = MOVES.includes(command.type);
  if ((isMove && state.isMoving) || !connection.send(pass.sealed(command)) || !isMove) return;
  dispatch({ type: 'moved' });
  setTimeout(() => dispatch({ type: 'waited' }), MOVE_MS);
}

function draw() {
  clearTimeout(frame);
  const language = languageOf(navigator.languages || [navigator.language], state.lesson ? state.lesson.language : '');
  document.documentElement.lang = language;
  const tree = view({
    state,
    words: catalogue[language],
    room: connection.world.now() + offsetOf(state.samples),
    send,
    askToEnd: (sure) => dispatch({ type: 'asked_to_end', sure }),
    openPerson: (person) => dispatch({ type: 'opened_person', person }),
    digits: pass.digits,
  });
  patch(screen, tree);
  if (hasRunningClock(state)) frame = setTimeout(draw, FRAME_MS);
}

// A code works once: what stands in the address is not for the next who opens it.
if (pass.code) history.replaceState(null, '', location.pathname);
window.addEventListener('hashchange', () => location.reload());
if (wantsLink(state)) connection.start();
draw();
