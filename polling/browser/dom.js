// The tree a view makes, and the one place that puts it into the document: elements and text only, never markup.
// No state, no words.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {object} Node_
 * @property {string} tag
 * @property {string} key
 * @property {Record<string, unknown>} props
 * @property {Child[]} children
 */
/** @typedef {Node_ | string} Child */
/** @typedef {Child | null | false | undefined} Maybe */

/**
 * A node of the tree. `props.key` tells siblings apart and `on…` are listeners; `value` is what a field holds now,
 * `initial` what it holds until someone types; `share` (0 to 1) is how far a bar reaches. Everything else is an
 * attribute: true is an empty one, false and null none.
 * @param {string} tag
 * @param {Record<string, unknown> | null} props
 * @param {...(Maybe | Maybe[])} children
 * @returns {Node_}
 */
export function h(tag, props, ...children) {
  const { key, ...rest } = props || {};
  /** @type {Child[]} */
  const flat = [];
  for (const child of children) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one !== null && one !== false && one !== undefined && one !== '') flat.push(one);
    }
  }
  return { tag, key: key === undefined ? '' : String(key), props: rest, children: flat };
}

/** @type {WeakMap<Node, Child>} */
const drawn = new WeakMap();
/** @type {WeakMap<Node, Record<string, EventListener>>} */
const listeners = new WeakMap();

/**
 * Makes the children of `parent` look like `children`, keeping every element that is still meant: so focus, typed text
 * and scroll positions stay.
 * @param {Element} parent
 * @param {Child[]} children
 */
export function patch(parent, children) {
  const old = Array.from(parent.childNodes);
  /** @type {Map<string, Node>} */
  const named = new Map();
  for (const node of old) {
    const name = nameOf(drawn.get(node));
    if (name) named.set(name, node);
  }
  let at = 0;
  const kept = new Set();
  const next = children.map((child) => {
    const name = nameOf(child);
    let node = name ? named.get(name) : undefined;
    while (!node && !name && at < old.length) {
      const candidate = old[at++];
      if (!nameOf(drawn.get(candidate)) && isAlike(drawn.get(candidate), child)) node = candidate;
    }
    const made = node && !kept.has(node) && isAlike(drawn.get(node), child) ? node : create(child, parent);
    kept.add(made);
    update(made, child);
    return made;
  });
  for (const node of old) if (!kept.has(node)) parent.removeChild(node);
  next.forEach((node, place) => {
    if (parent.childNodes[place] !== node) parent.insertBefore(node, parent.childNodes[place] || null);
  });
}

/** @param {Child | undefined} child */
function nameOf(child) {
  return child && typeof child !== 'string' && child.key ? child.key : '';
}

/**
 * @param {Child | undefined} before
 * @param {Child} after
 */
function isAlike(before, after) {
  if (before === undefined) return false;
  if (typeof before === 'string' || typeof after === 'string') return typeof before === typeof after;
  return before.tag === after.tag;
}

/**
 * @param {Child} child
 * @param {Element} parent
 * @returns {Node}
 */
function create(child, parent) {
  if (typeof child === 'string') return document.createTextNode(child);
  const isDrawing = child.tag === 'svg' || parent.namespaceURI === SVG;
  return isDrawing ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
}

/**
 * @param {Node} node
 * @param {Child} child
 */
function update(node, child) {
  const before = drawn.get(node);
  drawn.set(node, child);
  if (typeof child === 'string') {
    if (node.nodeValue !== child) node.nodeValue = child;
    return;
  }
  const element = /** @type {HTMLElement} */ (node);
  const old = before && typeof before !== 'string' ? before.props : {};
  patch(element, child.children);
  for (const name of Object.keys(old)) if (!(name in child.props)) put(element, name, null, old[name]);
  for (const name of Object.keys(child.props)) put(element, name, child.props[name], old[name]);
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 * @param {unknown} before
 */
function put(element, name, value, before) {
  if (name.startsWith('on')) return listen(element, name.slice(2), value);
  if (name === 'value') {
    const input = /** @type {HTMLInputElement} */ (element);
    if (input.value !== value) input.value = String(value === null ? '' : value);
    return undefined;
  }
  if (value === before) return undefined;
  if (name === 'initial') element.setAttribute('value', String(value || ''));
  else if (name === 'share') element.style.transform = `scaleX(${Number(value)})`;
  else if (value === null || value === false || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
  return undefined;
}

/**
 * One real listener per event and element; what it calls may change with every drawing.
 * @param {HTMLElement} element
 * @param {string} event
 * @param {unknown} call
 */
function listen(element, event, call) {
  let calls = listeners.get(element);
  if (!calls) {
    calls = {};
    listeners.set(element, calls);
  }
  const held = calls;
  if (!(event in held)) {
    element.addEventListener(event, (happened) => held[event] && held[event](happened));
  }
  held[event] = /** @type {EventListener} */ (call);
}
