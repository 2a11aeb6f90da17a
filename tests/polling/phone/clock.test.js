// Room time from heartbeats, and what a clock shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, momentOf, offsetOf, shareLeft, shownMs, steadyTime, withSample } from '../../../polling/browser/clock.js';
import { defaults } from '../../../polling/browser/connection.js';
import { languageOf } from '../../../polling/browser/language.js';
import { chanceOf } from './laptop.js';

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

/** A phone with a clock of its own that runs too fast or too slow, on a network that makes messages wait. */
class Watch {
  constructor(seed) {
    this.chance = chanceOf(seed);
    this.room = 1000 + this.chance() * 3600000;
    this.rate = 1 + (this.chance() - 0.5) * 0.0004;
    this.wall = 1.7e12 + (this.chance() - 0.5) * 600000;
    this.running = this.chance() * 10000;
    this.jumps = 0;
    this.now = steadyTime(() => this.wall, () => this.running, () => (this.jumps += 1));
    this.samples = [];
    this.beaten = 0;
  }

  /** Time goes by; a phone that sleeps has no running clock. */
  waits(ms, isAsleep = false) {
    this.room += ms;
    this.wall += ms * this.rate;
    if (!isAsleep) this.running += ms * this.rate;
  }

  /** 10 ms on each way, and 40 ms more on average: the weather of a full classroom. */
  delay() {
    return 10 - 40 * Math.log(1 - this.chance());
  }

  beats() {
    const sent = this.now();
    this.waits(this.delay());
    const room = Math.round(this.room);
    this.waits(this.delay());
    this.samples = withSample(this.samples, sent, this.now(), room);
    this.beaten += 1;
    return this;
  }

  beatsFor(ms) {
    const until = this.room + ms;
    while (this.room < until) {
      this.beats();
      this.waits(this.beaten < 3 ? defaults.quick : defaults.heartbeat);
    }
    return this;
  }

  get error() {
    return this.now() + offsetOf(this.samples) - this.room;
  }
}

const phones = () => Array.from({ length: 500 }, (_, seed) => new Watch(seed + 1));
const p95 = (watches) => watches.map((each) => Math.abs(each.error)).sort((a, b) => a - b)[Math.floor(watches.length * 0.95)];

test('nineteen of twenty phones are within 50 ms of the room after their first second', () => {
  const first = p95(phones().map((each) => each.beats()));
  const error = p95(phones().map((each) => each.beats().beats().beats()));
  assert.ok(error < 50 && error < first, `${error} ms, after one heartbeat ${first} ms`);
});

test('they stay there for an hour, though their clocks drift', () => {
  const error = p95(phones().slice(0, 100).map((each) => each.beatsFor(3600000)));
  assert.ok(error < 40, `${error} ms`);
});

test('a phone that slept knows the time at once, and says that it slept', () => {
  const watches = phones().map((each) => each.beatsFor(60000));
  for (const each of watches) each.waits(300000, true);
  const error = p95(watches);
  assert.ok(error < 150, `${error} ms`);
  assert.ok(watches.every((each) => each.jumps === 1));
});

test('a wall clock that is set back changes nothing, one that is set on is right again after one heartbeat', () => {
  for (const jump of [-3600000, -2000, 2000, 3600000]) {
    const watches = phones().slice(0, 200).map((each) => each.beatsFor(60000));
    for (const each of watches) {
      each.wall += jump;
      if (jump > 0) each.now();
      else assert.ok(Math.abs(each.error) < 150, `${jump}: ${each.error} ms`);
      assert.equal(each.now() <= each.now(), true);
      each.beats();
      assert.ok(Math.abs(each.error) < 200, `${jump}: ${each.error} ms`);
    }
  }
});

test('a wall clock that is put right little by little is no jump', () => {
  const watch = new Watch(1);
  for (let count = 0; count < 3600; count += 1) {
    watch.waits(1000);
    watch.wall += 0.5;
    watch.now();
  }
  assert.equal(watch.jumps, 0);
});

test('samples that cannot be true beside a new one are dropped, others stay', () => {
  const samples = withSample(withSample([], 0, 20, 510), 100, 140, 600);
  assert.equal(samples.length, 2);
  assert.equal(withSample(samples, 5000, 5300, 5600).length, 3);
  assert.deepEqual(withSample(samples, 5000, 5020, 9000), [{ roundTrip: 20, offset: 3990 }]);
});
