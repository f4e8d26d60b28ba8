/**
 * The invigilator's board: everybody in the room on one page, those in most need first. It is asked for again every
 * few seconds, and says so loudly when that fails.
 */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { api, Problem, serverClock, Unreachable } from '../js/api.js';
import { meter } from '../js/bars.js';
import { allowSound, audible, beep, want } from '../js/beep.js';
import { date, day, hour, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { MinutesForm } from '../js/minutes-form.js';
import { openPage } from '../js/page.js';
import { saveFile } from '../js/save-file.js';
import { fullName, sessionAddress, sessionState, tag } from '../js/session-parts.js';

const page = openPage({ title: t('board.title'), current: 'staff', learner: true, wide: true });
const sessionId = new URLSearchParams(location.search).get('session') ?? '';
const LOOK_MS = 4000;
const STALE_MS = 12_000;
const SILENT_S = 60; // a candidate's page in use is heard of more often

let board;
let order = []; // learnerIds as shown
let lastAt = 0; // when the server last answered, by this device's clock
let timer = null;
let stale = false;
let known = new Set(); // open alerts the invigilator was told of
let filter = 'all';
const doing = new Set(); // learnerIds with a call under way
const failures = new Map(); // learnerId → what went wrong
let opening = false;
const minutes = new MinutesForm({ page, sessionId, draw, given });

/* Looking. */

async function look() {
  clearTimeout(timer);
  try {
    take(await api.board(sessionId));
  } catch (error) {
    if (error instanceof Problem) return page.fail(error, () => page.load(begin));
    if (!(error instanceof Unreachable)) throw error;
    watchStaleness();
  }
  if (board.session.state === 'open' || board.session.state === 'running') {
    clearTimeout(timer);
    timer = setTimeout(look, LOOK_MS);
  }
}

function take(next) {
  board = next;
  lastAt = Date.now();
  if (stale) {
    stale = false;
    page.banner(null);
    page.announce(t('board.freshAgain'));
  }
  const ids = board.candidates.map((c) => c.learnerId);
  order = busyHands() ? [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))] : ids;
  tellAlerts();
  draw();
}

/** Rows do not move under the pointer or away from the focus. */
const busyHands = () => Boolean(page.main.querySelector('.candidates:hover, .candidates :focus-visible'));

function tellAlerts() {
  const open = board.candidates.flatMap((c) => openAlerts(c).map((alert) => ({ key: `${c.learnerId}/${alert.n}`, name: fullName(c), alert })));
  const fresh = open.filter(({ key }) => !known.has(key));
  known = new Set(open.map(({ key }) => key));
  if (fresh.length > 0) {
    beep([660, 880, 660]);
    page.announce(fresh.map(({ name, alert }) => t('board.alertSaid', { name, what: t(`alert.${alert.category}`) })).join(' '));
  }
  page.title(`${open.length > 0 ? `(${open.length}) ` : ''}${t('board.title')}`);
}

/** What is shown may not be what is: say it, and hear it. */
function watchStaleness() {
  if (!board || !['open', 'running'].includes(board.session.state)) return;
  const age = Date.now() - lastAt;
  if (age < STALE_MS) return;
  if (!stale) {
    stale = true;
    page.title(t('board.staleTitle'));
    beep([440, 330, 440, 330]);
  }
  const seconds = Math.floor(age / 1000);
  page.banner({ tone: 'wrong', loud: true, text: t('board.stale', { n: Math.max(STALE_MS / 1000, seconds - (seconds % 15)), time: hour(new Date(lastAt).toISOString()) }), action: t('failure.retry'), onAction: look });
  draw();
}

/* Doing. */

async function act(learnerId, work) {
  if (doing.has(learnerId)) return;
  doing.add(learnerId);
  failures.delete(learnerId);
  draw();
  try {
    const after = await work();
    board = { ...board, candidates: board.candidates.map((c) => (c.learnerId === learnerId ? named(after, c) : c)) };
    tellAlerts();
    const { state } = after;
    page.announce(t('board.now', { name: fullName(named(after, board.candidates.find((c) => c.learnerId === learnerId))), state: t(`candidate.${state}`) }));
  } catch (error) {
    failures.set(learnerId, error instanceof Problem ? error.title : t('failure.away.form'));
  }
  doing.delete(learnerId);
  draw();
}

function given(candidates, n) {
  const after = new Map(candidates.map((c) => [c.learnerId, c]));
  board = { ...board, candidates: board.candidates.map((c) => (after.has(c.learnerId) ? named(after.get(c.learnerId), c) : c)) };
  draw();
  page.announce(t('board.given', { n, people: candidates.length }));
}

/** A reply about one candidate may leave out who it is. */
const named = (after, { givenName, familyName, birthDate }) => ({ givenName, familyName, birthDate, ...after });

async function openRoom() {
  if (opening) return;
  opening = true;
  draw();
  try {
    await api.openSession(sessionId);
    page.announce(t('sessionState.running'));
    await look();
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
  opening = false;
  draw();
  page.focus('.code-shown');
}

async function sound() {
  await want(!audible());
  if (audible()) beep([880]);
  draw();
}

/** For the printer. */
async function print() {
  try {
    saveFile(await api.attendanceSheet(sessionId), `${t('board.sheetFile')}-${board.session.startsAt.slice(0, 10)}.pdf`);
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
}

/* Views. */

const openAlerts = (c) => c.alerts.filter((alert) => !alert.decision);
const silent = (c) => (c.silentSeconds ?? 0) >= SILENT_S;
const groups = {
  all: () => true,
  need: (c) => openAlerts(c).length > 0 || c.waitsForAdmission || (c.state === 'started' && (c.away || silent(c))),
  inside: (c) => ['started', 'paused', 'admitted'].includes(c.state),
  absent: (c) => c.state === 'booked',
  over: (c) => ['completed', 'time-over', 'ended'].includes(c.state),
};

const states = {
  booked: ['dash', ''],
  waiting: ['door', 'warm'],
  admitted: ['check', 'good'],
  started: ['play', 'lively'],
  paused: ['pause', 'warm'],
  completed: ['check', 'good'],
  'time-over': ['clock', 'bad'],
  ended: ['check', ''],
};

/** Minutes of the test still to come; nothing before it starts and after it ends. */
function minutesLeft(c) {
  if (c.state === 'paused') return Math.ceil((c.remainingSeconds ?? 0) / 60);
  if (c.state === 'started' && c.endsAt) return Math.max(0, Math.ceil((Date.parse(c.endsAt) - serverClock.now()) / 60_000));
  return undefined;
}

function row(c) {
  const [sign, look] = states[c.state];
  const name = fullName(c);
  const left = minutesLeft(c);
  const text = t('exam.progress', { n: c.answered, atMost: c.atMost });
  const sat = c.answered > 0 || ['started', 'paused', 'completed', 'time-over'].includes(c.state);
  return html`
    <li class="candidate ${groups.need(c) ? 'need' : ''}" data-learner=${c.learnerId}>
      <div class="candidate-who">
        <h3>${name}</h3>
        <p>${[c.className, c.birthDate ? date(c.birthDate) : '', c.extraTimePercent > 0 ? t('board.extraTime', { n: c.extraTimePercent }) : ''].filter(Boolean).join(' · ')}</p>
      </div>
      <p class="candidate-state">${tag(t(`candidate.${c.state}`), sign, look)}${c.state === 'paused' && c.pausedByInvigilator ? html`<span class="small">${t('board.pausedByYou')}</span>` : nothing}</p>
      <div class="candidate-progress">${sat ? html`${meter(c.answered / c.atMost, t('board.progressOf', { name }), text)}<p>${text}</p>` : nothing}</div>
      <p class="candidate-left">${left === undefined ? nothing : html`${icon('clock')}<span>${t('board.left', { n: left })}</span>`}</p>
      <p class="candidate-signals">
        ${c.away && c.state === 'started' ? tag(t('board.away'), 'eye', 'bad') : nothing}
        ${silent(c) ? tag(t('board.silent', { n: Math.floor(c.silentSeconds / 60) }), 'alert', 'bad') : nothing}
        ${c.waitsForAdmission && c.startedAt ? tag(t('board.otherDevice'), 'door', 'warm') : nothing}
        ${c.minutesGiven ? html`<span class="small">${t('board.minutesGiven', { n: c.minutesGiven })}</span>` : nothing}
        ${c.focusLosses > 0 ? html`<span class="small">${t('board.losses', { n: c.focusLosses })}</span>` : nothing}
      </p>
      <p class="candidate-do">${actions(c, name)}</p>
      ${openAlerts(c).map((alert) => alertView(c, alert, name))}
      ${failures.has(c.learnerId) ? html`<p class="error" role="alert">${icon('alert')}<span>${failures.get(c.learnerId)}</span></p>` : nothing}
    </li>`;
}

function actions(c, name) {
  const busy = doing.has(c.learnerId) ? 'true' : nothing;
  const button = (label, look, work) =>
    html`<button type="button" class="button small ${look}" aria-disabled=${busy} aria-label="${label} (${name})" @click=${() => act(c.learnerId, work)}>${label}</button>`;
  if (board.session.state !== 'running') return nothing;
  return html`
    ${c.waitsForAdmission ? button(t(c.startedAt ? 'board.admitAgain' : 'board.admit'), 'primary', () => api.admit(sessionId, c.learnerId)) : nothing}
    ${c.state === 'started' ? button(t('board.pause'), '', () => api.pause(sessionId, c.learnerId)) : nothing}
    ${c.state === 'paused' && openAlerts(c).length === 0 ? button(t('board.resume'), 'primary', () => api.resume(sessionId, c.learnerId)) : nothing}`;
}

const alertView = (c, alert, name) => html`
  <section class="alert" aria-label=${t('board.alertOf', { name })}>
    <p class="alert-what">${icon('hand')}<span><strong>${t(`alert.${alert.category}`)}</strong> · ${t('test.question', { n: alert.sequence })} · ${hour(alert.raisedAt)}</span></p>
    ${alert.text ? html`<p class="alert-text">${alert.text}</p>` : nothing}
    <p class="actions">
      <button type="button" class="button small" aria-label="${t('board.dismiss')} (${name})" @click=${() => act(c.learnerId, () => api.decide(sessionId, c.learnerId, alert.n, 'dismiss'))}>${t('board.dismiss')}</button>
      <button type="button" class="button small" aria-label="${t('board.replace')} (${name})" @click=${() => act(c.learnerId, () => api.decide(sessionId, c.learnerId, alert.n, 'replace-question'))}>${t('board.replace')}</button>
    </p>
  </section>`;

function roomView() {
  const { session } = board;
  if (session.state === 'open') {
    return html`<div class="room-code">
      <p class="room-label">${t('board.notOpen')}</p>
      <button type="button" class="button on-dark large" aria-disabled=${opening ? 'true' : nothing} @click=${openRoom}>${icon('door')}${t('board.open')}</button>
    </div>`;
  }
  if (session.state !== 'running' || !session.accessCode) return nothing;
  return html`<div class="room-code">
    <p class="room-label" id="code-label">${t('exam.code')}</p>
    <p class="code-shown" tabindex="-1" aria-labelledby="code-label code"><span id="code">${session.accessCode}</span></p>
  </div>`;
}

function draw() {
  if (!board) return;
  const { session, candidates } = board;
  const byId = new Map(candidates.map((c) => [c.learnerId, c]));
  const shown = order.map((id) => byId.get(id)).filter((c) => c && groups[filter](c));
  const count = (key) => candidates.filter(groups[key]).length;
  const alerts = candidates.reduce((n, c) => n + openAlerts(c).length, 0);
  page.show(html`
    <section class="room">
      <div class="room-text">
        <h1>${t('board.title')}</h1>
        <p class="room-where">${day(session.startsAt)}, ${hour(session.startsAt)}<br>${session.room} · ${session.centre}</p>
        <p class="room-state">${sessionState(session.state)}</p>
      </div>
      ${roomView()}
    </section>
    <div class="board-bar">
      <div class="board-filters" role="group" aria-label=${t('board.show')}>
        ${Object.keys(groups).map((key) => html`<button type="button" class="filter ${key === 'need' && count('need') ? 'hot' : ''}" aria-pressed=${filter === key ? 'true' : 'false'} @click=${() => { filter = key; order = candidates.map((c) => c.learnerId); draw(); }}>${t(`board.filter.${key}`)} <strong>${count(key)}</strong></button>`)}
      </div>
      <div class="board-tools">
        <button type="button" class="button small" aria-pressed=${audible() ? 'true' : 'false'} @click=${sound}>${icon(audible() ? 'sound' : 'mute')}${t(audible() ? 'board.soundOn' : 'board.soundOff')}</button>
        ${session.state === 'running' ? minutes.button() : nothing}
        <button type="button" class="button small" @click=${print}>${icon('download')}${t('board.sheet')}</button>
        ${session.state === 'running' ? html`<a class="button small" href=${sessionAddress('finalisation', sessionId)}>${icon('check')}${t('board.finalise')}</a>` : nothing}
      </div>
    </div>
    ${session.state === 'running' ? minutes.view(candidates) : nothing}
    ${alerts > 0 ? html`<p class="board-alerts" role="status">${icon('hand')}<span>${t('board.openAlerts', { n: alerts })}</span></p>` : nothing}
    <h2 class="visually-hidden">${t('board.candidates')}</h2>
    <ul class="candidates ${stale ? 'stale' : ''}">${repeat(shown, (c) => c.learnerId, row)}</ul>
    ${shown.length === 0 ? html`<p class="card">${t(candidates.length ? 'board.nobodyHere' : 'board.nobody')}</p>` : nothing}
    <p class="updated">${t('board.updated', { time: new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' }).format(lastAt) })}</p>`);
}

async function begin() {
  board = await api.board(sessionId);
  take(board);
  clearTimeout(timer);
  timer = setTimeout(look, LOOK_MS);
}

// Not while a pointer is down: what is drawn anew would move away under it.
addEventListener('click', () => allowSound().then(draw), { once: true });
setInterval(watchStaleness, 5000);
document.addEventListener('visibilitychange', () => { if (board && !document.hidden) look(); });
page.load(begin);
