/** Where a class or the whole school is on its way: how many, and how the levels are spread. Never of fewer than ten. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from '../js/api.js';
import { meter } from '../js/bars.js';
import { distributionTable, distributionView } from '../js/distribution.js';
import { framework } from '../js/framework.js';
import { number, percent, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { chooseClass, chosenClass, classField, organisationId, placeAddress, schoolNav } from '../js/school-space.js';

const page = openPage({ title: t('overview.title'), current: 'staff', learner: true, wide: true });

let organisation;
let listed;
let names;
let overview = null;
let failed = '';
let counting = 0; // so many are counted, and there are more

/** A large school is counted part by part. */
async function counted(className) {
  let found = await api.overview(organisationId, { class: className });
  while (found.cursor && className === chosenClass()) {
    counting = found.counted;
    if (listed) draw();
    found = await api.overview(organisationId, { class: className, cursor: found.cursor });
  }
  counting = 0;
  return found;
}

/** Where another class was chosen meanwhile, nothing of this one is shown. */
async function load() {
  const className = chosenClass();
  try {
    const found = await counted(className);
    if (className !== chosenClass()) return;
    overview = found;
    failed = '';
  } catch (error) {
    if (className !== chosenClass()) return;
    counting = 0;
    if (error.type === undefined) throw error;
    overview = null;
    failed = error.title;
  }
}

async function choose(name) {
  chooseClass(name);
  try {
    await load();
  } catch {
    page.banner({ tone: 'wrong', text: t('failure.away.form') });
    return;
  }
  page.banner(null);
  draw();
  page.announce(overview ? t('overview.said', { n: overview.students, account: overview.withAccount }) : failed);
}

const count = (key, n, of) => html`
  <div>
    <dt>${t(`overview.${key}`)}</dt>
    ${n === undefined
      ? html`<dd class="hidden-count">${t('overview.hidden')}</dd>`
      : html`<dd><strong>${number(n)}</strong>${of ? html` <span class="small">${t('overview.of', { of, share: percent(n / of) })}</span>${meter(n / of, t(`overview.${key}`), t('overview.of', { of, share: percent(n / of) }))}` : nothing}</dd>`}
  </div>`;

const counts = ({ students, withAccount, certifiable, booked, certified }) => html`
  <dl class="facts school-counts">
    ${count('students', students)}${count('withAccount', withAccount, students)}${count('certifiable', certifiable, students)}${count('booked', booked, students)}${count('certified', certified, students)}
  </dl>`;

const spread = ({ shown, measured, competences }) => html`
  <h2>${t('overview.levels')}</h2>
  ${shown
    ? html`<p>${t('overview.measured', { n: measured })}</p>
        <div class="spread-areas">${distributionView(competences, names)}</div>
        ${distributionTable(competences, names)}`
    : html`<p class="notice too-few">${icon('info')}<span>${t('overview.tooFew')}</span></p>`}`;

const draw = () => page.show(html`
  ${schoolNav(organisation, 'overview')}
  <h1>${t('overview.title')}</h1>
  <div class="school-tools">${classField(listed.classes, t('school.allClasses', { n: listed.students }), choose)}</div>
  ${counting ? html`<p role="status">${t('overview.counting', { n: counting, of: number(listed.students) })}</p>` : nothing}
  ${failed ? html`<p class="notice too-few">${icon('info')}<span>${failed}</span></p>` : nothing}
  ${overview && overview.students > 0 ? html`${counts(overview)}${spread(overview.distribution)}` : nothing}
  ${overview && overview.students === 0 ? html`<p class="card">${t('school.none')} ${organisation.role === 'head' ? html`<a href=${placeAddress('upload')}>${t('school.upload')}</a>` : nothing}</p>` : nothing}`);

page.load(async () => {
  const counts = load();
  counts.catch(() => {}); // Awaited below, once there is a page to say how far it is.
  [organisation, listed, names] = await Promise.all([api.organisation(organisationId), api.classes(organisationId), framework()]);
  if (counting) draw();
  await counts;
  draw();
});
