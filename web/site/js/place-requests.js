/** Accounts that ask for a student's place without a code: the school asks the student, and says yes or no. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from './api.js';
import { date, t } from './i18n.js';
import { studentName } from './student-table.js';

export class PlaceRequests {
  #requests = [];
  #busy = false;

  /** accepted: called once somebody is linked */
  constructor({ page, organisationId, draw, accepted }) {
    Object.assign(this, { page, organisationId, draw, accepted });
  }

  /** A roster can be shown without its requests. */
  async load() {
    try {
      this.#requests = (await api.placeRequests(this.organisationId)).requests;
    } catch {
      this.#requests = [];
    }
  }

  view(head) {
    if (!this.#requests.length) return nothing;
    return html`
      <section class="card place-requests" aria-labelledby="requests">
        <h2 id="requests">${t('placeRequests.title', { n: this.#requests.length })}</h2>
        <p>${t('placeRequests.text')}</p>
        <ul class="people">${this.#requests.map((request) => this.#row(request, head))}</ul>
      </section>`;
  }

  #row({ requestId, student, reference, askedAt }, head) {
    const values = { name: studentName(student), reference };
    const rivals = this.#requests.filter((r) => r.student.studentId === student.studentId).length > 1;
    return html`
      <li data-request=${requestId}>
        <span><strong>${studentName(student)}</strong> <span class="hint">${student.className ? html`${student.className} · ` : nothing}${date(student.birthDate)}</span><br>
          ${t('placeRequests.number')} <strong class="code-small">${reference}</strong> <span class="hint">${t('placeRequests.asked', { date: date(askedAt) })}</span>
          ${rivals ? html`<br><span class="tag warm">${t('placeRequests.rivals')}</span>` : nothing}</span>
        ${head
          ? html`<span class="row-do">
              <button type="button" class="button small primary" aria-label=${t('placeRequests.acceptOf', values)} @click=${() => this.#decide(requestId, 'accept', student)}>${t('placeRequests.accept')}</button>
              <button type="button" class="button small" aria-label=${t('placeRequests.refuseOf', values)} @click=${() => this.#decide(requestId, 'refuse', student)}>${t('placeRequests.refuse')}</button>
            </span>`
          : nothing}
      </li>`;
  }

  async #decide(requestId, decision, student) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await api.decidePlaceRequest(this.organisationId, requestId, decision);
      this.page.banner({ tone: 'right', text: t(`placeRequests.done.${decision}`, { name: studentName(student) }) });
    } catch (error) {
      this.page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
    }
    await this.load();
    if (decision === 'accept') await this.accepted();
    this.#busy = false;
    this.draw();
    this.page.focus(this.#requests.length ? '#requests' : 'h1');
  }
}
