/** Asking a school for one's place without a code, and what one has asked: where it stands, and the number to tell. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { errorsByField, formError, submitButton, textField } from './forms.js';
import { date, t } from './i18n.js';
import { uaiFault } from './uai.js';

const ofCode = (typed) => typed.replace(/\s/g, '').toUpperCase();
const INE = /^[0-9A-Z_]{11}$/;

export class AskForPlace {
  #values = { uai: '', ine: '' };
  #errors = {};
  #busy = false;
  #open = false;

  /** done: called with what came of it, once it is passed on or linked */
  constructor({ page, draw, done }) {
    Object.assign(this, { page, draw, done });
  }

  view() {
    return html`
      <details class="fold ask-place" ?open=${this.#open} @toggle=${(event) => { this.#open = event.currentTarget.open; }}>
        <summary>${t('place.title')}</summary>
        <p>${t('place.text')}</p>
        <form class="form" novalidate @submit=${(event) => this.#ask(event)} aria-label=${t('place.title')}>
          ${formError(this.#errors[''])}
          ${textField({ name: 'uai', label: t('uai.label'), hint: t('place.uaiHint'), value: this.#values.uai, error: this.#errors.uai, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 12 })}
          ${textField({ name: 'ine', label: t('school.ine'), hint: t('place.ineHint'), value: this.#values.ine, error: this.#errors.ine, optional: true, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20 })}
          <p class="hint">${t('place.names')}</p>
          ${submitButton(t('place.send'), this.#busy)}
        </form>
      </details>`;
  }

  async #ask(event) {
    event.preventDefault();
    if (this.#busy) return;
    const { uai, ine } = event.currentTarget.elements;
    this.#values = { uai: ofCode(uai.value), ine: ofCode(ine.value) };
    this.#errors = this.#faults();
    this.#busy = Object.keys(this.#errors).length === 0;
    this.draw();
    if (this.#busy) await this.#send();
    if (Object.keys(this.#errors).length) {
      this.draw();
      this.page.focus(this.#errors.uai ? '#uai' : this.#errors.ine ? '#ine' : '.ask-place .form-error');
    }
  }

  #faults() {
    const { uai, ine } = this.#values;
    const fault = uai ? uaiFault(uai) : null;
    return {
      ...(!uai ? { uai: t('form.required') } : fault ? { uai: t(`uai.${fault}`) } : {}),
      ...(ine && !INE.test(ine) ? { ine: t('place.ineForm') } : {}),
    };
  }

  async #send() {
    try {
      const { uai, ine } = this.#values;
      const found = await api.askForPlace(ine ? { uai, ine } : { uai });
      this.#values = { uai: '', ine: '' };
      this.#busy = this.#open = false;
      await this.done(found);
    } catch (error) {
      this.#busy = false;
      this.#errors = error instanceof Problem ? errorsByField(error, ['uai', 'ine']) : { '': t('failure.away.form') };
      if (error.type === 'unknown-school') this.#errors = { uai: error.title };
    }
  }
}

/** A request as its author sees it: the same whether or not the school knows them. */
export const askedView = ({ organisationId, name, city, reference, askedAt, expiresAt }) => html`
  <li data-request=${organisationId}>
    <span><strong>${name}</strong>, ${city}<br>
      <span class="hint">${t('place.waiting', { date: date(askedAt), until: date(expiresAt) })}</span><br>
      ${t('place.number')} <strong class="code-small">${reference}</strong></span>
  </li>`;
