// Room time from heartbeats, and what a clock shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, momentOf, offsetOf, shareLeft, shownMs, withSample } from '../../../polling/browser/clock.js';
import { languageOf } from '../../../polling/browser/language.js';

const running = { total_ms: 30000, left_ms: 0, ends_at: 94000, up: false };
const standing = { ...running, left_ms: 19000, ends_at: null };
const up = { total_ms: 0, left_ms: 0, ends_at: 60000, up: true };

test('the sample with the shortest round trip gives room time', () => {
  let samples = withSample([], 1000, 1400, 500000);
  samples = withSample(samples, 2000, 2020, 501300);
  samples = withSample(samples, 3000, 3900, 502900);
  assert.equal(offsetOf(samples), 501300 - 2010);
});

test('without a sample room time is taken as it is', () => {
  assert.equal(offsetOf([]), 0);
});

test('only the last samples count, for clocks drift', () => {
  let samples = withSample([], 0, 1, 100);
  for (let count = 0; count < 8; count += 1) samples = withSample(samples, 0, 50, 900);
  assert.equal(samples.length, 8);
  assert.equal(offsetOf(samples), 875);
});

test('a running clock shows what is left, a standing one what it says, one that counts up what has passed', () => {
  assert.equal(shownMs(running, 75000), 19000);
  assert.equal(shownMs(standing, 75000), 19000);
  assert.equal(shownMs(up, 75000), 15000);
});

test('a countdown is read in the second it is in', () => {
  assert.equal(clockText(running, 19000), '0:19');
  assert.equal(clockText(running, 18001), '0:19');
  assert.equal(clockText(running, 1), '0:01');
  assert.equal(clockText(running, 0), '0:00');
  assert.equal(clockText(running, -999), '0:00');
  assert.equal(clockText(running, 3661000), '1:01:01');
});

test('overrun counts up with a plus', () => {
  assert.equal(clockText(running, -1000), '+0:01');
  assert.equal(clockText(running, -42999), '+0:42');
});

test('a clock that counts up has no plus', () => {
  assert.equal(clockText(up, 15999), '0:15');
  assert.equal(momentOf(up, 5000), 0);
  assert.equal(shareLeft(up, 5000), 1);
});

test('the bar runs from one to zero', () => {
  assert.equal(shareLeft(running, 15000), 0.5);
  assert.equal(shareLeft(running, -5), 0);
  assert.equal(shareLeft(running, 99000), 1);
});

test('thirty, ten and five seconds are said aloud, once each', () => {
  const long = { ...running, total_ms: 60000 };
  assert.deepEqual([31000, 30000, 11000, 10000, 6000, 5000, 1, 0].map((ms) => momentOf(long, ms)), [0, 30, 30, 10, 10, 5, 5, 0]);
  assert.equal(momentOf(running, 30000), 0, 'not at the start of a clock of thirty seconds');
});

test('the reader gets the first language we speak, then the lesson s, then English', () => {
  assert.equal(languageOf(['fy-NL', 'nl-NL', 'en'], 'en'), 'nl');
  assert.equal(languageOf(['EN-us'], 'nl'), 'en');
  assert.equal(languageOf(['de-DE'], 'nl'), 'nl');
  assert.equal(languageOf([], 'fr'), 'en');
});
