// Small drawings as paths on a square of 24. No text.
import { h } from './dom.js';

const paths = {
  circle: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  triangle: 'M12 3 22 21H2z',
  diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
  square: 'M4 4h16v16H4z',
  star: 'M12 1.6l3.1 6.9 7.5.8-5.6 5.1 1.6 7.4L12 18l-6.6 3.8L7 14.4 1.4 9.3l7.5-.8z',
  hexagon: 'M7 2.6h10l5 9.4-5 9.4H7L2 12z',
  tick: 'M9.4 19.2 2.6 12.4l2.5-2.5 4.3 4.3L18.9 4.7l2.5 2.5z',
  cross: 'M6 4l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1.5 4v5.4l3.8 3.8-2.1 2.1-4.7-4.7V6z',
  warning: 'M12 2 23 21H1zm-1.5 7v6h3V9zm0 8v2.5h3V17z',
  arrow: 'M2 3l20 9-20 9 4-9z',
};

const shapes = /** @type {const} */ (['circle', 'triangle', 'diamond', 'square', 'star', 'hexagon']);

/**
 * @param {keyof typeof paths} name
 * @param {string} [style] a class
 */
export function icon(name, style) {
  return h('svg', { viewBox: '0 0 24 24', class: style || 'icon', 'aria-hidden': 'true' }, h('path', { d: paths[name] }));
}

/**
 * The letter of an option, by its place on the board.
 * @param {number} place from 0
 */
export function letterOf(place) {
  return String.fromCharCode(65 + place);
}

/**
 * Letter, shape and colour of an option; the colour comes from the class.
 * @param {number} place from 0
 */
export function badge(place) {
  const shape = shapes[place % shapes.length];
  return h('span', { class: 'badge' }, letterOf(place), h('span', { class: 'disc', 'aria-hidden': 'true' }, icon(shape)));
}

/**
 * The class that gives an option its colours.
 * @param {number} place from 0
 */
export function colourOf(place) {
  return `of-${shapes[place % shapes.length]}`;
}
