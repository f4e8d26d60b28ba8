/** Students of the roster whom the imported file does not name: the school says who has left; nobody leaves by silence. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { formError } from './forms.js';
import { date, t } from './i18n.js';
import { studentName } from './student-table.js';

export class Departures {
  #students = null;
  #cursor;
  #staying = new Set();
  #error = '';
  #busy = false;

  constructor({ page, organisationId, draw }) {
    Object.assign(this, { page, organisationId, draw });
  }

  /** Of the import that was looked at last. */
  async load(uploadId, more = false) {
    try {
      const found = await api.departures(this.organisationId, uploadId, more ? this.#cursor : undefined);
      if (!more) this.#staying.clear();
      this.uploadId = uploadId;
      this.#students = more ? [...this.#students, ...found.students] : found.students;
      this.#cursor = found.cursor;
      this.#error = '';
    } catch (error) {
      this.#error = error instanceof Problem ? error.title : t('failure.away.form');
    }
    this.draw();
  }

  forget() {
    this.#students = null;
  }

  view(head) {
    if (!this.#students?.length && !this.#error) return nothing;
    const leaving = (this.#students ?? []).filter((s) => !this.#staying.has(s.studentId));
    return html`
      <section class="card departures" aria-labelledby="departures">
        <h2 id="departures">${t('departures.title')}</h2>
        ${formError(this.#error)}
        <p>${t('departures.text')}</p>
        <ul class="people">
          ${(this.#students ?? []).map((s) => html`<li>
            <label class="check"><input type="checkbox" .checked=${!this.#staying.has(s.studentId)} ?disabled=${!head} @change=${(event) => this.#keep(s, !event.target.checked)}>
              <span>${studentName(s)} <span class="hint">${s.className ? html`${s.className} · ` : nothing}${date(s.birthDate)}</span></span></label></li>`)}
        </ul>
        ${this.#cursor ? html`<p class="actions"><button type="button" class="button small" @click=${() => this.load(this.uploadId, true)}>${t('list.more')}</button></p>` : nothing}
        ${head
          ? html`<p class="actions">
              <button type="button" class="button primary" aria-disabled=${this.#busy || !leaving.length ? 'true' : nothing} @click=${() => this.#confirm({ students: leaving.map((s) => s.studentId) })}>${t('departures.confirm', { n: leaving.length })}</button>
              ${this.#cursor && !this.#staying.size ? html`<button type="button" class="button" @click=${() => this.#confirm({ all: true })}>${t('departures.all')}</button>` : nothing}
            </p>`
          : nothing}
      </section>`;
  }

  #keep({ studentId }, stays) {
    if (stays) this.#staying.add(studentId);
    else this.#staying.delete(studentId);
    this.draw();
  }

  async #confirm(whom) {
    if (this.#busy || whom.students?.length === 0) return;
    this.#busy = true;
    this.draw();
    try {
      const { departed } = await api.confirmDepartures(this.organisationId, this.uploadId, whom);
      this.page.banner({ tone: 'right', text: t('departures.done', { n: departed }) });
      this.#busy = false;
      await this.load(this.uploadId);
      this.page.focus('h1');
    } catch (error) {
      this.#busy = false;
      this.#error = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
      this.draw();
      this.page.focus('.departures .form-error');
    }
  }
}
