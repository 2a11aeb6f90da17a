// The remote's proofs, beside those of node.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { bytesOf, bytesOfHex, proofOf } from '../../../polling/remote/seal.js';

const known = (key, text) => createHmac('sha256', Buffer.from(key)).update(text, 'utf8').digest('hex');

test('a proof is the HMAC-SHA256 of the text, whatever the lengths', () => {
  for (let length = 0; length < 200; length += 7) {
    const key = bytesOf('k'.repeat(length));
    const text = 'é😀'.repeat(length) + 'x'.repeat(length);
    assert.equal(proofOf(key, text), known(key, text));
  }
});

test('the example of RFC 4231 comes out', () => {
  assert.equal(
    proofOf(bytesOf('Jefe'), 'what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('a key in hexadecimal becomes its bytes', () => {
  assert.deepEqual(bytesOfHex('00ff10'), [0, 255, 16]);
});
