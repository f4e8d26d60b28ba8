/** What this browser calls itself in an exam: a random text, made once and kept. It says nothing about the person. */
const KEY = 'pix.device';

/** Undefined where nothing can be kept: a new name on every page would ask for a new admission each time. */
export function device() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept;
    const made = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return undefined;
  }
}
