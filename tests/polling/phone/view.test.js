// What the phone shows: the tree as text, without a document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statusOf } from '../../../polling/phone/status.js';
import { hasRunningClock, view } from '../../../polling/phone/view.js';
import { catalogue } from '../../../polling/phone/words.js';
import { optionOf } from '../../../polling/phone/asked.js';
import { OPEN, OPTIONS, Phone, question, WEB } from './class.js';

const words = catalogue.nl;
const status = (phone) => statusOf(phone.state, words).text;

function tree(phone, room = 1000, language = 'nl') {
  const nothing = () => undefined;
  const rest = { act: nothing, submit: nothing, sayAgain: nothing, takeBack: nothing, rejoin: nothing, reload: nothing };
  return view({ state: phone.state, words: catalogue[language], language, room, ...rest });
}

function textOf(nodes) {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join(' ');
}

function find(nodes, test_) {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [...(test_(node) ? [node] : []), ...find(node.children, test_)]));
}

const byClass = (phone, name) => find(tree(phone), (node) => String(node.props.class || '').split(' ').includes(name));
const told = (right) => OPTIONS.map((option, place) => ({ ...option, right: right.includes(place), feedback: `f${place}` }));
const answered = (options) => [{ slide: 's2', round: 1, revision: 1, value: { kind: 'choice', options } }];

test('the status line says where you stand, from tap to reveal', () => {
  const phone = new Phone().isIn();
  assert.equal(status(phone), '');
  phone.sees('slide');
  assert.equal(status(phone), 'Kijk naar het bord');
  phone.asked({ phase: 'waiting' });
  assert.equal(status(phone), 'Wacht even, de vraag komt zo');
  phone.asked();
  assert.equal(status(phone), 'Kies een antwoord');
  phone.chooses(1);
  assert.equal(status(phone), 'Versturen…');
  phone.acked(1);
  assert.equal(status(phone), 'Verstuurd. Je kunt nog wijzigen.');
  phone.asked({ phase: 'closed' });
  assert.equal(status(phone), 'Deze vraag is gesloten');
});

test('verstuurd is on the option only after its ack; before, it says that it is on its way or only here', () => {
  const note = (phone) => textOf(byClass(phone, 'note'));
  const phone = new Phone().isIn().asked().chooses(1);
  assert.equal(note(phone), 'versturen…');
  assert.equal(byClass(phone, 'busy').length, 1);
  phone.hears({ type: 'lost' });
  assert.equal(note(phone), 'bewaard');
  assert.equal(byClass(phone, 'warn').length, 1);
  phone.isIn(phone.state.room);
  phone.acked(1);
  assert.equal(note(phone), 'verstuurd');
  assert.equal(byClass(phone, 'busy').length + byClass(phone, 'warn').length, 0);
});

test('each kind asks in its own words', () => {
  assert.equal(status(new Phone().isIn().asked({ allows_several: true })), 'Kies een of meer antwoorden');
  assert.equal(status(new Phone().isIn().asked(WEB)), 'Typ een woord');
  assert.equal(status(new Phone().isIn().asked(OPEN)), 'Typ je antwoord');
});

test('a phone without connection says so, and that the answer is kept', () => {
  const phone = new Phone().isIn().asked().hears({ type: 'lost' });
  assert.equal(status(phone), words.searching);
  phone.chooses(1);
  assert.equal(status(phone), words.searchingKept);
  assert.equal(byClass(phone, 'lost').length, 1);
  assert.equal(status(new Phone()), words.connecting);
});

test('too late and other refusals have a sentence', () => {
  const phone = new Phone().isIn().asked().chooses(0).refused('not_asking', 1, { slide: 's2', round: 1 });
  assert.equal(status(phone), 'Te laat: de vraag was al gesloten.');
  phone.refused('something new');
  assert.equal(status(phone), words.refusals.bad_message);
  assert.equal(status(new Phone('1').hears({ type: 'opened', at: 0 }).refused('room_code')), words.refusals.room_code);
});

test('an own answer is judged', () => {
  const judged = (chosen, right) => status(new Phone().isIn({}, answered(chosen)).asked({ phase: 'revealed', options: told(right) }));
  assert.equal(judged([1], [1]), 'Goed!');
  assert.equal(judged([0], [1]), 'Helaas, het was B');
  assert.equal(judged([0], [0, 2]), 'Bijna: het was A en C');
  assert.equal(judged([0, 2], [0, 2]), 'Goed!');
  assert.equal(judged([0, 1, 2], [0, 1, 2]), 'Goed!');
  assert.equal(judged([], [0, 1, 2]), 'Het was A, B en C');
  assert.equal(judged([1], []), 'Deze vraag is gesloten');
});

test('the right option has a tick, the own wrong one says whose it is', () => {
  const phone = new Phone().isIn({}, answered([0])).asked({ phase: 'revealed', options: told([1]), explanation: 'Daarom.' });
  assert.equal(byClass(phone, 'tick').length, 1);
  assert.match(textOf(byClass(phone, 'missed')), /jouw antwoord/);
  assert.match(textOf(byClass(phone, 'missed')), /f0/);
  assert.match(textOf(byClass(phone, 'why')), /Daarom\./);
  assert.doesNotMatch(textOf(tree(phone)), /f2/);
});

test('a long context folds', () => {
  const short = new Phone().isIn().asked({ context: 'Kort.' });
  const long = new Phone().isIn().asked({ context: 'Lang verhaal. '.repeat(20) });
  assert.equal(find(tree(short), (node) => node.tag === 'details').length, 0);
  assert.equal(find(tree(long), (node) => node.tag === 'details').length, 1);
});

test('words left are counted, in one and in several', () => {
  const phone = new Phone().isIn().asked(WEB);
  assert.match(textOf(tree(phone)), /Nog 3 woorden/);
  phone.types('zee,zon,');
  assert.match(textOf(tree(phone)), /Nog 1 woord(?!en)/);
  assert.match(textOf(tree(phone, 0, 'en')), /1 word left/);
  phone.types('wind,');
  assert.match(textOf(tree(phone)), /Je woorden zijn op/);
  assert.equal(byClass(phone, 'stored').length, 0);
  phone.acked(2, { slide: 's4', round: 1 });
  assert.equal(byClass(phone, 'stored').length, 3);
  assert.equal(byClass(phone.asked({ ...WEB, phase: 'closed' }), 'away').length, 0);
});

test('characters left are counted near the end of a word, and always in a text', () => {
  const phone = new Phone().isIn().asked(WEB).types('x'.repeat(29));
  assert.match(textOf(tree(phone)), /Nog 1 teken(?!s)/);
  phone.types('x'.repeat(32));
  assert.match(textOf(tree(phone)), /2 tekens te veel/);
  assert.match(textOf(tree(new Phone().isIn().asked(OPEN).types('abc'))), /Nog 237 tekens/);
});

test('only links to the web can be tapped, and they open elsewhere', () => {
  const targets = ['https://example.org/', 'http://example.org/', 'javascript:alert(1)', 'data:text/html,x', '//example.org'];
  const phone = new Phone().isIn().sees('slide', { heading: 'x', links: targets.map((target) => ({ text: target, target })) });
  const links = find(tree(phone), (node) => node.tag === 'a');
  assert.deepEqual(links.map((link) => link.props.href), targets.slice(0, 2));
  assert.ok(links.every((link) => link.props.target === '_blank' && link.props.rel === 'noopener noreferrer'));
});

test('pictures come from this server only', () => {
  const pictured = (picture) => find(tree(new Phone().isIn().asked({ picture })), (node) => node.tag === 'img').length;
  assert.equal(pictured('/media/abc.jpg'), 1);
  assert.equal(pictured('https://example.org/a.jpg'), 0);
});

test('a clock on the phone runs with room time, and a timer overruns', () => {
  const clock = { total_ms: 30000, left_ms: 30000, ends_at: 31000, up: false };
  const phone = new Phone().isIn().asked({ clock });
  assert.match(textOf(tree(phone, 12000)), /0:19/);
  assert.match(textOf(tree(phone, 40000)), /0:00/);
  assert.match(textOf(tree(phone, 22000)), /Nog 10 seconden/);
  assert.equal(hasRunningClock(phone.state), true);
  phone.sees('slide', { timer: clock });
  assert.match(textOf(tree(phone, 73000)), /\+0:42/);
  assert.equal(hasRunningClock(phone.sees('slide', { timer: { ...clock, ends_at: null } }).state), false);
});

test('lobby, pause, end, another tab and another version have their own screen', () => {
  const seen = (phone) => textOf(tree(phone));
  assert.match(seen(new Phone().isIn()), /Je doet mee, Ana/);
  assert.match(seen(new Phone('1', { session: 'k3', token: 't', name: 'Ana', outbox: [], draft: null }).isIn()), /Je bent er weer, Ana/);
  assert.match(seen(new Phone().isIn().sees('pause')), /Pauze/);
  assert.match(seen(new Phone().isIn().sees('ended')), /De les is afgelopen/);
  assert.match(seen(new Phone().isIn().hears({ type: 'bye', reason: 'taken_over' })), /Hier verder/);
  assert.match(seen(new Phone().refused('old_page')), /oudere versie/);
  assert.match(seen(new Phone('')), /De vier cijfers op het bord/);
});

test('the door: somebody of that name, waiting for the teacher, removed, blocked', () => {
  const buttons = (phone) => find(tree(phone), (node) => node.tag === 'button').map((node) => textOf([node]));
  const beside = new Phone().hears({ type: 'greeting', session: 'k3', lesson: 'Geluid', language: 'nl' });
  beside.hears({ type: 'name', name: '<b>Ana</b>', at: 1 }).hears({ type: 'taken', name: '<b>Ana</b>' });
  assert.match(textOf(tree(beside)), /Er doet al een <b>Ana<\/b> mee/);
  assert.deepEqual(buttons(beside), ['Ja, dat ben ik', 'Nee, ik ben een andere <b>Ana</b>']);
  assert.equal(status(beside), '');
  assert.equal(status(beside.hears({ type: 'again', again: 'me', at: 2 })), 'Versturen…');
  beside.hears({ type: 'waiting' });
  assert.match(textOf(tree(beside)), /Je docent moet even ja zeggen/);
  assert.deepEqual(buttons(beside), ['Terug']);
  assert.equal(status(beside), '');
  assert.equal(status(beside.refused('claim_refused')), words.refusals.claim_refused);
  const removed = new Phone().isIn().hears({ type: 'bye', reason: 'removed' });
  assert.match(textOf(tree(removed)), /Je docent heeft je uit de les gehaald/);
  assert.deepEqual(buttons(removed), ['Opnieuw meedoen']);
  const blocked = new Phone().isIn().hears({ type: 'bye', reason: 'blocked' });
  assert.match(textOf(tree(blocked)), /Je kunt niet meer meedoen/);
  assert.deepEqual(buttons(blocked), []);
});

test('both languages have every sentence, and every refusal of the protocol', () => {
  const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
  const codes = Array.from(page.split('Refusals to a phone:')[1].split('\n\n')[0].matchAll(/`(\w+)`/g), (found) => found[1]);
  assert.ok(codes.includes('locked') && codes.includes('ended'));
  assert.deepEqual(Object.keys(catalogue.en), Object.keys(catalogue.nl));
  for (const { refusals } of Object.values(catalogue)) for (const code of codes) assert.ok(refusals[code], code);
  assert.deepEqual(Object.keys(catalogue.en.refusals), Object.keys(catalogue.nl.refusals));
});

test('who comes when the question is closed hears that the next one comes soon, and nothing of an answer missed', () => {
  const closed = { view: 'question', question: { ...question(), phase: 'closed' } };
  const phone = new Phone().isIn(closed);
  assert.equal(status(phone), 'Deze vraag is gesloten. De volgende komt zo.');
  phone.isIn({ ...closed, question: { ...question(), slide: 's6', phase: 'closed' } });
  assert.equal(status(phone), 'Deze vraag is gesloten. Je hebt niet geantwoord.');
  phone.asked({ slide: 's3', phase: 'closed' });
  assert.equal(status(phone), 'Deze vraag is gesloten. Je hebt niet geantwoord.');
});

test('one polite region tells a reader aloud the question, where you stand and the last seconds', () => {
  const clock = { total_ms: 60000, left_ms: 12000, ends_at: 13000, up: false };
  const phone = new Phone().isIn().asked({ clock });
  const regions = (room) => find(tree(phone, room), (node) => 'aria-live' in node.props || node.props.role === 'status');
  assert.equal(regions(1000).length, 1);
  assert.equal(regions(1000)[0].props['aria-live'], 'polite');
  const heard = (room) => regions(room)[0].children.map((each) => textOf([each]));
  assert.deepEqual(heard(1000), ['Kies een antwoord', 'Slaap je goed?', 'Nog 30 seconden']);
  assert.deepEqual(heard(3500), ['Kies een antwoord', 'Slaap je goed?', 'Nog 10 seconden']);
  phone.asked({ phase: 'closed', clock: null });
  assert.deepEqual(heard(3500), ['Deze vraag is gesloten. Je hebt niet geantwoord.', '', '']);
});

test('letters and numbers stand for the options that there are', () => {
  const phone = new Phone().isIn().asked();
  const chosen = (...keys) => keys.map((key) => optionOf(phone.state, key));
  assert.deepEqual(chosen('a', 'B', '3', '1'), [0, 1, 2, 0]);
  assert.deepEqual(chosen('d', '4', '0', '7', 'Enter', ' ', 'ab'), [-1, -1, -1, -1, -1, -1, -1]);
  assert.equal(optionOf(new Phone().isIn().state, 'a'), -1);
});

test('who has extra time sees a clock of their own, who has no limit sees none, and a timer is the same for all', () => {
  const clock = { total_ms: 60000, left_ms: 12000, ends_at: 13000, up: false };
  const phone = new Phone().isIn().asked({ clock });
  const shown = () => textOf(byClass(phone, 'clock')).trim();
  assert.equal(shown(), '0:12');
  phone.hears({ type: 'own_time', percent: 125 });
  assert.equal(shown(), '0:27');
  phone.isIn(phone.state.room);
  assert.equal(shown(), '0:12');
  phone.hears({ type: 'own_time', percent: 0 });
  assert.equal(shown(), '');
  assert.equal(hasRunningClock(phone.state), false);
  phone.sees('slide', { timer: clock });
  assert.equal(shown(), '0:12');
});
