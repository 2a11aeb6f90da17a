// One lasting connection to the server: opens sockets, watches them, throws dead ones away. It knows heartbeats but no
// other message, and no document: sockets, time and chance come in from outside.

/** @typedef {import('./wire').HeartbeatBack} HeartbeatBack */

/**
 * @typedef {object} Timing all in milliseconds
 * @property {number} connect until the first word of the server on a new socket
 * @property {number} heartbeat between heartbeats while the page is seen
 * @property {number} quick between the first few, from which the clock is set
 * @property {number} silence that an ordinary heartbeat may stay unanswered
 * @property {number} wake that a heartbeat after waking up may stay unanswered
 * @property {number} backoff the first step of waiting, which doubles
 * @property {number} longest that is ever waited
 * @property {number} ack until an answer is sent again, and until its socket is given up
 */

/** @type {Timing} */
export const defaults = {
  connect: 5000,
  heartbeat: 5000,
  quick: 300,
  // With the heartbeat before it: a dead network is noticed within twelve seconds.
  silence: 6500,
  wake: 2000,
  backoff: 500,
  longest: 8000,
  ack: 2000,
};

const QUICK_BEATS = 2;

/**
 * @typedef {object} World what the connection needs from outside
 * @property {(byRequests: boolean) => any} open a new WebSocket, or a line of requests that looks like one
 * @property {() => number} now
 * @property {(call: () => void, ms: number) => any} after
 * @property {(timer: any) => void} cancel
 * @property {() => number} random from 0 to 1
 */

/**
 * @typedef {object} Hearer
 * @property {() => void} opened the socket is open: say hello
 * @property {(message: any) => void} heard a message came
 * @property {() => void} lost the socket is gone; another will come
 */

/**
 * How long to wait before try number `attempt`: the first at once, then a random part of a growing bound.
 * @param {number} attempt from 0
 * @param {number} chance from 0 to 1
 * @param {Timing} timing
 */
export function waitBefore(attempt, chance, timing) {
  if (attempt === 0) return 0;
  return chance * Math.min(timing.longest, timing.backoff * Math.pow(2, attempt));
}

export class Connection {
  /**
   * @param {World} world
   * @param {Hearer} hearer
   * @param {Timing} timing
   */
  constructor(world, hearer, timing) {
    this.world = world;
    this.hearer = hearer;
    this.timing = timing;
    /** @type {any} */
    this.socket = null;
    this.isOpen = false;
    this.isIn = false;
    this.isSeen = true;
    this.isStopped = true;
    this.attempt = 0;
    this.mute = 0;
    this.began = 0;
    this.quickBeats = 0;
    this.silentAt = 0;
    /** @type {Record<string, any>} */
    this.timers = {};
  }

  /** Connects, unless it is at it already. */
  start() {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.attempt = 0;
    this.connect();
  }

  /** No socket any more, until `start`. */
  stop() {
    if (this.isStopped) return;
    this.isStopped = true;
    this.drop();
  }

  /**
   * @param {object} message
   * @returns {boolean} false when there is no open socket
   */
  send(message) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** The next word of the server must come within the time for connecting, or the socket is given up. */
  expectWord() {
    this.set('word', this.timing.connect, () => this.renew());
  }

  /** The server knows us on this socket: the waiting starts over next time, and the heart beats. */
  arrived() {
    this.attempt = 0;
    this.isIn = true;
    this.quickBeats = QUICK_BEATS;
    this.beat(this.timing.silence);
  }

  /** Throws the socket away and opens another. */
  renew() {
    this.drop();
    this.retry();
  }

  /**
   * The page is seen again, or the network is back: find out now whether the socket still lives.
   */
  wake() {
    this.isSeen = true;
    if (this.isStopped) return;
    // A browser that kept the page may have closed its socket without a word.
    const isDead = this.socket && this.socket.readyState > 1;
    if (!this.socket) {
      this.attempt = 0;
      this.connect();
    } else if (this.isIn && !isDead) {
      this.beat(this.timing.wake);
    } else if (isDead || this.world.now() - this.began > this.timing.wake) {
      this.attempt = 0;
      this.renew();
    }
  }

  /** Nobody looks at the page: no heartbeats, and no judgement on a socket that the phone may have put to sleep. */
  sleep() {
    this.isSeen = false;
    this.clear('beat');
    this.clear('silence');
  }

  connect() {
    this.clear('retry');
    this.began = this.world.now();
    // After three sockets in a row without a word: a line of requests and a websocket in turn.
    const byRequests = this.mute > 2 && this.mute % 2 > 0;
    this.mute += 1;
    this.expectWord();
    /** @type {any} */
    let socket;
    try {
      socket = this.world.open(byRequests);
    } catch (refusal) {
      this.drop();
      this.retry();
      return;
    }
    this.socket = socket;
    socket.onopen = () => {
      this.isOpen = true;
      this.hearer.opened();
    };
    socket.onmessage = (/** @type {{ data: string }} */ event) => {
      this.mute = byRequests ? 4 : 0;
      this.hear(event.data);
    };
    socket.onclose = () => this.renew();
  }

  /** @param {string} frame */
  hear(frame) {
    /** @type {any} */
    let message;
    try {
      message = JSON.parse(frame);
    } catch (refusal) {
      return;
    }
    this.clear(message.type === 'hb' ? 'silence' : 'word');
    this.hearer.heard(message);
  }

  /** @param {number} patience */
  beat(patience) {
    this.send({ type: 'hb', sent_ms: this.world.now() });
    if (!this.isSeen) return;
    const silentAt = this.world.now() + patience;
    if (!('silence' in this.timers) || silentAt < this.silentAt) {
      this.silentAt = silentAt;
      this.set('silence', patience, () => this.renew());
    }
    const wait = this.quickBeats > 0 ? this.timing.quick : this.timing.heartbeat;
    this.quickBeats -= 1;
    this.set('beat', wait, () => this.beat(this.timing.silence));
  }

  drop() {
    for (const name of Object.keys(this.timers)) this.clear(name);
    const socket = this.socket;
    const was = this.isOpen || socket;
    this.socket = null;
    this.isOpen = false;
    this.isIn = false;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    if (was) this.hearer.lost();
  }

  retry() {
    if (this.isStopped) return;
    const wait = waitBefore(this.attempt, this.world.random(), this.timing);
    this.attempt += 1;
    this.set('retry', wait, () => this.connect());
  }

  /**
   * @param {string} name
   * @param {number} ms
   * @param {() => void} call
   */
  set(name, ms, call) {
    this.clear(name);
    this.timers[name] = this.world.after(() => {
      delete this.timers[name];
      call();
    }, ms);
  }

  /** @param {string} name */
  clear(name) {
    if (name in this.timers) this.world.cancel(this.timers[name]);
    delete this.timers[name];
  }
}
