/** "Choose your case": successive questions lead to what applies. The way taken stands in the address, so back works. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from '../js/api.js';
import { inLanguage, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { inline } from '../js/markdown.js';
import { openPage } from '../js/page.js';
import { signedIn } from '../js/session.js';

const page = openPage({ title: t('guide.title'), current: 'guide' });
let guide;

const chosen = () => (new URLSearchParams(location.search).get('answers') ?? '').split(',').filter(Boolean);

/** The questions answered so far, and what follows: a question or an advice. */
function follow(answers) {
  const byId = new Map(guide.questions.map((question) => [question.id, question]));
  const steps = [];
  let question = byId.get(guide.start);
  for (const id of answers) {
    const answer = question?.answers.find((a) => a.id === id);
    if (!answer) break;
    steps.push({ question, answer });
    if (answer.advice) return { steps, advice: answer.advice };
    question = byId.get(answer.next);
  }
  return { steps, question };
}

function go(answers) {
  history.pushState(null, '', answers.length ? `?answers=${answers.join(',')}` : location.pathname);
  show(true);
}

async function show(moved) {
  const { steps, question, advice } = follow(chosen());
  const told = steps.map(({ answer }) => answer.id);
  if (question) {
    page.title(inLanguage(question.text));
    page.show(html`${head(steps)}${ask(question, told)}`);
    if (moved) page.focus('.guide-question');
    return;
  }
  await page.load(async () => {
    const found = await api.advice(advice);
    page.title(t('guide.adviceTitle'));
    page.show(html`${head(steps)}${tell(found)}`);
    if (moved) page.focus('.advice h2');
  });
}

const head = (steps) => html`
  <h1>${t('guide.title')}</h1>
  ${steps.length === 0 ? html`<p class="lead">${t('guide.lead')}</p>` : nothing}
  ${steps.length
    ? html`<ol class="answered" aria-label=${t('guide.answered')}>
        ${steps.map(({ question, answer }, i) => html`<li>
          <span class="answered-question">${inline(inLanguage(question.text))}</span>
          <span class="answered-answer">${inline(inLanguage(answer.text))}</span>
          <button type="button" class="link-button" aria-label=${t('guide.changeOf', { question: inLanguage(question.text) })}
            @click=${() => go(steps.slice(0, i).map((s) => s.answer.id))}>${t('guide.change')}</button>
        </li>`)}
      </ol>`
    : nothing}`;

const ask = (question, told) => html`
  <section class="card" aria-labelledby="guide-question">
    <h2 id="guide-question" class="guide-question">${inline(inLanguage(question.text))}</h2>
    ${question.help ? html`<p class="hint">${inline(inLanguage(question.help))}</p>` : nothing}
    <ul class="guide-answers">
      ${question.answers.map((answer) => html`<li>
        <button type="button" class="guide-answer" @click=${() => go([...told, answer.id])}><span>${inline(inLanguage(answer.text))}</span>${icon('arrow-right')}</button>
      </li>`)}
    </ul>
  </section>`;

const fact = (label, value) => (value ? html`<div><dt>${label}</dt><dd>${inline(value)}</dd></div>` : nothing);
const list = (heading, entries, ordered) =>
  entries?.length
    ? html`<h3>${heading}</h3>${ordered ? html`<ol class="advice-steps">${entries.map((e) => html`<li>${inline(e)}</li>`)}</ol>` : html`<ul>${entries.map((e) => html`<li>${inline(e)}</li>`)}</ul>`}`
    : nothing;

const tell = (advice) => html`
  <section class="card advice" aria-labelledby="advice-title">
    <p class="eyebrow">${t('guide.adviceTitle')}</p>
    <h2 id="advice-title">${t(advice.compulsory ? 'guide.compulsory' : 'guide.optional')}</h2>
    <dl class="facts">
      ${fact(t('guide.cost'), advice.free ? t('guide.free') : '')}
      ${fact(t('guide.organiser'), advice.organiserText)}
      ${fact(t('guide.replaces'), advice.replaces)}
      ${fact(t('guide.booklet'), advice.recordedInSchoolBooklet ? t('guide.bookletYes') : '')}
    </dl>
    ${list(t('guide.register'), advice.howToRegister, true)}
    ${list(t('guide.afterwards'), advice.afterwards, false)}
    <p class="next-step">${icon('info')}<span>${t(advice.next === 'find-a-centre' ? 'guide.findCentre' : 'guide.waitForSchool')}</span></p>
    <p class="actions">
      ${signedIn()
        ? html`<a class="button primary" href="/profile.html">${t('home.toProfile')}${icon('arrow-right')}</a>`
        : html`<a class="button primary" href="/register.html?situation=${encodeURIComponent(advice.situation)}">${t('guide.createAccount')}${icon('arrow-right')}</a>`}
      ${advice.next === 'find-a-centre' ? html`<a class="button" href="/sessions.html">${icon('calendar')}${t('bookings.find')}</a>` : nothing}
      <button type="button" class="button" @click=${() => go([])}>${t('guide.again')}</button>
    </p>
  </section>`;

addEventListener('popstate', () => guide && show(true));
page.load(async () => {
  guide = await api.guide();
  await show(false);
});
