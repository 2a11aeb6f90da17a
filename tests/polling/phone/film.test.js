// polling/film/told.js: what a film on the web says of itself.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNHEARD, address, command, greetings, reduce } from '../../../polling/film/told.js';

const PLAYER = 'https://player.example';
const ORIGIN = 'http://127.0.0.1:8080';

/** @param {...unknown} messages */
const heard = (...messages) => messages.reduce((film, message) => reduce(film, JSON.stringify(message)), UNHEARD);

test('the address names the film and where its page comes from', () => {
  const url = new URL(address(PLAYER, ORIGIN, '#film=dQw4w9WgXcQ&language=en'));
  assert.equal(url.origin + url.pathname, `${PLAYER}/embed/dQw4w9WgXcQ`);
  assert.equal(url.searchParams.get('origin'), ORIGIN);
  assert.equal(url.searchParams.get('enablejsapi'), '1');
  assert.equal(url.searchParams.get('hl'), 'en');
});

test('a fragment that names no film has no address', () => {
  for (const fragment of ['', '#', '#film=', '#film=../../evil', '#film=a%2Fb%3Fc', '#film=' + 'a'.repeat(40)]) {
    assert.equal(address(PLAYER, ORIGIN, fragment), '');
  }
});

test('it is greeted until it is ready, and asked for its news', () => {
  const [hello, ...wishes] = greetings().map((message) => JSON.parse(message));
  assert.equal(hello.event, 'listening');
  assert.deepEqual(wishes.map((wish) => wish.args[0]), ['onReady', 'onStateChange', 'onError']);
  assert.deepEqual(JSON.parse(command('seekTo', [1.5, true])).args, [1.5, true]);
});

test('it is ready, plays, stands still and ends as the player says', () => {
  assert.equal(heard({ event: 'onReady' }).is_ready, true);
  const phases = [-1, 5, 3, 1, 2, 0, 77].map((info) => heard({ event: 'onStateChange', info }).phase);
  assert.deepEqual(phases, ['waiting', 'waiting', 'playing', 'playing', 'paused', 'ended', 'waiting']);
});

test('where it is comes in milliseconds', () => {
  const film = heard(
    { event: 'initialDelivery', info: { duration: 212.061, currentTime: 0, playerState: -1 } },
    { event: 'infoDelivery', info: { currentTime: 12.3456 } },
    { event: 'infoDelivery', info: { currentTime: 'soon', duration: -1 } },
    { event: 'infoDelivery', info: null },
  );
  assert.deepEqual(film, { is_ready: true, phase: 'waiting', at_ms: 12346, whole_ms: 212061, error: 0 });
});

test('an error has its number, and is over when it plays', () => {
  assert.equal(heard({ event: 'onError', info: 150 }).error, 150);
  assert.equal(heard({ event: 'onError', info: '101' }).error, 101);
  assert.equal(heard({ event: 'onError', info: 'oops' }).error, -1);
  assert.equal(heard({ event: 'onError', info: 5 }, { event: 'onStateChange', info: 2 }).error, 5);
  assert.equal(heard({ event: 'onError', info: 5 }, { event: 'onStateChange', info: 1 }).error, 0);
});

test('what is not understood changes nothing', () => {
  for (const data of [undefined, null, 7, {}, '', '{', '7', 'null', '[]', '{"event":"other"}', '{"info":{}}']) {
    assert.equal(reduce(UNHEARD, data), UNHEARD);
  }
});
