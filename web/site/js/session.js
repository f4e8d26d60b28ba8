/**
 * Who is signed in. Tokens live in memory and in sessionStorage: they last as long as the browser tab, so a shared
 * school computer forgets them when it is closed.
 */
const KEY = 'pix.session';
let session = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export const signedIn = () => session !== null;
export const accessToken = () => session?.accessToken;
export const refreshToken = () => session?.refreshToken;

export function keep(tokens) {
  session = { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? session?.refreshToken };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Without storage the session lasts for one page.
  }
}

/** The session is over; drafts and answers on their way stay, for whoever signs in again to go on with them. */
export function forget() {
  session = null;
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem('pix.memberships');
  } catch {
    // Nothing was stored then.
  }
}

/** The person leaves: nothing of theirs stays in this browser. */
export function signOut() {
  forget();
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was stored then.
  }
}

/** The address of the sign-in page that comes back here afterwards. */
export const signInAddress = (reason) =>
  `/sign-in.html?${new URLSearchParams({ next: location.pathname + location.search, ...(reason ? { reason } : {}) })}`;

/** Where to go after signing in: a page of this site, never another one. */
export function nextAddress(fallback) {
  const next = new URLSearchParams(location.search).get('next');
  if (!next) return fallback;
  try {
    const url = new URL(next, location.origin);
    return url.origin === location.origin ? url.pathname + url.search : fallback;
  } catch {
    return fallback;
  }
}
