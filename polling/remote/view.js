// What the teacher page shows, from state to tree. Pure: no document. Only text is put in it, never markup.
import { clockText, shownMs } from '../browser/clock.js';
import { h } from '../browser/dom.js';
import {
  boardPanel, button, joiningPanel, notesPanel, questionPanel, quickPanel, results, slidesPanel, timerPanel,
} from './panels.js';
import { claimCard, peoplePanel } from './people.js';
import { slideAhead, slideAtHand, thoseIn } from './state.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('../browser/wire').PositionPart} Position */

/**
 * @typedef {object} Sight
 * @property {State} state
 * @property {import('./words.js').Words} words
 * @property {number} room the time in the room, milliseconds
 * @property {(command: object) => void} send
 * @property {(sure: boolean) => void} askToEnd
 * @property {(id: string) => void} openPerson
 * @property {string} digits by which the laptop knows this page
 */

/**
 * @param {Sight} sight
 * @returns {import('../browser/dom.js').Child[]}
 */
export function view(sight) {
  const { state, words } = sight;
  const { position } = state;
  if (state.stage === 'ended') return [header(sight), calm(words.ended, words.endedText)];
  if (state.stage === 'waiting') return [header(sight), calm(sight.digits, words.waiting)];
  if (state.stage !== 'working') {
    const text = { wrong_key: words.wrongKeyText, code_closed: words.codeClosed, not_paired: words.notPaired }[state.stage];
    return [header(sight), calm(words.wrongKey, text)];
  }
  if (!position || !state.lesson) return [header(sight), calm('', state.lesson ? words.searching : words.connecting)];
  const claim = claimCard(sight);
  const tree = [header(sight), h('main', { key: 'main' }, ...panels(sight, position)), footer(sight, position)];
  return claim ? [tree[0], claim, ...tree.slice(1)] : tree;
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
function panels(sight, position) {
  return [
    now(sight, position),
    ...results(sight),
    notesPanel(sight),
    questionPanel(sight, position),
    timerPanel(sight, position),
    quickPanel(sight, position),
    boardPanel(sight, position),
    peoplePanel(sight),
    joiningPanel(sight),
    slidesPanel(sight),
    ending(sight),
  ];
}

/**
 * True when something on the screen moves with time.
 * @param {State} state
 */
export function hasRunningClock({ position }) {
  if (!position) return false;
  return [position.clock, position.timer].some((clock) => clock !== null && clock.ends_at !== null);
}

/**
 * @param {string} title
 * @param {string} text
 * @param {import('../browser/dom.js').Maybe} [more]
 */
function calm(title, text, more) {
  const heading = title ? h('h1', null, title) : null;
  return h('main', { class: 'calm', key: 'calm' }, heading, h('p', { role: 'status' }, text), more);
}

/** @param {Sight} sight */
function header({ state, words }) {
  const { lesson, roster } = state;
  const label = lesson ? (lesson.label ? `${lesson.title} · ${lesson.label}` : lesson.title) : words.title;
  return h(
    'header',
    { key: 'header' },
    h('span', { class: 'lesson', dir: 'auto' }, label),
    roster ? h('span', { class: state.isLinked ? 'me' : 'me lost' }, words.here(roster.here, thoseIn(roster).length)) : null,
  );
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
function now(sight, position) {
  const { state, words } = sight;
  const slide = slideAtHand(state);
  const clock = position.clock || position.timer;
  const total = state.lesson ? state.lesson.outline.length : 0;
  const where = slide
    ? [
        words.place(position.number, total),
        words.kinds[slide.kind],
        position.pages > 1
          ? words.page(position.page + 1, position.pages)
          : position.step
            ? words.step(position.step)
            : '',
        position.rounds > 1 ? words.roundOf(position.round) : '',
      ]
    : [words.lobby];
  const asked = slide && slide.question !== slide.title ? slide.question : '';
  const cover = position.cover === 'none' || !slide ? '' : `${words.onBoard}: ${words.covers[position.cover]}`;
  const held = [position.frozen ? words.frozen : '', position.hides_answers ? words.hidesTyped : ''];
  const notices = [position.paused ? words.paused : '', cover, ...held].filter(Boolean);
  return h(
    'section',
    { class: 'now', key: 'now' },
    h(
      'p',
      { class: 'label' },
      h('span', null, where.filter(Boolean).join(' · ')),
      clock ? h('span', { class: 'clock' }, clockText(clock, shownMs(clock, sight.room))) : null,
    ),
    h('h1', { dir: 'auto' }, slide ? slide.title || slide.question : state.lesson ? state.lesson.title : ''),
    asked ? h('p', { dir: 'auto' }, asked) : null,
    position.phase ? h('p', { class: `phase ${position.phase}` }, words.phases[position.phase] || '') : null,
    notices.map((text) => h('p', { class: 'notice', key: text }, text)),
  );
}

/** @param {Sight} sight */
function ending({ state, words, send, askToEnd }) {
  if (!state.isAskingToEnd) {
    return h('section', { class: 'panel ending', key: 'ending' }, button(words.end, () => askToEnd(true), { class: 'quiet' }));
  }
  const sure = () => {
    send({ type: 'end' });
    askToEnd(false);
  };
  return h(
    'section',
    { class: 'panel ending asked', key: 'ending', role: 'alertdialog', 'aria-label': words.endQuestion },
    h('h2', null, words.endQuestion),
    h('p', null, words.endText),
    h(
      'div',
      { class: 'row' },
      button(words.endNot, () => askToEnd(false), { class: 'primary' }),
      button(words.endSure, sure, { class: 'danger' }),
    ),
  );
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
function footer(sight, position) {
  const { state, words, send } = sight;
  const ahead = slideAhead(state);
  const isAhead = ['begin', 'go', 'close_and_go'].includes(position.next) && ahead;
  const isIdle = !state.isLinked || state.isMoving;
  const status = !state.isLinked ? words.searching : state.refusal ? words.refusals[state.refusal] || words.refusals.bad_message : '';
  return h(
    'footer',
    { key: 'footer' },
    h('p', { class: 'status warn', role: 'status' }, status),
    h(
      'div',
      { class: 'keys' },
      h(
        'button',
        { type: 'button', class: 'back', disabled: isIdle || position.back === 'none', onclick: () => send({ type: 'back' }) },
        position.back === 'none' ? words.nowhere : words.moves[position.back] || words.nowhere,
      ),
      h(
        'button',
        { type: 'button', class: 'primary next', disabled: isIdle || position.next === 'none', onclick: () => send({ type: 'next' }) },
        h('span', null, moveInWords(sight, position)),
        isAhead && ahead ? h('small', { dir: 'auto' }, ahead.title || ahead.question) : null,
      ),
    ),
  );
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
function moveInWords({ words }, position) {
  if (position.next === 'reveal' && !position.right.length) return words.showResults;
  return words.moves[position.next] || position.next;
}
