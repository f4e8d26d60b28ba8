/** Running the platform: what answers say of the questions, and which version of it new tests use. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { formError } from '../js/forms.js';
import { date, number, percent, t } from '../js/i18n.js';
import { openPage } from '../js/page.js';
import { tag } from '../js/session-parts.js';

const page = openPage({ title: t('calibrations.title'), current: 'staff', learner: true });
const state = { data: null, busy: false, error: '' };

async function activate(version) {
  if (state.busy) return;
  state.busy = true;
  state.error = '';
  draw();
  try {
    state.data = await api.activateCalibration(version);
    page.banner({ tone: 'right', text: version ? t('calibrations.activated', { n: version }) : t('calibrations.back') });
  } catch (error) {
    state.error = error instanceof Problem ? error.title : t('failure.away.form');
  }
  state.busy = false;
  draw();
  page.focus(state.error ? '.form-error' : 'h1');
}

const button = (version, label, about) => html`
  <button type="button" class="button primary" aria-disabled=${state.busy ? 'true' : nothing} aria-label=${about} @click=${() => activate(version)}>${label}</button>`;

const movesView = (calibration) => html`
  <details class="fold"><summary>${t('calibrations.moves')}</summary>
    <div class="doc-scroll" role="region" tabindex="0" aria-label=${t('calibrations.movesOf', { n: calibration.version })}><table class="plain-table">
      <thead><tr><th scope="col">${t('calibrations.item')}</th><th scope="col">${t('profile.competence')}</th><th scope="col">${t('calibrations.level')}</th><th scope="col">${t('calibrations.from')}</th><th scope="col">${t('calibrations.to')}</th><th scope="col">${t('calibrations.answersGiven')}</th></tr></thead>
      <tbody>${calibration.moves.map((move) => html`<tr><th scope="row"><code>${move.item}</code></th><td>${move.competence}</td><td class="numeric">${move.level}</td><td class="numeric">${number(move.from, 2)}</td><td class="numeric">${number(move.to, 2)}</td><td class="numeric">${number(move.answers)}</td></tr>`)}</tbody>
    </table></div></details>`;

const card = (calibration) => html`
  <li class="session">
    <div class="session-text">
      <h2 class="session-title">${t('calibrations.version', { n: calibration.version })}</h2>
      <p class="where">${t('calibrations.counted', { date: date(calibration.countedBefore) })}</p>
      <p class="tags">${calibration.version === state.data.active ? tag(t('calibrations.active'), 'check', 'good') : nothing}${tag(t('calibrations.tests', { n: calibration.tests }), 'people')}</p>
      <p>${t('calibrations.learnt', { items: number(calibration.items), answers: number(calibration.answers) })}</p>
      <p>${t('calibrations.miss', { before: percent(calibration.authorsMiss), after: percent(calibration.miss) })}</p>
      ${calibration.version === state.data.active ? nothing : html`<p>${t('calibrations.moved', { n: calibration.moved })}</p>`}
    </div>
    ${calibration.version === state.data.active ? nothing : html`<div class="session-do">${button(calibration.version, t('calibrations.activate'), t('calibrations.activateN', { n: calibration.version }))}</div>`}
    ${calibration.moves.length ? movesView(calibration) : nothing}
  </li>`;

function draw() {
  const { active, countedBefore, calibrations } = state.data;
  page.show(html`
    <p class="eyebrow"><a href="/operator.html">${t('operator.title')}</a></p>
    <h1>${t('calibrations.title')}</h1>
    <p class="lead">${t('calibrations.lead')}</p>
    ${formError(state.error)}
    ${countedBefore ? html`<p class="hint">${t('calibrations.countedBefore', { date: date(countedBefore) })}</p>` : nothing}
    ${calibrations.length
      ? html`<ul class="session-list">${calibrations.map(card)}</ul>`
      : html`<p class="card">${t('calibrations.none')}</p>`}
    ${active
      ? html`<p class="actions"><button type="button" class="button" aria-disabled=${state.busy ? 'true' : nothing} @click=${() => activate(0)}>${t('calibrations.goBack')}</button></p>`
      : html`<p>${tag(t('calibrations.authors'), 'check', 'good')}</p>`}`);
}

page.load(async () => {
  state.data = await api.calibrations();
  draw();
});
