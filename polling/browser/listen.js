// The browser's side of a connection: real sockets, real time, and the events that say a phone woke up. No rules.
import { steadyTime } from './clock.js';
import { Connection } from './connection.js';
import { openLine } from './polled.js';

/** @typedef {import('./connection.js').Hearer} Hearer */
/** @typedef {import('./connection.js').Timing} Timing */

/**
 * A connection to the server this page came from, not started yet.
 * @param {Hearer} hearer
 * @param {Timing} timing
 */
export function connectHere(hearer, timing) {
  const wake = () => (document.visibilityState === 'hidden' ? connection.sleep() : connection.wake());
  const connection = new Connection(
    {
      open: (byRequests) => (byRequests ? openLine(fetch) : new WebSocket(`ws://${location.host}/ws`)),
      now: steadyTime(() => Date.now(), () => performance.now(), wake),
      after: (call, ms) => setTimeout(call, ms),
      cancel: (timer) => clearTimeout(timer),
      random: Math.random,
    },
    hearer,
    timing,
  );
  wake();
  document.addEventListener('visibilitychange', wake);
  for (const event of ['pageshow', 'online', 'focus']) window.addEventListener(event, wake);
  return connection;
}

/** Keeps the page as tall as what is left above the keyboard, where the browser does not do so itself. */
export function followKeyboard() {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    if (view.scale > 1.01) return;
    document.documentElement.style.setProperty('--tall', `${Math.round(view.height)}px`);
    if (view.offsetTop > 0) window.scrollTo(0, 0);
  };
  view.addEventListener('resize', fit);
  fit();
}
