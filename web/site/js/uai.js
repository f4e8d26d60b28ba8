/** School codes (UAI): seven digits and a letter that follows from them. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** "format", "letter", or null where the code can be one. */
export function uaiFault(uai) {
  if (!/^\d{7}[A-Z]$/.test(uai)) return 'format';
  return LETTERS[Number(uai.slice(0, 7)) % LETTERS.length] === uai[7] ? null : 'letter';
}
