/**
 * The test: one question at a time. Whatever happens to the network, an answer that was sent is kept on this device
 * until the server has confirmed it, and sent again as it was: the server takes the same answer twice as one.
 */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { keyed } from '/webjars/lit-html/directives/keyed.js';
import { api, Problem, Unreachable } from '../js/api.js';
import { meter } from '../js/bars.js';
import { Countdown } from '../js/countdown.js';
import { attachments, documents } from '../js/documents.js';
import { framework } from '../js/framework.js';
import { has, language, percent, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { markdown, plain } from '../js/markdown.js';
import { openPage } from '../js/page.js';
import { profileView } from '../js/profile-view.js';
import { kinds } from '../js/question/index.js';
import { canSpeak, onVoices, silence, speak } from '../js/speech.js';
import { tile } from '../js/tiles.js';

const page = openPage({ title: t('test.title'), current: 'test', learner: true });
const assessmentId = new URLSearchParams(location.search).get('assessment') ?? '';

let assessment; // GET /assessments/{id}
let names; // the framework
let question;
let response;
let reply = null; // what the server said to the answer
let sending = null; // null | "sending" | "waiting" (for the server to come back)
let missing = null; // key of what is still to do
let note = null; // key of something to tell above the question
let progress = null;
let countdown = null;
let speaking = false;

/* Storage: a draft for the question, and the answer on its way. */

const store = {
  draft: `pix.draft.${assessmentId}`,
  sent: `pix.sent.${assessmentId}`,
  read(key) {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
  },
  write(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Without storage a reload loses what was typed and not yet sent.
    }
  },
};

/* Questions and answers. */

function ask(next) {
  countdown?.stop();
  silence();
  speaking = false;
  question = next;
  reply = null;
  sending = null;
  missing = null;
  const draft = store.read(store.draft);
  response = draft?.itemId === next.itemId && draft.sequence === next.sequence ? draft.response : kinds[next.kind].begin(next);
  countdown = next.answerBefore ? new Countdown(next.answerBefore, draw, page.announce) : null;
  page.title(t('test.question', { n: next.sequence }));
  draw();
}

function change(changed) {
  response = changed;
  missing = null;
  store.write(store.draft, { sequence: question.sequence, itemId: question.itemId, response });
  draw();
}

function submit(event) {
  event.preventDefault();
  if (sending || reply) return;
  missing = kinds[question.kind].missing(question, response) ?? null;
  if (missing) {
    draw();
    page.focus('.answers input, .answers select, .answers button');
    return;
  }
  send({ sequence: question.sequence, itemId: question.itemId, response });
}

const skip = () => {
  if (!sending && !reply) send({ sequence: question.sequence, itemId: question.itemId, response: { skip: true } });
};

async function send(answer) {
  sending = 'sending';
  note = null;
  store.write(store.sent, answer);
  silence();
  draw();
  for (let failures = 0; ; failures++) {
    try {
      settle(await api.answer(assessmentId, answer));
      return;
    } catch (error) {
      if (error instanceof Unreachable) {
        sending = 'waiting';
        page.banner({ tone: 'wrong', text: t('test.away'), action: t('failure.retry'), onAction: () => hurry() });
        draw();
        await patience(failures);
        continue;
      }
      page.banner(null);
      if (error instanceof Problem && error.status === 409) return elsewhere(error);
      sending = null;
      if (error instanceof Problem && error.status !== 404) {
        // The server refuses this answer as it stands: it can be changed and sent again.
        store.write(store.sent, null);
        page.banner({ tone: 'wrong', text: error.errors[0]?.detail ?? error.title ?? t('failure.text') });
        draw();
        return;
      }
      page.fail(error, () => page.load(begin));
      return;
    }
  }
}

let hurry = () => {};
/** Waits longer after each failure, at most half a minute; less where the person or the browser says the way is free. */
function patience(failures) {
  return new Promise((resolve) => {
    const wait = setTimeout(resolve, Math.min(30_000, 2000 * 2 ** failures));
    hurry = () => { clearTimeout(wait); resolve(); };
    addEventListener('online', hurry, { once: true });
  });
}

function settle(said) {
  page.banner(null);
  countdown?.stop();
  store.write(store.sent, null);
  store.write(store.draft, null);
  sending = null;
  reply = said;
  progress = said.progress ?? progress;
  draw();
  page.announce(t(`outcome.${said.outcome}`));
  if (said.correction || !said.question) {
    page.focus('#verdict');
  } else {
    proceed(); // No correction while a certification runs: straight on.
  }
}

/** The server is at another question than this page: answered in another window, or finished. */
async function elsewhere(problem) {
  store.write(store.sent, null);
  store.write(store.draft, null);
  sending = null;
  if (problem.type === 'completed') {
    await page.load(begin);
    return;
  }
  note = 'test.elsewhere';
  if (problem.body.question) {
    ask(problem.body.question);
    page.focus('h1');
  } else {
    await page.load(begin);
  }
}

function proceed() {
  if (reply.question) {
    note = null;
    ask(reply.question);
    scrollTo({ top: 0 });
    page.focus('h1');
  } else {
    page.load(() => finish(reply.result?.profile));
  }
}

async function finish(profile) {
  countdown?.stop();
  const known = profile ?? assessment.profile ?? (await api.profile());
  const trained = assessment.competence ? known.competences.find((c) => c.code === assessment.competence) : null;
  page.main.classList.add('wide');
  page.title(t('end.title'));
  page.show(html`
    <div class="page-head">
      <div>
        <h1>${t('end.title')}</h1>
        <p class="lead">${trained ? t('end.trained', { name: names.competence(trained.code), n: trained.level }) : t('end.lead')}</p>
      </div>
      <a class="button primary" href="/profile.html">${t('home.toProfile')}${icon('arrow-right')}</a>
    </div>
    ${profileView(known, names)}`);
  page.focus('h1');
}

/* Views. */

function read() {
  if (speaking) {
    silence();
    return;
  }
  speaking = true;
  draw();
  const seen = [...page.main.querySelectorAll('.question .doc img')].map((img) => img.alt);
  const shown = [...page.main.querySelectorAll('.question .doc:not(.doc-picture)')].map((doc) => doc.innerText);
  speak([plain(question.text), ...shown, ...seen, ...kinds[question.kind].read(question)], tongue(), () => {
    speaking = false;
    draw();
  });
}

/** Questions come in the language of the assessment, which may differ from the page's. */
const tongue = () => question.locale ?? assessment.locale ?? language;

const tones = { correct: 'right', partial: 'part', incorrect: 'wrong', skipped: 'neutral', late: 'wrong' };
const signs = { correct: 'check', partial: 'half', incorrect: 'cross', skipped: 'dash', late: 'clock' };

function draw() {
  if (!question) return;
  const { sequence, competence } = question;
  const lang = tongue();
  page.show(html`
    <div class="test-head">
      <p class="test-kind">${assessment.competence ? t('test.kind.competence', { name: names.competence(assessment.competence) }) : t(has(`test.kind.${assessment.kind}`) ? `test.kind.${assessment.kind}` : 'test.title')}</p>
      <a class="button small" href="/profile.html">${icon('pause')}${t('test.pause')}</a>
      <div class="test-progress">
        ${meter(progressShare(), t('test.progress'), progressText())}
        <p>${progressText()}</p>
      </div>
    </div>
    ${note ? html`<p class="notice" role="status">${t(note)}</p>` : nothing}
    ${keyed(`${sequence}/${question.itemId}`, html`
      <article class="question card">
        <div class="question-top">
          <p class="question-competence area-${competence?.[0]}">${competence ? html`${tile(competence)}<span>${names.competence(competence)}</span>` : nothing}</p>
          <div class="question-tools">
            ${countdown && !reply ? countdown.view() : nothing}
            ${canSpeak() ? html`<button type="button" class="button small" @click=${read}>${icon(speaking ? 'stop' : 'sound')}${t(speaking ? 'test.silence' : 'test.read')}</button>` : nothing}
          </div>
        </div>
        <h1 class="question-number">${t('test.question', { n: sequence })}</h1>
        <div class="question-text" lang=${lang}>${markdown(question.text, lang)}</div>
        <div lang=${lang}>${documents(question.documents, lang)}</div>
        ${attachments(question.attachments)}
        <form novalidate @submit=${submit} aria-label=${t('test.yourAnswer')}>
          ${kinds[question.kind].view(question, response, change, { locked: Boolean(sending || reply), announce: page.announce, lang })}
          ${missing ? html`<p class="error" role="alert">${icon('alert')}<span>${t(missing)}</span></p>` : nothing}
          ${reply ? nothing : html`
            <p class="actions question-actions">
              <button type="submit" class="button primary large" aria-disabled=${sending ? 'true' : nothing}>${sending === 'waiting' ? t('test.kept') : sending ? t('form.sending') : t('test.submit')}</button>
              <button type="button" class="button large quiet" aria-disabled=${sending ? 'true' : nothing} @click=${skip}>${t('test.skip')}</button>
            </p>`}
        </form>
      </article>
      ${reply ? verdict(reply, lang) : nothing}`)}`);
}

function verdict({ outcome, correction, question: next }, lang) {
  return html`
    <section class="verdict ${tones[outcome]}" aria-labelledby="verdict">
      <h2 id="verdict">${icon(signs[outcome])}<span>${t(`outcome.${outcome}`)}</span></h2>
      ${outcome === 'late' ? html`<p>${t('outcome.lateText')}</p>` : nothing}
      ${correction ? html`
        <dl>
          ${correction.solution ? html`<div class="solution"><dt>${t('correction.solution')}</dt><dd lang=${lang}>${markdown(correction.solution, lang)}</dd></div>` : nothing}
          ${correction.explanation ? html`<div><dt>${t('correction.explanation')}</dt><dd lang=${lang}>${markdown(correction.explanation, lang)}</dd></div>` : nothing}
          ${correction.learnMore ? html`<div class="tip"><dt>${icon('bulb')}${t('correction.tip')}</dt><dd lang=${lang}>${markdown(correction.learnMore, lang)}</dd></div>` : nothing}
        </dl>` : nothing}
      <p class="actions">
        <button type="button" class="button primary large" @click=${proceed}>${next ? t('test.next') : t('test.results')}${icon('arrow-right')}</button>
      </p>
    </section>`;
}

const answered = () => progress?.answered ?? assessment.answered ?? 0;
/** A test ends when it is precise enough or at its length, whichever comes first. */
const progressShare = () => Math.max(progress?.precision ?? 0, answered() / (progress?.atMost ?? assessment.atMost ?? Infinity));
function progressText() {
  const counted = t('test.answered', { n: answered(), atMost: progress?.atMost ?? assessment.atMost ?? '' });
  return progress?.precision === undefined ? counted : `${counted} · ${t('test.precision', { share: percent(progress.precision) })}`;
}

async function begin() {
  [assessment, names] = await Promise.all([api.assessment(assessmentId), framework()]);
  if (assessment.state === 'completed') return finish();
  const onItsWay = store.read(store.sent);
  try {
    ask(await api.question(assessmentId));
  } catch (error) {
    if (!(error instanceof Problem && error.status === 409)) throw error;
    store.write(store.sent, null);
    assessment = await api.assessment(assessmentId);
    if (assessment.state === 'completed') return finish();
    throw error;
  }
  if (onItsWay && onItsWay.sequence === question.sequence && onItsWay.itemId === question.itemId) {
    if (!onItsWay.response.skip) response = onItsWay.response;
    send(onItsWay);
  } else {
    store.write(store.sent, null);
  }
}

onVoices(() => { if (page.main.querySelector('.question')) draw(); });
page.load(begin);
