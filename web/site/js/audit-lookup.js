/** Who saw the results of a person, for the operator, when that person asks; and who was appointed, by whom. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { submitButton, textField } from './forms.js';
import { has, t, time } from './i18n.js';

const idView = (id) => (id ? html`<code>${id}</code>` : '–');

export class AuditLookup {
  #subject = '';
  #entries = null;
  #cursor;
  #error = '';

  constructor({ page, draw }) {
    Object.assign(this, { page, draw });
  }

  view() {
    return html`
      <form class="form card" novalidate @submit=${(event) => this.#search(event)} aria-labelledby="audit">
        <h2 id="audit">${t('audit.title')}</h2>
        ${textField({ name: 'subject', label: t('audit.subject'), hint: t('audit.subjectHint'), value: this.#subject, error: this.#error, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 64, wide: true })}
        ${submitButton(t('sessions.search'), false)}
      </form>
      ${this.#entries
        ? html`<section aria-labelledby="entries">
            <h2 id="entries">${t('audit.found', { n: this.#entries.length })}</h2>
            ${this.#entries.length ? this.#table() : nothing}
            ${this.#cursor ? html`<p class="actions"><button type="button" class="button" @click=${() => this.#load(true)}>${t('list.more')}</button></p>` : nothing}
          </section>`
        : nothing}`;
  }

  /** What was asked for is not repeated in every row: of a person, for which organisation; of an organisation, whom. */
  #table() {
    const other = this.#entries.some((e) => e.subject !== this.#subject) ? 'whom' : 'organisation';
    const columns = ['at', 'what', 'viewer', other].map((key) => t(`audit.${key}`));
    return html`
      <table class="plain-table stacked">
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${this.#entries.map((e) => html`<tr><th scope="row">${time(e.at)}</th><td data-label=${columns[1]}>${has(`audit.what.${e.what}`) ? t(`audit.what.${e.what}`) : e.what}</td><td data-label=${columns[2]}><code>${e.viewer}</code></td><td data-label=${columns[3]}>${idView(other === 'whom' ? e.subject : e.organisationId)}</td></tr>`)}</tbody>
      </table>`;
  }

  async #search(event) {
    event.preventDefault();
    this.#subject = event.currentTarget.elements.subject.value.trim();
    this.#error = this.#subject ? '' : t('form.required');
    this.#entries = null;
    if (!this.#error) await this.#load(false);
    this.draw();
    this.page.focus(this.#error ? '#subject' : '#entries');
  }

  async #load(more) {
    try {
      const found = await api.audit({ subject: this.#subject, cursor: more ? this.#cursor : undefined });
      this.#entries = more ? [...this.#entries, ...found.entries] : found.entries;
      this.#cursor = found.cursor;
    } catch (error) {
      this.#error = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
    }
    this.draw();
  }
}
