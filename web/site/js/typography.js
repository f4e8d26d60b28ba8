/** Spaces that never break a line, for what the pages say themselves and for texts of the bank. */
const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** No line starts with a unit; French puts a space before ; : ! ? and inside « », which never breaks a line either. */
export function typographic(text, lang) {
  const units = text.replace(/(\d) (?=(?:\p{L}{1,2}|€)(?!\p{L}))/gu, `$1${NO_BREAK}`);
  if (lang !== 'fr') return units;
  return units
    .replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
    .replace(/ ([:»%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`);
}
