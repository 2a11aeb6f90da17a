// Every sentence of the test page, in Dutch and English. No rules.

const nl = {
  title: 'Test de verbinding',
  reached: 'Deze telefoon bereikt de laptop',
  connecting: 'Verbinding maken…',
  connected: 'Verbonden',
  detour: 'Verbonden langs een omweg: het netwerk houdt de gewone weg tegen',
  failing: 'De verbinding komt niet tot stand. We blijven proberen…',
  beating: 'Heen en weer…',
  beats: (/** @type {number} */ ms) => `Heen en weer in ${ms} milliseconden`,
  lasts: (/** @type {number} */ seconds) => `Blijft verbonden: al ${seconds} van 60 seconden`,
  lasted: 'Blijft verbonden: een minuut lang',
  works: 'Het werkt. Kijk op de laptop.',
  code: 'Deze code is van een andere les. Scan de code op de laptop opnieuw.',
};

/** @type {typeof nl} */
const en = {
  title: 'Test the connection',
  reached: 'This phone reaches the laptop',
  connecting: 'Connecting…',
  connected: 'Connected',
  detour: 'Connected by a detour: the network blocks the usual way',
  failing: 'There is no connection yet. We keep trying…',
  beating: 'There and back…',
  beats: (ms) => `There and back in ${ms} milliseconds`,
  lasts: (seconds) => `Stays connected: ${seconds} of 60 seconds so far`,
  lasted: 'Stays connected: for a minute',
  works: 'It works. Look at the laptop.',
  code: 'This code belongs to another lesson. Scan the code on the laptop again.',
};

export const catalogue = { nl, en };
/** @typedef {typeof nl} Words */
