/** Giving minutes back on the board after an outage: to one candidate or to all who are sitting. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { formError, selectField, textField } from './forms.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { fullName } from './session-parts.js';

const MOST = 60;
const ALL = 'all';

/** A test is under way, or its time ran out. */
export const sits = (c) => ['started', 'paused', 'time-over'].includes(c.state);

export class MinutesForm {
  #open = null; // {grantId, values, errors, failure, busy}

  /** @param given told of the reply and the number of minutes */
  constructor({ page, sessionId, draw, given }) {
    Object.assign(this, { page, sessionId, draw, given });
  }

  /** What is sent again after a lost reply is the same grant: nobody gets it twice. */
  show() {
    this.#open = { grantId: crypto.randomUUID(), values: { who: ALL, minutes: '10', reason: '' }, errors: {}, failure: '', busy: false };
    this.draw();
    this.page.focus('#who');
  }

  fold() {
    this.#open = null;
    this.draw();
    this.page.focus('#give');
  }

  button() {
    return html`<button type="button" id="give" class="button small" aria-expanded=${this.#open ? 'true' : 'false'} @click=${() => (this.#open ? this.fold() : this.show())}>${icon('clock')}${t('board.give')}</button>`;
  }

  async #send(event) {
    event.preventDefault();
    const form = this.#open;
    if (form.busy) return;
    const { who, minutes, reason } = event.currentTarget.elements;
    const values = { who: who.value, minutes: minutes.value, reason: reason.value.trim() };
    // Other minutes or another person are another grant.
    if (form.sent && JSON.stringify(values) !== JSON.stringify(form.values)) form.grantId = crypto.randomUUID();
    Object.assign(form, { values, errors: this.#faults(values), failure: '' });
    if (Object.keys(form.errors).length > 0) {
      this.draw();
      this.page.focus(`#${Object.keys(form.errors)[0]}`);
      return;
    }
    Object.assign(form, { busy: true, sent: true });
    this.draw();
    try {
      const reply = await api.giveMinutes(this.sessionId, {
        ...(values.who === ALL ? {} : { learnerId: values.who }), grantId: form.grantId, minutes: Number(values.minutes), reason: values.reason,
      });
      this.fold();
      this.given(reply.candidates, Number(values.minutes));
    } catch (error) {
      Object.assign(form, { busy: false, failure: error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form') });
      this.draw();
    }
  }

  #faults({ minutes, reason }) {
    const number = Number(minutes);
    return {
      ...(Number.isInteger(number) && number >= 1 && number <= MOST ? {} : { minutes: t('board.giveMinutesWrong', { n: MOST }) }),
      ...(reason ? {} : { reason: t('board.giveReasonMissing') }),
    };
  }

  /** @param candidates of the board */
  view(candidates) {
    if (!this.#open) return nothing;
    const { values, errors, failure, busy } = this.#open;
    const people = candidates.filter(sits);
    return html`
      <form class="form card" novalidate @submit=${(event) => this.#send(event)} aria-labelledby="give-title">
        <h2 id="give-title">${t('board.give')}</h2>
        <p class="hint">${t('board.giveText', { n: MOST })}</p>
        ${selectField({ name: 'who', label: t('board.giveWho'), value: values.who, options: [{ value: ALL, label: t('board.giveAll', { n: people.length }) }, ...people.map((c) => ({ value: c.learnerId, label: fullName(c) }))] })}
        ${textField({ name: 'minutes', label: t('board.giveMinutes'), value: values.minutes, error: errors.minutes, inputmode: 'numeric', autocomplete: 'off', maxlength: 2 })}
        ${textField({ name: 'reason', label: t('board.giveReason'), hint: t('board.giveReasonHint'), value: values.reason, error: errors.reason, autocomplete: 'off', maxlength: 300, wide: true })}
        ${formError(failure)}
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled=${busy ? 'true' : nothing}>${t('board.giveSend')}</button>
          <button type="button" class="button" @click=${() => this.fold()}>${t('form.back')}</button>
        </p>
      </form>`;
  }
}
