// The phone's real connection over a real network, told on standard output: "in" and "lost". No page, no outbox.
//
//     node watch.mjs HOST PORT ROOM_CODE NAME TIMING      TIMING is JSON, laid over the real one
import { Connection, defaults } from '../../polling/browser/connection.js';

const [host, port, roomCode, name, timing] = process.argv.slice(2);
const hello = { type: 'hello', proto: 1, room_code: roomCode, session: '', token: '', name };

const connection = new Connection(
  {
    open: () => new WebSocket(`ws://${host}:${port}/ws`, { headers: { origin: `http://${host}:${port}` } }),
    now: () => Date.now(),
    after: (call, ms) => setTimeout(call, Math.min(ms, 2 ** 31 - 1)),
    cancel: (timer) => clearTimeout(timer),
    random: Math.random,
  },
  {
    opened: () => {
      connection.send(hello);
      connection.expectWord();
    },
    heard: (message) => {
      if (message.type !== 'welcome') return;
      hello.token = message.token;
      connection.arrived();
      console.log('in');
    },
    lost: () => console.log('lost'),
  },
  { ...defaults, ...JSON.parse(timing) },
);
connection.start();
