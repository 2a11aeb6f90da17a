// The test page: tells whoever holds this phone how far it comes, and the laptop that it came. No rules of its own.
import { defaults } from '../browser/connection.js';
import { h, patch } from '../browser/dom.js';
import { icon } from '../browser/icons.js';
import { languageOf } from '../browser/language.js';
import { connectHere } from '../browser/listen.js';
import { beginning, reduce, steps } from './steps.js';
import { catalogue } from './words.js';

const DRAW_MS = 500;

const screen = /** @type {HTMLElement} */ (document.getElementById('screen'));
let state = beginning;

const connection = connectHere(
  {
    opened: () => {
      // The room code and no name: the laptop only greets, and nobody joins.
      const hello = { type: 'hello', proto: 1, room_code: location.hash.slice(1) };
      if (connection.send(hello)) connection.expectWord();
    },
    heard: (message) => {
      dispatch(message);
      if (message.type === 'greeting') connection.arrived();
      if (message.type === 'refused') connection.stop();
    },
    lost: () => dispatch({ type: 'lost' }),
  },
  defaults,
);

/** @param {any} message */
function dispatch(message) {
  // After a word a connection by requests leaves this above zero.
  state = reduce(state, message, connection.world.now(), connection.mute > 0);
  draw();
}

function draw() {
  const language = languageOf(navigator.languages || [navigator.language], '');
  const words = catalogue[language];
  document.documentElement.lang = language;
  const list = steps(state, words, connection.world.now());
  patch(screen, [
    h(
      'main',
      null,
      h('h1', null, words.title),
      h(
        'ol',
        { 'aria-live': 'polite' },
        list.map(({ tone, text }) =>
          h('li', { class: tone }, tone === 'good' ? icon('tick') : h('span', { class: 'dot' }), h('span', null, text)),
        ),
      ),
      state.roundTrip !== null && h('p', { class: 'end' }, words.works),
    ),
  ]);
}

window.addEventListener('hashchange', () => location.reload());
setInterval(draw, DRAW_MS);
connection.start();
draw();
