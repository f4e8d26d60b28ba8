/**
 * The exam room of a candidate: the access code, the wait, the questions, the end. The server says where the candidate
 * is (GET …/entry, asked every few seconds) and the page shows that; it decides nothing.
 */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem, Unreachable } from '../js/api.js';
import { Asking } from '../js/asking.js';
import { Attention } from '../js/attention.js';
import { meter } from '../js/bars.js';
import { Countdown } from '../js/countdown.js';
import { areaField, formError, selectField, submitButton, textField } from '../js/forms.js';
import { framework } from '../js/framework.js';
import { day, hour, language, number, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { keep, keptValue } from '../js/kept.js';
import { openPage } from '../js/page.js';
import { signOut } from '../js/session.js';

const page = openPage({ title: t('exam.title'), current: 'bookings', learner: true });
const sessionId = new URLSearchParams(location.search).get('session') ?? '';
const LOOK_MS = { question: 7000, before: 10_000, end: 60_000 };
const LOOK_SOON_MS = 4000;
const MINUTE_MARKS = [1800, 600, 300, 60, 0];

let me;
let names;
let entry; // GET /sessions/{id}/entry
let asking = null;
let attention = null;
let countdown = null;
let progress = null;
let shown = ''; // the stage on the page
let away = false; // the server did not answer the last look
let asked = false; // the pending question is on the page
let code = { value: '', error: '', busy: false };
let starting = { busy: false, error: '' };
let report = null; // {busy, error} while the form is open
let told = keptValue(`pix.told.${sessionId}`) ?? 0; // the last decision that was told
let given = keptValue(`pix.given.${sessionId}`) ?? 0; // the minutes given back that were told
let looking = null; // the next look
let running = null; // the look under way
let queued = null; // one more after it

/* Where the candidate is. */

function stage() {
  const { sessionState, state } = entry;
  if (sessionState === 'cancelled') return 'cancelled';
  if (['completed', 'time-over', 'ended'].includes(state) || ['finalised', 'published'].includes(sessionState)) return 'end';
  if (sessionState === 'open') return 'before';
  // A device that waits is told so, whatever goes on elsewhere.
  if (state === 'waiting') return 'waiting';
  if (entry.otherDevice) return 'code';
  if (state === 'started') return 'question';
  if (state === 'paused') return entry.openAlert ? 'reported' : 'paused';
  return { booked: 'code', admitted: 'ready' }[state];
}

/** Asks the server, shows what it says, and asks again in a moment. One look at a time; one asked for meanwhile follows. */
function look() {
  if (!running) {
    running = lookNow().finally(() => { running = null; });
    return running;
  }
  queued ??= running.then(() => { queued = null; return look(); });
  return queued;
}

async function lookNow() {
  clearTimeout(looking);
  try {
    await see(await api.entry(sessionId));
    if (away) {
      away = false;
      asking?.hurry();
      attention?.flush();
      draw();
    }
  } catch (error) {
    if (error instanceof Problem) {
      page.fail(error, () => page.load(begin));
      return;
    }
    if (!(error instanceof Unreachable)) throw error;
    away = true;
    draw();
  }
  clearTimeout(looking);
  looking = setTimeout(look, LOOK_MS[shown] ?? LOOK_SOON_MS);
}

async function see(next) {
  entry = next;
  const now = stage();
  clock(now);
  tellDecision();
  tellMinutes();
  if (entry.assessmentId && now !== 'end') {
    asking ??= new Asking({ page, assessmentId: entry.assessmentId, names, tongue, draw, settled, refused });
    attention ??= new Attention(entry.assessmentId);
  }
  attention?.watch(now === 'question');
  // The clock of a question stood still too: it is asked again with its new end.
  if (now === 'question' && (shown === 'paused' || shown === 'reported')) asked = false;
  if (now === 'question' && !asked && !asking.sending) await fetchQuestion();
  if (now !== 'question' && now !== 'reported') {
    asking?.rest();
    asked = false;
  }
  if (now !== 'question' && report) report = null;
  move(stage());
}

/** The time of the whole exam, by the server's clock; it stands still while the exam is paused. */
function clock(now) {
  if (now !== 'question' || !entry.endsAt) {
    countdown?.stop();
    countdown = null;
  } else if (countdown?.end !== Date.parse(entry.endsAt)) {
    countdown?.stop();
    countdown = new Countdown(entry.endsAt, draw, warn, { marks: MINUTE_MARKS, hiddenText: t('exam.timerHidden') });
  }
}

/** Nobody runs out of time without a warning, whether they see the clock or not. */
function warn(text, left) {
  page.announce(text);
  if (left === 0) look();
  else if (left <= 300) {
    page.banner({ text });
    setTimeout(() => page.banner(null), 15_000);
  }
}

function tellDecision() {
  const decided = entry.lastDecision;
  if (!decided || decided.n <= told || entry.openAlert) return;
  told = decided.n;
  keep(`pix.told.${sessionId}`, told);
  const replaced = decided.decision === 'replace-question';
  if (replaced) asked = false;
  page.banner({ tone: 'info', text: t(replaced ? 'exam.replaced' : 'exam.dismissed'), action: t('form.understood'), onAction: () => page.banner(null) });
}

/** The end of the exam moved: said once, with the reason. */
function tellMinutes() {
  const minutes = entry.minutesGiven ?? 0;
  if (minutes <= given) return;
  const text = t('exam.minutesGiven', { n: minutes - given, reason: entry.lastGrant.reason });
  given = minutes;
  keep(`pix.given.${sessionId}`, given);
  page.banner({ tone: 'info', text, action: t('form.understood'), onAction: () => page.banner(null) });
}

/** Shows a stage; the focus follows when it is another one than before. */
function move(now) {
  const other = shown !== '' && now !== shown;
  shown = now;
  if (now !== 'question' && now !== 'reported') page.title(t('exam.title'));
  draw();
  if (other) {
    scrollTo({ top: 0 });
    page.focus('h1');
    page.announce(page.main.querySelector('h1')?.textContent ?? '');
  }
}

/* Questions. */

const tongue = () => asking.question?.locale ?? language;

async function fetchQuestion() {
  try {
    const question = await api.question(entry.assessmentId);
    asked = true;
    asking.resume(question);
  } catch (error) {
    // Paused, over or let in elsewhere since the look: the next one tells.
    if (!(error instanceof Problem)) throw error;
    asked = false;
  }
}

function settled(reply) {
  progress = reply.progress ?? progress;
  page.announce(t('exam.recorded'));
  if (reply.question) {
    asking.ask(reply.question);
    scrollTo({ top: 0 });
    page.focus('h1');
  } else {
    asked = false;
    look();
  }
}

/** What the exam room says no to is kept where the answer may still count: after a pause, after a new admission. */
async function refused(problem) {
  if (!(problem instanceof Problem)) {
    page.fail(problem, () => page.load(begin));
    return true;
  }
  asked = false;
  if (['paused', 'other-device', 'not-admitted'].includes(problem.type)) {
    await look();
    return true;
  }
  if (problem.type === 'out-of-sequence' && problem.body.question) {
    asking.forget();
    asked = true;
    asking.ask(problem.body.question);
    page.focus('h1');
    return true;
  }
  if (problem.status === 409) {
    asking.forget();
    await look();
    return true;
  }
  asked = true;
  return false;
}

/* What the candidate does. */

async function enter(event) {
  event.preventDefault();
  if (code.busy) return;
  code = { value: event.currentTarget.elements.code.value, error: '', busy: false };
  if (!code.value.trim()) code.error = t('exam.codeMissing');
  else {
    code.busy = true;
    draw();
    try {
      const next = await api.enter(sessionId, code.value.trim());
      code = { value: '', error: '', busy: false };
      await see(next);
      looking = setTimeout(look, LOOK_SOON_MS);
      return;
    } catch (error) {
      code = { ...code, busy: false, error: error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form') };
    }
  }
  draw();
  page.focus('#code');
}

async function start() {
  if (starting.busy) return;
  starting = { busy: true, error: '' };
  draw();
  try {
    await api.start({ kind: 'certification', sessionId });
    starting = { busy: false, error: '' };
    await look();
  } catch (error) {
    starting = { busy: false, error: error instanceof Problem ? error.title : t('failure.away.form') };
    draw();
    if (error instanceof Problem) look();
  }
}

async function send(event) {
  event.preventDefault();
  if (report.busy) return;
  const { category, text } = event.currentTarget.elements;
  if (!category.value) {
    report = { ...report, error: t('exam.reportMissing') };
    draw();
    page.focus('#category');
    return;
  }
  report = { category: category.value, text: text.value, busy: true, error: '' };
  draw();
  try {
    await api.report(entry.assessmentId, { category: report.category, ...(report.text.trim() ? { text: report.text.trim() } : {}) });
    report = null;
  } catch (error) {
    report = { ...report, busy: false, error: error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form') };
    draw();
    if (!(error instanceof Problem)) return;
  }
  await look();
}

/* Views. */

const room = () => html`<p class="eyebrow">${t('exam.title')} · ${entry.centre}, ${entry.room}</p>`;

const who = () => html`
  <p class="hint who">${t('exam.you', { name: `${me.givenName} ${me.familyName}` })}
    <button type="button" class="link-button" @click=${() => { signOut(); location.assign(`/sign-in.html?${new URLSearchParams({ next: location.pathname + location.search })}`); }}>${t('exam.notYou')}</button>
  </p>`;

const rules = () => html`
  <ul class="rules">
    <li>${icon('file')}<span>${t('exam.rule.questions', { n: entry.atMost })}</span></li>
    <li>${icon('clock')}<span>${entry.extraTimePercent > 0 ? t('exam.rule.extraTime', { n: Math.round(105 * (1 + entry.extraTimePercent / 100)), share: number(entry.extraTimePercent) }) : t('exam.rule.time', { n: 105 })}</span></li>
    <li>${icon('check')}<span>${t('exam.rule.final')}</span></li>
    <li>${icon('hand')}<span>${t('exam.rule.report')}</span></li>
    <li>${icon('eye')}<span>${t('exam.rule.focus')}</span></li>
    <li>${icon('alert')}<span>${t('exam.rule.network')}</span></li>
  </ul>`;

const wait = (text) => html`<p class="loading" role="status"><span class="loading-dots" aria-hidden="true"><i></i><i></i><i></i><i></i></span>${text}</p>`;

const stages = {
  before: () => html`
    ${room()}
    <h1>${t('exam.before')}</h1>
    <p class="lead">${t('exam.beforeText', { day: day(entry.startsAt), hour: hour(entry.startsAt) })}</p>
    ${who()}
    <section class="card" aria-labelledby="rules"><h2 id="rules">${t('exam.rules')}</h2>${rules()}</section>
    ${wait(t('exam.beforeWait'))}`,

  code: () => html`
    ${room()}
    <h1>${t(entry.otherDevice ? 'exam.otherDevice' : 'exam.enter')}</h1>
    <p class="lead">${t(entry.otherDevice ? 'exam.otherDeviceText' : 'exam.enterText')}</p>
    <form class="form card" novalidate @submit=${enter} aria-label=${t('exam.enter')}>
      ${who()}
      <div class="code-field">${textField({ name: 'code', label: t('exam.code'), hint: t('exam.codeHint'), error: code.error, value: code.value, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20 })}</div>
      ${submitButton(t('exam.enterSend'), code.busy)}
    </form>`,

  waiting: () => html`
    ${room()}
    <h1>${t('exam.waiting')}</h1>
    <p class="lead">${t('exam.waitingText')}</p>
    ${who()}
    ${wait(t('exam.waitingDo'))}
    ${entry.assessmentId ? nothing : html`<section class="card" aria-labelledby="rules"><h2 id="rules">${t('exam.rules')}</h2>${rules()}</section>`}`,

  ready: () => html`
    ${room()}
    <h1>${t('exam.ready')}</h1>
    ${who()}
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">${t('exam.rules')}</h2>
      ${rules()}
      ${formError(starting.error)}
      <p class="actions"><button type="button" class="button primary large" aria-disabled=${starting.busy ? 'true' : nothing} @click=${start}>${t('exam.start')}${icon('arrow-right')}</button></p>
    </section>`,

  paused: () => html`
    ${head()}
    <section class="hold">
      ${icon('pause')}
      <h1>${t('exam.paused')}</h1>
      <p>${t('exam.pausedText')}</p>
      ${leftView()}
    </section>`,

  reported: () => html`
    ${head()}
    <section class="hold">
      ${icon('hand')}
      <h1>${t('exam.reported')}</h1>
      <p>${t('exam.reportedText')}</p>
      ${leftView()}
    </section>
    ${asking?.question && asked ? asking.view({ closed: true }) : nothing}`,

  question: () => html`
    ${head()}
    ${asking?.question && asked ? html`${asking.view()}${report ? reportForm() : reportButton()}` : wait(t('frame.loading'))}`,

  end: () => html`
    ${room()}
    <section class="message">
      <h1>${t(entry.state === 'time-over' ? 'exam.timeOver' : 'exam.end')}</h1>
      <p class="lead">${t('exam.endText', { n: answered() })}</p>
      <p>${t('exam.endNext')}</p>
      <p class="actions"><a class="button primary" href="/bookings.html">${t('nav.bookings')}${icon('arrow-right')}</a></p>
    </section>`,

  cancelled: () => html`
    ${room()}
    <section class="message">
      <h1>${t('bookings.sessionCancelled')}</h1>
      ${entry.cancellationReason ? html`<p class="lead">${t('reason.said', { reason: entry.cancellationReason })}</p>` : nothing}
      <p class="actions"><a class="button primary" href="/sessions.html">${t('bookings.findOther')}</a></p>
    </section>`,
};

const answered = () => Math.max(progress?.answered ?? 0, entry.answered);

/** Progress, time, and whether the server can be reached. */
function head() {
  const atMost = progress?.atMost ?? entry.atMost;
  const text = t('exam.progress', { n: answered(), atMost });
  return html`
    <div class="test-head exam-head">
      <p class="test-kind">${t('test.kind.certification')}</p>
      ${countdown ? countdown.view() : nothing}
      <div class="test-progress">
        ${meter(answered() / atMost, t('test.progress'), text)}
        <p>${text}</p>
      </div>
    </div>
    ${away && !asking?.sending ? html`<p class="notice away" role="status">${icon('alert')}<span>${t('exam.away')}</span></p>` : nothing}`;
}

const leftView = () =>
  entry.remainingSeconds === undefined ? nothing : html`<p class="left">${icon('clock')}<span>${t('exam.stands', { n: Math.ceil(entry.remainingSeconds / 60) })}</span></p>`;

const reportButton = () => html`
  <p class="report"><button type="button" id="report" class="button small" @click=${() => { report = { busy: false, error: '' }; draw(); page.focus('#category'); }}>${icon('hand')}${t('exam.report')}</button></p>`;

const categories = ['cannot-read', 'attachment', 'display', 'wrong-question', 'network', 'other'];

const reportForm = () => html`
  <form class="form card" novalidate @submit=${send} aria-labelledby="report-title">
    <h2 id="report-title">${t('exam.report')}</h2>
    <p class="hint">${t('exam.reportHint')}</p>
    ${selectField({ name: 'category', label: t('exam.reportWhat'), value: report.category ?? '', error: report.error, empty: t('question.pick'), options: categories.map((value) => ({ value, label: t(`alert.${value}`) })) })}
    ${areaField({ name: 'text', label: t('exam.reportText'), value: report.text ?? '', optional: true, maxlength: 1000 })}
    <p class="actions">
      <button type="submit" class="button primary" aria-disabled=${report.busy ? 'true' : nothing}>${t('exam.reportSend')}</button>
      <button type="button" class="button" @click=${() => { report = null; draw(); page.focus('#report'); }}>${t('form.back')}</button>
    </p>
  </form>`;

function draw() {
  if (entry && shown) page.show(html`<div class="exam exam-${shown}">${away && !['question', 'paused', 'reported'].includes(shown) ? html`<p class="notice away" role="status">${icon('alert')}<span>${t('exam.awayWaiting')}</span></p>` : nothing}${stages[shown]()}</div>`);
}

async function begin() {
  let first;
  [me, names, first] = await Promise.all([api.me(), framework(), api.entry(sessionId)]);
  await see(first);
  looking = setTimeout(look, LOOK_SOON_MS);
}

addEventListener('online', () => { if (entry) look(); });
document.addEventListener('visibilitychange', () => { if (entry && !document.hidden) look(); });
page.load(begin);
