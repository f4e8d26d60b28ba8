/** The staff of one organisation: who they are, appointing and ending, who did so before. Shown to heads and to the operator. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { errorsByField, formError, selectField, submitButton, textField } from './forms.js';
import { t, time } from './i18n.js';
import { fullName, roleName } from './session-parts.js';

const nameOf = (person) => (person.familyName ? fullName(person) : (person.username ?? t('person.gone')));

export class StaffList {
  #staff = null;
  #changes = [];
  #errors = {};
  #busy = false;
  #values = { username: '', role: '' };
  #leaving = null; // the learnerId asked about

  /** @param roles those this person may give */
  constructor({ page, organisationId, name, roles, draw }) {
    Object.assign(this, { page, organisationId, name, roles, draw });
  }

  async load() {
    try {
      const { staff, changes = [] } = await api.staff(this.organisationId);
      this.#staff = staff;
      this.#changes = changes;
      this.#errors = {};
    } catch (error) {
      this.#errors = { '': error instanceof Problem ? error.title : t('failure.away.form') };
    }
    this.draw();
  }

  view() {
    const field = (key) => `${key}-${this.organisationId}`;
    return html`
      <div class="staff">
        ${formError(this.#errors[''])}
        ${this.#staff?.length
          ? html`<ul class="people">${this.#staff.map((member) => this.#row(member))}</ul>`
          : html`<p class="hint">${t(this.#staff ? 'staff.nobody' : 'frame.loading')}</p>`}
        <form class="form appoint" novalidate @submit=${(event) => this.#appoint(event)} aria-label=${t('staff.appointAt', { name: this.name })}>
          <div class="two">
            ${textField({ name: field('username'), label: t('account.username'), hint: t('staff.usernameHint'), value: this.#values.username, error: this.#errors.username, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 64 })}
            ${selectField({ name: field('role'), label: t('staff.role'), hint: t('staff.roleHint'), value: this.#values.role, error: this.#errors.role, empty: t('question.pick'), options: this.roles.map((value) => ({ value, label: roleName(value) })) })}
          </div>
          ${submitButton(t('staff.appoint'), this.#busy)}
        </form>
        ${this.#changes.length
          ? html`<details class="fold changes"><summary>${t('staff.changes')}</summary>
              <ul class="people">${this.#changes.map((c) => html`<li><span><strong>${nameOf(c.person)}</strong><br>${t(`audit.what.${c.what}`)}, ${t('staff.changedBy', { name: nameOf(c.by) })}</span><span class="small">${time(c.at)}</span></li>`)}</ul>
            </details>`
          : nothing}
      </div>`;
  }

  #row(member) {
    const name = nameOf(member);
    const asking = this.#leaving === member.learnerId;
    return html`
      <li>
        <span><strong>${name}</strong>${member.username ? html` <span class="small">${member.username}</span>` : nothing}<br>${roleName(member.role)}</span>
        ${asking
          ? html`<span class="row-do"><button type="button" class="button small dangerous" aria-label=${t('staff.endSureOf', { name })} @click=${() => this.#dismiss(member, name)}>${t('staff.endSure')}</button>
              <button type="button" class="button small" @click=${() => { this.#leaving = null; this.draw(); }}>${t('form.back')}</button></span>`
          : this.roles.includes(member.role)
            ? html`<button type="button" class="button small" aria-label=${t('staff.endOf', { name })} @click=${() => { this.#leaving = member.learnerId; this.draw(); }}>${t('staff.end')}</button>`
            : nothing}
      </li>`;
  }

  async #appoint(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { elements } = event.currentTarget;
    const value = (key) => elements[`${key}-${this.organisationId}`].value.trim();
    this.#values = { username: value('username'), role: value('role') };
    this.#errors = Object.fromEntries(Object.entries(this.#values).filter(([, v]) => !v).map(([key]) => [key, t('form.required')]));
    if (Object.keys(this.#errors).length === 0) {
      this.#busy = true;
      this.draw();
      try {
        await api.appoint(this.organisationId, this.#values);
        this.page.announce(t('staff.appointed', { username: this.#values.username }));
        this.#values = { username: '', role: '' };
        this.#busy = false;
        return this.load();
      } catch (error) {
        this.#errors = error instanceof Problem ? errorsByField(error, ['username', 'role']) : { '': t('failure.away.form') };
      }
      this.#busy = false;
    }
    this.draw();
    this.page.focus('.staff [aria-invalid="true"]');
  }

  async #dismiss(member, name) {
    this.#leaving = null;
    try {
      await api.dismiss(this.organisationId, member.learnerId);
      this.page.announce(t('staff.ended', { name }));
      await this.load();
    } catch (error) {
      this.#errors = { '': error instanceof Problem ? error.title : t('failure.away.form') };
      this.draw();
    }
  }
}
