/** Published results of a school's students, to read here or as a file for a spreadsheet. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from '../js/api.js';
import { globalLevel } from '../js/certificate-parts.js';
import { framework } from '../js/framework.js';
import { date, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { saveFile } from '../js/save-file.js';
import { chooseClass, chosenClass, classField, organisationId, placeAddress, schoolNav } from '../js/school-space.js';
import { tag } from '../js/session-parts.js';
import { studentName } from '../js/student-table.js';

const page = openPage({ title: t('results.title'), current: 'staff', learner: true, wide: true });

const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

let organisation;
let listed;
let names;
let results = [];
let cursor;
let shown = null; // the class that the results are of

/** The server knows no order; people look for a name. */
const byClassAndName = (a, b) => compare(a.class ?? '', b.class ?? '') || compare(studentName(a), studentName(b));

/** A page of the school may hold nobody of the class asked for: goes on to the first that does. */
async function load(more = false) {
  const className = chosenClass();
  const before = more ? results.length : 0;
  let [rows, next] = more ? [results, cursor] : [[], undefined];
  do {
    const found = await api.results(organisationId, { class: className, cursor: next });
    if (className !== chosenClass()) return; // Another class was chosen meanwhile.
    rows = [...rows, ...found.results];
    next = found.cursor;
  } while (next && rows.length === before);
  [results, cursor, shown] = [rows.sort(byClassAndName), next, className];
}

async function attempt(work) {
  try {
    await work();
    page.banner(null);
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
  draw();
}

async function choose(name) {
  chooseClass(name);
  await attempt(() => load());
  if (shown === (name || undefined)) page.announce(t('results.count', { n: results.length }));
}

const today = () => new Date().toISOString().slice(0, 10).replaceAll('-', '');
const download = () => attempt(async () => {
  saveFile(await api.resultsCsv(organisationId, { class: chosenClass() }), `${today()}_${t('results.file')}${chosenClass() ? `_${chosenClass()}` : ''}.csv`);
  page.announce(t('results.saved'));
});

const signs = { valid: ['check', 'good'], revoked: ['cross', 'bad'], expired: ['clock', 'warm'] };
const status = (value) => tag(t(`results.status.${value}`), ...signs[value]);

/** Sixteen levels in little room. */
const levels = (competences) => html`
  <ul class="level-grid">${competences.map(({ code, level }) => html`<li class="area-${code[0]}"><span class="code">${code}</span><span class="visually-hidden"> ${names.competence(code)} </span><strong>${level}</strong></li>`)}</ul>`;

const row = (r) => html`
  <tr>
    <th scope="row">${r.familyName} <span class="given">${r.givenNames}</span></th>
    <td data-label=${t('school.class')}>${r.class ?? '–'}</td>
    <td data-label=${t('results.state')}>${status(r.status)}</td>
    <td data-label=${t('profile.level')}><strong>${globalLevel(r.level, names)}</strong><br><span class="small">${t('profile.pixN', { n: r.pix })}</span></td>
    <td data-label=${t('certificate.takenOn')}>${date(r.takenOn)}<br><span class="small">${r.centre}</span></td>
    <td class="levels-cell"><details class="fold"><summary aria-label="${t('certificate.levels')}: ${studentName(r)}">${t('certificate.levels')}</summary>${levels(r.competences)}<p class="small"><a href="/verify.html#${r.certificateCode}">${t('results.verify')}</a></p></details></td>
  </tr>`;

const table = () => html`
  <table class="plain-table stacked results">
    <caption>${t('results.count', { n: results.length })}</caption>
    <thead><tr>${['school.name', 'school.class', 'results.state', 'profile.level', 'certificate.takenOn', 'certificate.levels'].map((key) => html`<th scope="col">${t(key)}</th>`)}</tr></thead>
    <tbody>${results.map(row)}</tbody>
  </table>`;

const found = () => html`
  ${results.length
    ? html`<p class="actions school-do"><button type="button" class="button" @click=${download}>${icon('download')}${t('results.csv')}</button></p>${table()}`
    : html`<p class="card">${t('results.none')}</p>`}
  <p class="hint">${t('results.others')} <a href=${placeAddress('sessions')}>${t('results.toSessions')}</a></p>
  ${cursor ? html`<p class="actions"><button type="button" class="button" @click=${() => attempt(() => load(true))}>${t('list.more')}</button></p>` : nothing}`;

/** Never the results of one class under the name of another. */
const draw = () => page.show(html`
  ${schoolNav(organisation, 'results')}
  <h1>${t('results.title')}</h1>
  <p class="lead">${t('results.lead')}</p>
  <div class="school-tools">${classField(listed.classes, t('school.allClasses', { n: listed.students }), choose)}</div>
  ${shown === chosenClass() ? found() : nothing}`);

page.load(async () => {
  [organisation, listed, names] = await Promise.all([api.organisation(organisationId), api.classes(organisationId), framework(), load()]);
  draw();
});
