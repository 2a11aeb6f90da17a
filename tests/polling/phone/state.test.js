// What the phone knows after each message: joining, coming back, answering, the outbox.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current, draft, isPending, ownWords } from '../../../polling/phone/asked.js';
import { begin, deliverable, hello, wantsLink } from '../../../polling/phone/state.js';
import { nothing } from '../../../polling/phone/memory.js';
import { OPEN, Phone, WEB, question, room } from './class.js';

const GREETING = { type: 'greeting', session: 'k3', lesson: 'Geluid', language: 'nl' };
const remembered = { session: 'k3', token: 'secret', name: 'Ana', outbox: [], draft: null };
const kept = (revision, options) => ({ slide: 's2', round: 1, revision, value: { kind: 'choice', options } });

test('an address without a code asks for it before anything is sent', () => {
  const phone = new Phone('');
  assert.equal(phone.state.stage, 'code');
  assert.equal(wantsLink(phone.state), false);
  assert.equal(hello(phone.state), null);
  phone.hears({ type: 'code', code: '4271', at: 1 });
  assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271' });
});

test('a wrong code is asked for again, in words', () => {
  const phone = new Phone('9999').hears({ type: 'opened', at: 0 }).refused('room_code');
  assert.equal(phone.state.stage, 'code');
  assert.equal(phone.state.notice.code, 'room_code');
  assert.equal(wantsLink(phone.state), false);
});

test('who was in stays in while another lesson is on the laptop, and comes back with the answers', () => {
  const phone = new Phone().isIn().asked().chooses(1).hears({ type: 'lost' }).hears({ type: 'opened', at: 5 });
  phone.refused('room_code');
  assert.equal(phone.state.stage, 'in');
  assert.equal(phone.state.isElsewhere, true);
  assert.equal(wantsLink(phone.state), true);
  assert.equal(hello(phone.state).token, 'secret');
  assert.equal(phone.outbox.length, 1);
  phone.isIn();
  assert.equal(phone.state.isElsewhere, false);
});

test('the greeting asks for a name, and the name goes into the hello', () => {
  const phone = new Phone().hears({ type: 'opened', at: 0 });
  phone.hears({ type: 'greeting', session: 'k3', lesson: 'Geluid', language: 'nl' });
  assert.equal(phone.state.stage, 'name');
  const before = phone.state.hellos;
  phone.hears({ type: 'name', name: '  Ana  B ', at: 5 });
  assert.equal(phone.state.hellos, before + 1);
  assert.equal(hello(phone.state).name, 'Ana B');
});

test('a name without letters or digits is refused without asking the server', () => {
  const phone = new Phone().hears({ type: 'greeting', session: 'k3', lesson: '', language: 'nl' });
  phone.hears({ type: 'name', name: ' . ', at: 5 });
  assert.equal(phone.state.notice.code, 'name_empty');
  assert.equal(phone.state.asked, '');
  phone.hears({ type: 'name', name: 'x', at: 5 }).refused('name_empty');
  assert.equal(phone.state.stage, 'name');
  assert.equal(phone.state.asked, '');
});

test('a phone that was here comes back with its token', () => {
  const phone = new Phone('4271', remembered);
  assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271', session: 'k3', token: 'secret' });
  assert.equal(phone.state.isBack, true);
});

test('a session the phone does not know makes it drop what it remembered', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(1, [0])] }).hears({ type: 'opened', at: 0 });
  phone.hears({ type: 'greeting', session: 'other', lesson: '', language: 'nl', memory: { ...nothing, session: 'other' } });
  assert.equal(phone.state.stage, 'name');
  assert.equal(phone.state.token, '');
  assert.deepEqual(phone.outbox, []);
});

test('another session that the phone remembers is taken up without asking', () => {
  const phone = new Phone('4271', remembered).hears({ type: 'opened', at: 0 });
  const memory = { session: 'k4', token: 'older', name: 'Ana', outbox: [], draft: null };
  phone.hears({ type: 'greeting', session: 'k4', lesson: '', language: 'nl', memory });
  assert.equal(hello(phone.state).token, 'older');
  assert.equal(hello(phone.state).session, 'k4');
  phone.hears({ type: 'greeting', session: 'k4', lesson: '', language: 'nl', memory });
  assert.equal(phone.state.stage, 'name', 'a token that does not work is not tried for ever');
});

test('a token the server does not know is forgotten', () => {
  const phone = new Phone('4271', remembered).hears({ type: 'opened', at: 0 });
  const before = phone.state.hellos;
  phone.refused('not_joined');
  assert.equal(phone.state.hellos, before + 1);
  assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271' });
});

/** A phone on which "Ana" was typed, while an Ana was here before. */
function besideAna() {
  const phone = new Phone().hears({ type: 'opened', at: 0 }).hears(GREETING).hears({ type: 'name', name: 'Ana', at: 5 });
  assert.equal(hello(phone.state).again, '');
  return phone.hears({ type: 'taken', name: 'Ana' });
}

test('a phone whose name was here before says who it is, and is let in by the teacher', () => {
  const phone = besideAna();
  assert.equal(phone.state.stage, 'taken');
  const before = phone.state.hellos;
  phone.hears({ type: 'again', again: 'me', at: 9 });
  assert.equal(phone.state.hellos, before + 1);
  assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271', name: 'Ana', again: 'me' });
  phone.hears({ type: 'waiting' });
  assert.equal(phone.state.stage, 'waiting');
  assert.equal(phone.isIn().state.stage, 'in');
});

test('another Ana joins as another', () => {
  assert.equal(hello(besideAna().hears({ type: 'again', again: 'other', at: 9 }).state).again, 'other');
});

test('a phone that is asked or waits and loses its socket asks again by itself', () => {
  const asked = besideAna().hears({ type: 'lost' });
  assert.equal(wantsLink(asked.state), true);
  asked.hears({ type: 'opened', at: 20 });
  assert.deepEqual([hello(asked.state).name, hello(asked.state).again], ['Ana', '']);
  const waiting = besideAna().hears({ type: 'again', again: 'me', at: 9 }).hears({ type: 'waiting' }).hears({ type: 'lost' });
  assert.equal(waiting.state.stage, 'waiting');
  assert.equal(wantsLink(waiting.state), true);
  const before = waiting.state.hellos;
  waiting.hears({ type: 'opened', at: 20 });
  assert.equal(waiting.state.hellos, before + 1);
  assert.deepEqual([hello(waiting.state).name, hello(waiting.state).again], ['Ana', 'me']);
});

test('who waits can go back to the name, and asks for no seat any more', () => {
  const phone = besideAna().hears({ type: 'again', again: 'me', at: 9 }).hears({ type: 'waiting' });
  const before = phone.state.hellos;
  phone.hears({ type: 'back', at: 12 });
  assert.equal(phone.state.stage, 'name');
  assert.equal(phone.state.hellos, before + 1);
  assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271' });
  phone.hears({ type: 'name', name: 'Ana', at: 15 });
  assert.equal(hello(phone.state).again, '');
});

test('a no of the teacher and a locked room bring the phone back to the name, with a sentence', () => {
  for (const code of ['claim_refused', 'locked']) {
    const phone = besideAna().hears({ type: 'again', again: 'me', at: 9 }).hears({ type: 'waiting' });
    phone.hears({ type: 'lost' }).hears({ type: 'opened', at: 20 }).refused(code);
    assert.equal(phone.state.stage, 'name');
    assert.equal(phone.state.notice.code, code);
    assert.equal(phone.state.asked, '');
    assert.equal(phone.state.isLinked, true);
  }
});

test('a phone that the teacher removed stops, and may join anew with nothing of before', () => {
  for (const removed of [{ type: 'bye', reason: 'removed' }, { type: 'refused', code: 'removed', parameters: {}, slide: '' }]) {
    const phone = new Phone('4271', remembered).isIn(asked({})).chooses(1).hears(removed);
    assert.equal(phone.state.stage, 'stuck');
    assert.equal(wantsLink(phone.state), false);
    phone.hears({ type: 'rejoined', at: 30 });
    assert.deepEqual(hello(phone.state), { type: 'hello', proto: 1, room_code: '4271' });
    assert.deepEqual(phone.outbox, []);
    phone.hears({ ...GREETING, memory: { ...nothing, session: 'k3' } });
    assert.equal(phone.state.stage, 'name');
    assert.equal(phone.state.name, 'Ana');
  }
});

test('the name the teacher gives is the name at once', () => {
  assert.equal(new Phone().isIn().hears({ type: 'named', name: 'Ana B' }).state.name, 'Ana B');
});

test('a tab at the door stays out when another tab of the phone has joined', () => {
  const atName = new Phone().hears({ type: 'opened', at: 0 }).hears(GREETING);
  for (const phone of [atName, besideAna(), besideAna().hears({ type: 'waiting' })]) {
    phone.hears({ type: 'kept_elsewhere', isSeen: true });
    assert.equal(phone.state.stage, 'away');
    assert.equal(wantsLink(phone.state), false);
    phone.hears({ type: 'took_back', memory: remembered });
    assert.equal(hello(phone.state).token, 'secret');
  }
});

test('of two tabs that take part the one that is looked at stays', () => {
  assert.equal(new Phone().isIn().hears({ type: 'kept_elsewhere', isSeen: true }).state.stage, 'in');
  assert.equal(new Phone().isIn().hears({ type: 'kept_elsewhere', isSeen: false }).state.stage, 'away');
  assert.equal(new Phone().refused('removed').hears({ type: 'kept_elsewhere', isSeen: false }).state.stage, 'stuck');
});

test('a full room, another version and the teacher s word stop the phone', () => {
  for (const code of ['room_full', 'old_page', 'ended', 'removed', 'blocked']) {
    const phone = new Phone().refused(code);
    assert.equal(phone.state.stage, 'stuck');
    assert.equal(wantsLink(phone.state), false);
  }
});

test('an answer is pending until its ack, then stored', () => {
  const phone = new Phone().isIn().asked().chooses(1);
  assert.equal(isPending(phone.state), true);
  assert.deepEqual(deliverable(phone.state), [kept(1, [1])]);
  phone.acked(1);
  assert.equal(isPending(phone.state), false);
  assert.deepEqual(current(phone.state), { kind: 'choice', options: [1] });
  assert.deepEqual(deliverable(phone.state), []);
});

test('an ack of an earlier revision does not end the wait for a later one', () => {
  const phone = new Phone().isIn().asked().chooses(1).chooses(2).acked(1);
  assert.equal(isPending(phone.state), true);
  phone.acked(2);
  assert.deepEqual(phone.state.stored['s2/1'], { kind: 'choice', options: [2] });
});

test('an ack of another revision says nothing about the answer that waits', () => {
  const phone = new Phone().isIn().asked().chooses(1).acked(2);
  assert.equal(isPending(phone.state), true);
});

test('an ack that comes after the next tap still says what is stored', () => {
  const phone = new Phone().isIn().asked().chooses(0).acked(1).chooses(1).chooses(2).acked(2);
  assert.equal(isPending(phone.state), true);
  phone.refused('not_asking', 3, { slide: 's2', round: 1 });
  assert.deepEqual(current(phone.state), { kind: 'choice', options: [1] });
});

test('tapping the chosen option again changes nothing', () => {
  const phone = new Phone().isIn().asked().chooses(1);
  assert.equal(phone.outbox[0].revision, 1);
  phone.chooses(1);
  assert.equal(phone.outbox[0].revision, 1);
});

test('with several right ones each tap sends the whole list', () => {
  const phone = new Phone().isIn().asked({ allows_several: true }).chooses(2).chooses(0);
  assert.deepEqual(phone.outbox[0].value.options, [0, 2]);
  phone.chooses(2);
  assert.deepEqual(phone.outbox[0].value.options, [0]);
  assert.equal(phone.outbox[0].revision, 3);
});

test('revisions continue above what welcome says', () => {
  const phone = new Phone().isIn(asked({}), [kept(7, [0])]);
  phone.chooses(1);
  assert.equal(phone.outbox[0].revision, 8);
});

test('a revision that was used before the page was closed is not used again', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(7, [1])] }).isIn(asked({}), [kept(6, [0])]).acked(7);
  phone.chooses(2);
  assert.equal(phone.outbox[0].revision, 8);
});

test('an answer whose ack got lost is not sent again after welcome', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(3, [1])] });
  phone.isIn(asked({}), [kept(3, [1])]);
  assert.deepEqual(phone.outbox, []);
});

test('an answer kept on the phone is offered again if its question is still asked', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(3, [1])] });
  assert.deepEqual(deliverable(phone.state), [], 'not before welcome');
  phone.isIn(asked({}), [kept(2, [0])]);
  assert.deepEqual(deliverable(phone.state), [kept(3, [1])]);
});

test('an answer for a question that is closed meanwhile came too late, and the phone says so', () => {
  const elsewhere = [{ view: 'lobby' }, ...[{ phase: 'closed' }, { round: 2 }, { slide: 's3' }].map(asked)];
  for (const changes of elsewhere) {
    const phone = new Phone('4271', { ...remembered, outbox: [kept(3, [1])] }).isIn(changes);
    assert.deepEqual(phone.outbox, []);
    assert.equal(phone.state.notice.code, 'late');
  }
});

test('nothing is dropped while the room is paused', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(3, [1])] }).isIn({ view: 'pause' });
  assert.equal(phone.outbox.length, 1);
  assert.deepEqual(deliverable(phone.state), []);
  phone.refused('not_asking', 3, { slide: 's2', round: 1 });
  assert.equal(phone.outbox.length, 1);
  phone.asked();
  assert.deepEqual(deliverable(phone.state), [kept(3, [1])]);
});

test('a pause that ends somewhere else makes the kept answer too late', () => {
  const phone = new Phone('4271', { ...remembered, outbox: [kept(3, [1])] }).isIn({ view: 'pause' }).sees('slide');
  assert.deepEqual(phone.outbox, []);
  assert.equal(phone.state.notice.code, 'late');
});

test('a refused answer is taken back to what is stored', () => {
  const phone = new Phone().isIn().asked().chooses(0).acked(1).chooses(1);
  phone.refused('not_asking', 2, { slide: 's2', round: 1 });
  assert.deepEqual(current(phone.state), { kind: 'choice', options: [0] });
  assert.equal(phone.state.notice.code, 'late');
  phone.chooses(2);
  assert.equal(phone.state.notice, null);
});

test('an answer that came too fast stays in the outbox, and once it is stored nothing is said of it any more', () => {
  const phone = new Phone().isIn().asked().chooses(0).refused('too_fast');
  assert.equal(phone.state.notice.code, 'too_fast');
  assert.deepEqual(deliverable(phone.state), [kept(1, [0])]);
  phone.acked(1);
  assert.equal(phone.state.notice, null);
  assert.deepEqual(current(phone.state), { kind: 'choice', options: [0] });
});

test('an ack takes back no other notice', () => {
  const phone = new Phone().isIn().asked().chooses(0).refused('bad_message').acked(1);
  assert.equal(phone.state.notice.code, 'bad_message');
});

test('a refusal of an older revision does not touch the newer answer', () => {
  const phone = new Phone().isIn().asked().chooses(0).chooses(1);
  phone.refused('bad_value', 1, { slide: 's2', round: 1 });
  assert.equal(phone.outbox[0].revision, 2);
});

test('a state that is not newer is ignored', () => {
  const phone = new Phone().isIn().asked();
  const before = phone.state;
  phone.hears(room({ revision: 1 }));
  assert.equal(phone.state, before);
});

test('a closed question takes no answers', () => {
  const phone = new Phone().isIn().asked({ phase: 'closed' }).chooses(1);
  assert.deepEqual(phone.outbox, []);
});

test('a lost socket keeps everything but sends nothing', () => {
  const phone = new Phone().isIn().asked().chooses(1).hears({ type: 'lost' });
  assert.equal(phone.outbox.length, 1);
  assert.deepEqual(deliverable(phone.state), []);
});

test('a tab that was taken over is silent until it takes back', () => {
  const phone = new Phone().isIn().hears({ type: 'bye', reason: 'taken_over' });
  assert.equal(phone.state.stage, 'away');
  assert.equal(wantsLink(phone.state), false);
  phone.hears({ type: 'took_back', memory: remembered });
  assert.equal(wantsLink(phone.state), true);
  assert.equal(hello(phone.state).token, 'secret');
});

test('a server that goes away is waited for; an ended lesson is not', () => {
  assert.equal(wantsLink(new Phone().isIn().hears({ type: 'bye', reason: 'going' }).state), true);
  assert.equal(wantsLink(new Phone().isIn().hears({ type: 'bye', reason: 'ended' }).state), false);
  assert.equal(wantsLink(new Phone().isIn().sees('ended').state), false);
});

test('a comma and Enter make words, each with a whole list', () => {
  const phone = new Phone().isIn().asked(WEB).types('zee, zon,').types('wi').types('wind').hears({ type: 'added' });
  assert.deepEqual(ownWords(phone.state), ['zee', 'zon', 'wind']);
  assert.equal(draft(phone.state), '');
  assert.equal(phone.outbox.length, 1);
  assert.deepEqual(phone.outbox[0].value, { kind: 'words', words: ['zee', 'zon', 'wind'] });
});

test('a word of which nothing can be read is not thrown away without a word', () => {
  const phone = new Phone().isIn().asked(WEB).types(':-)').hears({ type: 'added' });
  assert.equal(phone.state.notice.code, 'unreadable');
  assert.equal(phone.outbox.length, 0);
});

test('a repeated word is refused kindly, however it is spelt', () => {
  const phone = new Phone().isIn().asked(WEB).types('Café').hears({ type: 'added' }).types(' "cafe" ').hears({ type: 'added' });
  assert.deepEqual(ownWords(phone.state), ['Café']);
  assert.equal(phone.state.notice.code, 'repeated');
  assert.equal(draft(phone.state), '');
  phone.types('t');
  assert.equal(phone.state.notice, null);
});

test('too long a word and a word too many stay in the field', () => {
  const long = 'x'.repeat(31);
  const phone = new Phone().isIn().asked(WEB).types(long).hears({ type: 'added' });
  assert.equal(phone.state.notice.code, 'word_too_long');
  assert.equal(draft(phone.state), long);
  phone.types('a, b, c, d').hears({ type: 'added' });
  assert.deepEqual(ownWords(phone.state), ['a', 'b', 'c']);
  assert.equal(phone.state.notice.code, 'too_many_words');
  assert.equal(draft(phone.state), 'd');
});

test('signs that say nothing make no word', () => {
  const phone = new Phone().isIn().asked(WEB).types(' , . ,').hears({ type: 'added' });
  assert.deepEqual(phone.outbox, []);
  phone.types('🎈').hears({ type: 'added' });
  assert.deepEqual(ownWords(phone.state), ['🎈']);
});

test('a word can be withdrawn', () => {
  const phone = new Phone().isIn().asked(WEB).types('zee,zon,').acked(1, { slide: 's4', round: 1 });
  phone.hears({ type: 'withdrew', word: 'zee' });
  assert.deepEqual(phone.outbox[0].value, { kind: 'words', words: ['zon'] });
  assert.equal(phone.outbox[0].revision, 2);
});

test('a text is sent once, changed and taken back', () => {
  const phone = new Phone().isIn().asked(OPEN).hears({ type: 'wrote' });
  assert.deepEqual(phone.outbox, []);
  phone.types(' Lucht trilt. ').hears({ type: 'wrote' });
  assert.deepEqual(phone.outbox[0].value, { kind: 'text', text: 'Lucht trilt.' });
  phone.types('Lucht trilt.').hears({ type: 'wrote' });
  assert.equal(phone.outbox[0].revision, 1);
  phone.types('').hears({ type: 'wrote' });
  assert.deepEqual(phone.outbox[0].value, { kind: 'text', text: '' });
});

test('a text that is too long stays in the field', () => {
  const phone = new Phone().isIn().asked(OPEN).types('x'.repeat(241)).hears({ type: 'wrote' });
  assert.equal(phone.state.notice.code, 'text_too_long');
  assert.equal(draft(phone.state).length, 241);
});

test('typed text survives the end of the page', () => {
  const phone = new Phone('4271', { ...remembered, draft: { key: 's5/1', text: 'Lucht' } }).isIn(asked(OPEN));
  assert.equal(draft(phone.state), 'Lucht');
  phone.asked({ ...OPEN, slide: 's6' });
  assert.equal(draft(phone.state), null);
});

test('typed text survives a pause and a reconnect, and belongs to its question', () => {
  const phone = new Phone().isIn().asked(OPEN).types('Lucht').sees('pause').asked(OPEN);
  assert.equal(draft(phone.state), 'Lucht');
  phone.hears({ type: 'lost' });
  phone.isIn(asked(OPEN));
  assert.equal(draft(phone.state), 'Lucht');
  phone.asked({ ...OPEN, slide: 's6' });
  assert.equal(draft(phone.state), null);
});

test('the state of a resume is the state of a fresh join', () => {
  const changes = { ...asked({}), revision: 9 };
  const answers = [kept(4, [2])];
  const resumed = new Phone().isIn().asked().chooses(1).hears({ type: 'lost' }).sees('slide').isIn(changes, answers).state;
  const fresh = new Phone().isIn(changes, answers).state;
  for (const key of ['room', 'stored', 'outbox', 'stage', 'name', 'token', 'isLinked']) {
    assert.deepEqual(resumed[key], fresh[key], key);
  }
});

test('the beginning has an outbox by question and round', () => {
  assert.deepEqual(Object.keys(begin('', { ...remembered, outbox: [kept(1, [0])] }).outbox), ['s2/1']);
});

function asked(changes) {
  return { view: 'question', question: question(changes) };
}
