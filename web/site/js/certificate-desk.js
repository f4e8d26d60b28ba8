/** One certificate at the operator's desk: found by its code, seen, revoked or corrected, each with a reason. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from './api.js';
import { facts, otherCertificates, statusLine } from './certificate-parts.js';
import { areaField, dateField, dateOf, errorsByField, focusFirstError, formError, submitButton, textField } from './forms.js';
import { date, t } from './i18n.js';

const IDENTITY = ['givenNames', 'familyName', 'birthDate', 'birthPlace'];
const closed = { what: '', values: {}, errors: {}, busy: false };

export class CertificateDesk {
  #code;
  #error = '';
  #found = null;
  #open = closed; // what: "revoke" or "correct"

  constructor({ page, draw, code }) {
    Object.assign(this, { page, draw });
    this.#code = code ?? '';
  }

  /** The certificate the address names, if it names one. */
  async load() {
    if (this.#code) await this.#look();
    this.draw();
  }

  async #look() {
    this.#open = closed;
    this.#found = null;
    try {
      this.#found = await api.certificate(this.#code);
    } catch (error) {
      this.#error = !(error instanceof Problem) ? t('failure.away.form') : error.status === 404 ? t('desk.unknown') : error.title;
    }
  }

  async #search(event) {
    event.preventDefault();
    this.#code = event.currentTarget.elements.code.value.trim();
    this.#error = this.#code ? '' : t('form.required');
    if (this.#code) await this.#look();
    this.draw();
    this.page.focus(this.#error ? '#code' : '#certificate');
  }

  #unfold(what) {
    this.#open = { what, values: { ...this.#found, reason: '' }, errors: {}, busy: false };
    this.draw();
    this.page.focus(what === 'revoke' ? '#reason' : '#givenNames');
  }

  #fold() {
    const { what } = this.#open;
    this.#open = closed;
    this.draw();
    this.page.focus(`#${what}`);
  }

  #revoke(event) {
    event.preventDefault();
    const reason = event.currentTarget.elements.reason.value.trim();
    return this.#run(event.currentTarget, { reason }, {}, () => api.revokeCertificate(this.#found.certificateId, reason), 'desk.revoked');
  }

  /** Only what was changed is sent. */
  #correct(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = {
      ...Object.fromEntries(['givenNames', 'familyName', 'birthPlace', 'reason'].map((key) => [key, form.elements[key].value.trim()])),
      birthDate: dateOf(form, 'birthDate'),
    };
    const errors = {
      ...Object.fromEntries(['givenNames', 'familyName'].filter((key) => !values[key]).map((key) => [key, t('form.required')])),
      ...(values.birthDate ? {} : { birthDate: t('form.badDate') }),
    };
    const changed = IDENTITY.filter((key) => values[key] && values[key] !== this.#found[key]);
    const correction = { reason: values.reason, ...Object.fromEntries(changed.map((key) => [key, values[key]])) };
    return this.#run(form, values, errors, () => api.correctCertificate(this.#found.certificateId, correction), 'desk.corrected');
  }

  async #run(form, values, errors, call, done) {
    if (this.#open.busy) return;
    if (values.reason.length < 3) errors.reason = t('desk.reasonMissing');
    Object.assign(this.#open, { values: { ...this.#open.values, ...values }, errors });
    if (Object.keys(errors).length > 0) return this.#refuse(form);
    this.#open.busy = true;
    this.draw();
    try {
      this.#found = await call();
      this.#code = this.#found.certificateId;
      this.#open = closed;
      this.draw();
      this.page.banner({ tone: 'right', text: t(done) });
      this.page.focus('#certificate');
    } catch (error) {
      this.#open.busy = false;
      this.#open.errors = error instanceof Problem ? errorsByField(error, [...IDENTITY, 'reason']) : { '': t('failure.away.form') };
      if (Object.keys(this.#open.errors).length === 0) this.#open.errors = { '': error.title };
      this.#refuse(form);
    }
  }

  #refuse(form) {
    this.draw();
    this.page.announce(t('form.errors', { n: Object.keys(this.#open.errors).length }));
    focusFirstError(form);
  }

  view() {
    return html`
      <form class="form card" novalidate @submit=${(event) => this.#search(event)} aria-labelledby="desk">
        <h2 id="desk">${t('desk.find')}</h2>
        ${textField({ name: 'code', label: t('verify.code'), hint: t('desk.codeHint'), value: this.#code, error: this.#error, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 24 })}
        ${submitButton(t('sessions.search'), false)}
      </form>
      ${this.#found ? this.#certificate(this.#found) : nothing}`;
  }

  #certificate(c) {
    return html`
      <section class="card" aria-labelledby="certificate">
        <h2 id="certificate" tabindex="-1">${c.givenNames} ${c.familyName}</h2>
        ${statusLine(c.status)}
        ${facts([
          [t('verify.code'), c.certificateId],
          [t('desk.birthDate'), date(c.birthDate)],
          [t('desk.birthPlace'), c.birthPlace],
          [t('certificate.result'), `${c.pix} pix · ${t('profile.levelN', { n: c.level })}`],
          [t('certificate.takenOn'), date(c.takenOn)],
          [t('certificate.centre'), c.centre],
          [t('certificate.issuedOn'), date(c.issuedOn)],
          [t('certificate.revokedOn'), c.revokedOn ? date(c.revokedOn) : ''],
          [t('certificate.reason'), c.reason],
        ])}
        ${otherCertificates(c, (code) => `/operator.html?view=certificates&code=${code}`)}
        ${c.status === 'revoked' || this.#open.what ? nothing : html`
          <p class="actions">
            <button type="button" id="correct" class="button" @click=${() => this.#unfold('correct')}>${t('desk.correct')}</button>
            <button type="button" id="revoke" class="button dangerous" @click=${() => this.#unfold('revoke')}>${t('desk.revoke')}</button>
          </p>`}
        ${{ revoke: () => this.#revokeForm(), correct: () => this.#correctForm() }[this.#open.what]?.() ?? nothing}
      </section>`;
  }

  #revokeForm() {
    return html`
      <form class="form" novalidate @submit=${(event) => this.#revoke(event)} aria-labelledby="desk-form">
        <h3 id="desk-form">${t('desk.revoke')}</h3>
        <p>${t('desk.revokeText')}</p>
        ${this.#foot('dangerous', t('desk.revoke'))}
      </form>`;
  }

  #correctForm() {
    const { values, errors } = this.#open;
    return html`
      <form class="form" novalidate @submit=${(event) => this.#correct(event)} aria-labelledby="desk-form">
        <h3 id="desk-form">${t('desk.correct')}</h3>
        <p>${t('desk.correctText')}</p>
        ${textField({ name: 'givenNames', label: t('desk.givenNames'), value: values.givenNames, error: errors.givenNames, autocomplete: 'off', maxlength: 100, wide: true })}
        ${textField({ name: 'familyName', label: t('desk.familyName'), value: values.familyName, error: errors.familyName, autocomplete: 'off', maxlength: 100, wide: true })}
        ${dateField({ name: 'birthDate', label: t('desk.birthDate'), value: values.birthDate, error: errors.birthDate })}
        ${textField({ name: 'birthPlace', label: t('desk.birthPlace'), value: values.birthPlace ?? '', error: errors.birthPlace, optional: true, autocomplete: 'off', maxlength: 100, wide: true })}
        ${this.#foot('primary', t('desk.correctSend'))}
      </form>`;
  }

  #foot(look, label) {
    const { values, errors, busy } = this.#open;
    return html`
      ${areaField({ name: 'reason', label: t('desk.reason'), hint: t('desk.reasonHint'), value: values.reason, error: errors.reason, maxlength: 500 })}
      ${formError(errors[''])}
      <p class="actions">
        <button type="submit" class="button ${look}" aria-disabled=${busy ? 'true' : nothing}>${busy ? t('form.sending') : label}</button>
        <button type="button" class="button" @click=${() => this.#fold()}>${t('form.back')}</button>
      </p>`;
  }
}
