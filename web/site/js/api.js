/**
 * The HTTP contract. Every call resolves to the reply's JSON, or rejects with one of two errors: {@link Problem} (the
 * server said no, and why) or {@link Unreachable} (no reply, or an overloaded or broken server: worth sending again).
 */
import { language } from './i18n.js';
import * as session from './session.js';

/** RFC 9457: type is a stable slug, title a sentence for the person, errors name faulty fields by JSON pointer. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.type = body.type ?? 'unknown';
    this.title = body.title;
    this.errors = body.errors ?? [];
    this.body = body;
  }
}

export class Unreachable extends Error {}

const PATIENCE_MS = 20_000;

async function exchange(method, path, { body, signed }) {
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (signed && session.accessToken()) headers.Authorization = `Bearer ${session.accessToken()}`;
  let reply;
  try {
    reply = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new Unreachable('no reply', { cause });
  }
  if (reply.status >= 500) throw new Unreachable(`HTTP ${reply.status}`);
  let json;
  try {
    const text = await reply.text();
    json = text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new Unreachable('cut or unreadable reply', { cause });
  }
  if (!reply.ok) throw new Problem(reply.status, json ?? {});
  serverClock.set(reply.headers.get('Date'));
  return json;
}

/** How far this device's clock is from the server's, so that a countdown does not trust the former. */
export const serverClock = {
  offset: 0,
  set(header) {
    const sent = Date.parse(header ?? '');
    // The header counts whole seconds: differences below two are noise.
    if (!Number.isNaN(sent)) this.offset = Math.abs(sent - Date.now()) < 2000 ? 0 : sent - Date.now();
  },
  now() {
    return Date.now() + this.offset;
  },
};

let refreshing = null;

/** One refresh at a time, however many calls found their token expired. */
function refresh() {
  refreshing ??= exchange('POST', '/tokens/refresh', { body: { refreshToken: session.refreshToken() } })
    .then(session.keep)
    .finally(() => { refreshing = null; });
  return refreshing;
}

/** A wrong password typed to confirm something is a 401 too, and no reason to sign in again. */
const tokenRefused = (error) => error instanceof Problem && error.status === 401 && error.type !== 'bad-credentials';

/** Whether there is a new token; false where the session is over. */
async function renewed() {
  try {
    await refresh();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function signed(method, path, body) {
  try {
    return await exchange(method, path, { body, signed: true });
  } catch (error) {
    if (!tokenRefused(error)) throw error;
    if (session.refreshToken() && (await renewed())) {
      try {
        return await exchange(method, path, { body, signed: true });
      } catch (second) {
        if (!tokenRefused(second)) throw second;
      }
    }
    const address = session.signInAddress('ended');
    session.forget();
    location.assign(address);
    return new Promise(() => {}); // The page is being left.
  }
}

const open = (method, path, body) => exchange(method, path, { body });
const query = (values) => new URLSearchParams(Object.entries(values).filter(([, v]) => v !== undefined)).toString();
const id = encodeURIComponent;

export const api = {
  framework: () => open('GET', '/framework'),
  guide: () => open('GET', '/guide'),
  advice: (situation) => open('GET', `/guide/advice?${query(situation)}`),

  register: (account) => open('POST', '/accounts', account),
  async signIn(username, password) {
    session.keep(await open('POST', '/tokens', { username, password }));
  },

  me: () => signed('GET', '/me'),
  changeMe: (changes) => signed('PATCH', '/me', changes),
  deleteMe: (password) => signed('DELETE', '/me', { password }),
  exportMe: () => signed('GET', '/me/export'),
  profile: () => signed('GET', '/me/profile'),

  start: (assessment) => signed('POST', '/assessments', { ...assessment, locale: language }),
  assessment: (assessmentId) => signed('GET', `/assessments/${id(assessmentId)}`),
  question: (assessmentId) => signed('GET', `/assessments/${id(assessmentId)}/question`),
  answer: (assessmentId, answer) => signed('POST', `/assessments/${id(assessmentId)}/answers`, answer),
};
