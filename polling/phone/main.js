// The phone page: builds everything once and connects it. No rules of its own.
import { defaults } from '../browser/connection.js';
import { offsetOf } from '../browser/clock.js';
import { patch } from '../browser/dom.js';
import { languageOf } from '../browser/language.js';
import { connectHere, followKeyboard } from '../browser/listen.js';
import { optionOf } from './asked.js';
import { Delivery } from './delivery.js';
import { Memories, placeOf } from './memory.js';
import { begin, deliverable, hello, reduce, wantsLink } from './state.js';
import { hasRunningClock, view } from './view.js';
import { catalogue } from './words.js';

const FRAME_MS = 200;

/** @returns {Storage | null} */
function storage() {
  try {
    return window.localStorage;
  } catch (refusal) {
    return null;
  }
}

const screen = /** @type {HTMLElement} */ (document.getElementById('screen'));
const memories = new Memories(storage());
const codeInPath = /^\/([0-9]{4})$/.exec(location.pathname);
let state = begin(codeInPath ? codeInPath[1] : '', memories.latest());
/** @type {any} */
let frame = null;

const connection = connectHere(
  {
    opened: () => dispatch({ type: 'opened', at: connection.world.now() }),
    heard: (message) => dispatch(arrived(message)),
    lost: () => {
      delivery.reset();
      dispatch({ type: 'lost' });
    },
  },
  defaults,
);
const delivery = new Delivery(
  {
    send: (message) => connection.send(message),
    renew: () => connection.renew(),
    after: (call, ms) => setTimeout(call, ms),
    cancel: (timer) => clearTimeout(timer),
  },
  defaults.ack,
);

/**
 * A message with what only this phone knows about it.
 * @param {any} message
 */
function arrived(message) {
  if (message.type === 'greeting') {
    const memory = memories.of(message.session);
    // The server has just been told this token, and does not know it.
    if (memory.token && memory.token === state.token) memories.forget(message.session);
    return { ...message, memory };
  }
  return message.type === 'welcome' || message.type === 'hb' ? { ...message, received: connection.world.now() } : message;
}

/**
 * One step: the next state, kept before anything is sent, then told to the server and shown.
 * @param {any} message
 */
function dispatch(message) {
  const before = state;
  state = reduce(state, message);
  const { token, name, outbox } = before;
  if (token !== state.token || name !== state.name || outbox !== state.outbox) keep();
  if (wantsLink(state)) connection.start();
  else connection.stop();
  if (state.hellos !== before.hellos) sayHello();
  if (state.isLinked && !before.isLinked) connection.arrived();
  if (message.type === 'refused' && state.isElsewhere) connection.renew();
  delivery.offer(deliverable(state));
  draw();
}

function keep() {
  const { session, token, name, outbox, draft, stage } = state;
  if (stage !== 'in') return;
  memories.keep({ session, token, name, outbox: Object.keys(outbox).map((key) => outbox[key]), draft });
}

function sayHello() {
  const said = hello(state);
  if (said && connection.send(said)) connection.expectWord();
}

/** @param {HTMLFormElement} form */
function submit(form) {
  const typed = new FormData(form);
  const at = connection.world.now();
  // Another tab may have joined since this one asked for a name.
  const memory = memories.of(state.session);
  if (typed.has('code')) dispatch({ type: 'code', code: String(typed.get('code')), at });
  else if (memory.token) dispatch({ type: 'took_back', memory });
  else dispatch({ type: 'name', name: String(typed.get('name')), at });
}

function draw() {
  clearTimeout(frame);
  const language = languageOf(navigator.languages || [navigator.language], state.language);
  document.documentElement.lang = language;
  document.title = state.lesson || 'Klassikaal';
  const tree = view({
    state,
    words: catalogue[language],
    language,
    room: connection.world.now() + offsetOf(state.samples),
    act: dispatch,
    submit,
    sayAgain: (again) => {
      const at = connection.world.now();
      dispatch(again === 'back' ? { type: 'back', at } : { type: 'again', again, at });
    },
    takeBack: () => dispatch({ type: 'took_back', memory: memories.of(state.session) }),
    rejoin: () => {
      memories.forget(state.session);
      dispatch({ type: 'rejoined', at: connection.world.now() });
    },
    reload: () => location.reload(),
  });
  patch(screen, tree);
  if (hasRunningClock(state)) frame = setTimeout(draw, FRAME_MS);
}

window.addEventListener('storage', ({ key, newValue }) => {
  const isSeen = document.visibilityState !== 'hidden';
  if (newValue && key === placeOf(state.session)) dispatch({ type: 'kept_elsewhere', isSeen });
});
// Letters and numbers choose; where something is to be typed, the first key finds the field.
window.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  const field = /** @type {HTMLElement | null} */ (document.querySelector('#word, #text'));
  if (ctrlKey || metaKey || altKey || (target instanceof Element && target.matches('input, textarea'))) return;
  const option = optionOf(state, key);
  if (option >= 0) dispatch({ type: 'chose', option });
  else if (field && key.length === 1 && key !== ' ') field.focus();
});
// What is being typed is kept when the page is put aside: the phone may not bring it back.
for (const event of ['visibilitychange', 'pagehide']) window.addEventListener(event, keep);
followKeyboard();
if (wantsLink(state)) connection.start();
draw();
