// What must hold whatever happens on the way: nothing is called sent that is not stored, and coming back is like coming.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current, isPending } from '../../../polling/phone/asked.js';
import { view } from '../../../polling/phone/view.js';
import { catalogue } from '../../../polling/phone/words.js';
import { Phone } from './class.js';
import { Lesson } from './laptop.js';

const RUNS = 400;
const STEPS = 60;
const words = catalogue.nl;

function tree(phone) {
  return view({ state: phone.state, words, language: 'nl', room: 0, act() {}, submit() {}, sayAgain() {}, takeBack() {}, rejoin() {}, reload() {} });
}

function texts(nodes) {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : texts(node.children)));
}

function find(nodes, name) {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return [...(String(node.props.class || '').split(' ').includes(name) ? [node] : []), ...find(node.children, name)];
  });
}

/** The words that the phone marks as stored, and null where it does not say "verstuurd" of the answer as a whole. */
function saidToBeSent(phone) {
  const nodes = tree(phone);
  const isSaid = texts(nodes).some((text) => text === words.sent || text === words.mayChange);
  const stored = find(nodes, 'stored').flatMap((chip) => texts(find([chip], 'text')));
  return { value: isSaid && !isPending(phone.state) ? current(phone.state) : null, stored, isSaid };
}

function storedOnTheLaptop({ laptop, phone }) {
  const asked = phone.state.room && phone.state.room.question;
  const kept = asked && laptop.stored[`${asked.slide}/${asked.round}`];
  return kept ? kept.value : null;
}

test('nothing is shown as sent that is not on the laptop, whatever gets lost, late or doubled', () => {
  const seen = { sent: 0, pending: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const lesson = new Lesson(seed);
    for (let count = 0; count < STEPS; count += 1) {
      const did = lesson.step();
      const { value, stored, isSaid } = saidToBeSent(lesson.phone);
      const kept = storedOnTheLaptop(lesson);
      const where = `run ${seed}, step ${count}: ${did}`;
      if (value) {
        assert.deepEqual(value, kept, where);
        seen.sent += 1;
      }
      if (isPending(lesson.phone.state)) {
        assert.ok(!isSaid || stored.length, where);
        seen.pending += 1;
      }
      for (const word of stored) assert.ok(lesson.laptop.ever.has(word), where);
    }
    lesson.heals();
    assert.deepEqual(lesson.phone.outbox, [], `run ${seed}`);
  }
  assert.ok(seen.sent > RUNS && seen.pending > RUNS, JSON.stringify(seen));
});

test('after any drops a phone that is back is as one that has just come', () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const lesson = new Lesson(seed);
    for (let count = 0; count < STEPS; count += 1) lesson.step();
    lesson.heals();
    const fresh = new Phone().hears({ type: 'opened', at: 0 }).hears(lesson.laptop.welcome);
    for (const key of ['stage', 'isLinked', 'isElsewhere', 'session', 'token', 'name', 'asked', 'lesson', 'language', 'room', 'stored', 'outbox']) {
      assert.deepEqual(lesson.phone.state[key], fresh.state[key], `run ${seed}: ${key}`);
    }
    assert.deepEqual(current(lesson.phone.state), storedOnTheLaptop(lesson), `run ${seed}`);
  }
});

test('another session drops what was remembered of the one before', () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const lesson = new Lesson(seed);
    for (let count = 0; count < STEPS; count += 1) lesson.step();
    lesson.laptop.begins('k2');
    lesson.laptop.asks(0);
    lesson.phone.hears({ type: 'lost' });
    lesson.returns();
    assert.equal(current(lesson.phone.state), null, `run ${seed}`);
    assert.deepEqual(lesson.phone.outbox, [], `run ${seed}`);
    assert.deepEqual([lesson.phone.state.stored, lesson.phone.state.revisions], [{}, {}], `run ${seed}`);
  }
});
