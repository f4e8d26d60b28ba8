/** Running the platform: results waiting for a decision, organisations and who works there, certificates to revoke or correct. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { AuditLookup } from '../js/audit-lookup.js';
import { CertificateDesk } from '../js/certificate-desk.js';
import { departmentName, departments } from '../js/departments.js';
import { areaField, errorsByField, focusFirstError, formError, selectField, submitButton, textField } from '../js/forms.js';
import { date, day, hour, number, t, time } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { fullName, tag, whenView, whereView } from '../js/session-parts.js';
import { StaffList } from '../js/staff-list.js';
import { uaiFault } from '../js/uai.js';

const page = openPage({ title: t('operator.title'), current: 'staff', learner: true });
const types = ['college', 'lycee', 'higher-education', 'public-service', 'centre'];
const SCHOOLS = ['college', 'lycee'];

const query = new URLSearchParams(location.search);
const place = query.get('session') ? 'jury' : ['organisations', 'certificates', 'audit'].includes(query.get('view')) ? query.get('view') : 'results';
const address = (values) => `/operator.html?${new URLSearchParams(values)}`;

const tabs = () => html`
  <nav class="tabs" aria-label=${t('operator.title')}>
    <a href="/operator.html" aria-current=${place === 'results' || place === 'jury' ? 'page' : nothing}>${t('operator.results')}</a>
    <a href=${address({ view: 'organisations' })} aria-current=${place === 'organisations' ? 'page' : nothing}>${t('operator.organisations')}</a>
    <a href=${address({ view: 'certificates' })} aria-current=${place === 'certificates' ? 'page' : nothing}>${t('desk.tab')}</a>
    <a href=${address({ view: 'audit' })} aria-current=${place === 'audit' ? 'page' : nothing}>${t('audit.tab')}</a>
    <a href="/calibrations.html">${t('calibrations.title')}</a>
  </nav>`;

/* Results to look at. */

const results = {
  state: ['finalised', 'waiting', 'appealed'].includes(query.get('state')) ? query.get('state') : 'waiting',
  sessions: [],
  cursor: undefined,

  async load(more = false) {
    const found = await api.sessionsToReview(this.state, more ? this.cursor : undefined);
    this.sessions = more ? [...this.sessions, ...found.sessions] : found.sessions;
    this.cursor = found.cursor;
    this.draw();
  },

  draw() {
    page.show(html`
      <h1>${t('operator.title')}</h1>
      ${tabs()}
      <h2>${t('operator.results')}</h2>
      <p class="filters-line">${['waiting', 'finalised', 'appealed'].map((state) => html`
        <a class="filter" href=${address({ state })} aria-current=${state === this.state ? 'true' : nothing}>${t(`operator.state.${state}`)}</a>`)}</p>
      ${this.sessions.length
        ? html`<ul class="session-list">${this.sessions.map(sessionCard)}</ul>`
        : html`<p class="card">${t('operator.nothing')}</p>`}
      ${this.cursor ? html`<p class="actions"><button type="button" class="button" @click=${() => page.load(() => this.load(true))}>${t('list.more')}</button></p>` : nothing}`);
  },
};

const jurySigns = { scoring: ['clock', ''], ready: ['check', 'good'], waiting: ['alert', 'warm'], done: ['check', ''], appealed: ['hand', 'warm'] };
function juryTag({ jury }) {
  if (!jury) return nothing;
  const [sign, look] = jurySigns[jury];
  return tag(t(`jury.${jury}`), sign, look);
}

const sessionCard = (session) => html`
  <li class="session">
    <div class="session-text">
      <h3 class="session-title">${whenView(session.startsAt)}</h3>
      ${whereView(session)}
      <p class="tags">${juryTag(session)}${tag(t('operator.candidates', { n: session.seatsTaken }), 'people')}</p>
      ${session.jury === 'ready' && session.publishFrom ? html`<p class="hint">${t('final.publishedFrom', { time: time(session.publishFrom) })}</p>` : nothing}
    </div>
    <div class="session-do"><a class="button primary" href=${address({ session: session.sessionId })} aria-label="${t('operator.look')} (${session.centre}, ${day(session.startsAt)})">${t('operator.look')}${icon('arrow-right')}</a></div>
  </li>`;

/* One session before the jury. */

const jury = {
  sessionId: query.get('session'),
  decisions: {}, // learnerId → {decision, reason}
  errors: {},
  error: '',
  busy: false,

  async load() {
    this.data = await api.jury(this.sessionId);
    this.draw();
  },

  choose(learnerId, change) {
    this.decisions[learnerId] = { decision: '', reason: '', ...this.decisions[learnerId], ...change };
    delete this.errors[learnerId];
    this.draw();
  },

  async publish(event) {
    event.preventDefault();
    if (this.busy) return;
    const decided = Object.entries(this.decisions).filter(([, { decision }]) => decision);
    this.errors = Object.fromEntries(decided.filter(([, { decision, reason }]) => decision !== 'publish' && !reason.trim()).map(([learnerId]) => [learnerId, t('operator.reasonMissing')]));
    this.error = '';
    if (Object.keys(this.errors).length) {
      const form = event.currentTarget;
      this.draw();
      return focusFirstError(form);
    }
    this.busy = true;
    this.draw();
    try {
      this.data = await api.publish(this.sessionId, decided.map(([learnerId, { decision, reason }]) => ({ learnerId, decision, ...(reason.trim() ? { reason: reason.trim() } : {}) })));
      this.decisions = {};
      page.banner({ tone: 'right', text: t('operator.published') });
    } catch (error) {
      this.error = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
    }
    this.busy = false;
    this.draw();
    page.focus(this.error ? '.form-error' : 'h1');
    return undefined;
  },

  draw() {
    const { session, candidates } = this.data;
    const published = session.state === 'published';
    const flagged = candidates.filter((c) => c.flags?.length > 0 || c.appeal).length;
    page.show(html`
      <p class="eyebrow"><a href="/operator.html">${t('operator.results')}</a></p>
      <h1>${session.centre}</h1>
      <p class="lead">${day(session.startsAt)}, ${hour(session.startsAt)} · ${session.room}</p>
      <p class="tags">${juryTag(session)}${tag(t('operator.candidates', { n: candidates.length }), 'people')}${flagged ? tag(t('operator.flagged', { n: flagged }), 'alert', 'warm') : nothing}</p>
      ${session.incidents?.length
        ? html`<section class="card" aria-labelledby="incidents"><h2 id="incidents">${t('final.incidents')}</h2>
            <ul>${session.incidents.map(({ kind, learnerId, text }) => html`<li><strong>${t(`incident.${kind}`)}</strong>${learnerId ? html` · ${nameOf(candidates, learnerId)}` : nothing}${text ? html`<br>${text}` : nothing}</li>`)}</ul></section>`
        : nothing}
      ${formError(this.error)}
      <form novalidate @submit=${(event) => this.publish(event)} aria-label=${t('operator.results')}>
        <h2 class="visually-hidden">${t('board.candidates')}</h2>
        <ul class="session-list">${candidates.map((c) => this.candidate(c, published))}</ul>
        <section class="call">
          <div><h2>${t(published ? 'operator.change' : 'operator.publish')}</h2><p>${t(published ? 'operator.changeText' : 'operator.publishText')}</p></div>
          <button type="submit" class="button on-dark large" aria-disabled=${this.busy ? 'true' : nothing}>${this.busy ? t('form.sending') : t(published ? 'operator.change' : 'operator.publish')}</button>
        </section>
      </form>`);
  },

  candidate(c, published) {
    const { decision = '', reason = '' } = this.decisions[c.learnerId] ?? {};
    const score = c.pix === undefined ? nothing : html`<strong>${t('profile.pixN', { n: c.pix })}</strong>${c.level ? html` · ${t('profile.levelN', { n: c.level })}` : nothing} · `;
    const name = fullName(c);
    return html`
      <li class="session judged ${c.flags?.length ? 'flagged' : ''}">
        <div class="session-text">
          <h3 class="session-title">${name}</h3>
          <p class="where">${c.status ? html`${score}${t(`scored.${c.status}`)} · ${t('operator.answers', { n: c.answered })}` : t('jury.scoring')}</p>
          ${c.code && !['scored', c.code].includes(c.status) ? html`<p class="hint">${reasonOf(c.code)}</p>` : nothing}
          ${c.published ? html`<p class="tags">${tag(t(`result.${c.published.status}`), c.published.status === 'certified' ? 'check' : 'dash', c.published.status === 'certified' ? 'good' : 'bad')}</p>` : nothing}
          ${c.published?.reason ? html`<p class="hint">${c.published.reason}</p>` : nothing}
        </div>
        ${c.flags?.length ? html`<div class="outcome warm">${icon('alert')}<div><p><strong>${t('operator.flags')}</strong></p><ul>${c.flags.map((flag) => html`<li>${flag.text}</li>`)}</ul></div></div>` : nothing}
        ${c.appeal ? html`<div class="outcome">${icon('hand')}<div><p><strong>${t('operator.appeal', { date: date(c.appeal.at) })}</strong></p><p class="alert-text">${c.appeal.text}</p></div></div>` : nothing}
        ${c.competences?.length
          ? html`<details class="fold"><summary>${t('operator.levels')}</summary>
              <div class="doc-scroll" role="region" tabindex="0" aria-label="${t('operator.levels')}: ${name}"><table class="plain-table">
                <thead><tr><th scope="col">${t('profile.competence')}</th><th scope="col">${t('profile.level')}</th><th scope="col">Pix</th><th scope="col">${t('profile.interval')}</th></tr></thead>
                <tbody>${c.competences.map((k) => html`<tr><th scope="row">${k.code}</th><td class="numeric">${k.level}</td><td class="numeric">${Math.floor(k.pix)}</td><td>${t('profile.fromTo', { low: number(k.interval[0], 1), high: number(k.interval[1], 1) })}</td></tr>`)}</tbody>
              </table></div></details>`
          : nothing}
        <div class="judge">
          ${selectField({ name: `decision-${c.learnerId}`, label: html`${t('operator.decision')}<span class="visually-hidden"> (${name})</span>`, value: decision, optional: true, empty: t(published ? 'operator.stays' : 'operator.asScored'), options: ['publish', 'reject', 'cancel'].map((value) => ({ value, label: t(`decision.${value}`) })) })}
          ${decision ? areaField({ name: `reason-${c.learnerId}`, label: html`${t('operator.reason')}<span class="visually-hidden"> (${name})</span>`, hint: t('operator.reasonHint'), value: reason, error: this.errors[c.learnerId], optional: decision === 'publish', maxlength: 1000 }) : nothing}
        </div>
      </li>`;
  },
};

const nameOf = (candidates, learnerId) => {
  const found = candidates.find((c) => c.learnerId === learnerId);
  return found ? fullName(found) : t('person.gone');
};
const codes = ['lack-of-answers', 'technical', 'absent', 'level-not-reached', 'jury'];
const reasonOf = (code) => (codes.includes(code) ? t(`code.${code}`) : code);

// One listener for all decisions of the page: the name of a field says whose it is.
if (place === 'jury') {
  page.main.addEventListener('input', ({ target }) => {
    const [, what, learnerId] = /^(decision|reason)-(.+)$/.exec(target.name ?? '') ?? [];
    if (what) jury.choose(learnerId, { [what]: target.value });
  });
}

/* Organisations. */

const organisations = {
  values: { type: '', uai: '', name: '', city: '', department: '' },
  errors: {},
  busy: false,
  found: null, // {organisations, cursor?}
  searchError: '',
  lists: new Map(),

  async create(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget;
    this.values = Object.fromEntries(Object.keys(this.values).map((key) => [key, form.elements[key].value.trim()]));
    this.values.uai = this.values.uai.replace(/\s/g, '').toUpperCase();
    const { type, uai } = this.values;
    this.errors = Object.fromEntries(Object.entries(this.values).filter(([key, value]) => !value && key !== 'uai').map(([key]) => [key, t('form.required')]));
    if (!uai && SCHOOLS.includes(type)) this.errors.uai = t('uai.needed');
    const fault = uai ? uaiFault(uai) : null;
    if (fault) this.errors.uai = t(`uai.${fault}`);
    if (Object.keys(this.errors).length) return this.refuse(form);
    this.busy = true;
    this.draw();
    try {
      const { uai: code, ...rest } = this.values;
      const { organisationId } = await api.createOrganisation({ ...rest, ...(code ? { uai: code } : {}) });
      const created = await api.organisation(organisationId);
      this.found = { organisations: [created] };
      page.banner({ tone: 'right', text: t('operator.created', { name: created.name }) });
      this.values = { type: '', uai: '', name: '', city: '', department: '' };
      this.busy = false;
      this.draw();
      page.focus('#found');
      return undefined;
    } catch (error) {
      this.busy = false;
      this.errors = error instanceof Problem ? errorsByField(error, Object.keys(this.values)) : { '': t('failure.away.form') };
      if (error.type === 'uai-taken') this.errors = { uai: error.title };
      return this.refuse(form);
    }
  },

  refuse(form) {
    this.draw();
    page.announce(t('form.errors', { n: Object.keys(this.errors).length }));
    focusFirstError(form);
  },

  async search(event) {
    event.preventDefault();
    const { elements } = event.currentTarget;
    const uai = elements.searchUai.value.replace(/\s/g, '').toUpperCase();
    const department = elements.searchDepartment.value;
    this.searchError = '';
    if (!uai && !department) {
      this.searchError = t('operator.searchMissing');
      this.draw();
      return page.focus('#searchUai');
    }
    this.wanted = uai ? { uai } : { department };
    return this.more(false);
  },

  async more(further) {
    try {
      const next = await api.organisations({ ...this.wanted, cursor: further ? this.found.cursor : undefined });
      this.found = { organisations: further ? [...this.found.organisations, ...next.organisations] : next.organisations, cursor: next.cursor };
      this.draw();
      if (!further) page.focus('#found');
    } catch (error) {
      this.searchError = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
      this.draw();
    }
  },

  listOf({ organisationId, name }) {
    if (!this.lists.has(organisationId)) {
      this.lists.set(organisationId, new StaffList({ page, organisationId, name, roles: ['teacher', 'invigilator', 'head'], draw: () => this.draw() }));
    }
    return this.lists.get(organisationId);
  },

  draw() {
    const { values, errors } = this;
    page.show(html`
      <h1>${t('operator.title')}</h1>
      ${tabs()}
      <form class="form card" novalidate @submit=${(event) => this.search(event)} aria-labelledby="search">
        <h2 id="search">${t('operator.find')}</h2>
        ${formError(this.searchError)}
        <div class="two">
          ${textField({ name: 'searchUai', label: t('uai.label'), optional: true, autocapitalize: 'characters', spellcheck: 'false', autocomplete: 'off', maxlength: 12 })}
          ${selectField({ name: 'searchDepartment', label: t('sessions.department'), optional: true, empty: t('operator.allDepartments'), options: departments() })}
        </div>
        ${submitButton(t('sessions.search'), false)}
      </form>
      ${this.found
        ? html`<section aria-labelledby="found">
            <h2 id="found">${t('operator.found', { n: this.found.organisations.length })}</h2>
            <ul class="session-list">${this.found.organisations.map((o) => this.card(o))}</ul>
            ${this.found.cursor ? html`<p class="actions"><button type="button" class="button" @click=${() => this.more(true)}>${t('list.more')}</button></p>` : nothing}
          </section>`
        : nothing}
      <form class="form card" novalidate @submit=${(event) => this.create(event)} aria-labelledby="create">
        <h2 id="create">${t('operator.create')}</h2>
        ${formError(errors[''])}
        <div class="two">
          ${selectField({ name: 'type', label: t('operator.type'), value: values.type, error: errors.type, empty: t('question.pick'), options: types.map((value) => ({ value, label: t(`organisation.${value}`) })) })}
          ${textField({ name: 'uai', label: t('uai.label'), hint: t('uai.hint'), value: values.uai, error: errors.uai, optional: true, autocapitalize: 'characters', spellcheck: 'false', autocomplete: 'off', maxlength: 12 })}
        </div>
        ${textField({ name: 'name', label: t('operator.name'), value: values.name, error: errors.name, maxlength: 200 })}
        <div class="two">
          ${textField({ name: 'city', label: t('operator.city'), value: values.city, error: errors.city, maxlength: 100 })}
          ${selectField({ name: 'department', label: t('sessions.department'), value: values.department, error: errors.department, options: departments(), empty: t('sessions.departmentEmpty') })}
        </div>
        ${submitButton(t('operator.create'), this.busy)}
      </form>`);
  },

  card(organisation) {
    return html`
      <li class="session">
        <div class="session-text">
          <h3 class="session-title">${organisation.name}</h3>
          <p class="where">${t(`organisation.${organisation.type}`)} · ${organisation.city} · ${departmentName(organisation.department)}${organisation.uai ? html` · <code>${organisation.uai}</code>` : nothing}</p>
        </div>
        <details class="fold" ?open=${this.found.organisations.length === 1} @toggle=${(event) => event.currentTarget.open && !this.lists.has(organisation.organisationId) && this.listOf(organisation).load()}>
          <summary>${t('staff.people')}</summary>
          ${this.lists.has(organisation.organisationId) ? this.listOf(organisation).view() : nothing}
        </details>
      </li>`;
  },
};

/* A certificate revoked or corrected. */

const desk = new CertificateDesk({ page, draw: drawDesk, code: query.get('code') });

function drawDesk() {
  page.show(html`<h1>${t('operator.title')}</h1>${tabs()}${desk.view()}`);
}

/* Who saw whose results. */

const audit = new AuditLookup({ page, draw: drawAudit });

function drawAudit() {
  page.show(html`<h1>${t('operator.title')}</h1>${tabs()}${audit.view()}`);
}

page.load(async () => {
  if (place === 'audit') drawAudit();
  else if (place === 'certificates') await desk.load();
  else if (place === 'jury') await jury.load();
  else if (place === 'organisations') organisations.draw();
  else await results.load();
});
