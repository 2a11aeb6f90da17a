// What this phone remembers of each session: who it is there, what it still has to send and what was being typed. In the
// browser's storage, or only in this page where the browser refuses.

/** @typedef {import('../browser/wire').OwnAnswer} OwnAnswer */
/** @typedef {{ key: string, text: string }} Draft */
/** @typedef {{ session: string, token: string, name: string, outbox: OwnAnswer[], draft: Draft | null }} Memory */

const LATEST = 'klassikaal.sessions';
const SESSIONS_KEPT = 5;

/** @type {Memory} */
export const nothing = { session: '', token: '', name: '', outbox: [], draft: null };

/**
 * Where the memory of a session stands in the storage.
 * @param {string} session
 */
export function placeOf(session) {
  return `klassikaal.${session}`;
}

export class Memories {
  /** @param {Storage | null} storage null where the browser has none */
  constructor(storage) {
    this.storage = storage;
    /** @type {Map<string, string>} */
    this.held = new Map();
  }

  /** Of the session this phone was in last. */
  latest() {
    const session = this.sessions()[0];
    return session ? this.of(session) : nothing;
  }

  /**
   * @param {string} session
   * @returns {Memory}
   */
  of(session) {
    const kept = this.read(placeOf(session));
    if (!kept || typeof kept !== 'object' || typeof kept.token !== 'string') return { ...nothing, session };
    const name = typeof kept.name === 'string' ? kept.name : '';
    const outbox = Array.isArray(kept.outbox) ? kept.outbox.filter(isAnswer) : [];
    const draft = kept.draft && typeof kept.draft.text === 'string' ? kept.draft : null;
    return { session, token: kept.token, name, outbox, draft };
  }

  /** @param {Memory} memory */
  keep(memory) {
    const { session, ...kept } = memory;
    const sessions = [session, ...this.sessions().filter((each) => each !== session)];
    for (const old of sessions.slice(SESSIONS_KEPT)) this.forget(old);
    this.write(LATEST, sessions.slice(0, SESSIONS_KEPT));
    this.write(placeOf(session), kept);
  }

  /** @param {string} session */
  forget(session) {
    this.write(placeOf(session), null);
  }

  /** @returns {string[]} the latest first */
  sessions() {
    const kept = this.read(LATEST);
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  }

  /**
   * @param {string} key
   * @returns {any}
   */
  read(key) {
    try {
      const kept = this.held.has(key) ? this.held.get(key) : this.storage && this.storage.getItem(key);
      return kept ? JSON.parse(kept) : null;
    } catch (refusal) {
      return null;
    }
  }

  /**
   * @param {string} key
   * @param {unknown} value null forgets it
   */
  write(key, value) {
    const text = JSON.stringify(value);
    try {
      if (!this.storage) throw new Error('no storage');
      if (value === null) this.storage.removeItem(key);
      else this.storage.setItem(key, text);
      this.held.delete(key);
    } catch (refusal) {
      this.held.set(key, text);
    }
  }
}

/** @param {any} kept */
function isAnswer(kept) {
  return Boolean(kept) && typeof kept.slide === 'string' && kept.round > 0 && kept.revision > 0 && Boolean(kept.value);
}
