// Brings the answers of the outbox to the server: sends each once, again after a while, and then on a new socket. What
// is in the outbox is not decided here.

/** @typedef {import('../browser/wire').OwnAnswer} OwnAnswer */

/**
 * @typedef {object} Means
 * @property {(message: object) => boolean} send
 * @property {() => void} renew throw the socket away
 * @property {(call: () => void, ms: number) => any} after
 * @property {(timer: any) => void} cancel
 */

export class Delivery {
  /**
   * @param {Means} means
   * @param {number} ackMs how long an answer may stay without its ack
   */
  constructor(means, ackMs) {
    this.means = means;
    this.ackMs = ackMs;
    /** @type {Map<string, { revision: number, timer: any }>} */
    this.underway = new Map();
  }

  /**
   * Sees to it that exactly these answers are under way.
   * @param {OwnAnswer[]} answers
   */
  offer(answers) {
    const wanted = new Map(answers.map((each) => [`${each.slide}/${each.round}`, each]));
    for (const [key, { revision }] of Array.from(this.underway)) {
      const answer = wanted.get(key);
      if (!answer || answer.revision !== revision) this.forget(key);
    }
    for (const [key, answer] of wanted) if (!this.underway.has(key)) this.send(key, answer, true);
  }

  /** The socket is gone: nothing is under way any more. */
  reset() {
    for (const key of Array.from(this.underway.keys())) this.forget(key);
  }

  /**
   * @param {string} key
   * @param {OwnAnswer} answer
   * @param {boolean} mayRepeat
   */
  send(key, answer, mayRepeat) {
    const { slide, round, revision, value } = answer;
    if (!this.means.send({ type: 'answer', slide, round, revision, value })) return;
    const timer = this.means.after(
      () => (mayRepeat ? this.send(key, answer, false) : this.means.renew()),
      this.ackMs,
    );
    this.underway.set(key, { revision, timer });
  }

  /** @param {string} key */
  forget(key) {
    const held = this.underway.get(key);
    if (held) this.means.cancel(held.timer);
    this.underway.delete(key);
  }
}
