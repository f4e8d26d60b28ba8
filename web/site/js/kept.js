/** Small things this tab keeps over a reload. Without storage they last as long as the page shows what it shows. */
export function keptValue(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** null removes it. */
export function keep(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A reload then loses it.
  }
}
