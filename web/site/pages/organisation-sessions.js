/** The certification sessions of one organisation: planned, changed, filled and cancelled by its head. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { departments } from '../js/departments.js';
import { EnrolPanel } from '../js/enrol-panel.js';
import { areaField, errorsByField, focusFirstError, formError, selectField, submitButton, textField } from '../js/forms.js';
import { day, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { classField, hasStudents, schoolNav, studentsOf } from '../js/school-space.js';
import { fullName, sessionAddress, sessionState, tag, whenView, whereView } from '../js/session-parts.js';

const page = openPage({ title: t('orgSessions.title'), current: 'staff', learner: true });
const organisationId = new URLSearchParams(location.search).get('organisation') ?? '';
const fieldNames = ['startsAt', 'room', 'address', 'department', 'capacity', 'audience', 'invigilators'];

let organisation;
let sessions = [];
let cursor;
let staff = null; // of the organisation, for the head
let classes = null; // of the school, with how many students each has
let open = null; // {what: "plan" | "change" | "cancel" | "enrol", session?, values, errors, busy}

const panel = new EnrolPanel({ page, organisationId, draw: () => draw(), done: enrolled });
const head = () => organisation.role === 'head';
const two = (n) => String(n).padStart(2, '0');

/** What a form starts from. Day and hour are those of the place where the person is. */
function valuesOf(session) {
  const starts = session ? new Date(session.startsAt) : null;
  return {
    day: starts ? `${starts.getFullYear()}-${two(starts.getMonth() + 1)}-${two(starts.getDate())}` : '',
    hour: starts ? `${two(starts.getHours())}:${two(starts.getMinutes())}` : '',
    room: session?.room ?? '',
    address: session?.address ?? '',
    department: session?.department ?? organisation.department ?? '',
    capacity: session ? String(session.capacity) : '',
    audience: session?.audience ?? '',
    invigilators: session?.invigilators ?? [],
  };
}

async function unfold(what, session) {
  open = { what, session, values: what === 'plan' || what === 'change' ? valuesOf(session) : {}, errors: {} };
  draw();
  page.focus('.unfolded h2, .unfolded h4');
  if (what === 'enrol' && classes === null) {
    try {
      ({ classes } = await api.classes(organisationId));
    } catch (error) {
      open.errors = { '': error.title ?? t('failure.away.form') };
    }
    draw();
  }
  if ((what === 'plan' || what === 'change') && staff === null) {
    try {
      staff = (await api.staff(organisationId)).staff;
    } catch {
      staff = []; // Without the list nobody is named, and every invigilator may supervise.
    }
    draw();
  }
}

function fold(session) {
  open = null;
  draw();
  page.focus(session ? `[data-session="${CSS.escape(session.sessionId)}"] .session-title` : '#plan');
}

async function reload() {
  ({ sessions, cursor } = await api.sessions(organisationId));
}

/** Runs a form's call; says it went well, or shows what was refused beside the fields. */
async function run(form, work, said) {
  open = { ...open, busy: true };
  draw();
  try {
    const told = (await work()) ?? {};
    open = null;
    await reload();
    draw();
    page.banner({ tone: 'right', text: said(told) });
    page.focus('h1');
  } catch (error) {
    if (!open) return page.fail(error, () => page.load(begin));
    const errors = error instanceof Problem ? errorsByField(error, [...fieldNames, 'reason']) : { '': t('failure.away.form') };
    if (errors.startsAt) errors.day = errors.startsAt;
    open = { ...open, busy: false, errors };
    draw();
    page.announce(t('form.errors', { n: Object.keys(errors).length }));
    focusFirstError(form);
  }
}

function save(event) {
  event.preventDefault();
  if (open.busy) return;
  const form = event.currentTarget;
  const values = Object.fromEntries(['day', 'hour', 'room', 'address', 'department', 'capacity', 'audience'].map((key) => [key, form.elements[key].value.trim()]));
  values.invigilators = [...form.querySelectorAll('[name=invigilators]:checked')].map((box) => box.value);
  const errors = Object.fromEntries(Object.entries(values).filter(([, value]) => value === '').map(([key]) => [key, t('form.required')]));
  if (values.capacity && !(Number.isInteger(+values.capacity) && +values.capacity >= 1 && +values.capacity <= 200)) errors.capacity = t('orgSessions.capacityRange');
  open = { ...open, values, errors };
  if (Object.keys(errors).length) {
    draw();
    page.announce(t('form.errors', { n: Object.keys(errors).length }));
    focusFirstError(form);
    return;
  }
  const { session } = open;
  const wanted = {
    startsAt: new Date(`${values.day}T${values.hour}`).toISOString().replace('.000Z', 'Z'),
    room: values.room,
    address: values.address,
    department: values.department,
    capacity: +values.capacity,
    audience: values.audience,
    invigilators: staff?.length ? values.invigilators : (session?.invigilators ?? []),
  };
  if (session) {
    const same = (key) => (key === 'startsAt' ? Date.parse(session.startsAt) === Date.parse(wanted.startsAt) : JSON.stringify(session[key]) === JSON.stringify(wanted[key]));
    const changes = Object.fromEntries(Object.entries(wanted).filter(([key]) => !same(key)));
    run(form, () => (Object.keys(changes).length ? api.changeSession(session.sessionId, changes) : undefined), () => t('account.saved'));
  } else {
    run(form, () => api.plan(organisationId, wanted), ({ accessCode }) => t('orgSessions.planned', { code: accessCode }));
  }
}

function cancel(event) {
  event.preventDefault();
  if (open.busy) return;
  const form = event.currentTarget;
  const reason = form.elements.reason.value.trim();
  if (!reason) {
    open = { ...open, errors: { reason: t('form.required') } };
    draw();
    return focusFirstError(form);
  }
  open.values = { reason };
  return run(form, () => api.cancelSession(open.session.sessionId, reason), () => t('orgSessions.cancelled'));
}

/** The class chosen; the panel says who of it can be enrolled, and enrols them. */
async function enrol(className) {
  const { session } = open;
  open = { ...open, className, students: null, errors: {} };
  draw();
  if (!className) return;
  try {
    const students = await studentsOf(className);
    if (open?.session !== session || open.className !== className) return; // The person has gone on meanwhile.
    open.students = students;
    await panel.open(t('orgSessions.enrolClass', { name: className }), students, { only: session.sessionId });
  } catch (error) {
    if (open) open.errors = { '': error.title ?? t('failure.away.form') };
    draw();
  }
}

async function enrolled(said) {
  if (!said) return fold(open.session);
  open = null;
  page.banner({ tone: 'right', text: said });
  try {
    await reload();
  } catch {
    // What is shown is a moment old.
  }
  draw();
  return page.focus('h1');
}

/* Views. */

const supervisors = () => (staff ?? []).filter((member) => member.role !== 'teacher' && member.familyName);

function planForm(heading) {
  const { values, errors, session, busy } = open;
  return html`
    <form class="form unfolded" novalidate @submit=${save} aria-labelledby="form-title">
      ${heading}
      ${formError(errors[''])}
      <div class="two">
        ${textField({ name: 'day', type: 'date', label: t('orgSessions.day'), value: values.day, error: errors.day })}
        ${textField({ name: 'hour', type: 'time', label: t('orgSessions.hour'), value: values.hour, error: errors.hour })}
      </div>
      <div class="two">
        ${textField({ name: 'room', label: t('orgSessions.room'), value: values.room, error: errors.room, maxlength: 100 })}
        ${textField({ name: 'capacity', label: t('orgSessions.capacity'), hint: session?.seatsTaken ? t('orgSessions.taken', { n: session.seatsTaken }) : undefined, value: values.capacity, error: errors.capacity, inputmode: 'numeric', maxlength: 3 })}
      </div>
      ${textField({ name: 'address', label: t('orgSessions.address'), value: values.address, error: errors.address, maxlength: 300 })}
      ${selectField({ name: 'department', label: t('sessions.department'), value: values.department, error: errors.department, options: departments(), empty: t('sessions.departmentEmpty') })}
      ${selectField({ name: 'audience', label: t('orgSessions.audience'), hint: t('orgSessions.audienceHint'), value: values.audience, error: errors.audience, empty: t('question.pick'), options: ['public', 'own-students'].map((value) => ({ value, label: t(`audience.${value}`) })) })}
      ${supervisors().length
        ? html`<fieldset class="field checks">
            <legend>${t('orgSessions.invigilators')} <span class="optional">${t('form.optional')}</span></legend>
            <p class="hint">${t('orgSessions.invigilatorsHint')}</p>
            ${supervisors().map((member) => html`<label class="check"><input type="checkbox" name="invigilators" value=${member.learnerId} ?checked=${values.invigilators.includes(member.learnerId)}><span>${fullName(member)}</span></label>`)}
          </fieldset>`
        : nothing}
      <p class="actions">
        ${submitButton(t(session ? 'account.save' : 'orgSessions.plan'), busy)}
        <button type="button" class="button" @click=${() => fold(session)}>${t('form.back')}</button>
      </p>
    </form>`;
}

const cancelForm = () => html`
  <form class="form unfolded" novalidate @submit=${cancel} aria-labelledby="form-title">
    <h4 id="form-title">${t('orgSessions.cancelTitle')}</h4>
    ${formError(open.errors[''])}
    ${areaField({ name: 'reason', label: t('orgSessions.cancelReason'), hint: t('orgSessions.cancelHint'), value: open.values.reason ?? '', error: open.errors.reason, maxlength: 500 })}
    <p class="actions">
      <button type="submit" class="button dangerous" aria-disabled=${open.busy ? 'true' : nothing}>${t('orgSessions.cancel')}</button>
      <button type="button" class="button" @click=${() => fold(open.session)}>${t('orgSessions.cancelNot')}</button>
    </p>
  </form>`;

const enrolForm = () => html`
  <div class="unfolded enrol-class">
    <h4 id="form-title">${t('orgSessions.enrolTitle')}</h4>
    ${formError(open.errors[''])}
    ${classes?.length === 0 ? html`<p>${t('school.none')} <a href="/school-upload.html?organisation=${organisationId}">${t('school.upload')}</a></p>` : nothing}
    ${classes?.length
      ? classField(classes, t('question.pick'), enrol, open.className ?? '')
      : nothing}
    ${open.students ? panel.view() : html`<p class="actions"><button type="button" class="button" @click=${() => fold(open.session)}>${t('form.back')}</button></p>`}
  </div>`;

const forms = {
  change: () => planForm(html`<h4 id="form-title">${t('orgSessions.changeTitle')}</h4>`),
  cancel: cancelForm,
  enrol: enrolForm,
};

function card(session) {
  const unfolded = open?.session?.sessionId === session.sessionId;
  const when = day(session.startsAt);
  const before = session.state === 'open';
  const button = (what, label, look = '') => html`<button type="button" class="button small ${look}" aria-label="${label} (${when})" @click=${() => unfold(what, session)}>${label}</button>`;
  return html`
    <li class="session ${session.state === 'cancelled' ? 'off' : ''}" data-session=${session.sessionId}>
      <div class="session-text">
        <h3 class="session-title">${whenView(session.startsAt)}</h3>
        ${whereView({ room: session.room, address: session.address })}
        <p class="tags">
          ${sessionState(session.state)}
          ${tag(t('orgSessions.seats', { n: session.seatsTaken, of: session.capacity }), 'people', session.seatsTaken >= session.capacity ? 'warm' : '')}
          ${tag(t(`audience.${session.audience}`), 'info')}
        </p>
        ${session.state === 'cancelled' && session.cancellationReason ? html`<p class="hint">${t('reason.said', { reason: session.cancellationReason })}</p>` : nothing}
        ${session.accessCode && (before || session.state === 'running') ? html`<p class="code-line">${t('exam.code')} <strong class="code-small">${session.accessCode}</strong></p>` : nothing}
      </div>
      <div class="session-do">
        ${session.mayManage ? html`<a class="button quiet" href=${sessionAddress('room', session.sessionId)} aria-label="${t('orgSessions.people')} (${when})">${t('orgSessions.people')}</a>` : nothing}
        ${session.maySupervise && (before || session.state === 'running')
          ? html`<a class="button ${session.state === 'running' ? 'primary' : ''}" href=${sessionAddress('board', session.sessionId)} aria-label="${t('orgSessions.board')} (${when})">${t('orgSessions.board')}${icon('arrow-right')}</a>`
          : nothing}
      </div>
      ${session.mayManage && !unfolded && (before || session.state === 'running')
        ? html`<p class="session-more">
            ${before ? button('change', t('orgSessions.change')) : nothing}
            ${before && hasStudents(organisation) ? button('enrol', t('orgSessions.enrol')) : nothing}
            ${button('cancel', t('orgSessions.cancel'))}
          </p>`
        : nothing}
      ${unfolded ? forms[open.what]() : nothing}
    </li>`;
}

async function more() {
  try {
    const next = await api.sessions(organisationId, cursor);
    const first = next.sessions[0];
    sessions = [...sessions, ...next.sessions];
    cursor = next.cursor;
    draw();
    if (first) page.focus(`[data-session="${CSS.escape(first.sessionId)}"] .session-title`);
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
}

const school = () => hasStudents(organisation) && ['head', 'teacher'].includes(organisation.role);

const draw = () => page.show(html`
  ${school() ? schoolNav(organisation, 'sessions') : html`<p class="eyebrow"><a href="/staff.html">${t('staff.title')}</a></p>`}
  <div class="page-head">
    <div>
      <h1>${t('orgSessions.title')}</h1>
      ${school() ? nothing : html`<p class="lead">${organisation.name}, ${organisation.city}</p>`}
    </div>
    ${head() && open?.what !== 'plan' ? html`<button type="button" id="plan" class="button primary" @click=${() => unfold('plan')}>${icon('plus')}${t('orgSessions.planOne')}</button>` : nothing}
  </div>
  ${open?.what === 'plan' ? html`<div class="card">${planForm(html`<h2 id="form-title">${t('orgSessions.planOne')}</h2>`)}</div>` : nothing}
  ${sessions.length ? html`<h2 class="visually-hidden">${t('orgSessions.list')}</h2><ul class="session-list">${sessions.map(card)}</ul>` : html`<p class="card">${t('orgSessions.none')}</p>`}
  ${cursor ? html`<p class="actions"><button type="button" class="button" @click=${more}>${t('list.more')}</button></p>` : nothing}`);

async function begin() {
  [organisation] = await Promise.all([api.organisation(organisationId), reload()]);
  draw();
}

page.load(begin);
