import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from '../js/api.js';
import { framework } from '../js/framework.js';
import { t, time } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { measuredAny, profileView } from '../js/profile-view.js';
import { startTest, testAddress } from '../js/starting.js';
import { tile } from '../js/tiles.js';

const page = openPage({ title: t('profile.title'), current: 'profile', learner: true, wide: true });
const welcome = new URLSearchParams(location.search).has('welcome');

let profile;
let names;
let starting = null;

async function start(assessment) {
  if (starting) return;
  starting = assessment.competence ?? assessment.kind;
  page.banner(null);
  draw();
  try {
    await startTest(assessment);
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form'), action: t('failure.retry'), onAction: () => start(assessment) });
  }
  starting = null;
  draw();
}

const openOf = (kind, competence) => profile.open?.find((a) => a.kind === kind && (!competence || a.competence === competence));

/** One button a competence: start it, or go on. */
function train(code, name) {
  const open = openOf('competence', code);
  return open
    ? html`<a class="button small" href=${testAddress(open.assessmentId)} aria-label=${t('profile.continueOf', { name })}>${icon('play')}${t('profile.continue')}</a>`
    : html`<button type="button" class="button small" aria-label=${t('profile.trainOf', { name })} aria-disabled=${starting === code ? 'true' : nothing}
        @click=${() => start({ kind: 'competence', competence: code })}>${t('profile.train')}</button>`;
}

/** The placement test: the one thing to do next, until it is done. */
function placement() {
  const open = openOf('placement');
  if (open) {
    return html`<section class="call" aria-labelledby="call-title">
      <div><h2 id="call-title">${t('profile.openTitle')}</h2><p>${t('profile.openText', { n: open.answered })}</p></div>
      <a class="button on-dark large" href=${testAddress(open.assessmentId)}>${t('profile.resume')}${icon('arrow-right')}</a>
    </section>`;
  }
  if (measuredAny(profile)) return nothing;
  return html`<section class="call" aria-labelledby="call-title">
    <div><h2 id="call-title">${t('profile.firstTitle')}</h2><p>${t('profile.firstText')}</p></div>
    <button type="button" class="button on-dark large" aria-disabled=${starting ? 'true' : nothing} @click=${() => start({ kind: 'placement' })}>${t('profile.place')}${icon('arrow-right')}</button>
  </section>`;
}

const empty = () => html`
  <section aria-labelledby="by-competence">
    <h2 id="by-competence">${t('profile.choose')}</h2>
    <p class="lead">${t('profile.chooseText')}</p>
    <div class="skills-areas">
      ${names.areas.map((area) => html`
        <section class="area area-${area.code}">
          <h3 class="area-name">${area.name}</h3>
          <ul class="train-list">${area.competences.map(({ code, name }) => html`<li>${tile(code)}<span>${name}</span>${train(code, name)}</li>`)}</ul>
        </section>`)}
    </div>
  </section>`;

function draw() {
  const known = measuredAny(profile);
  page.show(html`
    <div class="page-head">
      <div>
        <h1>${t(known || !welcome ? 'profile.title' : 'profile.welcome')}</h1>
        <p class="updated">${profile.updatedAt ? t('profile.updated', { time: time(profile.updatedAt) }) : t('profile.nothingYet')}</p>
      </div>
      ${known && !openOf('placement')
        ? html`<button type="button" class="button" aria-disabled=${starting ? 'true' : nothing} @click=${() => start({ kind: 'placement' })}>${t('profile.placeAgain')}</button>`
        : nothing}
    </div>
    ${placement()}
    ${known ? profileView(profile, names, train) : empty()}`);
}

page.load(async () => {
  [profile, names] = await Promise.all([api.profile(), framework()]);
  draw();
});
