/** The test: one question at a time, with a correction after each. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { Asking } from '../js/asking.js';
import { meter } from '../js/bars.js';
import { correctionView, signs, tones } from '../js/correction.js';
import { framework } from '../js/framework.js';
import { has, language, percent, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { profileView } from '../js/profile-view.js';

const page = openPage({ title: t('test.title'), current: 'test', learner: true });
const assessmentId = new URLSearchParams(location.search).get('assessment') ?? '';

let assessment; // GET /assessments/{id}
let names; // the framework
let asking;
let reply = null; // what the server said to the answer
let note = null; // key of something to tell above the question
let progress = null;

/** Questions come in the language of the assessment, which may differ from the page's. */
const tongue = () => asking.question.locale ?? assessment.locale ?? language;

function ask(question) {
  reply = null;
  asking.ask(question);
}

function settled(said) {
  note = null;
  reply = said;
  progress = said.progress ?? progress;
  draw();
  page.announce(t(`outcome.${said.outcome}`));
  if (said.correction || !said.question) {
    page.focus('#verdict');
  } else {
    proceed();
  }
}

async function refused(problem) {
  if (problem instanceof Problem && problem.status === 409) {
    await elsewhere(problem);
    return true;
  }
  if (problem instanceof Problem && problem.status !== 404) return false;
  page.fail(problem, () => page.load(begin));
  return true;
}

/** The server is at another question than this page: answered in another window, or finished. */
async function elsewhere(problem) {
  asking.forget();
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
  asking?.rest();
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


function draw() {
  if (!asking?.question) return;
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
    ${asking.view({ closed: reply !== null, after: reply ? verdict(reply, tongue()) : nothing })}`);
}

function verdict({ outcome, correction, question: next }, lang) {
  return html`
    <section class="verdict ${tones[outcome]}" aria-labelledby="verdict">
      <h2 id="verdict">${icon(signs[outcome])}<span>${t(`outcome.${outcome}`)}</span></h2>
      ${outcome === 'late' ? html`<p>${t('outcome.lateText')}</p>` : nothing}
      ${correction ? correctionView(correction, lang) : nothing}
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
  // An exam has its own page, which knows of invigilators and clocks.
  if (assessment.kind === 'certification' && assessment.sessionId) {
    location.replace(`/exam.html?${new URLSearchParams({ session: assessment.sessionId })}`);
    return;
  }
  asking ??= new Asking({ page, assessmentId, names, tongue, draw, settled, refused });
  reply = null;
  try {
    asking.resume(await api.question(assessmentId));
  } catch (error) {
    if (!(error instanceof Problem && error.status === 409)) throw error;
    asking.forget();
    assessment = await api.assessment(assessmentId);
    if (assessment.state === 'completed') return finish();
    throw error;
  }
}

page.load(begin);
