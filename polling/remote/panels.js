// The panels of the teacher page below "where are we": results, question, timer, board, slides. Pure trees.
import { clockText, shownMs } from '../browser/clock.js';
import { h } from '../browser/dom.js';
import { badge, colourOf, icon, letterOf } from '../browser/icons.js';
import { slideAtHand, tallyAtHand, wordsAtHand } from './state.js';

/** @typedef {import('./view.js').Sight} Sight */
/** @typedef {import('../browser/wire').PositionPart} Position */
/** @typedef {import('../browser/wire').Value} Value */

/**
 * @param {string} text
 * @param {() => void} call
 * @param {Record<string, unknown>} [props]
 */
export function button(text, call, props) {
  return h('button', { type: 'button', onclick: call, ...props }, text);
}

/**
 * A setting that is on or off.
 * @param {string} text
 * @param {boolean} isOn
 * @param {() => void} call
 */
export function toggle(text, isOn, call) {
  return button(text, call, { class: 'switch', role: 'switch', 'aria-checked': String(isOn) });
}

/**
 * @param {string} title
 * @param {...import('../browser/dom.js').Maybe} content
 */
function panel(title, ...content) {
  return h('section', { class: 'panel', key: title }, h('h2', null, title), ...content);
}

/**
 * @param {string} key
 * @param {string} title
 * @param {...import('../browser/dom.js').Maybe} content
 */
export function folded(key, title, ...content) {
  return h('details', { class: 'panel', key }, h('summary', null, title), ...content);
}

/**
 * What was answered: bars, words or texts, with names where they help.
 * @param {Sight} sight
 */
export function results(sight) {
  const { state, words } = sight;
  const slide = slideAtHand(state);
  const tally = tallyAtHand(state);
  if (!slide || !tally) return [];
  const web = wordsAtHand(state);
  return [
    h('p', { class: 'answered', key: 'answered', 'aria-live': 'polite' }, words.answered(tally.answered, tally.expected)),
    slide.options.length ? bars(sight, slide.options.map((each) => each.text), tally) : null,
    web ? webList(sight, web.words) : null,
    slide.kind === 'open' ? texts(sight, tally.answers) : byName(sight, tally.answers),
  ];
}

/**
 * @param {Sight} sight
 * @param {string[]} options
 * @param {import('../browser/wire').TallyPart} tally
 */
function bars(sight, options, { counts, earlier, answered, hands }) {
  const { state, words } = sight;
  const position = /** @type {Position} */ (state.position);
  const rows = options.map((text, place) => {
    const isRight = position.right.includes(place);
    const before = earlier ? ` (${words.earlier(earlier[place] || 0)})` : '';
    return h(
      'li',
      { class: `result ${colourOf(place)}${isRight ? ' right' : ''}`, key: `option ${place}` },
      badge(place),
      h(
        'div',
        { class: 'said' },
        h('p', null, h('span', { dir: 'auto' }, text), isRight ? tick(words.right) : null),
        h('div', { class: 'bar' }, h('span', { share: ((counts[place] || 0) / Math.max(1, answered)).toFixed(4) })),
        markButton(sight, place, isRight),
      ),
      h('span', { class: 'count' }, String(counts[place] || 0), before),
      handsBit(sight, place, hands[place] || 0),
    );
  });
  return h('ul', { class: 'results', key: 'bars' }, rows);
}

/**
 * Hands that were raised by those without a phone: one more with each press, one less where there are any.
 * @param {Sight} sight
 * @param {number} place
 * @param {number} count
 */
function handsBit({ state, words, send }, place, count) {
  const phase = state.position ? state.position.phase : '';
  if (phase !== 'asking' && phase !== 'closed') return count ? h('span', { class: 'label' }, words.hands(count)) : null;
  const counts = (/** @type {number} */ by) => () => send({ type: 'count_hands', option: place, by });
  return h(
    'span',
    { class: 'hands' },
    count ? button('−', counts(-1), { class: 'small', 'aria-label': words.handLess(letterOf(place)) }) : null,
    button(count ? `+ ${words.hands(count)}` : words.handMore, counts(1), {
      class: 'small',
      'aria-label': `${words.handFor(letterOf(place))} (${words.hands(count)})`,
    }),
  );
}

/** @param {string} meaning */
function tick(meaning) {
  return h('span', { class: 'tick' }, icon('tick'), h('span', { class: 'unseen' }, meaning));
}

/**
 * A quiz that came without a right option can be given: the teacher says which is right.
 * @param {Sight} sight
 * @param {number} place
 * @param {boolean} isRight
 */
function markButton({ state, words, send }, place, isRight) {
  const slide = slideAtHand(state);
  const right = /** @type {Position} */ (state.position).right;
  if (!slide || slide.kind !== 'quiz' || slide.options.some((each) => each.right)) return null;
  const options = isRight ? right.filter((each) => each !== place) : [...right, place];
  return button(isRight ? words.unmark : words.markRight, () => send({ type: 'mark_right', options }), { class: 'small' });
}

/**
 * @param {Sight} sight
 * @param {import('../browser/wire').WordsPart['words']} web
 */
function webList({ words, send }, web) {
  if (!web.length) return h('p', { class: 'label', key: 'words' }, words.noAnswers);
  const sorted = web.slice().sort((a, b) => b.count - a.count);
  return h(
    'ul',
    { class: 'chips', key: 'words', 'aria-label': words.words(web.length) },
    sorted.map(({ key, text, count, is_shown: isShown = true }) =>
      h(
        'li',
        { key: `word ${key}` },
        h(
          'button',
          { type: 'button', class: 'chip', 'aria-pressed': String(isShown), ...hiding(send, key, isShown) },
          h('bdi', null, text),
          count > 1 ? h('b', null, ` ${count}`) : null,
          isShown ? null : h('span', { class: 'label' }, ` · ${words.isHidden}`),
        ),
      ),
    ),
  );
}

/**
 * Lets the class see an item, or keeps it from the class.
 * @param {(command: object) => void} send
 * @param {string} item
 * @param {boolean} isShown
 */
function hiding(send, item, isShown) {
  return { onclick: () => send({ type: isShown ? 'hide' : 'show', item }) };
}

/**
 * @param {Sight} sight
 * @param {import('../browser/wire').TallyPart['answers']} answers
 */
function texts({ state, words, send }, answers) {
  const written = answers.filter(({ value }) => value.kind === 'text' && value.text);
  if (!written.length) return h('p', { class: 'label', key: 'texts' }, words.noAnswers);
  const items = written.map(({ participant, value, is_shown: isShown }) =>
    h(
      'li',
      { key: participant, class: isShown ? null : 'hidden' },
      h('p', { class: 'text', dir: 'auto' }, value.kind === 'text' ? value.text : ''),
      h(
        'p',
        { class: 'label' },
        h('bdi', null, nameOfParticipant(state, participant)),
        h('button', { type: 'button', class: 'small', ...hiding(send, participant, isShown) }, isShown ? words.hide : words.show),
      ),
    ),
  );
  return h('ul', { class: 'texts', key: 'texts' }, items);
}

/**
 * @param {Sight} sight
 * @param {{ participant: string, value: Value }[]} answers
 */
function byName({ state, words }, answers) {
  if (!answers.length) return null;
  const items = answers.map(({ participant, value }) =>
    h('li', { key: participant }, h('bdi', null, nameOfParticipant(state, participant)), ': ', h('bdi', null, inWords(value))),
  );
  return folded('by name', words.answers(answers.length), h('ul', { class: 'lines' }, items));
}

/** @param {Value} value */
function inWords(value) {
  if (value.kind === 'choice') return value.options.map(letterOf).join(', ');
  return value.kind === 'words' ? value.words.join(', ') : value.text;
}

/**
 * @param {import('./state.js').State} state
 * @param {string} id
 */
function nameOfParticipant({ roster }, id) {
  const found = roster && roster.participants.find((each) => each.id === id);
  return found ? found.name : '';
}

/**
 * What else can be done with the question at hand, besides what next does.
 * @param {Sight} sight
 * @param {Position} position
 */
export function questionPanel({ state, words, send }, position) {
  const slide = slideAtHand(state);
  if (!slide || !position.phase || position.paused) return null;
  const { phase, next } = position;
  const does = (/** @type {string} */ type) => () => send({ type });
  const isOn = position.closes_by_itself;
  const closesByItself = toggle(words.closesByItself, isOn, () => send({ type: 'close_by_itself', on: !isOn }));
  return panel(
    words.question,
    h(
      'div',
      { class: 'row' },
      phase === 'asking' && next !== 'close' ? button(words.close, does('close')) : null,
      phase === 'closed' && slide.kind === 'quiz' && next !== 'reveal' ? button(words.reveal, does('reveal')) : null,
      phase === 'closed' ? button(words.reopen, does('reopen')) : null,
      phase === 'closed' || phase === 'revealed' ? button(words.again, does('again')) : null,
      next === 'ask' || next === 'close' || next === 'reveal' ? button(words.skip, does('skip')) : null,
      phase !== 'revealed' ? toggle(words.live, position.is_live, does('switch_live')) : null,
    ),
    slide.kind === 'wordweb' ? null : h('div', { class: 'row' }, closesByItself),
  );
}

/**
 * Questions put in between, on top of whatever is on the board.
 * @param {Sight} sight
 * @param {Position} position
 */
export function quickPanel({ state, words, send }, position) {
  if (position.paused) return null;
  const asks = ['letters', 'yes_no', 'words'].map((quick) =>
    button(words.quick[quick], () => send({ type: 'ask_quick', quick }), { disabled: state.isMoving }),
  );
  return panel(words.quickTitle, h('div', { class: 'row' }, asks));
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
export function timerPanel(sight, position) {
  const { words, send } = sight;
  const clock = position.clock || position.timer;
  const start = (/** @type {number} */ minutes) =>
    button(words.minutes(minutes), () => send({ type: 'start_timer', minutes }));
  if (position.paused || !position.slide) return null;
  if (!clock) {
    const own = button(words.slideTimer, () => send({ type: 'start_timer' }));
    return panel(words.timer, h('div', { class: 'row times' }, [1, 3, 5, 10].map(start), own));
  }
  const isRunning = clock.ends_at !== null;
  return panel(
    words.timer,
    h(
      'div',
      { class: 'row' },
      h('span', { class: 'clock big' }, clockText(clock, shownMs(clock, sight.room))),
      button(isRunning ? words.hold : words.goOn, () => send({ type: isRunning ? 'pause_timer' : 'start_timer' })),
      button(words.extend, () => send({ type: 'extend_timer' })),
      position.clock ? null : button(words.stop, () => send({ type: 'stop_timer' })),
    ),
  );
}

/**
 * @param {Sight} sight
 * @param {Position} position
 */
export function boardPanel({ words, send }, position) {
  const covers = ['none', 'join', 'black'].map((cover) =>
    button(words.covers[cover], () => send({ type: 'cover', cover }), {
      'aria-pressed': String(position.cover === cover),
      disabled: cover === 'none' && !position.slide,
    }),
  );
  return panel(
    words.onBoard,
    h('div', { class: 'row segments', role: 'group', 'aria-label': words.onBoard }, covers),
    h(
      'div',
      { class: 'row' },
      button(position.paused ? words.resume : words.pause, () => send({ type: position.paused ? 'resume' : 'pause' })),
      button(words.freeze, () => send({ type: 'freeze', frozen: !position.frozen }), {
        'aria-pressed': String(position.frozen),
      }),
      button(words.hideTyped, () => send({ type: 'hide_answers', hidden: !position.hides_answers }), {
        'aria-pressed': String(position.hides_answers),
      }),
    ),
  );
}

/** @param {Sight} sight */
export function notesPanel({ state, words }) {
  const slide = slideAtHand(state);
  return slide && slide.notes ? panel(words.notes, h('p', { class: 'notes', dir: 'auto' }, slide.notes)) : null;
}

/** @param {Sight} sight */
export function joiningPanel({ state, words }) {
  const { address } = state;
  if (!address) return null;
  const how = h('p', { class: 'address' }, address.typed, ` · ${words.roomCode} `, h('b', null, address.room_code));
  return folded('joining', words.joining, how);
}

/** @param {Sight} sight */
export function slidesPanel({ state, words, send }) {
  const { lesson, position } = state;
  if (!lesson || !position) return null;
  const items = lesson.outline.map(({ id, kind, title, question, hidden }, place) =>
    h(
      'li',
      { key: id },
      h(
        'button',
        {
          type: 'button',
          class: hidden ? 'jump hidden' : 'jump',
          'aria-current': id === position.slide ? 'step' : null,
          disabled: position.paused,
          onclick: () => send({ type: 'go_to', slide: id }),
        },
        h('span', { class: 'number' }, String(place + 1)),
        h(
          'span',
          { class: 'said' },
          h('span', { dir: 'auto' }, title || question || words.kinds[kind]),
          h('span', { class: 'label' }, words.kinds[kind] || '', hidden ? ` · ${words.hiddenSlide}` : ''),
        ),
      ),
    ),
  );
  return folded('slides', words.slides, h('ol', { class: 'jumps' }, items));
}
