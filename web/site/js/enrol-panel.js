/** Enrolling students of the school in one of its sessions: the next one that has room is chosen already. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { enrolAll } from './enrol-run.js';
import { formError, selectField, submitButton } from './forms.js';
import { day, hour, t } from './i18n.js';
import { placeAddress } from './school-space.js';
import { studentName } from './student-table.js';

const names = (students) => html`<ul>${students.map((s) => html`<li>${studentName(s)}</li>`)}</ul>`;

export class EnrolPanel {
  #sessions = null;
  #chosen = '';
  #extraTime = '';
  #error = '';
  #enrolled = []; // of all tries
  #refused = []; // [{student, reason}]
  #stopped = ''; // why those who wait are not enrolled
  #busy = false;

  /** @param done called with what to say when all are enrolled, or with nothing when the person turns back */
  constructor({ page, organisationId, draw, done }) {
    Object.assign(this, { page, organisationId, draw, done });
  }

  /**
   * @param title what is being enrolled, for the heading
   * @param picked whether each was chosen by hand; of a class, those who need no seat are left out
   * @param only the session, where it is chosen already
   */
  async open(title, students, { picked, only }) {
    this.title = title;
    this.only = only;
    const why = (s) => (s.account === 'none' ? 'noAccount' : picked ? '' : s.certified ? 'certified' : s.booked ? 'booked' : '');
    this.students = students.filter((s) => !why(s));
    this.leftOut = ['noAccount', 'certified', 'booked'].map((key) => [key, students.filter((s) => why(s) === key)]).filter(([, some]) => some.length);
    [this.#sessions, this.#chosen, this.#enrolled, this.#refused, this.#stopped, this.#error] = [null, '', [], [], '', ''];
    this.draw();
    this.page.focus('#enrol-title');
    await this.#look();
    this.draw();
  }

  /** Those who wait go to another session only where the person says so. */
  async #look() {
    try {
      const now = Date.now();
      const { sessions } = await api.sessions(this.organisationId);
      this.#sessions = sessions
        .filter((s) => s.state === 'open' && s.mayManage && Date.parse(s.startsAt) > now && (!this.only || s.sessionId === this.only))
        .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
      const may = this.#sessions.filter((s) => this.#fits(s) && (!this.#chosen || s.sessionId === this.#chosen));
      this.#chosen = may[0]?.sessionId ?? '';
    } catch (error) {
      this.#error = error instanceof Problem ? error.title : t('failure.away.form');
    }
  }

  #fits = (session) => session.capacity - session.seatsTaken >= this.students.length;

  view() {
    return html`
      <form class="form card enrol" novalidate @submit=${(event) => this.#send(event)} aria-labelledby="enrol-title">
        ${this.only ? html`<h5 id="enrol-title">${this.title}</h5>` : html`<h2 id="enrol-title">${this.title}</h2>`}
        ${formError(this.#error)}
        ${this.#enrolled.length || this.#refused.length || this.#stopped ? this.#told() : nothing}
        ${this.leftOut.map(([why, some]) => html`
          <details class="fold"><summary>${t(`school.leftOut.${why}`, { n: some.length })}</summary><p class="hint">${t(`school.leftOutText.${why}`)}</p>${names(some)}</details>`)}
        ${this.students.length === 0 ? html`<p>${t('school.nobodyToEnrol')}</p>` : this.#sessions === null ? html`<p role="status">${t('frame.loading')}</p>` : this.#sessions.length ? this.#choice() : this.#noSession()}
        <p class="actions">
          ${this.#sessions?.length && this.students.length ? submitButton(t('school.enrolN', { n: this.students.length }), this.#busy) : nothing}
          <button type="button" class="button" @click=${() => this.done(this.#said())}>${t(this.#enrolled.length ? 'school.enrolDone' : 'form.back')}</button>
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
      ${this.#sessions.some((s) => this.#fits(s)) ? nothing : html`<p class="hint">${t('school.tooSmallText', { n: this.students.length })}</p>`}
    </fieldset>
    <details class="fold"><summary>${t('orgSessions.extraTime')}</summary>
      ${selectField({ name: 'extraTimePercent', label: t('orgSessions.extraTime'), hint: t('orgSessions.extraTimeHint'), value: this.#extraTime, optional: true, empty: t('orgSessions.noExtraTime'), options: ['20', '33', '50', '100'].map((value) => ({ value, label: `${value} %` })) })}
    </details>`;

  #noSession = () => html`<p>${t('school.noSession')} <a href=${placeAddress('sessions')}>${t('orgSessions.planOne')}</a></p>`;

  /** Who is in, who is not and why. */
  #told = () => html`
    <div class="outcome warm"><div>
      ${this.#enrolled.length
        ? html`<p><strong>${t('school.areIn', { n: this.#enrolled.length })}</strong></p><details class="fold"><summary>${t('school.areInWho')}</summary>${names(this.#enrolled)}</details>`
        : html`<p><strong>${t('school.nobodyIn')}</strong></p>`}
      ${this.#refused.length
        ? html`<p><strong>${t('school.refused', { n: this.#refused.length })}</strong></p><ul>${this.#refused.map(({ student, reason }) => html`<li>${studentName(student)}${t(`enrol.${reason}`)}</li>`)}</ul>`
        : nothing}
      ${this.#stopped
        ? html`<p><strong>${t('school.waiting', { n: this.students.length })}</strong> ${this.#stopped}</p><details class="fold"><summary>${t('school.waitingWho')}</summary>${names(this.students)}</details>`
        : nothing}
    </div></div>`;

  #said = () => (this.#enrolled.length ? t('school.enrolled', { n: this.#enrolled.length, ...this.at }) : undefined);

  async #send(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#extraTime = event.currentTarget.elements.extraTimePercent.value;
    this.#error = this.#chosen ? '' : t('school.whichSessionMissing');
    this.#busy = Boolean(this.#chosen);
    this.draw();
    if (this.#error) return this.page.focus('.form-error');
    const { startsAt } = this.#sessions.find((s) => s.sessionId === this.#chosen);
    this.at = { day: day(startsAt), hour: hour(startsAt) };
    const { enrolled, refused, waiting, problem } = await enrolAll(this.#chosen, this.students, +this.#extraTime);
    this.#busy = false;
    this.#enrolled.push(...enrolled);
    this.#refused.push(...refused);
    this.#stopped = problem ? this.#why(problem) : '';
    this.students = waiting;
    if (!this.#refused.length && !problem) return this.done(this.#said());
    await this.#look();
    this.draw();
    return this.page.focus('.enrol .outcome');
  }

  #why(problem) {
    if (!(problem instanceof Problem)) return t('failure.away.form');
    if (problem.type !== 'session-full') return problem.errors[0]?.detail ?? problem.title;
    return problem.body.seatsLeft ? t('school.noRoom', { n: problem.body.seatsLeft }) : t('school.full');
  }
}
