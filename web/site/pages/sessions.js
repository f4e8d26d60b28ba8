/** Finding an open public session and booking a seat in it. What was searched for stands in the address. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem, Unreachable } from '../js/api.js';
import { meter } from '../js/bars.js';
import { departmentName, departments } from '../js/departments.js';
import { formError, selectField, submitButton, textField } from '../js/forms.js';
import { day, number, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { signedIn, signInAddress } from '../js/session.js';
import { sessionAddress, tag, whenView, whereView } from '../js/session-parts.js';

const page = openPage({ title: t('sessions.title'), current: 'bookings', wide: true });

let wanted = fromAddress();
let found = null; // {sessions, cursor?}, once searched
let searching = false;
let errors = {}; // by field, "" for the whole
let mine = new Set(); // sessions in which this person has a seat
const refusals = new Map(); // sessionId → Problem
let booking = null;

function fromAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(['department', 'from', 'to'].map((key) => [key, query.get(key) || undefined]));
}

const filled = (values) => Object.entries(values).filter(([, value]) => value);

async function search(event) {
  event?.preventDefault();
  if (event) {
    const { elements } = event.currentTarget;
    wanted = Object.fromEntries(['department', 'from', 'to'].map((key) => [key, elements[key].value || undefined]));
    history.pushState(null, '', `${location.pathname}?${new URLSearchParams(filled(wanted))}`);
  }
  const asked = wanted;
  errors = {};
  searching = false; // What is still under way is not shown.
  refusals.clear();
  if (!wanted.department) {
    if (event) errors = { department: t('sessions.departmentMissing') };
    found = null;
    draw();
    if (event) page.focus('#department');
    return;
  }
  if (wanted.from && wanted.to && wanted.to < wanted.from) {
    errors = { to: t('sessions.datesCrossed') };
    draw();
    page.focus('#to');
    return;
  }
  await fetchMore(true);
  if (event && found && asked === wanted) {
    page.announce(t('sessions.count', { n: found.sessions.length }));
    page.focus('#results');
  }
}

async function fetchMore(afresh) {
  const asked = wanted;
  searching = true;
  draw();
  try {
    const more = await api.findSessions({ ...wanted, cursor: afresh ? undefined : found.cursor });
    if (asked !== wanted) return; // Something else was searched for meanwhile.
    const from = afresh ? 0 : found.sessions.length;
    found = { sessions: afresh ? more.sessions : [...found.sessions, ...more.sessions], cursor: more.cursor };
    searching = false;
    draw();
    if (!afresh) page.focus(`#session-${from}`);
  } catch (error) {
    if (asked !== wanted) return;
    searching = false;
    if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
    errors = { '': error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form') };
    draw();
  }
}

async function book(session) {
  if (booking) return;
  booking = session.sessionId;
  refusals.delete(session.sessionId);
  draw();
  try {
    await api.book(session.sessionId);
    mine.add(session.sessionId);
    session.seatsLeft = Math.max(0, session.seatsLeft - 1);
    page.announce(t('sessions.bookedOn', { day: day(session.startsAt) }));
  } catch (error) {
    refusals.set(session.sessionId, error);
  }
  booking = null;
  draw();
  page.focus(`[data-session="${CSS.escape(session.sessionId)}"] .outcome`);
}

const filters = () => html`
  <form class="form card finder" novalidate @submit=${search} aria-labelledby="finder">
    <h2 id="finder">${t('sessions.where')}</h2>
    ${formError(errors[''])}
    ${selectField({ name: 'department', label: t('sessions.department'), value: wanted.department ?? '', error: errors.department, options: departments(), empty: t('sessions.departmentEmpty') })}
    <div class="two">
      ${textField({ name: 'from', type: 'date', label: t('sessions.from'), value: wanted.from ?? '', optional: true })}
      ${textField({ name: 'to', type: 'date', label: t('sessions.to'), value: wanted.to ?? '', error: errors.to, optional: true })}
    </div>
    ${submitButton(t('sessions.search'), searching)}
  </form>`;

function results() {
  if (!found) {
    return html`
      <section class="card" aria-labelledby="how">
        <h2 id="how">${t('sessions.how')}</h2>
        <ol class="advice-steps">
          <li>${t('sessions.how1')}</li>
          <li>${t('sessions.how2')}</li>
          <li>${t('sessions.how3')}</li>
        </ol>
        <p class="next-step">${icon('info')}<span>${t('sessions.schoolDoes')}</span></p>
      </section>`;
  }
  const place = departmentName(wanted.department);
  if (found.sessions.length === 0) {
    return html`<h2 id="results">${t('sessions.none', { place })}</h2><p class="lead">${t('sessions.noneText')}</p>`;
  }
  return html`
    <h2 id="results">${t('sessions.results', { place })}</h2>
    <ul class="session-list">${found.sessions.map(card)}</ul>
    ${found.cursor ? html`<p class="actions"><button type="button" class="button" aria-disabled=${searching ? 'true' : nothing} @click=${() => !searching && fetchMore(false)}>${t('list.more')}</button></p>` : nothing}`;
}

const card = (session, i) => html`
  <li class="session" data-session=${session.sessionId}>
    <div class="session-text">
      <h3 id="session-${i}" class="session-title">${whenView(session.startsAt)}</h3>
      ${whereView(session)}
      ${tag(t('sessions.seats', { n: session.seatsLeft }), 'people', session.seatsLeft <= 3 ? 'warm' : 'good')}
    </div>
    <div class="session-do">${mine.has(session.sessionId) ? nothing : bookButton(session)}</div>
    ${outcome(session)}
  </li>`;

const bookButton = (session) =>
  signedIn()
    ? html`<button type="button" class="button primary" aria-disabled=${booking === session.sessionId ? 'true' : nothing}
        aria-label=${t('sessions.bookOn', { day: day(session.startsAt), centre: session.centre })} @click=${() => book(session)}>${t('sessions.book')}</button>`
    : html`<a class="button primary" href=${signInAddress()}>${t('sessions.signInToBook')}</a>`;

function outcome({ sessionId }) {
  if (mine.has(sessionId)) {
    return html`<div class="outcome good">${icon('check')}<div><p><strong>${t('sessions.booked')}</strong></p><p><a href="/bookings.html">${t('sessions.toBookings')}</a></p></div></div>`;
  }
  const error = refusals.get(sessionId);
  if (!error) return nothing;
  return html`<div class="outcome bad">${icon('alert')}<div>${whyNot(error)}</div></div>`;
}

/** Why there is no seat, and what to do about it. */
function whyNot(error) {
  if (!(error instanceof Problem)) return html`<p>${t('failure.away.form')}</p>`;
  if (error.type === 'not-certifiable') {
    const { competencesAtLevel1: reached = 0, competencesNeeded: needed = 5 } = error.body.missing ?? {};
    const text = t('sessions.notCertifiableCount', { n: reached, needed: number(needed) });
    return html`
      <p><strong>${t('sessions.notCertifiable')}</strong></p>
      <p>${t('sessions.notCertifiableText', { needed: number(needed) })}</p>
      ${meter(reached / needed, t('sessions.way'), text)}
      <p class="small">${text}</p>
      <p><a class="button small" href="/profile.html">${t('sessions.train')}${icon('arrow-right')}</a></p>`;
  }
  if (error.type === 'already-booked') {
    return html`<p><strong>${t('sessions.overlap')}</strong></p><p>${t('sessions.overlapText')} <a href="/bookings.html">${t('sessions.toBookings')}</a></p>`;
  }
  if (error.type === 'session-full') return html`<p><strong>${t('sessions.full')}</strong></p><p>${t('sessions.fullText')}</p>`;
  if (error.type === 'session-closed') return html`<p><strong>${t('sessions.closed')}</strong></p><p>${t('sessions.fullText')}</p>`;
  return html`<p>${error.title ?? t('failure.text')}</p>`;
}

const draw = () => page.show(html`
  <div class="page-head">
    <div>
      <h1>${t('sessions.title')}</h1>
      <p class="lead">${t('sessions.lead')}</p>
    </div>
    ${signedIn() ? html`<a class="button" href="/bookings.html">${icon('calendar')}${t('nav.bookings')}</a>` : nothing}
  </div>
  <div class="find">
    ${filters()}
    <div class="found" aria-busy=${searching ? 'true' : 'false'}>${results()}</div>
  </div>`);

addEventListener('popstate', () => { wanted = fromAddress(); search(); });
page.load(async () => {
  if (signedIn()) {
    const { bookings } = await api.bookings();
    mine = new Set(bookings.filter((b) => b.sessionState !== 'cancelled').map((b) => b.sessionId));
  }
  await search();
});
