/** The schools the person is linked to: claiming a place with a code or asking for it, what the school sees, ending the link. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { askedView, AskForPlace } from './ask-for-place.js';
import { codeFault, forgetCode, offeredCode } from './claim-code.js';
import { formError, submitButton, textField } from './forms.js';
import { date, t } from './i18n.js';
import { icon } from './icons.js';

export class MySchools {
  #schools = null; // null where they could not be learnt
  #requests = [];
  #code = offeredCode();
  #asking;
  #error = '';
  #busy = false;
  #leaving = null; // the organisationId asked about
  #refused = {}; // organisationId → why the link stays

  constructor({ page, draw }) {
    Object.assign(this, { page, draw });
    this.#asking = new AskForPlace({ page, draw, done: (found) => this.#asked(found) });
  }

  /** An account can be shown without its schools. */
  async load() {
    try {
      ({ schools: this.#schools, requests: this.#requests } = await api.schools());
    } catch {
      this.#schools = null;
    }
  }

  /** Whoever comes with a code comes to claim. */
  focusClaim() {
    if (this.#code) this.page.focus('#claimCode');
  }

  view() {
    return html`
      <section class="card" aria-labelledby="schools">
        <h2 id="schools">${t('mySchools.title')}</h2>
        ${this.#schools === null
          ? html`<p>${t('failure.away.title')}</p>`
          : this.#schools.length
            ? html`<ul class="people">${this.#schools.map((school) => this.#row(school))}</ul>`
            : this.#requests.length
              ? nothing
              : html`<p>${t('mySchools.none')}</p>`}
        ${this.#requests.length
          ? html`<h3>${t('place.asked')}</h3><p>${t('place.askedText')}</p><ul class="people">${this.#requests.map(askedView)}</ul>`
          : nothing}
        ${this.#schools?.length
          ? html`<details class="fold"><summary>${t('mySchools.sees')}</summary><p>${t('mySchools.seesText')}</p><p>${t('mySchools.seesNot')}</p></details>`
          : nothing}
        <form class="form claim" novalidate @submit=${(event) => this.#claim(event)} aria-label=${t('claim.title')}>
          ${textField({ name: 'claimCode', label: t('claim.label'), hint: t('claim.hint'), value: this.#code, error: this.#error, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20 })}
          ${submitButton(t('claim.send'), this.#busy)}
        </form>
        ${this.#asking.view()}
      </section>`;
  }

  /** Linked at once by the INE, or passed on. */
  async #asked({ name, studentId }) {
    await this.load();
    this.page.banner({ tone: 'right', text: t(studentId ? 'claim.done' : 'place.done', { name }) });
    this.draw();
    this.page.focus('#schools');
  }

  #row({ organisationId, name, city, className, linkedAt, active }) {
    const asking = this.#leaving === organisationId;
    return html`
      <li data-school=${organisationId}>
        <span><strong>${name}</strong>, ${city}<br>
          <span class="hint">${className ? html`${t('mySchools.class', { name: className })} · ` : nothing}${t('mySchools.since', { date: date(linkedAt) })}</span><br>
          <span class="hint">${t(active ? 'mySchools.active' : 'mySchools.left')}</span></span>
        ${active
          ? nothing
          : asking
            ? html`<span class="row-do">
                <button type="button" class="button small dangerous" @click=${() => this.#leave(organisationId, name)}>${t('mySchools.leaveSure')}</button>
                <button type="button" class="button small" @click=${() => this.#ask(null, organisationId)}>${t('form.back')}</button></span>
                <span class="hint">${t('mySchools.leaveText')}</span>`
            : html`<button type="button" class="button small leave" aria-label=${t('mySchools.leaveOf', { name })} @click=${() => this.#ask(organisationId)}>${t('mySchools.leave')}</button>`}
        ${formError(this.#refused[organisationId])}
      </li>`;
  }

  #ask(organisationId, back) {
    this.#leaving = organisationId;
    this.draw();
    this.page.focus(organisationId ? `[data-school="${CSS.escape(organisationId)}"] .dangerous` : `[data-school="${CSS.escape(back)}"] .leave`);
  }

  async #claim(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#code = event.currentTarget.elements.claimCode.value.trim();
    this.#error = this.#code ? (codeFault(this.#code) ?? '') : t('form.required');
    this.#busy = !this.#error;
    this.draw();
    if (this.#error) return this.page.focus('#claimCode');
    try {
      const { name } = await api.claimSchool(this.#code);
      forgetCode();
      this.#code = '';
      await this.load();
      this.page.banner({ tone: 'right', text: t('claim.done', { name }) });
    } catch (error) {
      this.#error = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
    }
    this.#busy = false;
    this.draw();
    return this.page.focus(this.#error ? '#claimCode' : '#schools');
  }

  async #leave(organisationId, name) {
    try {
      await api.leaveSchool(organisationId);
      delete this.#refused[organisationId];
      this.page.banner({ tone: 'right', text: t('mySchools.ended', { name }) });
    } catch (error) {
      this.#refused[organisationId] = error instanceof Problem ? error.title : t('failure.away.form');
    }
    this.#leaving = null;
    await this.load();
    this.draw();
    this.page.focus('#schools');
  }
}
