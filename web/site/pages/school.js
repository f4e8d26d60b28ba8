/** The students of a school, class by class: where each is, their codes, enrolling them in a session. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from '../js/api.js';
import { EnrolPanel } from '../js/enrol-panel.js';
import { t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { PlaceRequests } from '../js/place-requests.js';
import { saveFile } from '../js/save-file.js';
import { chooseClass, chosenClass, classField, organisationId, placeAddress, schoolNav } from '../js/school-space.js';
import { named, steps, studentName, studentTable } from '../js/student-table.js';

const page = openPage({ title: t('school.students'), current: 'staff', learner: true, wide: true });

let organisation;
let classes;
let all = 0;
let students = [];
let cursor;
let left = null; // those who have left; unknown until somebody asks
let step = 'all';
let typed = '';
let unfolded = { open: null, code: '', asking: null };
let enrolling = false;
const picked = new Set();

const panel = new EnrolPanel({ page, organisationId, draw, done: enrolled });
const requests = new PlaceRequests({ page, organisationId, draw, accepted: () => attempt(() => load()) });
const head = () => organisation.role === 'head';
const shown = () => students.filter((s) => steps[step](s) && named(s, typed));

async function load(more = false) {
  const className = chosenClass();
  const found = await api.students(organisationId, { class: className, cursor: more ? cursor : undefined });
  if (className !== chosenClass()) return; // Another class was chosen meanwhile.
  students = more ? [...students, ...found.students] : found.students;
  cursor = found.cursor;
}

/** Runs work; shows what was refused above the page. */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.errors?.[0]?.detail ?? error.title ?? t('failure.away.form') });
  }
  draw();
}

async function choose(name) {
  chooseClass(name);
  picked.clear();
  unfolded = { open: null };
  enrolling = false;
  page.banner(null);
  await attempt(() => load());
  page.announce(t('school.shown', { n: shown().length }));
}

async function more() {
  const before = students.length;
  await attempt(() => load(true));
  const first = students[before];
  if (first) page.focus(`[data-student="${CSS.escape(first.studentId)}"] .more-cell button`);
}

/** The rest of the school, page by page, for those who look for somebody. */
const everybody = () => attempt(async () => {
  while (cursor) await load(true);
  page.announce(t('school.shown', { n: shown().length }));
});

const codes = (loading, ending) => attempt(async () => {
  saveFile(await loading(organisationId, { class: chosenClass() }), `${t('school.codesFile')}${chosenClass() ? `-${chosenClass()}` : ''}.${ending}`);
  page.announce(t('school.codesSaved'));
});

const rowActions = {
  pick(student, yes) {
    if (yes) picked.add(student.studentId);
    else picked.delete(student.studentId);
    draw();
  },
  pickAll(them, yes) {
    for (const { studentId } of them) if (yes) picked.add(studentId); else picked.delete(studentId);
    draw();
  },
  unfold({ studentId }) {
    unfolded = { open: unfolded.open === studentId ? null : studentId, code: '', asking: null };
    draw();
  },
  ask(asking) {
    unfolded = { ...unfolded, asking };
    draw();
    page.focus(asking ? '.ask button' : '.student-more button');
  },
  renew: ({ studentId }) => attempt(async () => {
    const { claimCode } = await api.renewClaimCode(organisationId, studentId);
    unfolded = { open: studentId, code: claimCode, asking: null };
  }),
  leave: (student) => attempt(async () => {
    await api.changeStudent(organisationId, student.studentId, { active: false });
    left = [...(left ?? []), student];
    gone(student, t('school.leftNow', { name: studentName(student) }));
  }),
  remove: (student) => attempt(async () => {
    await api.removeStudent(organisationId, student.studentId);
    gone(student, t('school.removed', { name: studentName(student) }));
  }),
};

function gone({ studentId }, said) {
  students = students.filter((s) => s.studentId !== studentId);
  picked.delete(studentId);
  unfolded = { open: null };
  page.banner({ tone: 'right', text: said });
  draw();
  page.focus('h1');
}

const back = (student) => attempt(async () => {
  await api.changeStudent(organisationId, student.studentId, { active: true });
  left = left.filter((s) => s !== student);
  await load();
});

const showLeft = () => attempt(async () => {
  const found = [];
  let next;
  do {
    const part = await api.students(organisationId, { active: 'false', cursor: next });
    found.push(...part.students);
    next = part.cursor;
  } while (next);
  left = found.sort((a, b) => studentName(a).localeCompare(studentName(b), document.documentElement.lang));
  page.announce(t('school.leftCount', { n: left.length }));
});

async function enrol() {
  if (!picked.size) while (cursor) await load(true); // A class is all of its students.
  enrolling = true;
  const chosen = picked.size ? students.filter((s) => picked.has(s.studentId)) : students;
  return panel.open(picked.size ? t('school.enrolPicked', { n: picked.size }) : t('school.enrolClass', { name: chosenClass() }), chosen, { picked: picked.size > 0 });
}

async function enrolled(said) {
  enrolling = false;
  if (said) {
    picked.clear();
    page.banner({ tone: 'right', text: said });
    await attempt(() => load());
  }
  draw();
  page.focus(said ? 'h1' : '#enrol');
}

/* Views. */

const enrolButton = (label) => html`<button type="button" id="enrol" class="button primary" @click=${enrol}>${icon('calendar')}${label}</button>`;

const tools = () => html`
  <div class="school-tools">
    ${classField(classes, t('school.allClasses', { n: all }), choose)}
    <div class="field"><label for="search">${t('school.search')}</label>
      <input id="search" type="search" autocomplete="off" .value=${typed} @input=${(event) => { typed = event.target.value; draw(); }}></div>
  </div>
  ${head() && !enrolling
    ? html`<p class="actions school-do">
        ${chosenClass() && !picked.size && students.some((s) => s.account !== 'none') ? enrolButton(t('school.enrolClass', { name: chosenClass() })) : nothing}
        <button type="button" class="button" @click=${() => codes(api.claimCodesPdf, 'pdf')}>${icon('download')}${t('school.codesPdf')}</button>
        <button type="button" class="button" @click=${() => codes(api.claimCodesCsv, 'csv')}>${icon('download')}${t('school.codesCsv')}</button>
      </p>
      <p class="hint">${t(chosenClass() ? 'school.codesHint' : 'school.chooseClass')}</p>`
    : nothing}`;

const filters = () => html`
  <p class="filters-line" role="group" aria-label=${t('school.show')}>
    ${Object.keys(steps).map((key) => html`<button type="button" class="filter" aria-pressed=${key === step ? 'true' : 'false'} @click=${() => { step = key; draw(); page.announce(t('school.shown', { n: shown().length })); }}>${t(`school.step.${key}`)}${cursor ? nothing : html` <span class="count">${students.filter(steps[key]).length}</span>`}</button>`)}
  </p>`;

function list() {
  const rows = shown();
  return html`
    ${filters()}
    ${rows.length
      ? studentTable(rows, { head: head(), withClass: !chosenClass(), picked, ...unfolded, ...rowActions })
      : html`<p class="card">${t('school.nobodyHere')}</p>`}
    ${cursor
      ? html`<p class="hint">${t('school.first', { n: students.length })}</p>
        <p class="actions"><button type="button" class="button" @click=${more}>${t('list.more')}</button>
        ${typed || step !== 'all' ? html`<button type="button" class="button" @click=${everybody}>${t('school.everybody')}</button>` : nothing}</p>`
      : nothing}
    ${picked.size && !enrolling ? html`<div class="picked-bar"><p><strong>${t('school.picked', { n: picked.size })}</strong></p>${enrolButton(t('school.enrol'))}<button type="button" class="button small" @click=${() => { picked.clear(); draw(); }}>${t('school.unpick')}</button></div>` : nothing}`;
}

const nobody = () => html`
  <div class="card">
    <p>${t('school.none')}</p>
    ${head() ? html`<p class="actions"><a class="button primary" href=${placeAddress('upload')}>${t('school.upload')}${icon('arrow-right')}</a></p>` : nothing}
  </div>`;

const leftView = () => (left === null ? html`<p><button type="button" class="link-button" id="show-left" @click=${showLeft}>${t('school.showLeft')}</button></p>` : html`
  <section aria-labelledby="left"><h2 id="left">${t('school.leftTitle')}</h2>
    ${left.length ? nothing : html`<p>${t('school.leftCount', { n: 0 })}</p>`}
    <ul class="people">${left.map((s) => html`<li><span>${studentName(s)}</span><button type="button" class="button small" aria-label=${t('school.backOf', { name: studentName(s) })} @click=${() => back(s)}>${t('school.back')}</button></li>`)}</ul>
  </section>`);

function draw() {
  page.show(html`
    ${schoolNav(organisation, 'students')}
    <h1>${t('school.students')}</h1>
    ${requests.view(head())}
    ${all === 0 && students.length === 0 ? nobody() : html`${tools()}${enrolling ? panel.view() : nothing}${list()}`}
    ${head() ? leftView() : nothing}`);
}

page.load(async () => {
  let listed;
  [organisation, listed] = await Promise.all([api.organisation(organisationId), api.classes(organisationId), load(), requests.load()]);
  ({ classes, students: all } = listed);
  draw();
});
