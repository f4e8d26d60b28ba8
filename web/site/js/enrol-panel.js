/** Enrolling students of the school in one of its sessions: the next one that has room is chosen already. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { formError, selectField, submitButton } from './forms.js';
import { day, hour, t } from './i18n.js';
import { placeAddress } from './school-space.js';
import { studentName } from './student-table.js';

const AT_ONCE = 45; // as many as the server takes in one call, all or nothing

export class EnrolPanel {
  #sessions = null;
  #chosen = '';
  #extraTime = '';
  #error = '';
  #refused = []; // [{student, reason}]
  #busy = false;

  /** @param done called with what to say when all are enrolled, or with nothing when the person turns back */
  constructor({ page, organisationId, draw, done }) {
    Object.assign(this, { page, organisationId, draw, done });
  }

  /** @param title what is being enrolled, for the heading */
  async open(title, students) {
    this.title = title;
    this.students = students.filter((s) => s.account !== 'none');
    this.without = students.filter((s) => s.account === 'none');
    this.#error = '';
    this.#refused = [];
    this.draw();
    this.page.focus('#enrol-title');
    try {
      const now = Date.now();
      const { sessions } = await api.sessions(this.organisationId);
      this.#sessions = sessions.filter((s) => s.state === 'open' && s.mayManage && Date.parse(s.startsAt) > now)
        .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
      this.#chosen = this.#sessions.find((s) => this.#fits(s))?.sessionId ?? '';
    } catch (error) {
      this.#error = error instanceof Problem ? error.title : t('failure.away.form');
    }
    this.draw();
  }

  #fits = (session) => session.capacity - session.seatsTaken >= this.students.length;

  view() {
    return html`
      <form class="form card enrol" novalidate @submit=${(event) => this.#send(event)} aria-labelledby="enrol-title">
        <h2 id="enrol-title">${this.title}</h2>
        ${formError(this.#error)}
        ${this.#refused.length ? this.#refusals() : nothing}
        ${this.without.length
          ? html`<details class="fold"><summary>${t('school.leftOut', { n: this.without.length })}</summary><p class="hint">${t('school.leftOutText')}</p><ul>${this.without.map((s) => html`<li>${studentName(s)}</li>`)}</ul></details>`
          : nothing}
        ${this.#sessions === null ? html`<p role="status">${t('frame.loading')}</p>` : this.#sessions.length ? this.#choice() : this.#noSession()}
        <p class="actions">
          ${this.#sessions?.length && this.students.length ? submitButton(t('school.enrolN', { n: this.students.length }), this.#busy) : nothing}
          <button type="button" class="button" @click=${() => this.done()}>${t('form.back')}</button>
        </p>
      </form>`;
  }

  #choice = () => html`
    <fieldset class="field">
      <legend>${t('school.whichSession')}</legend>
      <div class="choices">
        ${this.#sessions.map((s) => {
          const left = s.capacity - s.seatsTaken;
          return html`<label class="pick">
            <input type="radio" name="session" value=${s.sessionId} .checked=${s.sessionId === this.#chosen} ?disabled=${!this.#fits(s)} @change=${() => { this.#chosen = s.sessionId; this.draw(); }}>
            <span><strong>${day(s.startsAt)}, ${hour(s.startsAt)}</strong><br>${s.room} · ${this.#fits(s) ? t('sessions.seats', { n: left }) : t('school.tooSmall', { n: left })}</span></label>`;
        })}
      </div>
    </fieldset>
    <details class="fold"><summary>${t('orgSessions.extraTime')}</summary>
      ${selectField({ name: 'extraTimePercent', label: t('orgSessions.extraTime'), hint: t('orgSessions.extraTimeHint'), value: this.#extraTime, optional: true, empty: t('orgSessions.noExtraTime'), options: ['20', '33', '50', '100'].map((value) => ({ value, label: `${value} %` })) })}
    </details>`;

  #noSession = () => html`<p>${t('school.noSession')} <a href=${placeAddress('sessions')}>${t('orgSessions.planOne')}</a></p>`;

  #refusals = () => html`
    <div class="outcome warm"><div>
      <p><strong>${t('school.refused')}</strong></p>
      <ul>${this.#refused.map(({ student, reason }) => html`<li>${student ? studentName(student) : t('person.gone')}${t(`enrol.${reason}`)}</li>`)}</ul>
      <p>${t('school.refusedText', { n: this.students.length })}</p>
    </div></div>`;

  async #send(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#extraTime = event.currentTarget.elements.extraTimePercent.value;
    this.#error = this.#chosen ? '' : t('school.whichSessionMissing');
    this.#refused = [];
    this.#busy = Boolean(this.#chosen);
    this.draw();
    if (this.#error) return this.page.focus('.form-error');
    try {
      const ids = this.students.map((s) => s.studentId);
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        await api.enrol(this.#chosen, { students: ids.slice(from, from + AT_ONCE), ...(this.#extraTime ? { extraTimePercent: +this.#extraTime } : {}) });
      }
      const session = this.#sessions.find((s) => s.sessionId === this.#chosen);
      this.#busy = false;
      return this.done(t('school.enrolled', { n: ids.length, day: day(session.startsAt), hour: hour(session.startsAt) }));
    } catch (error) {
      this.#busy = false;
      if (error.type === 'not-enrolled') this.#leaveOut(error.body.students);
      else this.#error = error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form');
      this.draw();
      return this.page.focus(this.#error ? '.form-error' : '.enrol .outcome');
    }
  }

  /** Nobody was enrolled: says why, and goes on with the others. */
  #leaveOut(refused) {
    const byId = new Map(this.students.map((s) => [s.studentId, s]));
    this.#refused = refused.map(({ studentId, reason }) => ({ student: byId.get(studentId), reason }));
    const out = new Set(refused.map((r) => r.studentId));
    this.students = this.students.filter((s) => !out.has(s.studentId));
  }
}
