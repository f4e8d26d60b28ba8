/** Who is registered for a session, with extra time, and everything that happened in it: for its head. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { api, Problem } from '../js/api.js';
import { date, day, hour, percent, t, time } from '../js/i18n.js';
import { openPage } from '../js/page.js';
import { fullName, sessionAddress, sessionState, tag } from '../js/session-parts.js';

const page = openPage({ title: t('room.title'), current: 'staff', learner: true });
const sessionId = new URLSearchParams(location.search).get('session') ?? '';
const EXTRA = [0, 20, 33, 50, 100];

let board;
let events = [];
let cursor;
let asking = null; // learnerId of who is about to be removed
let busy = false;
const failures = new Map(); // learnerId → what went wrong

const alive = () => ['open', 'running'].includes(board.session.state);
const row = (learnerId) => `[data-learner="${CSS.escape(learnerId)}"]`;

async function act(learnerId, work, said, focus) {
  if (busy) return;
  busy = true;
  failures.delete(learnerId);
  try {
    await work();
    asking = null;
    await reload();
    page.banner({ tone: 'right', text: said });
  } catch (error) {
    failures.set(learnerId, error instanceof Problem ? error.title : t('failure.away.form'));
  }
  busy = false;
  draw();
  page.focus(focus);
}

const give = (c, added) =>
  act(c.learnerId, () => api.changeCandidate(sessionId, c.learnerId, { extraTimePercent: added }), t('room.saved', { name: fullName(c), n: added }), `${row(c.learnerId)} select`);

const remove = (c) => act(c.learnerId, () => api.removeCandidate(sessionId, c.learnerId), t('room.removed', { name: fullName(c) }), 'h1');

function ask(learnerId) {
  asking = learnerId;
  draw();
  page.focus(`${row(learnerId)} .dangerous`);
}

function keep(learnerId) {
  asking = null;
  draw();
  page.focus(`${row(learnerId)} .remove`);
}

/* Views. */

const verdictSigns = { certified: ['check', 'good'], rejected: ['cross', 'bad'], cancelled: ['alert', 'warm'], absent: ['people', ''] };
const verdictTag = (verdict) => tag(t(verdict === 'absent' ? 'code.absent' : `result.${verdict}`), ...verdictSigns[verdict]);

function candidateView(c) {
  const name = fullName(c);
  const options = EXTRA.includes(c.extraTimePercent) ? EXTRA : [...EXTRA, c.extraTimePercent];
  const seated = alive() && !c.startedAt;
  return html`
    <li class="session" data-learner=${c.learnerId}>
      <div class="session-text">
        <h3 class="session-title">${name}</h3>
        <p class="where">${[c.className, c.birthDate ? date(c.birthDate) : ''].filter(Boolean).join(' · ')}</p>
        <p class="tags">${c.verdict ? verdictTag(c.verdict) : tag(t(`candidate.${c.state}`), 'people')}${c.origin === 'enrolled' ? tag(t('bookings.enrolled'), 'info') : nothing}${!seated && c.extraTimePercent > 0 ? tag(t('board.extraTime', { n: c.extraTimePercent }), 'clock') : nothing}</p>
        ${c.reason && c.verdict !== 'absent' ? html`<p class="hint">${c.reason}</p>` : nothing}
      </div>
      ${seated
        ? html`<div class="session-do seat">
            <label class="extra"><span aria-hidden="true">${t('room.extraTime')}</span>
              <select aria-label=${t('room.extraTimeOf', { name })} .value=${String(c.extraTimePercent)} @change=${(event) => give(c, Number(event.target.value))}>
                ${options.map((n) => html`<option value=${n} ?selected=${n === c.extraTimePercent}>${n === 0 ? t('orgSessions.noExtraTime') : `${n} %`}</option>`)}
              </select></label>
            ${asking === c.learnerId ? nothing : html`<button type="button" class="button small quiet remove" aria-label=${t('room.removeOf', { name })} @click=${() => ask(c.learnerId)}>${t('room.remove')}</button>`}
          </div>`
        : nothing}
      ${asking === c.learnerId
        ? html`<div class="ask" role="group" aria-label=${t('room.removeOf', { name })}>
            <p><strong>${t('room.removeSure', { name })}</strong></p>
            <p class="actions">
              <button type="button" class="button dangerous" @click=${() => remove(c)}>${t('room.removeYes')}</button>
              <button type="button" class="button" @click=${() => keep(c.learnerId)}>${t('room.removeNo')}</button>
            </p>
          </div>`
        : nothing}
      ${failures.has(c.learnerId) ? html`<p class="error" role="alert">${failures.get(c.learnerId)}</p>` : nothing}
    </li>`;
}

/** Whom the log means; people who left the list are "the staff" or nobody in particular. */
const candidateOf = (learnerId) => board.candidates.find((c) => c.learnerId === learnerId);

function actor({ actorId, candidateId }) {
  if (actorId === candidateId) return '';
  if (actorId === 'schedule') return t('room.bySchedule');
  const found = candidateOf(actorId);
  return found ? t('room.by', { name: fullName(found) }) : t('room.someone');
}

function eventView(event) {
  const about = event.candidateId ? candidateOf(event.candidateId) : undefined;
  const { percent: added, minutes, decision, verdict, reason, status } = event.details ?? {};
  const what = t(status === 'absent' ? 'room.notedAbsent' : `event.${event.kind}`); // who did not come has no answers to score
  const more = [added && percent(Number(added) / 100), minutes && t('log.minutes', { n: Number(minutes) }), decision && t(`log.${decision}`), verdict && t(`result.${verdict}`), reason].filter(Boolean);
  return html`
    <li>
      <time datetime=${event.at}>${time(event.at)}</time>
      <p><strong>${what}</strong>${event.candidateId ? html` · ${about ? fullName(about) : t('person.gone')}` : nothing}${actor(event) ? html` <span class="small">· ${actor(event)}</span>` : nothing}
        ${more.length ? html`<br><span class="small">${more.join(' · ')}</span>` : nothing}</p>
    </li>`;
}

const draw = () => page.show(html`
  <p class="eyebrow"><a href="/organisation-sessions.html?${new URLSearchParams({ organisation: board.session.organisationId })}">${t('orgSessions.title')}</a></p>
  <h1>${t('room.title')}</h1>
  <p class="lead">${day(board.session.startsAt)}, ${hour(board.session.startsAt)} · ${board.session.room}</p>
  <p class="tags">${sessionState(board.session.state)}${tag(t('orgSessions.seats', { n: board.session.seatsTaken, of: board.session.capacity }), 'people')}</p>
  <section aria-labelledby="people">
    <h2 id="people">${t('room.candidates')}</h2>
    ${board.candidates.length ? html`<ul class="session-list">${repeat(board.candidates, (c) => c.learnerId, candidateView)}</ul>` : html`<p class="card">${t('room.none')}</p>`}
    ${alive() ? html`<p class="actions"><a class="button" href=${sessionAddress('board', sessionId)}>${t('orgSessions.board')}</a></p>` : nothing}
  </section>
  <section class="card" aria-labelledby="log">
    <h2 id="log">${t('room.log')}</h2>
    <p class="hint">${t('room.logText')}</p>
    <ol class="log">${events.map(eventView)}</ol>
    ${cursor ? html`<p class="actions"><button type="button" class="button" @click=${more}>${t('room.logMore')}</button></p>` : nothing}
  </section>`);

async function more() {
  try {
    const next = await api.log(sessionId, cursor);
    events = [...events, ...next.events];
    cursor = next.cursor;
    draw();
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
}

/** As on the attendance sheet. */
const byName = ({ familyName = '', givenName = '' }) => `${familyName} ${givenName}`;

async function reload() {
  const [seen, log] = await Promise.all([api.board(sessionId), api.log(sessionId)]);
  board = { ...seen, candidates: [...seen.candidates].sort((a, b) => byName(a).localeCompare(byName(b))) };
  ({ events, cursor } = log);
}

page.load(async () => {
  await reload();
  draw();
});
