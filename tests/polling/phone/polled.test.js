// A socket made of requests, with a server that the test plays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLine } from '../../../polling/browser/polled.js';

/** Requests that wait until the test answers them. */
class FakeServer {
  constructor() {
    this.asked = [];
    this.fetch = (path, { headers }) =>
      new Promise((answer, fail) => this.asked.push({ path, ...headers, answer, fail }));
  }

  /** Answers the oldest request that waits and is like this, with these frames. */
  async answers(like, frames = [], status = 200) {
    await settled();
    const place = this.asked.findIndex((each) => Object.keys(like).every((key) => each[key] === like[key]));
    const [request] = this.asked.splice(place, 1);
    request.answer({ ok: status === 200, text: async () => frames.map((each) => JSON.stringify(each)).join('\n') });
    await settled();
  }
}

const settled = () => new Promise((go) => setImmediate(go));
const LISTENS = { number: undefined };

function line() {
  const server = new FakeServer();
  const told = [];
  const socket = openLine(server.fetch);
  socket.onopen = () => told.push('open');
  socket.onmessage = ({ data }) => told.push(JSON.parse(data));
  socket.onclose = () => told.push('closed');
  return { server, socket, told };
}

test('it opens when the server has answered, and hears what is told', async () => {
  const { server, socket, told } = line();
  assert.equal(socket.readyState, 0);
  await server.answers({ number: 0 });
  assert.equal(socket.readyState, 1);
  await server.answers(LISTENS, [{ a: 1 }, { b: 2 }]);
  await server.answers(LISTENS);
  assert.deepEqual(told, ['open', { a: 1 }, { b: 2 }]);
  assert.equal(server.asked.length, 1);
});

test('what is sent goes one by one, in order, while another request listens', async () => {
  const { server, socket } = line();
  await server.answers({ number: 0 });
  socket.send('{"name":"Zoë, ☂"}');
  socket.send('{}');
  await settled();
  assert.deepEqual(server.asked.map((each) => each.number), [undefined, 1]);
  assert.equal(decodeURIComponent(server.asked[1].say), '{"name":"Zoë, ☂"}');
  await server.answers({ number: 1 });
  assert.equal(server.asked[1].number, 2);
});

test('each line has a long name of its own, that stands in a header', async () => {
  const one = line().server.asked[0];
  const other = line().server.asked[0];
  assert.match(one.line, /^[0-9-]{16,60}$/);
  assert.notEqual(one.line, other.line);
  assert.equal(one.path, '/poll');
});

test('a refusal closes it, once', async () => {
  const { server, socket, told } = line();
  await server.answers({ number: 0 });
  socket.send('{}');
  await server.answers(LISTENS, [], 410);
  assert.equal(socket.readyState, 3);
  await server.answers({ number: 1 });
  socket.send('{}');
  await settled();
  assert.equal(server.asked.length, 0);
  assert.deepEqual(told, ['open', 'closed']);
});

test('a network that fails closes it', async () => {
  const { server, told } = line();
  await settled();
  server.asked[0].fail(new TypeError('no network'));
  await settled();
  assert.deepEqual(told, ['closed']);
});

test('when it is closed from here nothing is asked or told any more', async () => {
  const { server, socket, told } = line();
  await server.answers({ number: 0 });
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  await server.answers(LISTENS, [{ a: 1 }]);
  assert.equal(server.asked.length, 0);
  assert.deepEqual(told, ['open']);
});
