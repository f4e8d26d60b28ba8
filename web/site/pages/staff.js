/** Where I work: my organisations, my roles, and what they let me do. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { memberships } from '../js/memberships.js';
import { openPage } from '../js/page.js';
import { hasStudents } from '../js/school-space.js';
import { roleName, tag } from '../js/session-parts.js';
import { StaffList } from '../js/staff-list.js';

const page = openPage({ title: t('staff.title'), current: 'staff', learner: true });

let mine;
const lists = new Map(); // organisationId → StaffList, for the ones unfolded

const sessionsAddress = (organisationId) => `/organisation-sessions.html?${new URLSearchParams({ organisation: organisationId })}`;
const studentsAddress = (organisationId) => `/school.html?${new URLSearchParams({ organisation: organisationId })}`;

/** Students are for those who teach them. */
const mayVisit = (membership) => hasStudents(membership) && membership.role !== 'invigilator';

function listOf({ organisationId, name }) {
  if (!lists.has(organisationId)) lists.set(organisationId, new StaffList({ page, organisationId, name, roles: ['teacher', 'invigilator'], draw }));
  return lists.get(organisationId);
}

const card = (membership) => html`
  <li class="session" data-organisation=${membership.organisationId}>
    <div class="session-text">
      <h2 class="session-title">${membership.name}</h2>
      <p class="where">${t(`organisation.${membership.type}`)} · ${membership.city}</p>
      <p class="tags">${tag(roleName(membership.role), 'people')}</p>
      <p class="hint">${t(`role.${membership.role}.may`)}</p>
    </div>
    <div class="session-do">
      ${mayVisit(membership) ? html`<a class="button primary" href=${studentsAddress(membership.organisationId)} aria-label=${t('staff.studentsOf', { name: membership.name })}>${t('school.students')}${icon('arrow-right')}</a>` : nothing}
      <a class="button ${mayVisit(membership) ? '' : 'primary'}" href=${sessionsAddress(membership.organisationId)} aria-label=${t('staff.sessionsOf', { name: membership.name })}>${t('staff.sessions')}${icon('arrow-right')}</a>
    </div>
    ${membership.role === 'head'
      ? html`<details class="fold" @toggle=${(event) => event.currentTarget.open && listOf(membership).load()}><summary>${t('staff.people')}</summary>${lists.has(membership.organisationId) ? listOf(membership).view() : nothing}</details>`
      : nothing}
  </li>`;

function draw() {
  page.show(html`
    <h1>${t('staff.title')}</h1>
    ${mine.operator
      ? html`<section class="call" aria-labelledby="call-title">
          <div><h2 id="call-title">${t('operator.title')}</h2><p>${t('operator.lead')}</p></div>
          <a class="button on-dark large" href="/operator.html">${t('staff.toOperator')}${icon('arrow-right')}</a>
        </section>`
      : nothing}
    ${mine.memberships.length
      ? html`<ul class="session-list">${mine.memberships.map(card)}</ul>`
      : mine.operator ? nothing : html`<p class="lead">${t('staff.none')}</p>`}`);
}

page.load(async () => {
  mine = await memberships();
  draw();
});
