// The teacher page: its state and what it shows, without a document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { begin, reduce, slideAhead, wantsLink } from '../../../polling/remote/state.js';
import { view } from '../../../polling/remote/view.js';
import { catalogue } from '../../../polling/remote/words.js';

const outline = [
  { id: 's1', kind: 'text', title: 'Geluid', question: '', notes: 'Wacht.', hidden: false, options: [] },
  { id: 's2', kind: 'quiz', title: 'Hoe hard?', question: 'Waarin?', notes: '', hidden: false, options: ['Decibel', 'Hertz'].map((text) => ({ text, right: null })) },
  { id: 's3', kind: 'text', title: 'Later', question: '', notes: '', hidden: true, options: [] },
  { id: 's4', kind: 'open', title: 'Waarom?', question: 'Waarom?', notes: '', hidden: false, options: [] },
];
const lesson = { type: 'lesson', revision: 0, session: 'k3', label: '2B', title: 'Geluid', language: 'nl', outline };
const roster = rosterOf({ name: '<b>Ana</b>', has_answered: true }, { name: 'Bo', status: 'asleep' });

function rosterOf(...people) {
  const participants = people.map((person, place) => ({
    id: `p${place + 1}`, number: place + 1, status: 'here', has_answered: false, standing: 'in', is_covered: false, is_shared: false, is_awaited: false, ...person,
  }));
  const here = participants.filter((each) => each.status === 'here').length;
  return { type: 'roster', revision: 1, here, is_locked: false, claims: [], participants };
}

function position(changes = {}) {
  return {
    type: 'position', revision: 1, now: 0, slide: 's2', number: 2, step: 0, cover: 'none', frozen: false, hides_answers: false, paused: false, ended: false,
    closes_by_itself: false, phase: 'asking', round: 1, rounds: 1, is_live: false, shows_results: false, right: [], next: 'close', back: 'close_and_go_back',
    clock: null, timer: null, timer_slide: '', ...changes,
  };
}

function tally(changes = {}) {
  return {
    type: 'tally', revision: 1, slide: 's2', round: 1, answered: 1, expected: 2, counts: [0, 1], earlier: null, hands: [0, 0],
    answers: [{ participant: 'p1', value: { kind: 'choice', options: [1] }, is_shown: true }], ...changes,
  };
}

function after(...messages) {
  return [{ type: 'opened' }, lesson, roster, ...messages].reduce(reduce, begin(true));
}

function tree(state, sent = []) {
  const nothing = () => undefined;
  return view({ state, words: catalogue.nl, room: 0, send: (command) => sent.push(command), askToEnd: nothing, openPerson: nothing, digits: '07' });
}

function textOf(nodes) {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join(' ');
}

function buttons(nodes) {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [...(node.tag === 'button' ? [node] : []), ...buttons(node.children)]));
}

const named = (state, name, sent) => buttons(tree(state, sent)).find((each) => textOf([each]).includes(name));

test('without a key the page says what to do and stays silent', () => {
  const state = begin(false);
  assert.equal(wantsLink(state), false);
  assert.match(textOf(tree(state)), /scan met deze telefoon de code/);
  const refused = (code) => textOf(tree(reduce(after(position()), { type: 'refused', code })));
  assert.match(refused('wrong_key'), /Open op de laptop het menu/);
  assert.match(refused('code_closed'), /Een code werkt één keer/);
  assert.match(refused('not_paired'), /scan met deze telefoon de code/);
});

test('a new remote shows its digits until the laptop says yes, and then the lesson', () => {
  const waiting = reduce(begin(true), { type: 'waiting' });
  assert.match(textOf(tree(waiting)), /07.*Zeg op de laptop ja/);
  assert.equal(wantsLink(waiting), true);
  assert.match(textOf(tree([lesson, roster, position()].reduce(reduce, waiting))), /Sluit de vraag|Vraag/);
});

test('the primary button says what next will do', () => {
  for (const [code, sentence] of Object.entries(catalogue.nl.moves)) {
    const right = code === 'reveal' ? [0] : [];
    assert.ok(textOf(tree(after(position({ next: code, right })))).includes(sentence), code);
  }
  assert.match(textOf(tree(after(position({ next: 'reveal' })))), /Toon de uitslag/);
  assert.deepEqual(Object.keys(catalogue.en.moves), Object.keys(catalogue.nl.moves));
});

test('a slide that takes several pages says which one is on the board, and its keys turn them', () => {
  const state = after(lesson, position({ slide: 's1', number: 1, phase: '', step: 1, page: 1, pages: 3, next: 'page', back: 'page_back' }));
  const told = textOf(tree(state));
  for (const part of ['blad 2 van 3', 'Volgend blad', 'Vorig blad']) assert.ok(told.includes(part), part);
  assert.ok(!told.includes('punt'));
});

test('the slide that comes next leaves hidden ones out', () => {
  assert.equal(slideAhead(after(position())).id, 's4');
  assert.equal(slideAhead(after(position({ slide: '', number: 0 }))).id, 's1');
  assert.equal(slideAhead(after(position({ slide: 's4', number: 4 }))), null);
});

test('a move waits for its effect, so that a double tap does not skip', () => {
  let state = reduce(after(position()), { type: 'moved' });
  assert.equal(named(state, 'Sluit de vraag').props.disabled, true);
  state = reduce(state, position({ revision: 2 }));
  assert.equal(state.isMoving, false);
  assert.equal(reduce(reduce(state, { type: 'moved' }), { type: 'refused', code: 'not_now' }).isMoving, false);
  assert.equal(reduce(reduce(state, { type: 'moved' }), { type: 'waited' }).isMoving, false);
});

test('a part that is not newer is ignored; a new socket begins again', () => {
  const state = after(position({ revision: 5 }));
  assert.equal(reduce(state, position({ revision: 5 })), state);
  const again = [{ type: 'lost' }, { type: 'opened' }, lesson, position({ revision: 1, number: 1, slide: 's1' })].reduce(reduce, state);
  assert.equal(again.position.slide, 's1');
  assert.equal(again.roster.participants.length, 2);
  assert.equal([{ type: 'lost' }, { type: 'opened' }].reduce(reduce, state).position.slide, 's2', 'what was known stays in sight');
});

test('answers are counted, and shown only for the question at hand', () => {
  assert.match(textOf(tree(after(position(), tally()))), /1 van 2 heeft geantwoord/);
  assert.match(textOf(tree(after(position(), tally({ expected: 1 })))), /1 van 1 heeft geantwoord/);
  assert.doesNotMatch(textOf(tree(after(position({ round: 2, rounds: 2 }), tally()))), /1 van 2 heeft geantwoord/);
  assert.match(textOf(tree(after(position({ round: 2, rounds: 2 }), tally({ round: 2, earlier: [1, 0] })))), /eerst 1/);
});

test('a quiz without a right option can be given one', () => {
  const sent = [];
  named(after(position(), tally()), 'Dit is goed', sent).props.onclick();
  assert.deepEqual(sent, [{ type: 'mark_right', options: [0] }]);
  named(after(position({ right: [0] }), tally()), 'Toch niet goed', sent).props.onclick();
  assert.deepEqual(sent[1], { type: 'mark_right', options: [] });
});

test('a text can be hidden and shown, with the name of who wrote it', () => {
  const sent = [];
  const written = (isShown) => tally({ slide: 's4', counts: [], answers: [{ participant: 'p1', value: { kind: 'text', text: 'Zomaar' }, is_shown: isShown }] });
  const at = position({ slide: 's4', number: 4 });
  assert.match(textOf(tree(after(at, written(true)))), /Zomaar.*<b>Ana<\/b>/);
  named(after(at, written(true)), 'Verberg', sent).props.onclick();
  named(after(at, written(false)), 'Toon aan de klas', sent).props.onclick();
  assert.deepEqual(sent, [{ type: 'hide', item: 'p1' }, { type: 'show', item: 'p1' }]);
});

test('words stand in order of how many sent them', () => {
  const words = { type: 'words', revision: 1, slide: 's2', round: 1, participants: 2, words: [{ key: 'a', text: 'Aap', count: 1, is_shown: true }, { key: 'n', text: 'Noot', count: 2, is_shown: false }] };
  const seen = textOf(tree(after(position(), tally(), words)));
  assert.ok(seen.indexOf('Noot') < seen.indexOf('Aap'));
  assert.match(seen, /verborgen/);
});

test('what can be done with a question follows its phase', () => {
  const offered = (changes) => buttons(tree(after(position(changes)))).map((each) => textOf([each]).trim());
  assert.ok(offered({ next: 'close_and_go' }).includes('Sluit de vraag'));
  assert.ok(offered({ phase: 'closed', next: 'reveal' }).includes('Weer openen'));
  assert.ok(offered({ phase: 'closed', next: 'lift' }).includes('Toon het antwoord'));
  assert.ok(offered({ phase: 'revealed', next: 'go' }).includes('Opnieuw stellen'));
  assert.ok(!offered({ phase: 'revealed', next: 'go' }).includes('Live resultaten'));
});

test('the timer offers minutes, then what can be done with a running one', () => {
  const sent = [];
  named(after(position({ phase: '', slide: 's1', number: 1 })), '3 min', sent).props.onclick();
  const timer = { total_ms: 180000, left_ms: 180000, ends_at: 60000, up: false };
  for (const name of ['Stop even', '+ 30 s', 'Weg']) named(after(position({ timer })), name, sent).props.onclick();
  named(after(position({ timer: { ...timer, ends_at: null } })), 'Ga verder', sent).props.onclick();
  assert.deepEqual(sent.map((each) => each.type), ['start_timer', 'pause_timer', 'extend_timer', 'stop_timer', 'start_timer']);
  assert.equal(named(after(position({ clock: timer })), 'Weg'), undefined);
});

test('a pause, a cover and an ended lesson are said', () => {
  assert.match(textOf(tree(after(position({ paused: true, next: 'resume' })))), /Pauze: alles staat stil/);
  assert.match(textOf(tree(after(position({ cover: 'black' })))), /Op het bord: Zwart/);
  assert.match(textOf(tree(after(position({ ended: true })))), /De les is afgelopen/);
  assert.equal(wantsLink(reduce(after(position()), { type: 'bye', reason: 'ended' })), false);
});

test('the lesson ends only after a second answer', () => {
  const sent = [];
  const state = after(position());
  assert.equal(named(state, 'Ja, sluit af'), undefined);
  const asked = reduce(state, { type: 'asked_to_end', sure: true });
  named(asked, 'Ja, sluit af', sent).props.onclick();
  assert.deepEqual(sent, [{ type: 'end' }]);
});

test('people stand by name, whoever sleeps, and each says how they are', () => {
  const people = [{ name: 'Zoë', has_answered: true }, { name: 'Émile', status: 'asleep', is_awaited: true }, { name: 'Daan', status: 'gone', is_covered: true }, { name: 'Fem', is_shared: true }, { name: 'Gijs', is_shared: true, is_awaited: true }];
  const seen = textOf(tree(after(rosterOfRevision(2, ...people), position())));
  assert.match(seen, /2 leerlingen doen mee vanaf één toestel.*Daan Leerling 3 · weg.*Émile slaapt.*Fem zelfde toestel.*Gijs zelfde toestel · denkt na.*Zoë geantwoord/);
  assert.match(seen, /3 van 5 hier/);
  assert.doesNotMatch(textOf(tree(after(rosterOfRevision(2, ...people), position({ phase: '' })))), /Zoë geantwoord|denkt na/);
});

test('a tap on a name opens what can be done for them, and nobody else', () => {
  const sent = [];
  const state = reduce(after(position()), { type: 'opened_person', person: 'p2' });
  assert.equal(named(after(position()), 'Hernoem'), undefined);
  assert.equal(buttons(tree(state)).filter((each) => textOf([each]).includes('Hernoem')).length, 1);
  named(state, 'Toon als Leerling 2', sent).props.onclick();
  named(state, 'Haal uit de les', sent).props.onclick();
  named(state, 'Blokkeer', sent).props.onclick();
  assert.deepEqual(sent, [
    { type: 'cover_name', participant: 'p2', covered: true },
    { type: 'remove', participant: 'p2', block: false },
    { type: 'remove', participant: 'p2', block: true },
  ]);
});

test('who was removed stands apart and can be let in again', () => {
  const sent = [];
  const roster2 = rosterOfRevision(2, { name: 'Ana' }, { name: 'Bo', standing: 'removed' }, { name: 'Cas', standing: 'blocked' });
  const open = (person) => reduce(after(roster2, position()), { type: 'opened_person', person });
  assert.match(textOf(tree(open(''))), /1 leerling .*Ana.*Uit de les.*Bo.*Cas geblokkeerd/);
  named(open('p3'), 'Laat weer toe', sent).props.onclick();
  assert.equal(named(open('p3'), 'Blokkeer'), undefined);
  named(open('p2'), 'Blokkeer', sent).props.onclick();
  assert.deepEqual(sent, [{ type: 'readmit', participant: 'p3' }, { type: 'remove', participant: 'p2', block: true }]);
});

test('a phone that asks for a seat is a card with yes and no, above everything that scrolls', () => {
  const sent = [];
  const claims = [{ id: 'c1', participant: 'p1', name: 'ana' }, { id: 'c2', participant: 'p2', name: 'Bo' }];
  const state = after({ ...roster, revision: 2, claims }, position());
  const [, card] = tree(state);
  assert.match(textOf([card]), /<b>Ana<\/b> op een ander toestel\?.*Nog 1 wacht\./);
  const [no, yes] = buttons([tree(state, sent)[1]]);
  no.props.onclick();
  yes.props.onclick();
  assert.deepEqual(sent, [{ type: 'judge_claim', claim: 'c1', yes: false }, { type: 'judge_claim', claim: 'c1', yes: true }]);
  assert.equal(tree(after(position()))[1].tag, 'main');
});

test('the lock and closing by itself are switches', () => {
  const sent = [];
  named(after(position()), 'Op slot', sent).props.onclick();
  named(after(position()), 'Sluit vanzelf', sent).props.onclick();
  const on = after({ ...roster, revision: 2, is_locked: true }, position({ closes_by_itself: true }));
  assert.equal(named(on, 'Op slot').props['aria-checked'], 'true');
  named(on, 'Op slot', sent).props.onclick();
  named(on, 'Sluit vanzelf', sent).props.onclick();
  assert.deepEqual(sent, [
    { type: 'lock', locked: true }, { type: 'close_by_itself', on: true }, { type: 'lock', locked: false }, { type: 'close_by_itself', on: false },
  ]);
});

test('both languages have every sentence, and every refusal of the protocol', () => {
  const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
  const listed = page.split('Refusals to a teacher screen:')[1].split('\n\n')[0];
  const codes = Array.from(listed.matchAll(/`(\w+)`/g), (found) => found[1]).filter((code) => code !== 'wrong_key');
  assert.ok(codes.includes('not_now'));
  assert.deepEqual(Object.keys(catalogue.en), Object.keys(catalogue.nl));
  for (const { refusals } of Object.values(catalogue)) for (const code of codes) assert.ok(refusals[code], code);
  for (const part of ['refusals', 'kinds', 'phases', 'covers', 'statuses']) {
    assert.deepEqual(Object.keys(catalogue.en[part]), Object.keys(catalogue.nl[part]), part);
  }
});

function rosterOfRevision(revision, ...people) {
  return { ...rosterOf(...people), revision };
}

test('a board that is frozen, and one without what students typed, are told and undone', () => {
  for (const [field, name, tag, value, told] of [
    ['frozen', 'Zet stil', 'freeze', 'frozen', /Het bord staat stil/],
    ['hides_answers', 'Verberg getypt', 'hide_answers', 'hidden', /Wat leerlingen typen staat niet op het bord/],
  ]) {
    for (const holds of [false, true]) {
      const sent = [];
      const state = after(position({ [field]: holds }));
      const button = named(state, name, sent);
      assert.equal(button.props['aria-pressed'], String(holds));
      button.props.onclick();
      assert.deepEqual(sent, [{ type: tag, [value]: !holds }]);
      assert.equal(told.test(textOf(tree(state))), holds);
    }
  }
});
