// Which of our languages a reader gets. Pure.

/**
 * The first of the browser's languages that we speak, else the lesson's, else English.
 * @param {readonly string[]} wished such as navigator.languages
 * @param {string} lesson
 * @returns {'nl' | 'en'}
 */
export function languageOf(wished, lesson) {
  for (const each of [...wished, lesson]) {
    const short = each.slice(0, 2).toLowerCase();
    if (short === 'nl' || short === 'en') return short;
  }
  return 'en';
}
