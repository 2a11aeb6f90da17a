// How the teacher page gets in: with the laptop's key, with a code, and with the key that came of it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { Pass } from '../../../polling/remote/pass.js';

const proof = (key, text) => createHmac('sha256', key).update(text).digest('hex');

function storage() {
  const held = new Map();
  return {
    held,
    getItem: (key) => held.get(key) || null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  };
}

const broken = { getItem() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } };
const paired = (pass) => pass.paired({ remote: 'r1', nonce: 'm' });
const KEY = Buffer.from(proof('secret', 'key.n.m'), 'hex');

test('a code is proved and never said, and gives the page a key of its own', () => {
  const kept = storage();
  const pass = new Pass('r.secret', kept, () => 'n');
  assert.deepEqual(pass.first(), { type: 'pair', proto: 1, nonce: 'n', proof: proof('secret', 'pair.n') });
  paired(pass);
  assert.equal(pass.code, '');
  assert.equal(pass.digits, String(parseInt(proof(KEY, 'digits').slice(0, 8), 16) % 100).padStart(2, '0'));
  assert.ok(![...kept.held.values()].join().includes('secret'));
});

test('every message has a number that was not used, also after the page was closed', () => {
  const kept = storage();
  const pass = new Pass('r.secret', kept, () => 'n');
  paired(pass);
  const body = '{"type":"next"}';
  assert.deepEqual(pass.sealed({ type: 'next' }), { type: 'sealed', body, n: 1, proof: proof(KEY, `1.${body}`) });
  const again = new Pass('', kept, () => 'n');
  assert.deepEqual(again.first(), { type: 'steer', proto: 1, remote: 'r1', n: 2, proof: proof(KEY, '2.steer') });
  assert.equal(again.sealed({ type: 'back' }).n, 3);
});

test('the laptop itself shows its key and seals nothing', () => {
  const pass = new Pass('key', storage(), () => 'n');
  assert.deepEqual(pass.first(), { type: 'teach', proto: 1, key: 'key' });
  assert.deepEqual(pass.sealed({ type: 'next' }), { type: 'next' });
});

test('what is forgotten is gone, and a browser that keeps nothing steers all the same', () => {
  const kept = storage();
  const pass = new Pass('r.secret', kept, () => 'n');
  paired(pass);
  pass.forget();
  assert.equal(pass.isThere, false);
  assert.equal(new Pass('', kept, () => 'n').isThere, false);
  for (const none of [null, broken]) {
    const fleeting = new Pass('r.secret', none, () => 'n');
    paired(fleeting);
    assert.equal(fleeting.sealed({ type: 'next' }).n, 1);
    assert.equal(new Pass('', none, () => 'n').isThere, false);
  }
});
