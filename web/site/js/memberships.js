/** Where the person is a member of staff, remembered by this tab so that not every page has to ask. */
import { api } from './api.js';
import { keep, keptValue } from './kept.js';

const KEY = 'pix.memberships';
const MINUTES = 10;

/** {operator, memberships}, asked for now. */
export async function memberships() {
  const answer = await api.memberships();
  keep(KEY, { ...answer, until: Date.now() + MINUTES * 60_000 });
  return answer;
}

/** Whether the person is staff of anything. What is remembered is used; where nothing can be learnt, false. */
export async function isStaff() {
  const known = keptValue(KEY);
  const staff = (answer) => answer.operator || answer.memberships.length > 0;
  if (known && known.until > Date.now()) return staff(known);
  try {
    return staff(await memberships());
  } catch {
    return false;
  }
}

/** As far as this tab knows, without asking. */
export const knownStaff = () => {
  const known = keptValue(KEY);
  return Boolean(known && (known.operator || known.memberships.length > 0));
};
