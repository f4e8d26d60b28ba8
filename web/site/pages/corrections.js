/** An exam read again once its result is published: every question, my answer, and what was right. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { api } from '../js/api.js';
import { correctionView, signs, tones } from '../js/correction.js';
import { attachments, documents } from '../js/documents.js';
import { framework } from '../js/framework.js';
import { t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { markdown } from '../js/markdown.js';
import { openPage } from '../js/page.js';
import { kinds } from '../js/question/index.js';
import { tag } from '../js/session-parts.js';
import { tile } from '../js/tiles.js';

const page = openPage({ title: t('corrections.title'), current: 'bookings', learner: true });
const assessmentId = new URLSearchParams(location.search).get('assessment') ?? '';
const looks = { right: 'good', part: 'warm', wrong: 'bad', neutral: '' };

let names;
let answers;
let lang;
let open = null; // the sequence of the question unfolded

function unfold(event, sequence) {
  const now = event.currentTarget.open ? sequence : open === sequence ? null : open;
  if (now === open) return; // this one was folded because another was unfolded
  open = now;
  draw();
}

/** Controls have names of their own only while one question is shown at a time. */
const body = ({ question, response, outcome, correction }) => html`
  <div class="correction-body">
    <div class="question-text" lang=${lang}>${markdown(question.text, lang)}</div>
    <div lang=${lang}>${documents(question.documents, lang)}</div>
    ${attachments(question.attachments)}
    ${response.skip
      ? nothing
      : html`<form aria-label=${t('test.yourAnswer')}>${kinds[question.kind].view(question, response, () => {}, { locked: true, announce: page.announce, lang })}</form>`}
    <section class="verdict ${tones[outcome]}" aria-label=${t('corrections.right')}>${correctionView(correction, lang)}</section>
  </div>`;

const row = (answer) => {
  const { question, outcome } = answer;
  const { sequence, competence } = question;
  return html`
    <li>
      <details class="fold corrected" ?open=${open === sequence} @toggle=${(event) => unfold(event, sequence)}>
        <summary>
          <span class="corrected-what area-${competence[0]}">${tile(competence)}<span><strong>${t('test.question', { n: sequence })}</strong><br>${names.competence(competence)}</span></span>
          ${tag(t(`outcome.${outcome}`), signs[outcome], looks[tones[outcome]])}
        </summary>
        ${open === sequence ? body(answer) : nothing}
      </details>
    </li>`;
};

function draw() {
  const right = answers.filter(({ outcome }) => outcome === 'correct').length;
  page.show(html`
    <p class="eyebrow"><a href="/bookings.html">${t('bookings.title')}</a></p>
    <h1>${t('corrections.title')}</h1>
    <p class="lead">${t('corrections.lead', { n: right, of: answers.length })}</p>
    <ol class="corrections">${repeat(answers, ({ question }) => question.sequence, row)}</ol>`);
}

page.load(async () => {
  const [found, known] = await Promise.all([api.corrections(assessmentId), framework()]);
  ({ answers, locale: lang } = found);
  names = known;
  draw();
});
