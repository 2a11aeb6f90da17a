// How a question looks on a phone, from state to tree. Pure: the tree names what taps mean, `act` does it.
import { clockText, shareLeft, shownMs } from '../browser/clock.js';
import { h } from '../browser/dom.js';
import { badge, colourOf, icon, letterOf } from '../browser/icons.js';
import { clockAtHand, current, draft, isAsking, keyAtHand, ownWords } from './asked.js';
import { deliveryOf, listed, rightOnes } from './status.js';
import { clean, lengthOf } from './typed.js';

/** @typedef {import('../browser/wire').QuestionView} QuestionView */
/** @typedef {import('../browser/wire').ClockView} ClockView */
/** @typedef {import('./view.js').Sight} Sight */

const SHORT_CONTEXT = 90;
const LONG_QUESTION = 90;
const LINE = 24;
const DENSE_LINES = 8;
const BRIEF = 14;
const ROOM_FOR_NOTE = 16;
const COUNT_FROM = 15;

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
export function questionView(sight, asked) {
  const { state, words } = sight;
  const clock = clockAtHand(state);
  const label = asked.kind === 'wordweb' ? words.wordweb : words.question(asked.number);
  const above = h(
    'section',
    { class: `ask in-${asked.kind}`, key: `ask ${keyAtHand(state)}`, lang: state.language, tabindex: '0' },
    h('p', { class: 'label', lang: sight.language }, label, clock ? clockBit(sight, clock, asked.clock !== null) : null),
    clock && !clock.up ? h('div', { class: 'bar', 'aria-hidden': 'true' }, bar(sight, clock)) : null,
    h('h1', { dir: 'auto', class: asked.text.length > LONG_QUESTION ? 'long' : null }, asked.text || heading(sight)),
    context(sight, asked),
    asked.picture ? picture(asked.picture, words.pictureOf) : null,
    asked.explanation ? why(sight, asked) : null,
  );
  return [above, below(sight, asked)];
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
function why({ state, words, language }, asked) {
  const letters = listed(rightOnes(state).map(letterOf), words.and);
  return h('div', { class: 'why' }, h('b', { lang: language }, words.why(letters)), lines(asked.explanation));
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
function below(sight, asked) {
  if (asked.kind === 'wordweb') return wordweb(sight, asked);
  if (asked.kind === 'open') return open(sight, asked);
  const rows = asked.options.reduce((sum, each) => sum + Math.ceil(each.text.length / LINE), 0);
  const isBrief = asked.options.length > 4 && asked.options.every((each) => each.text.length <= BRIEF);
  const style = `answers options ${asked.phase}${rows > DENSE_LINES ? ' dense' : ''}${isBrief ? ' brief' : ''}`;
  const named = { class: style, key: `answers ${keyAtHand(sight.state)}`, role: 'group' };
  return h('section', { ...named, 'aria-label': asked.text }, asked.options.map((_, place) => option(sight, asked, place)));
}

/** @param {Sight} sight */
function heading({ state }) {
  return state.room ? state.room.heading : '';
}

/**
 * A clock in words of one line. A question's clock stops at zero; a timer overruns.
 * @param {Sight} sight
 * @param {ClockView} clock
 * @param {boolean} stopsAtZero
 */
export function clockBit(sight, clock, stopsAtZero) {
  const left = shownMs(clock, sight.room);
  const shown = stopsAtZero ? Math.max(0, left) : left;
  const tone = clock.up ? '' : shown <= -1000 ? ' over' : shown <= 10000 ? ' soon' : '';
  return h('span', { class: `clock${tone}`, role: 'timer', 'aria-label': sight.words.timeLeft }, clockText(clock, shown));
}

/**
 * @param {Sight} sight
 * @param {ClockView} clock
 */
export function bar(sight, clock) {
  return h('span', { share: shareLeft(clock, shownMs(clock, sight.room)).toFixed(4) });
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
function context(sight, asked) {
  if (!asked.context) return null;
  const text = h('div', { class: 'context' }, lines(asked.context));
  if (asked.context.length <= SHORT_CONTEXT) return text;
  return h('details', null, h('summary', { lang: sight.language }, sight.words.readText), text);
}

/**
 * A text of several lines; items of a list hang, and an empty line leaves room.
 * @param {string} text
 */
export function lines(text) {
  return text.split('\n').map((line) => h('p', { dir: 'auto', class: line.startsWith('• ') ? 'item' : null }, line));
}

/**
 * @param {string} path
 * @param {string} alt
 */
function picture(path, alt) {
  return path.startsWith('/media/') ? h('img', { src: path, alt, class: 'picture', decoding: 'async' }) : null;
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 * @param {number} place
 */
function option(sight, asked, place) {
  const { state, words, act } = sight;
  const { text, right, feedback, picture: path } = asked.options[place];
  const value = current(state);
  const isChosen = value !== null && value.kind === 'choice' && value.options.includes(place);
  const isTold = asked.phase === 'revealed' && asked.options.some((each) => each.right);
  const note = isChosen ? (isTold ? words.yours : deliveryOf(state, words)) : '';
  const judgement = isTold ? (right ? ' right' : isChosen ? ' missed' : ' dim') : '';
  const isTaken = text.length > ROOM_FOR_NOTE;
  const style = `option ${colourOf(place)}${isTaken ? ' noted' : ''}${isChosen ? ' chosen' : ''}${judgement}`;
  return h(
    'button',
    {
      type: 'button',
      key: `option ${place}`,
      class: style,
      disabled: !isAsking(state),
      'aria-pressed': String(isChosen),
      onclick: () => act({ type: 'chose', option: place }),
    },
    badge(place),
    picture(path, ''),
    h(
      'span',
      { class: 'said' },
      h('span', { class: 'text', dir: 'auto', lang: state.language }, text),
      feedback && feedback !== asked.explanation && (isChosen || right) ? h('span', { class: 'feedback', dir: 'auto', lang: state.language }, feedback) : null,
      note ? h('span', { class: 'note' }, note) : null,
    ),
    isTold && right ? h('span', { class: 'tick' }, icon('tick'), h('span', { class: 'unseen' }, words.rightOption)) : null,
  );
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
function wordweb(sight, asked) {
  const { state, words, act } = sight;
  const own = ownWords(state);
  const kept = state.stored[keyAtHand(state)];
  const stored = kept && kept.kind === 'words' ? kept.words : [];
  const isOpen = isAsking(state);
  const chips = own.map((word) =>
    h(
      'li',
      { key: `word ${word}`, class: stored.includes(word) ? 'word stored' : 'word' },
      h('span', { class: 'text', dir: 'auto' }, word),
      stored.includes(word) ? h('span', { class: 'unseen' }, words.sent) : h('span', { class: 'label' }, deliveryOf(state, words)),
      isOpen
        ? h(
            'button',
            { type: 'button', class: 'away', 'aria-label': words.withdraw(word), onclick: () => act({ type: 'withdrew', word }) },
            icon('cross'),
          )
        : null,
    ),
  );
  return h(
    'section',
    { class: 'answers words', key: `answers ${keyAtHand(state)}` },
    chips.length ? h('ul', { class: 'chips', 'aria-label': words.yourWords }, chips) : h('span', { class: 'chips' }),
    isOpen ? wordForm(sight, asked, own.length) : null,
  );
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 * @param {number} used
 */
function wordForm(sight, asked, used) {
  const { words, act } = sight;
  const typed = draft(sight.state) || '';
  const left = asked.max_characters - lengthOf(clean(typed));
  const words_ = words.wordsLeft(Math.max(0, asked.max_words - used));
  const characters = left < COUNT_FROM ? ` · ${words.charactersLeft(left)}` : '';
  return h(
    'form',
    { class: 'entry', onsubmit: submitting(() => act({ type: 'added' })) },
    h('label', { for: 'word', class: left < 0 ? 'label warn' : 'label' }, words_ + characters),
    h('input', {
      id: 'word',
      type: 'text',
      enterkeyhint: 'send',
      autocomplete: 'off',
      autocapitalize: 'none',
      placeholder: words.typeWord,
      value: typed,
      oninput: (/** @type {Event} */ event) => act({ type: 'typed', text: textOf(event) }),
    }),
    h(
      'button',
      {
        type: 'submit',
        class: 'primary square',
        'aria-label': words.addWord,
        // Keeps the focus in the field, and so the keyboard open.
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      },
      icon('arrow'),
    ),
  );
}

/**
 * @param {Sight} sight
 * @param {QuestionView} asked
 */
function open(sight, asked) {
  const { state, words, act } = sight;
  const value = current(state);
  const before = value && value.kind === 'text' ? value.text : '';
  const typed = draft(state);
  const named = { class: 'answers writing', key: `answers ${keyAtHand(state)}` };
  if (!isAsking(state)) return h('section', named, before ? h('p', { class: 'own', dir: 'auto' }, before) : null);
  const text = typed === null ? before : typed;
  const left = asked.max_characters - lengthOf(text.trim());
  const hasNews = text.trim() !== before;
  return h(
    'section',
    named,
    h(
      'form',
      { class: 'entry tall', onsubmit: submitting(() => act({ type: 'wrote' })) },
      h('label', { for: 'text', class: left < 0 ? 'label warn' : 'label' }, words.charactersLeft(left)),
      h('textarea', {
        id: 'text',
        rows: '4',
        placeholder: words.typeText,
        value: text,
        oninput: (/** @type {Event} */ event) => act({ type: 'typed', text: textOf(event) }),
      }),
      h(
        'button',
        { type: 'submit', class: 'primary', disabled: !hasNews || left < 0 },
        before ? (hasNews ? words.sendAgain : deliveryOf(state, words)) : words.send,
      ),
    ),
  );
}

/** @param {() => void} call */
function submitting(call) {
  return (/** @type {Event} */ event) => {
    event.preventDefault();
    call();
  };
}

/** @param {Event} event */
function textOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}
