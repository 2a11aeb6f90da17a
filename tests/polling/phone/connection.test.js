// The connection and the delivery of answers, with time and sockets that the test turns.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connection, defaults, waitBefore } from '../../../polling/browser/connection.js';
import { Delivery } from '../../../polling/phone/delivery.js';
import { FakeWorld } from './class.js';

function connected() {
  const world = new FakeWorld();
  const told = [];
  const connection = new Connection(
    world.means(),
    { opened: () => told.push('opened'), heard: (message) => told.push(message.type), lost: () => told.push('lost') },
    defaults,
  );
  connection.start();
  return { world, told, connection };
}

function isIn({ world, connection }) {
  world.socket.onopen();
  says(world, { type: 'welcome' });
  connection.arrived();
}

function says(world, message) {
  world.socket.onmessage({ data: JSON.stringify(message) });
}

const beats = (socket) => socket.sent.filter((each) => each.type === 'hb').length;

test('the first retry comes at once, later ones wait a random part of a growing bound', () => {
  assert.equal(waitBefore(0, 1, defaults), 0);
  assert.equal(waitBefore(1, 1, defaults), 1000);
  assert.equal(waitBefore(2, 0.5, defaults), 1000);
  assert.equal(waitBefore(20, 1, defaults), 8000);
  assert.equal(waitBefore(20, 0, defaults), 0);
});

test('a server that refuses is tried less and less often', () => {
  const { world } = connected();
  world.chance = 1;
  const times = [];
  for (let count = 0; count < 6; count += 1) {
    times.push(world.time);
    const tried = world.sockets.length;
    world.socket.onclose();
    while (world.sockets.length === tried) world.waits(100);
  }
  assert.deepEqual(times, [0, 100, 1100, 3100, 7100, 15100]);
});

test('a socket that never opens is given up after five seconds', () => {
  const { world } = connected();
  world.waits(4999);
  assert.equal(world.sockets.length, 1);
  world.waits(2);
  assert.equal(world.sockets[0].isClosed, true);
  assert.equal(world.sockets.length, 2);
});

test('a server that opens and says nothing is given up as well', () => {
  const { world } = connected();
  world.socket.onopen();
  world.waits(5001);
  assert.equal(world.sockets.length, 2);
});

test('the heart beats three times in the first second and then every five seconds while the page is seen', () => {
  const all = connected();
  isIn(all);
  assert.equal(beats(all.world.socket), 1);
  all.world.waits(1000);
  assert.equal(beats(all.world.socket), 3);
  says(all.world, { type: 'hb', sent_ms: 0, now: 0 });
  all.world.waits(4599);
  assert.equal(beats(all.world.socket), 3);
  all.world.waits(1);
  assert.equal(beats(all.world.socket), 4);
  all.connection.sleep();
  all.world.waits(60000);
  assert.equal(beats(all.world.socket), 4);
  assert.equal(all.world.sockets.length, 1);
});

test('the first beats do not push back the moment at which a silent server is given up', () => {
  const all = connected();
  isIn(all);
  all.world.waits(defaults.silence + 1);
  assert.equal(all.world.sockets.length, 2);
});

test('a dead network is noticed within twelve seconds', () => {
  const all = connected();
  isIn(all);
  says(all.world, { type: 'hb', sent_ms: 0, now: 0 });
  all.world.waits(12000);
  assert.equal(all.world.sockets.length, 2);
  assert.ok(all.told.includes('lost'));
});

test('after waking up a heartbeat must be answered within two seconds', () => {
  const all = connected();
  isIn(all);
  all.connection.sleep();
  all.world.waits(600000);
  all.connection.wake();
  all.world.waits(1999);
  assert.equal(all.world.sockets.length, 1);
  all.world.waits(2);
  assert.equal(all.world.sockets.length, 2);
});

test('waking up shortens the wait for a heartbeat that is already on its way', () => {
  const all = connected();
  isIn(all);
  all.world.waits(100);
  all.connection.wake();
  all.world.waits(2001);
  assert.equal(all.world.sockets.length, 2);
});

test('a page that comes back unseen says hello, but does not go on beating', () => {
  const all = connected();
  all.connection.sleep();
  isIn(all);
  all.world.waits(60000);
  assert.equal(beats(all.world.socket), 1);
  assert.equal(all.world.sockets.length, 1);
});

test('waking up again and again does not put off the judgement', () => {
  const all = connected();
  isIn(all);
  all.connection.sleep();
  for (let count = 0; count < 5; count += 1) {
    all.connection.wake();
    all.world.waits(500);
  }
  assert.equal(all.world.sockets.length, 2);
});

test('a socket that closed while the page was kept is replaced at once on waking up', () => {
  const all = connected();
  isIn(all);
  all.connection.sleep();
  all.world.socket.readyState = 3;
  all.connection.wake();
  all.world.waits(0);
  assert.equal(all.world.sockets.length, 2);
});

test('a hello without an answer from before the sleep is said again on a new socket', () => {
  const { world, connection } = connected();
  world.socket.onopen();
  connection.expectWord();
  connection.sleep();
  world.time = 3000;
  connection.wake();
  world.waits(0);
  assert.equal(world.sockets.length, 2);
});

test('an answered heartbeat is no answer to a hello', () => {
  const all = connected();
  isIn(all);
  all.connection.expectWord();
  says(all.world, { type: 'hb', sent_ms: 0, now: 0 });
  all.world.waits(defaults.connect + 1);
  assert.equal(all.world.sockets.length, 2);
});

test('a page that was hidden before it began to connect beats once it is seen', () => {
  const world = new FakeWorld();
  const connection = new Connection(world.means(), { opened() {}, heard() {}, lost() {} }, defaults);
  connection.sleep();
  connection.wake();
  connection.start();
  isIn({ world, connection });
  world.waits(1000);
  assert.equal(beats(world.socket), 3);
});

test('an answered heartbeat after waking up keeps the socket', () => {
  const all = connected();
  isIn(all);
  all.connection.wake();
  says(all.world, { type: 'hb', sent_ms: 0, now: 0 });
  all.world.waits(4000);
  assert.equal(all.world.sockets.length, 1);
});

test('waking up ends the waiting for the next try', () => {
  const { world, connection } = connected();
  world.chance = 1;
  for (let count = 0; count < 5; count += 1) {
    world.socket.onclose();
    world.waits(count ? 8000 : 0);
  }
  world.socket.onclose();
  const tried = world.sockets.length;
  connection.wake();
  assert.equal(world.sockets.length, tried + 1);
});

test('a socket that hangs in connecting since before the sleep is thrown away on waking up', () => {
  const { world, connection } = connected();
  world.time = 3000;
  connection.wake();
  world.waits(0);
  assert.equal(world.sockets.length, 2);
});

test('a stopped connection stays silent, whatever wakes it', () => {
  const { world, connection } = connected();
  connection.stop();
  connection.stop();
  connection.wake();
  world.waits(60000);
  assert.equal(world.sockets.length, 1);
  connection.start();
  assert.equal(world.sockets.length, 2);
});

test('an old socket has no say any more', () => {
  const { world, told } = connected();
  const old = world.socket;
  old.onclose();
  world.waits(0);
  assert.equal(old.onmessage, null);
  assert.equal(told.filter((each) => each === 'lost').length, 1);
});

test('what is no JSON is passed over', () => {
  const { world, told } = connected();
  world.socket.onopen();
  world.socket.onmessage({ data: '{' });
  assert.deepEqual(told, ['opened']);
});

test('a browser that refuses to make a socket is asked again', () => {
  const world = new FakeWorld();
  const means = world.means();
  let tries = 0;
  const open = () => {
    tries += 1;
    if (tries < 3) throw new Error('refused');
    return means.open();
  };
  new Connection({ ...means, open }, { opened() {}, heard() {}, lost() {} }, defaults).start();
  world.waits(3000);
  assert.equal(world.sockets.length, 1);
});

const answer = (revision, slide = 's2') => ({ slide, round: 1, revision, value: { kind: 'choice', options: [revision] } });

function delivering() {
  const world = new FakeWorld();
  const sent = [];
  let renewals = 0;
  const { after, cancel } = world.means();
  const means = { send: (message) => Boolean(sent.push(message)), renew: () => (renewals += 1), after, cancel };
  return { world, sent, means, delivery: new Delivery(means, defaults.ack), renewals: () => renewals };
}

test('an answer is sent once, again after two seconds, and then the socket is renewed', () => {
  const { world, sent, delivery, renewals } = delivering();
  delivery.offer([answer(1)]);
  delivery.offer([answer(1)]);
  assert.equal(sent.length, 1);
  world.waits(2000);
  assert.equal(sent.length, 2);
  assert.equal(renewals(), 0);
  world.waits(2000);
  assert.equal(sent.length, 2);
  assert.equal(renewals(), 1);
});

test('an answer that left the outbox is not sent again', () => {
  const { world, sent, delivery, renewals } = delivering();
  delivery.offer([answer(1)]);
  delivery.offer([]);
  world.waits(10000);
  assert.equal(sent.length, 1);
  assert.equal(renewals(), 0);
});

test('a changed answer is sent at once', () => {
  const { sent, delivery } = delivering();
  delivery.offer([answer(1)]);
  delivery.offer([answer(2)]);
  assert.deepEqual(sent.map((each) => each.revision), [1, 2]);
});

test('on a new socket everything is offered again', () => {
  const { sent, delivery } = delivering();
  delivery.offer([answer(1), answer(4, 's3')]);
  delivery.reset();
  delivery.offer([answer(1), answer(4, 's3')]);
  assert.equal(sent.length, 4);
});

test('an answer that could not be sent counts as not sent', () => {
  const { world, means } = delivering();
  let isOpen = false;
  const sent = [];
  const delivery = new Delivery({ ...means, send: (message) => isOpen && Boolean(sent.push(message)) }, defaults.ack);
  delivery.offer([answer(1)]);
  isOpen = true;
  delivery.offer([answer(1)]);
  world.waits(0);
  assert.equal(sent.length, 1);
});

test('after three sockets without a word it tries requests and a socket in turn', () => {
  const { world } = connected();
  for (let count = 0; count < 6; count += 1) world.waits(20000);
  const ways = world.sockets.map((each) => each.byRequests);
  assert.deepEqual(ways.slice(0, 7), [false, false, false, true, false, true, false]);
});

test('who came in by requests tries a socket first next time, and one that works ends the detour', () => {
  const { world, connection } = connected();
  world.chance = 0;
  const fails = () => {
    world.socket.onclose();
    world.waits(1);
    return world.socket.byRequests;
  };
  assert.deepEqual([fails(), fails(), fails()], [false, false, true]);
  isIn({ world, connection });
  assert.deepEqual([fails(), fails(), fails()], [false, true, false]);
  isIn({ world, connection });
  assert.deepEqual([fails(), fails(), fails(), fails()], [false, false, false, true]);
});

test('a socket that opens and stays mute counts as one that does not get through', () => {
  const { world } = connected();
  for (let count = 0; count < 3; count += 1) {
    world.socket.onopen();
    world.waits(5001);
    world.waits(4000);
  }
  assert.ok(world.sockets.some((each) => each.byRequests));
});
