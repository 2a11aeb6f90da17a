// How a remote proves who it is: HMAC-SHA256 of what it says. Pure; a page that comes over plain http has no other way to
// it. The steps and the constants are those of FIPS 180-4 and RFC 2104.

const BLOCK = 64;

/** @param {number} number the first 32 bits behind the point of a root */
function fraction(number) {
  return ((number - Math.floor(number)) * 4294967296) | 0;
}

/** @type {number[]} */
const ROUNDS = [];
/** @type {number[]} */
const BEGIN = [];
for (let number = 2; ROUNDS.length < BLOCK; number += 1) {
  let isPrime = true;
  for (let part = 2; part * part <= number; part += 1) if (number % part === 0) isPrime = false;
  if (isPrime && BEGIN.length < 8) BEGIN.push(fraction(Math.sqrt(number)));
  if (isPrime) ROUNDS.push(fraction(Math.cbrt(number)));
}

/**
 * @param {number} word
 * @param {number} by
 */
function turned(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/**
 * @param {number[]} state eight words
 * @param {number[]} words the sixteen of a block
 */
function mixed(state, words) {
  const all = words.slice();
  for (let at = 16; at < BLOCK; at += 1) {
    const [near, far] = [all[at - 15], all[at - 2]];
    const one = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
    const two = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
    all[at] = (all[at - 16] + one + all[at - 7] + two) | 0;
  }
  let [a, b, c, d, e, f, g, i] = state;
  for (let at = 0; at < BLOCK; at += 1) {
    const one = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (i + one + ((e & f) ^ (~e & g)) + ROUNDS[at] + all[at]) | 0;
    const two = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (two + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [i, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, i].map((word, at) => (word + state[at]) | 0);
}

/** @param {number[]} bytes */
function digest(bytes) {
  const padded = bytes.concat([0x80]);
  while (padded.length % BLOCK !== 56) padded.push(0);
  const bits = bytes.length * 8;
  for (let at = 7; at >= 0; at -= 1) padded.push(at > 3 ? 0 : (bits >>> (at * 8)) & 255);
  let state = BEGIN;
  for (let at = 0; at < padded.length; at += BLOCK) {
    /** @type {number[]} */
    const words = [];
    for (let byte = at; byte < at + BLOCK; byte += 4) {
      words.push((padded[byte] << 24) | (padded[byte + 1] << 16) | (padded[byte + 2] << 8) | padded[byte + 3]);
    }
    state = mixed(state, words);
  }
  return state.flatMap((word) => [24, 16, 8, 0].map((by) => (word >>> by) & 255));
}

/** @param {string} text */
export function bytesOf(text) {
  const written = unescape(encodeURIComponent(text));
  return Array.from(written, (sign) => sign.charCodeAt(0));
}

/** @param {string} hex */
export function bytesOfHex(hex) {
  return (hex.match(/../g) || []).map((pair) => parseInt(pair, 16));
}

/**
 * @param {number[]} key
 * @param {string} text
 * @returns {string} in hexadecimal
 */
export function proofOf(key, text) {
  const short = (key.length > BLOCK ? digest(key) : key).slice();
  while (short.length < BLOCK) short.push(0);
  const inner = digest(short.map((byte) => byte ^ 0x36).concat(bytesOf(text)));
  const outer = digest(short.map((byte) => byte ^ 0x5c).concat(inner));
  return outer.map((byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}
