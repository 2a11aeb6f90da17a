// A phone in a test: the pure state with sentences of the classroom around it. No sockets, no document.
import { begin, reduce } from '../../../polling/phone/state.js';
import { nothing } from '../../../polling/phone/memory.js';

export const OPTIONS = ['Ja', 'Nee', 'Soms'].map((text) => ({ text, picture: '', right: null, feedback: '' }));

export function question(changes = {}) {
  return {
    slide: 's2', round: 1, number: 1, kind: 'poll', phase: 'asking', text: 'Slaap je goed?', context: '', picture: '',
    options: OPTIONS, allows_several: false, max_words: 0, max_characters: 0, clock: null, explanation: '', ...changes,
  };
}

export const WEB = { kind: 'wordweb', options: [], max_words: 3, max_characters: 30, slide: 's4' };
export const OPEN = { kind: 'open', options: [], max_characters: 240, slide: 's5' };

export function room(changes = {}) {
  return {
    type: 'state', revision: 1, now: 1000, view: 'lobby', lesson: 'Geluid', language: 'nl', heading: '', text: '', links: [],
    timer: null, question: null, ...changes,
  };
}

export class Phone {
  constructor(code = '4271', memory = nothing) {
    this.state = begin(code, memory);
    this.revision = 1;
  }

  hears(message) {
    this.state = reduce(this.state, message);
    return this;
  }

  /** Joins and is welcomed with what the server has stored. */
  isIn(changes = {}, answers = [], session = 'k3') {
    this.hears({ type: 'opened', at: 0 });
    const state = room({ revision: this.revision, ...changes });
    return this.hears({
      type: 'welcome', session, token: 'secret', participant: 'p1', name: 'Ana', answers, state, percent: 100, received: 20,
    });
  }

  asked(changes = {}) {
    this.revision += 1;
    return this.hears(room({ revision: this.revision, view: 'question', question: question(changes) }));
  }

  sees(view, changes = {}) {
    this.revision += 1;
    return this.hears(room({ revision: this.revision, view, ...changes }));
  }

  chooses(option) {
    return this.hears({ type: 'chose', option });
  }

  types(text) {
    return this.hears({ type: 'typed', text });
  }

  acked(revision, where = { slide: 's2', round: 1 }) {
    return this.hears({ type: 'ack', ...where, revision });
  }

  refused(code, revision = 0, where = { slide: '', round: 0 }) {
    return this.hears({ type: 'refused', code, parameters: {}, ...where, revision });
  }

  get outbox() {
    return Object.values(this.state.outbox);
  }
}

/** Time, sockets and chance that a test turns by hand. */
export class FakeWorld {
  constructor() {
    this.time = 0;
    this.timers = [];
    this.sockets = [];
    this.chance = 0.5;
  }

  means() {
    return {
      open: () => {
        const socket = { sent: [], isClosed: false };
        socket.send = (frame) => socket.sent.push(JSON.parse(frame));
        socket.close = () => (socket.isClosed = true);
        this.sockets.push(socket);
        return socket;
      },
      now: () => this.time,
      after: (call, ms) => {
        const timer = { at: this.time + ms, call };
        this.timers.push(timer);
        return timer;
      },
      cancel: (timer) => (this.timers = this.timers.filter((each) => each !== timer)),
      random: () => this.chance,
    };
  }

  waits(ms) {
    const until = this.time + ms;
    for (;;) {
      const due = this.timers.filter((each) => each.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((each) => each !== due);
      this.time = due.at;
      due.call();
    }
    this.time = until;
  }

  get socket() {
    return this.sockets[this.sockets.length - 1];
  }
}
