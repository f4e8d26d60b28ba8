/** Ending a session: a reason for each unfinished test, what happened in the room, and what is still missing. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { api, Problem } from '../js/api.js';
import { areaField, errorsByField, formError, selectField } from '../js/forms.js';
import { day, hour, t, time } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { fullName, sessionAddress, tag } from '../js/session-parts.js';

const page = openPage({ title: t('final.title'), current: 'staff', learner: true });
const sessionId = new URLSearchParams(location.search).get('session') ?? '';
const ENOUGH_ANSWERS = 20;
const kinds = ['fraud', 'disruption', 'technical', 'emergency', 'late-arrival', 'left-the-room', 'other'];

let board;
let reasons = {}; // learnerId → "candidate" | "technical"
let incidents = []; // {key, kind, learnerId, text}
let made = 0;
let missing = []; // what the server or this page misses: {code, learnerId?}
let error = '';
let faults = {}; // incident key → text
let busy = false;
let done = null; // the session, finalised

const unfinished = () => board.candidates.filter((c) => ['started', 'paused', 'time-over'].includes(c.state));
const person = (learnerId) => board.candidates.find((c) => c.learnerId === learnerId);
const openAlert = (c) => c.alerts.some((alert) => !alert.decision);

/** What each reason means for this candidate. */
function consequence(c, reason) {
  if (c.answered >= ENOUGH_ANSWERS) return t('final.scored');
  return t(reason === 'technical' ? 'final.again' : 'final.lack');
}

function check() {
  missing = [
    ...unfinished().filter((c) => openAlert(c)).map((c) => ({ code: 'alert-open', learnerId: c.learnerId })),
    ...unfinished().filter((c) => !reasons[c.learnerId]).map((c) => ({ code: 'reason-missing', learnerId: c.learnerId })),
  ];
  faults = Object.fromEntries(incidents.flatMap(({ key, kind, learnerId }) => {
    if (!kind) return [[key, t('final.kindMissing')]];
    return kind === 'fraud' && !learnerId ? [[key, t('final.fraudWho')]] : [];
  }));
  return missing.length === 0 && Object.keys(faults).length === 0;
}

async function send(event) {
  event.preventDefault();
  if (busy) return;
  error = '';
  if (!check()) return refuse();
  busy = true;
  draw();
  try {
    done = await api.finalise(sessionId, {
      incidents: incidents.map(({ kind, learnerId, text }) => ({ kind, ...(learnerId ? { learnerId } : {}), ...(text.trim() ? { text: text.trim() } : {}) })),
      notFinished: unfinished().map((c) => ({ learnerId: c.learnerId, reason: reasons[c.learnerId] })),
    });
    busy = false;
    draw();
    page.focus('h1');
    return undefined;
  } catch (failure) {
    busy = false;
    if (!(failure instanceof Problem)) error = t('failure.away.form');
    else if (failure.type === 'not-finalisable') {
      // Somebody may have started or reported meanwhile: look again before telling.
      board = await api.board(sessionId).catch(() => board);
      missing = failure.body.missing ?? [];
    } else error = Object.values(errorsByField(failure, []))[0];
    return refuse();
  }
}

function refuse() {
  draw();
  page.focus('#missing, .form-error, [aria-invalid="true"]');
}

/** A power cut concerns everybody; what was chosen for one can still be changed. */
function all(reason) {
  reasons = Object.fromEntries(unfinished().map((c) => [c.learnerId, reason]));
  missing = missing.filter((m) => m.code !== 'reason-missing');
  draw();
}

function change(key, field, value) {
  incidents = incidents.map((incident) => (incident.key === key ? { ...incident, [field]: value } : incident));
  delete faults[key];
  draw();
}

function add() {
  incidents = [...incidents, { key: ++made, kind: '', learnerId: '', text: '' }];
  draw();
  page.focus(`#kind-${made}`);
}

function remove(key) {
  incidents = incidents.filter((incident) => incident.key !== key);
  draw();
  page.announce(t('final.removed'));
  page.focus('#add');
}

/* Views. */

const missingView = () => html`
  <section class="missing" id="missing" aria-labelledby="missing-title" tabindex="-1">
    <h2 id="missing-title">${icon('alert')}<span>${t('final.missing')}</span></h2>
    <ul>${missing.map(({ code, learnerId }) => {
      const name = learnerId && person(learnerId) ? fullName(person(learnerId)) : '';
      if (code === 'alert-open') return html`<li>${t('final.missing.alert-open', { name })} <a href=${sessionAddress('board', sessionId)}>${t('final.toBoard')}</a></li>`;
      if (code === 'reason-missing') return html`<li><a href="#reason-${learnerId}" @click=${(event) => { event.preventDefault(); page.focus(`[name="reason-${CSS.escape(learnerId)}"]`); }}>${t('final.missing.reason-missing', { name })}</a></li>`;
      return html`<li>${t('final.missing.session-not-open')} <a href=${sessionAddress('board', sessionId)}>${t('final.toBoard')}</a></li>`;
    })}</ul>
  </section>`;

function reasonView(c) {
  const chosen = reasons[c.learnerId];
  const wanted = missing.some((m) => m.learnerId === c.learnerId && m.code === 'reason-missing');
  const choose = (value) => {
    reasons = { ...reasons, [c.learnerId]: value };
    missing = missing.filter((m) => m.learnerId !== c.learnerId || m.code !== 'reason-missing');
    draw();
  };
  return html`
    <li class="unfinished ${wanted ? 'wanted' : ''}">
      <fieldset aria-describedby="told-${c.learnerId}">
        <legend><strong>${fullName(c)}</strong> ${tag(t(`candidate.${c.state}`), c.state === 'time-over' ? 'clock' : 'play')}</legend>
        <p class="hint" id="told-${c.learnerId}">${t('exam.progress', { n: c.answered, atMost: c.atMost })}</p>
        <div class="choices">
          ${['candidate', 'technical'].map((reason) => html`
            <label class="pick">
              <input type="radio" name="reason-${c.learnerId}" value=${reason} .checked=${chosen === reason} @change=${() => choose(reason)}>
              <span><strong>${t(`final.reason.${reason}`)}</strong><br><span class="small">${consequence(c, reason)}</span></span>
            </label>`)}
        </div>
      </fieldset>
    </li>`;
}

const incidentView = ({ key, kind, learnerId, text }, i) => html`
  <li class="incident">
    <fieldset @input=${(event) => change(key, event.target.name.split('-')[0], event.target.value)}>
      <legend>${t('final.incident', { n: i + 1 })}</legend>
      <div class="two">
        ${selectField({ name: `kind-${key}`, label: t('final.kind'), value: kind, error: faults[key], empty: t('question.pick'), options: kinds.map((value) => ({ value, label: t(`incident.${value}`) })) })}
        ${selectField({ name: `learnerId-${key}`, label: t('final.who'), value: learnerId, optional: kind !== 'fraud', empty: t(kind === 'fraud' ? 'question.pick' : 'final.everybody'), options: board.candidates.map((c) => ({ value: c.learnerId, label: fullName(c) })) })}
      </div>
      ${areaField({ name: `text-${key}`, label: t('final.what'), value: text, optional: true, maxlength: 1000 })}
      <button type="button" class="link-button" @click=${() => remove(key)}>${t('final.remove', { n: i + 1 })}</button>
    </fieldset>
  </li>`;

function counts() {
  const n = (...states) => board.candidates.filter((c) => states.includes(c.state)).length;
  const fact = (label, value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">
    ${fact(t('final.completed'), n('completed'))}
    ${fact(t('final.unfinished'), unfinished().length)}
    ${fact(t('final.absent'), n('booked', 'waiting', 'admitted'))}
  </dl>`;
}

const doneView = () => html`
  <section class="message">
    <h1>${t('final.done')}</h1>
    <p class="lead">${t('final.doneText')}</p>
    <p>${done.jury === 'ready' && done.publishFrom ? t('final.publishedFrom', { time: time(done.publishFrom) }) : t('final.waits')}</p>
    <p class="actions"><a class="button primary" href="/organisation-sessions.html?${new URLSearchParams({ organisation: done.organisationId })}">${t('orgSessions.title')}</a></p>
  </section>`;

function draw() {
  if (done) return page.show(doneView());
  const { session } = board;
  const late = unfinished();
  const answering = late.filter((c) => c.state === 'started').length;
  return page.show(html`
    <p class="eyebrow"><a href=${sessionAddress('board', sessionId)}>${t('board.title')}</a></p>
    <h1>${t('final.title')}</h1>
    <p class="lead">${day(session.startsAt)}, ${hour(session.startsAt)} · ${session.room}</p>
    ${counts()}
    ${session.state === 'cancelled'
      ? html`<p class="notice">${t('bookings.sessionCancelled')}</p>`
      : html`
        ${missing.length ? missingView() : nothing}
        ${formError(error)}
        <form class="finalise" novalidate @submit=${send} aria-label=${t('final.title')}>
          <section class="card" aria-labelledby="late-title">
            <h2 id="late-title">${t('final.unfinishedTitle')}</h2>
            ${late.length
              ? html`<p class="hint">${t('final.unfinishedText')}</p>
                  ${answering ? html`<p class="outcome bad">${icon('alert')}<span>${t('final.answering', { n: answering })}</span></p>` : nothing}
                  ${late.length > 2 ? html`<p class="actions all">${['candidate', 'technical'].map((reason) => html`<button type="button" class="button small" @click=${() => all(reason)}>${t(`final.all.${reason}`)}</button>`)}</p>` : nothing}
                  <ul class="plain">${repeat(late, (c) => c.learnerId, reasonView)}</ul>`
              : html`<p>${t('final.allDone')}</p>`}
          </section>
          <section class="card" aria-labelledby="incidents-title">
            <h2 id="incidents-title">${t('final.incidents')}</h2>
            <p class="hint">${t('final.incidentsText')}</p>
            <ul class="plain">${repeat(incidents, (incident) => incident.key, incidentView)}</ul>
            <p class="actions"><button type="button" id="add" class="button" @click=${add}>${icon('plus')}${t('final.add')}</button></p>
          </section>
          <section class="call">
            <div><h2>${t('final.end')}</h2><p>${t('final.endText')}</p></div>
            <button type="submit" class="button on-dark large" aria-disabled=${busy ? 'true' : nothing}>${busy ? t('form.sending') : t('final.send')}</button>
          </section>
        </form>`}`);
}

page.load(async () => {
  board = await api.board(sessionId);
  if (['finalised', 'published'].includes(board.session.state)) done = board.session;
  draw();
});
