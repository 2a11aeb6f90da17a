// What a phone remembers, in a storage that works, one that refuses and none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memories } from '../../../polling/phone/memory.js';

const outbox = [{ slide: 's2', round: 1, revision: 3, value: { kind: 'choice', options: [1] } }];
const memory = (session) => ({ session, token: `token of ${session}`, name: 'Ana', outbox, draft: { key: 's5/1', text: 'Lucht' } });

function storage(refuses = false) {
  const kept = new Map();
  const guard = () => {
    if (refuses) throw new Error('private mode');
  };
  return {
    kept,
    getItem: (key) => (guard(), kept.has(key) ? kept.get(key) : null),
    setItem: (key, text) => (guard(), kept.set(key, text)),
    removeItem: (key) => (guard(), kept.delete(key)),
  };
}

test('a phone finds itself again after the page is closed', () => {
  const kept = storage();
  new Memories(kept).keep(memory('k3'));
  assert.deepEqual(new Memories(kept).latest(), memory('k3'));
});

test('the session of last time comes first, older ones are still known', () => {
  const kept = storage();
  const memories = new Memories(kept);
  memories.keep(memory('k1'));
  memories.keep(memory('k2'));
  assert.equal(memories.latest().session, 'k2');
  assert.equal(memories.of('k1').token, 'token of k1');
  assert.equal(memories.of('k9').token, '');
});

test('a session can be forgotten, and the others stay', () => {
  for (const place of [storage(), storage(true), null]) {
    const memories = new Memories(place);
    memories.keep(memory('k1'));
    memories.keep(memory('k2'));
    memories.forget('k2');
    assert.equal(memories.of('k2').token, '');
    assert.equal(memories.of('k1').token, 'token of k1');
  }
});

test('only the last five sessions are kept', () => {
  const kept = storage();
  const memories = new Memories(kept);
  for (const session of ['k1', 'k2', 'k3', 'k4', 'k5', 'k6']) memories.keep(memory(session));
  assert.equal(memories.of('k1').token, '');
  assert.equal(kept.kept.has('klassikaal.k1'), false);
  assert.equal(kept.kept.size, 6);
});

test('a browser that stores nothing is good for as long as the page is open', () => {
  for (const refusing of [storage(true), null]) {
    const memories = new Memories(refusing);
    assert.equal(memories.latest().token, '');
    memories.keep(memory('k3'));
    assert.deepEqual(memories.latest(), memory('k3'));
  }
});

test('what someone else left in the storage is passed over', () => {
  const kept = storage();
  kept.setItem('klassikaal.sessions', '{"not": "a list"}');
  assert.equal(new Memories(kept).latest().token, '');
  kept.setItem('klassikaal.sessions', '["k3", 4]');
  for (const text of ['', '{', '7', '{"token": 5}']) {
    kept.setItem('klassikaal.k3', text);
    assert.equal(new Memories(kept).latest().token, '');
  }
  kept.setItem('klassikaal.k3', '{"token": "t", "name": 4, "outbox": [null, {"slide": 3}], "draft": {"text": 4}}');
  assert.deepEqual(new Memories(kept).latest(), { session: 'k3', token: 't', name: '', outbox: [], draft: null });
});
