// The test page: how far a phone has come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning, reduce, steps } from '../../../polling/probe/steps.js';
import { catalogue } from '../../../polling/probe/words.js';

const words = catalogue.nl;
const texts = (state, now = 0) => steps(state, words, now).map((each) => each.text);
const after = (messages, byRequests = false) =>
  messages.reduce((state, [message, now]) => reduce(state, message, now, byRequests), beginning);

const GREETED = [{ type: 'greeting' }, 1000];
const BEAT = [{ type: 'hb', sent_ms: 1000 }, 1012.4];

test('a page that came has reached the laptop, and says so at once', () => {
  assert.deepEqual(texts(beginning), [words.reached, words.connecting]);
});

test('a connection is followed by a heartbeat, its time and how long it lasts', () => {
  assert.deepEqual(texts(after([GREETED]), 1000), [words.reached, words.connected, words.beating]);
  const beats = after([GREETED, BEAT, [{ type: 'hb', sent_ms: 2000 }, 2040]]);
  assert.deepEqual(texts(beats, 31000), [words.reached, words.connected, words.beats(12), words.lasts(30)]);
  assert.equal(texts(beats, 61000)[3], words.lasted);
});

test('a detour is told from the usual way', () => {
  const state = after([GREETED, BEAT], true);
  assert.deepEqual(texts(state, 2000).slice(0, 3), [words.reached, words.detour, words.beats(12)]);
});

test('a connection that does not come is said after a while, and one that breaks begins again', () => {
  const lost = [{ type: 'lost' }, 5];
  assert.equal(texts(after([lost, lost]))[1], words.connecting);
  assert.equal(texts(after([lost, lost, lost]))[1], words.failing);
  assert.equal(texts(after([GREETED, BEAT, lost])).length, 2);
});

test('the code of another lesson is said', () => {
  const state = after([[{ type: 'refused', code: 'room_code' }, 5], [{ type: 'lost' }, 6]]);
  assert.deepEqual(texts(state), [words.reached, words.code]);
});

test('what says nothing changes nothing, and both languages have every sentence', () => {
  assert.equal(reduce(beginning, { type: 'state' }, 0, false), beginning);
  assert.deepEqual(Object.keys(catalogue.en), Object.keys(words));
});
