// A socket made of requests, for networks that let pages through and no websockets. It looks like a WebSocket.

/**
 * A line to the server under a name that nobody guesses: one request waits for messages, others bring them one by one.
 * @param {(path: string, how: object) => Promise<any>} fetch
 */
export function openLine(fetch) {
  const line = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');
  let number = 0;
  /** @type {any} */
  const socket = {
    readyState: 0,
    /** @param {string} frame */
    send(frame) {
      said = said.then(() => ask({ number: (number += 1), say: encodeURIComponent(frame) }));
    },
    close() {
      socket.readyState = 3;
    },
  };
  /** @param {object} more */
  const ask = async (more) => {
    try {
      if (socket.readyState > 1) return;
      const answer = await fetch('/poll', { cache: 'no-store', headers: { line, ...more } });
      if (!answer.ok) throw answer;
      const frames = await answer.text();
      for (const data of frames.split('\n')) if (data && socket.onmessage) socket.onmessage({ data });
    } catch (refusal) {
      socket.close();
      if (socket.onclose) socket.onclose();
    }
  };
  const listen = async () => {
    await said;
    if (socket.readyState < 1 && socket.onopen) socket.onopen();
    for (socket.readyState |= 1; socket.readyState < 2; ) await ask({});
  };
  let said = ask({ number });
  listen();
  return socket;
}
