// The other side in a test: a server that stores answers as the real one does, over a link that delays, doubles and breaks.
// No sockets. Chance comes from a seed, so that a failing run can be run again.
import { deliverable } from '../../../polling/phone/state.js';
import { OPEN, Phone, WEB, question, room } from './class.js';

const QUESTIONS = [{}, { slide: 's3', allows_several: true }, WEB, OPEN];
const keyOf = ({ slide, round }) => `${slide}/${round}`;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed) {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export class Laptop {
  constructor(seed) {
    this.chance = chanceOf(seed);
    this.revision = 1;
    this.begins('k1');
  }

  /** Another session, of which nothing is stored. */
  begins(session) {
    this.session = session;
    this.stored = {};
    this.ever = new Set();
    this.underway = [];
    this.shows({ view: 'lobby' });
  }

  shows(changes) {
    this.revision += 1;
    this.room = room({ revision: this.revision, ...changes });
  }

  asks(place, changes = {}) {
    this.shows({ view: 'question', question: question({ ...QUESTIONS[place], ...changes }) });
  }

  get welcome() {
    const answers = Object.keys(this.stored).map((key) => this.stored[key]);
    const { session } = this;
    return { type: 'welcome', session, token: `of ${session}`, participant: 'p1', name: 'Ana', answers, state: this.room, received: 20 };
  }

  /** What the real server says to an answer; it keeps the highest revision, and takes one twice. */
  hears({ slide, round, revision, value }) {
    const where = { slide, round, revision };
    const kept = this.stored[keyOf(where)];
    const asked = this.room.question;
    const isAsked = asked && keyOf(asked) === keyOf(where) && asked.phase === 'asking';
    if (!(kept && kept.revision >= revision)) {
      if (!isAsked) return { type: 'refused', code: 'not_asking', parameters: {}, ...where };
      this.stored[keyOf(where)] = { ...where, value };
      for (const word of value.words || []) this.ever.add(word);
    }
    return { type: 'ack', ...where };
  }

  pick(items) {
    return items[Math.floor(this.chance() * items.length)];
  }
}

/** A phone and the laptop, and what may happen to them. */
export class Lesson {
  constructor(seed) {
    this.laptop = new Laptop(seed);
    this.phone = new Phone();
    this.returns();
  }

  get chance() {
    return this.laptop.chance;
  }

  /** The phone comes (back) on a new socket. */
  returns() {
    this.phone.hears({ type: 'opened', at: 0 }).hears(this.laptop.welcome);
  }

  /** The browser starts the page anew with what it remembers. */
  reloads() {
    const { session, token, name, outbox } = this.phone.state;
    this.phone = new Phone('4271', { session, token, name, outbox: Object.values(outbox), draft: null });
  }

  answers() {
    const { phone, laptop } = this;
    const asked = phone.state.room && phone.state.room.question;
    const text = laptop.pick(['zee', 'zon', 'wind', 'ijs']);
    if (!asked) return;
    if (asked.kind === 'open') phone.types(text).hears({ type: 'wrote' });
    else if (asked.kind !== 'wordweb') phone.chooses(Math.floor(this.chance() * 3));
    else if (this.chance() < 0.3) phone.hears({ type: 'withdrew', word: text });
    else phone.types(text).hears({ type: 'added' });
  }

  /** All that waits goes to the server, sometimes twice; what it says is on its way from then on. */
  sends() {
    for (const answer of deliverable(this.phone.state)) {
      for (let count = this.chance() < 0.2 ? 2 : 1; count > 0; count -= 1) this.laptop.underway.push(this.laptop.hears(answer));
    }
  }

  /** The first of what the server said arrives, perhaps long after it was said, and sometimes twice. */
  hears() {
    const { underway } = this.laptop;
    if (!underway.length) return;
    this.phone.hears(underway[0]);
    if (this.chance() < 0.8) underway.shift();
  }

  /** An ack of something that this phone did not send. */
  hearsNonsense() {
    const slide = this.laptop.pick(['s2', 's3', 's4', 's5', 's9']);
    const used = this.phone.state.revisions[`${slide}/1`] || 0;
    this.phone.hears({ type: 'ack', slide, round: 1, revision: used + 1 + Math.floor(this.chance() * 3) });
  }

  goesOn() {
    const { laptop } = this;
    const place = Math.floor(this.chance() * QUESTIONS.length);
    const does = laptop.pick([
      () => laptop.asks(place),
      () => laptop.asks(place),
      () => laptop.asks(place, { phase: 'closed' }),
      () => laptop.asks(place, { round: 2 }),
      () => laptop.shows({ view: 'pause' }),
      () => laptop.shows({ view: 'slide', heading: 'Uitleg' }),
    ]);
    does();
    if (this.chance() < 0.8) this.phone.hears(laptop.room);
  }

  /** The socket is gone with all that was on its way. */
  isCut() {
    this.laptop.underway = [];
    this.phone.hears({ type: 'lost' });
    if (this.chance() < 0.3) this.reloads();
    if (this.chance() < 0.9) this.returns();
  }

  /** One thing happens. */
  step() {
    const does = this.laptop.pick(['answers', 'answers', 'answers', 'sends', 'sends', 'hears', 'hears', 'hearsNonsense', 'goesOn', 'isCut']);
    this[does]();
    return does;
  }

  /** Everything gets through at last, also what waited for the end of a pause. */
  heals() {
    if (this.laptop.room.view === 'pause') this.laptop.asks(0);
    this.phone.hears({ type: 'lost' });
    this.returns();
    for (const answer of deliverable(this.phone.state)) this.phone.hears(this.laptop.hears(answer));
  }
}
