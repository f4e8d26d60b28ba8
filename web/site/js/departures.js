/** Students of the roster whom the imported file does not name: the school says who has left; nobody leaves by silence. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { formError } from './forms.js';
import { date, language, t } from './i18n.js';
import { studentName } from './student-table.js';

const byName = new Intl.Collator(language);

export class Departures {
  #students = null;
  #cursor;
  #leaving = new Set();
  #error = '';
  #busy = false;

  constructor({ page, organisationId, draw }) {
    Object.assign(this, { page, organisationId, draw });
  }

  /** Of the import that was looked at last. */
  async load(uploadId, more = false) {
    try {
      const found = await api.departures(this.organisationId, uploadId, more ? this.#cursor : undefined);
      if (!more) this.#leaving.clear();
      this.uploadId = uploadId;
      this.#students = [...(more ? this.#students : []), ...found.students].sort((a, b) => byName.compare(a.className ?? '', b.className ?? '') || byName.compare(studentName(a), studentName(b)));
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
    const leaving = this.#leaving.size;
    return html`
      <section class="card departures" aria-labelledby="departures">
        <h2 id="departures">${t('departures.title')}</h2>
        ${formError(this.#error)}
        <p>${t('departures.text')}</p>
        ${head ? html`<p class="actions"><button type="button" class="button small" @click=${() => this.#tickAll()}>${t(leaving ? 'departures.none' : 'departures.tickAll')}</button></p>` : nothing}
        <ul class="people">
          ${(this.#students ?? []).map((s) => html`<li>
            <label class="check"><input type="checkbox" .checked=${this.#leaving.has(s.studentId)} ?disabled=${!head} @change=${(event) => this.#tick(s, event.target.checked)}>
              <span>${studentName(s)} <span class="hint">${s.className ? html`${s.className} · ` : nothing}${date(s.birthDate)}</span></span></label></li>`)}
        </ul>
        ${this.#cursor ? html`<p class="actions"><button type="button" class="button small" @click=${() => this.load(this.uploadId, true)}>${t('list.more')}</button></p>` : nothing}
        ${head
          ? html`<p class="actions">
              <button type="button" class="button primary" aria-disabled=${this.#busy || !leaving ? 'true' : nothing} @click=${() => this.#confirm({ students: [...this.#leaving] })}>${t('departures.confirm', { n: leaving })}</button>
              ${this.#cursor && leaving === this.#students.length ? html`<button type="button" class="button" @click=${() => this.#confirm({ all: true })}>${t('departures.all')}</button>` : nothing}
            </p>`
          : nothing}
      </section>`;
  }

  #tick({ studentId }, leaves) {
    if (leaves) this.#leaving.add(studentId);
    else this.#leaving.delete(studentId);
    this.draw();
  }

  #tickAll() {
    this.#leaving = new Set(this.#leaving.size ? [] : this.#students.map((s) => s.studentId));
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
