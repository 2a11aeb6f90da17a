// The teacher page: builds everything once and connects it. No rules of its own.
import { h, patch } from '../browser/dom.js';

const screen = document.getElementById('screen');
if (screen) patch(screen, [h('p', null, 'Klassikaal')]);
