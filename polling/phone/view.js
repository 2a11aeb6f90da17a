// What the phone shows, from state to tree. Pure: no document. Only text is put in it, never markup.
import { momentOf, shownMs } from '../browser/clock.js';
import { h } from '../browser/dom.js';
import { icon } from '../browser/icons.js';
import { clockAtHand, question } from './asked.js';
import { bar, clockBit, lines, questionView } from './question.js';
import { statusOf } from './status.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./state.js').Happened} Happened */
/** @typedef {import('../browser/wire').PhoneState} PhoneState */

/**
 * @typedef {object} Sight
 * @property {State} state
 * @property {import('./words.js').Words} words
 * @property {string} language of the words
 * @property {number} room the time in the room, milliseconds
 * @property {(what: Happened) => void} act
 * @property {(form: HTMLFormElement) => void} submit hands in the room code or the name
 * @property {(again: 'me' | 'other' | 'back') => void} sayAgain what is said of somebody of the same name
 * @property {() => void} takeBack
 * @property {() => void} rejoin
 * @property {() => void} reload
 */

/**
 * @param {Sight} sight
 * @returns {import('../browser/dom.js').Child[]}
 */
export function view(sight) {
  const { state, words } = sight;
  const { text, tone } = statusOf(state, words);
  return [
    header(sight),
    h('main', { class: `${screenOf(state)}${isCalm(state) ? ' calm' : ''}`, key: screenOf(state), tabindex: screenOf(state) === 'slide' ? '0' : null }, main(sight)),
    // What a reader aloud hears, in the order in which it changes: where you stand, what is asked, the last seconds.
    h(
      'div',
      { key: 'told', 'aria-live': 'polite' },
      h(
        'p',
        { class: `status ${tone}` },
        tone === 'busy' ? icon('clock') : tone === 'warn' && text ? icon('warning') : null,
        text,
      ),
      h('p', { class: 'unseen', lang: state.stage === 'in' ? state.language : null }, told(sight)),
      h('p', { class: 'unseen' }, moment(sight)),
    ),
  ];
}

/** @param {Sight} sight */
function told({ state, words }) {
  const asked = question(state);
  if (state.stage === 'taken') return words.taken(state.name);
  if (state.stage === 'waiting') return words.claiming;
  return asked && asked.phase === 'asking' ? asked.text : '';
}

/** @param {Sight} sight */
function moment({ state, words, room }) {
  const clock = clockAtHand(state);
  const passed = clock ? momentOf(clock, shownMs(clock, room)) : 0;
  return passed ? words.moment(passed) : '';
}

/**
 * True when something on the screen moves with time.
 * @param {State} state
 */
export function hasRunningClock(state) {
  const clock = clockAtHand(state);
  return clock !== null && clock.ends_at !== null;
}

/** @param {State} state */
function screenOf(state) {
  return state.stage === 'in' && state.room ? state.room.view : state.stage;
}

/**
 * True where a few words stand alone, such as a slide of which the phone shows no more than the title.
 * @param {State} state
 */
function isCalm(state) {
  const { stage, room } = state;
  if (stage === 'in' && room && room.view === 'slide') return !room.text && !room.timer && !room.links.length;
  return !['code', 'name', 'question'].includes(screenOf(state));
}

/** @param {Sight} sight */
function header({ state, words }) {
  const isShown = state.stage === 'in' || state.stage === 'away';
  return h(
    'header',
    { key: 'header' },
    h('span', { class: 'lesson', dir: 'auto' }, state.lesson || 'Klassikaal'),
    isShown
      ? h(
          'span',
          { class: state.isLinked ? 'me' : 'me lost' },
          h('span', { class: 'unseen' }, state.isLinked ? words.online : words.offline),
          h('bdi', null, state.name),
        )
      : null,
  );
}

/** @param {Sight} sight */
function main(sight) {
  const { state, words } = sight;
  const { room } = state;
  switch (state.stage) {
    case 'start':
      return calm(state.lesson || 'Klassikaal', '');
    case 'code':
      return codeForm(sight);
    case 'name':
      return nameForm(sight);
    case 'taken':
      return calm(
        words.taken(state.name),
        words.takenText,
        button(words.isMe, () => sight.sayAgain('me')),
        button(words.isOther(state.name), () => sight.sayAgain('other'), ''),
      );
    case 'waiting':
      return calm(words.claiming, words.claimingText, button(words.back, () => sight.sayAgain('back'), ''));
    case 'away':
      return calm(words.away, words.awayText, button(words.takeBack, sight.takeBack));
    case 'stuck':
      return unwanted(sight);
    default:
  }
  if (!room) return [];
  const asked = question(state);
  if (asked) return questionView(sight, asked);
  switch (room.view) {
    case 'lobby':
      return calm(state.isBack ? words.backInLobby(state.name) : words.inLobby(state.name), words.lobby);
    case 'pause':
      return calm(words.pause, words.pauseText);
    case 'ended':
      return calm(words.ended, words.endedText);
    default:
      return slide(sight, room);
  }
}

/**
 * @param {string} title
 * @param {string} text
 * @param {...import('../browser/dom.js').Maybe} more
 */
function calm(title, text, ...more) {
  return [title ? h('h1', { dir: 'auto' }, title) : null, text ? h('p', null, text) : null, ...more];
}

/** @param {Sight} sight */
function unwanted({ state, words, reload, rejoin }) {
  const code = state.notice ? state.notice.code : '';
  if (code === 'ended') return calm(words.ended, words.endedText);
  const told = words.refusals[code] || words.refusals.bad_message;
  if (code === 'blocked') return calm(told, '');
  return calm(told, '', code === 'removed' ? button(words.rejoin, rejoin) : button(words.reload, reload));
}

/**
 * @param {string} text
 * @param {() => void} call
 * @param {string} [style] a class
 */
function button(text, call, style = 'primary') {
  return h('button', { type: 'button', class: style, onclick: call }, text);
}

/** @param {(form: HTMLFormElement) => void} submit */
function handingIn(submit) {
  return (/** @type {Event} */ event) => {
    event.preventDefault();
    submit(/** @type {HTMLFormElement} */ (event.currentTarget));
  };
}

/** @param {Sight} sight */
function codeForm({ state, words, submit }) {
  return h(
    'form',
    { class: 'entry tall', key: 'code', onsubmit: handingIn(submit) },
    h('h1', null, words.join),
    h('label', { for: 'code' }, words.codeLabel),
    h('input', {
      id: 'code',
      name: 'code',
      class: 'digits',
      type: 'text',
      inputmode: 'numeric',
      pattern: '[0-9]{4}',
      maxlength: '4',
      required: true,
      autocomplete: 'off',
      autofocus: true,
      'aria-invalid': String(Boolean(state.notice)),
    }),
    h('button', { type: 'submit', class: 'primary' }, words.go),
  );
}

/** @param {Sight} sight */
function nameForm({ state, words, submit }) {
  return h(
    'form',
    { class: 'entry tall', key: 'name', onsubmit: handingIn(submit) },
    h('h1', { dir: 'auto' }, state.lesson || words.join),
    h('label', { for: 'name' }, words.nameLabel),
    h('input', {
      id: 'name',
      name: 'name',
      type: 'text',
      maxlength: '20',
      required: true,
      autocomplete: 'nickname',
      autocapitalize: 'words',
      enterkeyhint: 'go',
      spellcheck: 'false',
      initial: state.name,
      autofocus: true,
    }),
    h('p', { class: 'label' }, words.nameHint),
    h('button', { type: 'submit', class: 'primary', disabled: Boolean(state.asked) }, words.join),
  );
}

/**
 * @param {Sight} sight
 * @param {PhoneState} room
 */
function slide(sight, room) {
  const { words, state } = sight;
  const { timer } = room;
  const links = room.links.filter((link) => /^https?:\/\//i.test(link.target));
  return [
    h('h1', { dir: 'auto', lang: state.language }, room.heading || words.look),
    timer
      ? h('div', { class: 'timer' }, clockBit(sight, timer, false), timer.up ? null : h('div', { class: 'bar' }, bar(sight, timer)))
      : null,
    room.text ? h('div', { class: 'shared', lang: state.language }, lines(room.text)) : null,
    links.length
      ? h(
          'ul',
          { class: 'links', 'aria-label': words.links },
          links.map(({ text, target }) =>
            h('li', null, h('a', { href: target, target: '_blank', rel: 'noopener noreferrer' }, text || target)),
          ),
        )
      : null,
  ];
}
