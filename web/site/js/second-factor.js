/** An authenticator app beside the password: registering it, seeing that it is asked for, taking it away. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { ref } from '/webjars/lit-html/directives/ref.js';
import QrCreator from '/webjars/qr-creator/dist/qr-creator.es6.min.js';
import { api, Problem } from './api.js';
import { formError, passwordField, submitButton, textField } from './forms.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const PICTURE = 640; // dots across, more than a sharp screen shows

export class SecondFactor {
  #state = null; // null where it could not be learnt
  #open = false;
  #begun = null; // {secret, address}: said once, kept by this page until the app has it
  #password = ''; // of the step before: each step is a sign-in of its own
  #errors = {};
  #busy = false;

  constructor({ page, draw }) {
    Object.assign(this, { page, draw });
  }

  /** An account can be shown without it. */
  async load() {
    try {
      this.#state = await api.secondFactor();
    } catch {
      this.#state = null;
    }
  }

  view() {
    if (!this.#state?.available) return nothing;
    const { active } = this.#state;
    return html`
      <section class="card" aria-labelledby="factor">
        <h2 id="factor">${t('factor.title')}</h2>
        <p>${t('factor.text')}</p>
        ${active ? html`<p class="factor-on">${icon('check')}<strong>${t('factor.on')}</strong></p><p>${t('factor.lost')}</p>` : nothing}
        ${this.#open
          ? active
            ? this.#removal()
            : this.#begun
              ? this.#confirmation()
              : this.#beginning()
          : html`<p class="actions"><button type="button" id="factor-open" class="button" @click=${() => this.#start()}>${t(active ? 'factor.remove' : 'factor.begin')}…</button></p>`}
      </section>`;
  }

  #beginning() {
    return html`
      <form class="form" novalidate @submit=${(event) => this.#begin(event)} aria-labelledby="factor">
        ${formError(this.#errors[''])}
        ${this.#passwordField()}
        ${this.#buttons(submitButton(t('factor.next'), this.#busy))}
      </form>`;
  }

  #confirmation() {
    const { secret, address } = this.#begun;
    return html`
      <form class="form" novalidate @submit=${(event) => this.#confirm(event)} aria-labelledby="factor">
        ${formError(this.#errors[''])}
        <div>
          <h3 id="factor-key">${t('factor.key')}</h3>
          <p>${t('factor.keyText')}</p>
          <canvas class="secret-picture" role="img" aria-label=${t('factor.picture')} ${ref(this.#picture)}></canvas>
          <p>${t('factor.orType')}</p>
          <p class="secret-key">${secret.match(/.{1,4}/g).join(' ')}</p>
          <p><a href=${address}>${t('factor.link')}</a></p>
        </div>
        ${this.#codeField()}
        ${this.#buttons(submitButton(t('factor.confirm'), this.#busy))}
      </form>`;
  }

  /** The address as a QR code, made here: the key goes nowhere else. */
  #picture = (canvas) => {
    if (canvas) QrCreator.render({ text: this.#begun.address, ecLevel: 'M', radius: 0, size: PICTURE }, canvas);
  };

  #removal() {
    return html`
      <form class="form" novalidate @submit=${(event) => this.#remove(event)} aria-labelledby="factor">
        ${formError(this.#errors[''])}
        ${this.#passwordField()}
        ${this.#codeField()}
        ${this.#buttons(html`<button type="submit" class="button dangerous" aria-disabled=${this.#busy ? 'true' : nothing}>${t('factor.remove')}</button>`)}
      </form>`;
  }

  #passwordField() {
    return passwordField({ name: 'factorPassword', label: t('account.deletePassword'), error: this.#errors.factorPassword });
  }

  #codeField() {
    return textField({ name: 'factorCode', label: t('signIn.code'), hint: t('signIn.code.hint'), error: this.#errors.factorCode, autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 6 });
  }

  #buttons(send) {
    return html`<p class="actions">${send}<button type="button" class="button" @click=${() => this.#close('#factor-open')}>${t('form.back')}</button></p>`;
  }

  #start() {
    this.#open = true;
    this.draw();
    this.page.focus('#factorPassword');
  }

  #close(focus) {
    this.#open = false;
    this.#begun = null;
    this.#password = '';
    this.#errors = {};
    this.draw();
    this.page.focus(focus);
  }

  #begin(event) {
    const { factorPassword } = event.currentTarget.elements;
    this.#send(event, ['factorPassword'], async () => {
      this.#begun = await api.beginSecondFactor(factorPassword.value);
      this.#password = factorPassword.value;
      this.draw();
      this.page.focus('#factor-key');
    });
  }

  #confirm(event) {
    const { factorCode } = event.currentTarget.elements;
    this.#send(event, ['factorCode'], async () => {
      await api.confirmSecondFactor(this.#password, factorCode.value.trim());
      this.#changed(true);
    });
  }

  #remove(event) {
    const { factorPassword, factorCode } = event.currentTarget.elements;
    this.#send(event, ['factorPassword', 'factorCode'], async () => {
      await api.removeSecondFactor(factorPassword.value, factorCode.value.trim());
      this.#changed(false);
    });
  }

  #changed(active) {
    this.#state = { ...this.#state, active };
    this.page.banner({ tone: 'right', text: t(active ? 'factor.done' : 'factor.removed') });
    this.#close('#factor');
  }

  async #send(event, names, call) {
    event.preventDefault();
    if (this.#busy) return;
    const form = event.currentTarget;
    this.#errors = Object.fromEntries(names.filter((name) => !form.elements[name].value.trim()).map((name) => [name, t('form.required')]));
    if (Object.keys(this.#errors).length === 0) {
      this.#busy = true;
      this.draw();
      try {
        await call();
      } catch (error) {
        this.#refused(error, names);
      }
      this.#busy = false;
    }
    this.draw();
    if (Object.keys(this.#errors).length) this.page.focus(`#${names.find((name) => this.#errors[name]) ?? names.at(-1)}`);
  }

  #refused(error, names) {
    if (!(error instanceof Problem)) this.#errors = { '': t('failure.away.form') };
    else if (error.type === 'second-factor-active') this.#changed(true);
    else if (error.type === 'wrong-code') this.#errors = { factorCode: error.title };
    else if (names.length > 1 && error.type === 'bad-credentials') this.#errors = { '': t('factor.wrong') };
    else this.#errors = { [names[0]]: error.errors[0]?.detail ?? error.title };
  }
}
