/** The students of a school as a table: where each is on the way to a certificate, and what one may do for them. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { date, t } from './i18n.js';
import { icon } from './icons.js';

export const studentName = ({ familyName, givenNames }) => `${familyName} ${givenNames}`;

/** What one may ask to see; the school thinks in what is missing. */
export const steps = {
  all: () => true,
  noAccount: (s) => s.account === 'none',
  notReady: (s) => s.account !== 'none' && !s.certifiable && !s.certified,
  ready: (s) => s.certifiable && !s.booked && !s.certified,
  booked: (s) => s.booked,
  certified: (s) => s.certified,
};

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word typed begins a word of the name, accents and case aside. */
export function named(student, typed) {
  const words = fold(`${studentName(student)} ${student.usedName ?? ''}`).split(/[\s'’-]+/);
  return fold(typed).split(/[\s'’-]+/).filter(Boolean).every((part) => words.some((word) => word.startsWith(part)));
}

const mark = (yes, label) => html`
  <td class="mark ${yes ? 'yes' : 'no'}" data-label=${label}>${icon(yes ? 'check' : 'dash')}<span class="visually-hidden">${t(yes ? 'school.yes' : 'school.no')}</span></td>`;

const columns = ['account', 'ready', 'booked', 'certified'];

/**
 * @param on {head, withClass, picked: Set of studentId, open: studentId, code, asking} what the page keeps,
 *     with pick(student, yes), pickAll(yes), unfold(student), renew, leave, remove, ask(what)
 */
export const studentTable = (students, on) => html`
  <table class="plain-table stacked students">
    <caption class="visually-hidden">${t('school.students')}</caption>
    <thead><tr>
      ${on.head ? html`<th scope="col" class="pick-cell">${all(students, on)}</th>` : nothing}
      <th scope="col">${t('school.name')}</th>
      ${on.withClass ? html`<th scope="col">${t('school.class')}</th>` : nothing}
      ${columns.map((column) => html`<th scope="col" class="mark-head">${t(`school.column.${column}`)}</th>`)}
      <th scope="col">${t('profile.level')}</th>
      <th scope="col"><span class="visually-hidden">${t('school.more')}</span></th>
    </tr></thead>
    <tbody>${students.map((student) => row(student, on))}</tbody>
  </table>`;

/** Only who has an account can be enrolled in a session. */
const mayBePicked = (student) => student.account !== 'none';

const all = (students, on) => {
  const may = students.filter(mayBePicked);
  const picked = may.length > 0 && may.every((s) => on.picked.has(s.studentId));
  return html`<label class="pick-box"><input type="checkbox" .checked=${picked} ?disabled=${may.length === 0} @change=${(event) => on.pickAll(may, event.target.checked)}><span class="visually-hidden">${t('school.pickAll')}</span></label>`;
};

function row(student, on) {
  const { studentId, account, certifiable, booked, certified, className, pix, level } = student;
  const name = studentName(student);
  const open = on.open === studentId;
  return html`
    <tr data-student=${studentId} class=${open ? 'open' : ''}>
      ${on.head
        ? html`<td class="pick-cell">${mayBePicked(student)
            ? html`<label class="pick-box"><input type="checkbox" .checked=${on.picked.has(studentId)} @change=${(event) => on.pick(student, event.target.checked)}><span class="visually-hidden">${t('school.pick', { name })}</span></label>`
            : nothing}</td>`
        : nothing}
      <th scope="row">${student.familyName} <span class="given">${student.givenNames}</span></th>
      ${on.withClass ? html`<td data-label=${t('school.class')}>${className ?? t('school.noClass')}</td>` : nothing}
      ${mark(account !== 'none', t('school.column.account'))}
      ${mark(certifiable, t('school.column.ready'))}
      ${mark(booked, t('school.column.booked'))}
      ${mark(certified, t('school.column.certified'))}
      <td class="level-cell" data-label=${t('profile.level')}>${pix === undefined ? html`<span aria-hidden="true">–</span><span class="visually-hidden">${t('school.notMeasured')}</span>` : html`<strong>${level}</strong> <span class="small">${t('profile.pixN', { n: pix })}</span>`}</td>
      <td class="more-cell"><button type="button" class="button small" aria-expanded=${open ? 'true' : 'false'} aria-label=${t('school.moreOf', { name })} @click=${() => on.unfold(student)}>${t('school.more')}</button></td>
    </tr>
    ${open ? html`<tr class="student-more"><td colspan=${columns.length + 3 + (on.head ? 1 : 0) + (on.withClass ? 1 : 0)}>${more(student, on)}</td></tr>` : nothing}`;
}

function more(student, on) {
  const { account, birthDate, externalId, nationalId, usedName } = student;
  return html`
    <dl class="certificate-facts">
      <dt>${t('account.birthDate')}</dt><dd>${date(birthDate)}</dd>
      ${usedName ? html`<dt>${t('school.usedName')}</dt><dd>${usedName}</dd>` : nothing}
      ${externalId ? html`<dt>${t('school.externalId')}</dt><dd>${externalId}</dd>` : nothing}
      <dt>${t('school.ine')}</dt><dd>${t(nationalId ? 'school.ineKnown' : 'school.ineUnknown')}</dd>
    </dl>
    ${on.code ? html`<p class="code-line" role="status">${t('school.newCode')} <strong class="code-small">${on.code}</strong></p><p class="hint">${t('school.newCodeHint')}</p>` : nothing}
    ${on.head ? (on.asking ? question(student, on) : actions(account, on)) : nothing}`;
}

const actions = (account, on) => html`
  <p class="actions">
    ${account === 'none' ? html`<button type="button" class="button small" @click=${() => on.ask('renew')}>${t('school.renew')}</button>` : nothing}
    <button type="button" class="button small" @click=${() => on.ask('leave')}>${t('school.leave')}</button>
    ${account === 'none' ? html`<button type="button" class="button small" @click=${() => on.ask('remove')}>${t('school.remove')}</button>` : nothing}
  </p>`;

const question = (student, on) => html`
  <div class="ask" role="group" aria-labelledby="asking">
    <p id="asking">${t(`school.ask.${on.asking}`, { name: studentName(student) })}</p>
    <p class="actions">
      <button type="button" class="button small ${on.asking === 'remove' ? 'dangerous' : 'primary'}" @click=${() => on[on.asking](student)}>${t(`school.sure.${on.asking}`)}</button>
      <button type="button" class="button small" @click=${() => on.ask(null)}>${t('form.back')}</button>
    </p>
  </div>`;
