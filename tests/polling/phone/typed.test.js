// What is typed: the phone agrees with the server about what can be read and what is one word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clean, isSame, lengthOf, says } from '../../../polling/phone/typed.js';

/** What is typed, what the server makes of it, and whether that says something. @type {[string, string, boolean][]} */
const TABLE = JSON.parse(readFileSync(new URL('typed.json', import.meta.url), 'utf8'));
const isPlain = (typed) => !/[\u200c\u200d\ufe0f\u{e0000}-\u{e007f}]|(^|\s)\p{M}|\p{M}{3}/u.test(typed.normalize('NFKC'));
const plain = TABLE.filter(([typed]) => isPlain(typed));

test('what says something to the server says something to the phone', () => {
  for (const [typed, , isReadable] of TABLE) assert.equal(says(clean(typed)), isReadable, JSON.stringify(typed));
});

test('a line is as clean as on the server, but for emoji and towers of accents', () => {
  assert.ok(plain.length > 15);
  for (const [typed, cleaned] of plain) assert.equal(clean(typed), cleaned, JSON.stringify(typed));
});

test('what is clean stays as it is', () => {
  for (const [, cleaned] of TABLE) assert.equal(clean(cleaned), cleaned, JSON.stringify(cleaned));
});

test('the phone never counts less than the server', () => {
  for (const [typed, cleaned] of TABLE) assert.ok(lengthOf(clean(typed)) >= lengthOf(cleaned), JSON.stringify(typed));
});

test('capitals, accents and outer punctuation make no other word; a sign, a mark or another script does', () => {
  for (const [one, other] of [['Café', 'cafe'], ['zee!', '(Zee)'], ['-5.', '-5'], ['- zee', 'zee'], [':-D', 'D'], ['Ze\u200be', 'zee']]) {
    assert.ok(isSame(one, other), `${one} ${other}`);
  }
  for (const [one, other] of [['-5', '5'], ['+5', '5'], ['か', 'が'], ['กิน', 'กน'], ['Jan', 'J\u0430n'], ['#zee', 'zee']]) {
    assert.ok(!isSame(one, other), `${one} ${other}`);
  }
});
