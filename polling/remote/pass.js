// What lets this page in: the key that the laptop gives its own browser, a code from the laptop's screen, or the key that
// came of such a code. Keeps the last in the browser, with the highest number it used. No socket, no document.
import { bytesOf, bytesOfHex, proofOf } from './seal.js';

const PLACE = 'klassikaal.remote';
const PROTOCOL = 1;
const IS_CODE = /^r\./;

/** @typedef {{ remote: string, key: string, n: number }} Kept */

export class Pass {
  /**
   * @param {string} fragment of the address: a code, a key, or nothing
   * @param {Storage | null} storage
   * @param {() => string} random a new text that nobody can guess
   */
  constructor(fragment, storage, random) {
    this.storage = storage;
    this.code = IS_CODE.test(fragment) ? fragment.replace(IS_CODE, '') : '';
    this.laptopKey = this.code ? '' : fragment;
    this.nonce = random();
    /** @type {Kept | null} */
    this.kept = this.code || this.laptopKey ? null : this.read();
  }

  /** True when there is something to show at the door. */
  get isThere() {
    return Boolean(this.code || this.laptopKey || this.kept);
  }

  /** The first message on a new socket. */
  first() {
    if (this.laptopKey) return { type: 'teach', proto: PROTOCOL, key: this.laptopKey };
    if (this.code) {
      return { type: 'pair', proto: PROTOCOL, nonce: this.nonce, proof: proofOf(bytesOf(this.code), `pair.${this.nonce}`) };
    }
    const { n, proof } = this.proven('steer');
    return { type: 'steer', proto: PROTOCOL, remote: this.kept ? this.kept.remote : '', n, proof };
  }

  /**
   * The server took the code: from now on this page has a key of its own.
   * @param {{ remote: string, nonce: string }} paired
   */
  paired({ remote, nonce }) {
    this.kept = { remote, key: proofOf(bytesOf(this.code), `key.${this.nonce}.${nonce}`), n: 0 };
    this.code = '';
    this.write();
  }

  /** The two digits that stand on the laptop too. */
  get digits() {
    if (!this.kept) return '';
    const number = parseInt(proofOf(bytesOfHex(this.kept.key), 'digits').slice(0, 8), 16) % 100;
    return number < 10 ? `0${number}` : String(number);
  }

  /**
   * A command as the server takes it from this page.
   * @param {object} command
   */
  sealed(command) {
    if (this.laptopKey) return command;
    const body = JSON.stringify(command);
    return { type: 'sealed', body, ...this.proven(body) };
  }

  /** The laptop does not know this page any more. */
  forget() {
    this.kept = null;
    this.code = '';
    this.write();
  }

  /** @param {string} body */
  proven(body) {
    const kept = this.kept || { remote: '', key: '', n: 0 };
    kept.n += 1;
    this.write();
    return { n: kept.n, proof: proofOf(bytesOfHex(kept.key), `${kept.n}.${body}`) };
  }

  /** @returns {Kept | null} */
  read() {
    try {
      const kept = JSON.parse((this.storage && this.storage.getItem(PLACE)) || 'null');
      return kept && typeof kept.key === 'string' && kept.n >= 0 ? kept : null;
    } catch (refusal) {
      return null;
    }
  }

  write() {
    try {
      if (!this.storage) return;
      if (this.kept) this.storage.setItem(PLACE, JSON.stringify(this.kept));
      else this.storage.removeItem(PLACE);
    } catch (refusal) {
      // This page alone knows its key, until it is closed.
    }
  }
}
