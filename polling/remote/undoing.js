// What takes back a command, as far as one command can. Pure.

/** @typedef {import('./state.js').State} State */

const BACK_TO_HERE = ['go', 'go_back', 'close_and_go', 'close_and_go_back', 'begin'];

/**
 * The command that undoes another, asked for while the room is as it is in `state`; null where there is none.
 * @param {State} state
 * @param {any} command
 * @returns {object | null}
 */
export function undoOf({ position }, command) {
  if (!position) return null;
  const here = position.slide ? { type: 'go_to', slide: position.slide } : null;
  switch (command.type) {
    case 'next':
    case 'back':
      return moveBack(position[/** @type {'next' | 'back'} */ (command.type)], here, position.cover);
    case 'go_to':
    case 'skip':
    case 'ask_quick':
      return here;
    case 'close':
      return { type: 'reopen' };
    case 'reopen':
      return { type: 'close' };
    case 'cover':
      return { type: 'cover', cover: position.cover };
    case 'show':
      return { type: 'hide', item: command.item };
    case 'hide':
      return { type: 'show', item: command.item };
    case 'hide_answers':
      return { type: 'hide_answers', hidden: !command.hidden };
    case 'freeze':
      return { type: 'freeze', frozen: !command.frozen };
    case 'count_hands':
      return { ...command, by: -command.by };
    case 'pause':
      return { type: 'resume' };
    case 'resume':
      return { type: 'pause' };
    case 'remove':
      return { type: 'readmit', participant: command.participant };
    case 'cover_name':
      return { ...command, covered: !command.covered };
    default:
      return null;
  }
}

/**
 * @param {string} move what next or back did
 * @param {object | null} here
 * @param {string} cover
 */
function moveBack(move, here, cover) {
  if (move === 'close') return { type: 'reopen' };
  if (move === 'resume') return { type: 'pause' };
  if (move === 'lift') return { type: 'cover', cover };
  return BACK_TO_HERE.includes(move) ? here : null;
}
