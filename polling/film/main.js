// The page that holds the player of a film on the web. The laptop's own window steers it and asks it how far it is;
// nobody else gets this page. It shows the player and nothing else.

import { UNHEARD, address, command, greetings, reduce } from './told.js';

const GREET_EVERY_MS = 250;

const meta = document.querySelector('meta[name=player]');
const player = (meta && meta.getAttribute('content')) || '';
const frame = document.createElement('iframe');
let film = UNHEARD;

/** @param {string} message */
function say(message) {
  if (frame.contentWindow) frame.contentWindow.postMessage(message, player);
}

function greet() {
  if (!film.is_ready) greetings().forEach(say);
}

window.film = {
  told: () => JSON.stringify(film),
  play: () => say(command('playVideo', [])),
  pause: () => say(command('pauseVideo', [])),
  seek: (at_ms) => say(command('seekTo', [at_ms / 1000, true])),
  loudness: (percent) => say(command('setVolume', [percent])),
};

window.addEventListener('message', (event) => {
  if (event.origin === player && event.source === frame.contentWindow) film = reduce(film, event.data);
});

const wanted = address(player, location.origin, location.hash);
if (wanted) {
  frame.allow = 'autoplay; encrypted-media';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = wanted;
  document.body.append(frame);
  setInterval(greet, GREET_EVERY_MS);
}
