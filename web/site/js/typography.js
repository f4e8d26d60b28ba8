/** Spaces that never break a line and apostrophes as they are printed, for what the pages say themselves and for texts of the server and the bank. */
const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** No line starts with a unit, an apostrophe between letters is curved; French puts a space before ; : ! ? and inside « », which never breaks a line either. */
export function typographic(text, lang) {
  const units = text.replace(/(\d) (?=(?:\p{L}{1,2}|€)(?!\p{L}))/gu, `$1${NO_BREAK}`).replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
  if (lang !== 'fr') return units;
  return units
    .replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
    .replace(/ ([:»%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`);
}
