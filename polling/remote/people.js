// Who is in the room, and what the teacher can do for each of them. Pure trees.
import { h } from '../browser/dom.js';
import { button, folded, toggle } from './panels.js';
import { inOrder, thoseIn } from './state.js';

/** @typedef {import('./view.js').Sight} Sight */
/** @typedef {import('../browser/wire').ParticipantView} Person */

/**
 * The phone that asks for a seat, one at a time: it stays in sight wherever the page is scrolled to.
 * @param {Sight} sight
 */
export function claimCard({ state, words, send }) {
  const claims = state.roster ? state.roster.claims : [];
  if (!state.roster || !claims.length) return null;
  const { id, participant, name } = claims[0];
  const holder = state.roster.participants.find((each) => each.id === participant);
  const shown = holder ? holder.name : name;
  const answer = (/** @type {boolean} */ yes) => () => send({ type: 'judge_claim', claim: id, yes });
  return h(
    'section',
    { class: 'claim', key: `claim ${id}`, role: 'status' },
    h('h2', { dir: 'auto' }, words.claim(shown)),
    h('p', { class: 'label' }, words.claimText(shown), claims.length > 1 ? ` ${words.moreClaims(claims.length - 1)}` : ''),
    h('div', { class: 'row' }, button(words.no, answer(false)), button(words.yes, answer(true), { class: 'primary' })),
  );
}

/** @param {Sight} sight */
export function peoplePanel(sight) {
  const { words, send, state } = sight;
  const { roster } = state;
  const inside = inOrder(thoseIn(roster));
  const outside = roster ? inOrder(roster.participants.filter((each) => each.standing !== 'in')) : [];
  const shared = inside.filter((each) => each.is_shared).length;
  const isLocked = roster !== null && roster.is_locked;
  const list = (/** @type {Person[]} */ people) => h('ul', { class: 'people' }, people.map((each) => person(sight, each)));
  return folded(
    'people',
    [words.people(inside.length), isLocked ? words.isLocked : ''].filter(Boolean).join(' · '),
    h('div', { class: 'row' }, toggle(words.lock, isLocked, () => send({ type: 'lock', locked: !isLocked }))),
    shared ? h('p', { class: 'hint' }, words.shared(shared)) : null,
    inside.length ? list(inside) : h('p', { class: 'label' }, words.nobody),
    outside.length ? h('h3', null, words.outside) : null,
    outside.length ? list(outside) : null,
  );
}

/**
 * @param {Sight} sight
 * @param {Person} who
 */
function person(sight, who) {
  const { state, words, openPerson } = sight;
  const isOpen = state.person === who.id;
  const isOut = who.standing !== 'in';
  const phase = state.position ? state.position.phase : '';
  const isAsked = phase !== '' && phase !== 'waiting';
  const notes = [
    who.is_covered ? words.covered(who.number) : '',
    who.is_shared ? words.shares : '',
    isOut ? (who.standing === 'blocked' ? words.isBlocked : '') : who.status === 'here' ? '' : words.statuses[who.status],
    isAsked && who.has_answered ? words.hasAnswered : '',
    phase === 'asking' && who.is_awaited && who.status === 'here' ? words.thinking : '',
  ];
  return h(
    'li',
    { key: who.id, class: isOpen ? 'open' : null },
    h(
      'button',
      {
        type: 'button',
        class: `person ${isOut ? 'out' : who.status}`,
        'aria-expanded': String(isOpen),
        onclick: () => openPerson(isOpen ? '' : who.id),
      },
      h('bdi', null, who.name),
      h('span', { class: 'label' }, notes.filter(Boolean).join(' · ')),
    ),
    isOpen ? (isOut ? wayBack(sight, who) : care(sight, who)) : null,
  );
}

/**
 * @param {Sight} sight
 * @param {Person} who
 */
function wayBack({ words, send }, who) {
  return h(
    'div',
    { class: 'row' },
    button(words.readmit, () => send({ type: 'readmit', participant: who.id })),
    who.standing === 'blocked' ? null : blocking(words, send, who),
  );
}

/**
 * @param {Sight} sight
 * @param {Person} who
 */
function care({ words, send, openPerson }, who) {
  const rename = (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('name');
    send({ type: 'rename', participant: who.id, name: String(typed) });
    openPerson('');
  };
  const times = [100, 125, 150, 0].map((percent) =>
    button(words.time[percent], () => send({ type: 'give_time', participant: who.id, percent }), {
      'aria-pressed': String(who.percent === percent),
    }),
  );
  const cover = () => send({ type: 'cover_name', participant: who.id, covered: !who.is_covered });
  const remove = () => {
    send({ type: 'remove', participant: who.id, block: false });
    openPerson('');
  };
  return h(
    'div',
    { class: 'care' },
    h(
      'form',
      { class: 'row', onsubmit: rename },
      h('input', {
        name: 'name',
        type: 'text',
        maxlength: '20',
        required: true,
        autocomplete: 'off',
        'aria-label': words.newName,
        initial: who.name,
      }),
      h('button', { type: 'submit' }, words.rename),
    ),
    h('div', { class: 'row' }, toggle(words.cover(who.number), who.is_covered, cover)),
    h('div', { class: 'row', role: 'group', 'aria-label': words.ownTime }, times),
    h('div', { class: 'row' }, button(words.remove, remove, { class: 'danger' }), blocking(words, send, who)),
  );
}

/**
 * @param {import('./words.js').Words} words
 * @param {(command: object) => void} send
 * @param {Person} who
 */
function blocking(words, send, who) {
  return button(words.block, () => send({ type: 'remove', participant: who.id, block: true }), { class: 'danger' });
}
