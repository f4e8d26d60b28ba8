/**
 * Fields of a form: label, hint, error beside the field, and the way from a problem's pointers to them.
 * A page keeps {values, errors, busy} and renders again when they change.
 */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { ifDefined } from '/webjars/lit-html/directives/if-defined.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const described = (name, hint, error) =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

const errorLine = (name, error) => (error ? html`<p class="error" id="${name}-error">${icon('alert')}<span>${error}</span></p>` : nothing);
const hintLine = (name, hint) => (hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing);

/** One line of text. Everything but name and label may be left out. */
export const textField = ({ name, label, hint, error, value = '', type = 'text', optional = false, wide = false, ...rest }) => html`
  <div class="field">
    <label for=${name}>${label}${optional ? html` <span class="optional">${t('form.optional')}</span>` : nothing}</label>
    ${hintLine(name, hint)}
    <input id=${name} name=${name} type=${type} .value=${value} class=${wide ? 'wide-input' : ''}
      autocomplete=${ifDefined(rest.autocomplete)} inputmode=${ifDefined(rest.inputmode)} maxlength=${ifDefined(rest.maxlength)}
      autocapitalize=${ifDefined(rest.autocapitalize)} spellcheck=${ifDefined(rest.spellcheck)} min=${ifDefined(rest.min)} max=${ifDefined(rest.max)}
      ?required=${!optional} aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing}>
    ${errorLine(name, error)}
  </div>`;

/** A file, looked at as soon as it is chosen. */
export const fileField = ({ name, label, hint, error, accept, onChange }) => html`
  <div class="field">
    <label for=${name}>${label}</label>
    ${hintLine(name, hint)}
    <input id=${name} type="file" accept=${accept} aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing} @change=${onChange}>
    ${errorLine(name, error)}
  </div>`;

/** Several lines of text. */
export const areaField = ({ name, label, hint, error, value = '', optional = false, maxlength }) => html`
  <div class="field">
    <label for=${name}>${label}${optional ? html` <span class="optional">${t('form.optional')}</span>` : nothing}</label>
    ${hintLine(name, hint)}
    <textarea id=${name} name=${name} rows="4" .value=${value} maxlength=${ifDefined(maxlength)} ?required=${!optional}
      aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing}></textarea>
    ${errorLine(name, error)}
  </div>`;

/** A password with a button that shows it. */
export const passwordField = ({ name, label, hint, error, autocomplete = 'current-password' }) => html`
  <div class="field">
    <label for=${name}>${label}</label>
    ${hintLine(name, hint)}
    <div class="with-button">
      <input id=${name} name=${name} type="password" autocomplete=${autocomplete} required maxlength="200" autocapitalize="none" spellcheck="false"
        aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing}>
      <button type="button" class="button small" aria-pressed="false" aria-controls=${name} @click=${reveal}>${t('form.showPassword')}</button>
    </div>
    ${errorLine(name, error)}
  </div>`;

function reveal(event) {
  const button = event.currentTarget;
  const input = document.getElementById(button.getAttribute('aria-controls'));
  const shown = input.type === 'password';
  input.type = shown ? 'text' : 'password';
  button.setAttribute('aria-pressed', String(shown));
}

/** options: [{value, label}]; an empty first entry where nothing is chosen yet. */
export const selectField = ({ name, label, hint, error, value = '', options, empty, optional = false }) => html`
  <div class="field">
    <label for=${name}>${label}</label>
    ${hintLine(name, hint)}
    <select id=${name} name=${name} ?required=${!optional} aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing}>
      ${empty ? html`<option value="" ?selected=${value === ''}>${empty}</option>` : nothing}
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
    </select>
    ${errorLine(name, error)}
  </div>`;

/** A date one knows by heart, typed as three numbers: quicker and surer than a calendar. value: ISO or "". */
export function dateField({ name, label, hint, error, value = '', birth = false }) {
  const [year = '', month = '', day = ''] = value.split('-');
  const part = (key, text, length, complete) => html`
    <div class="date-part">
      <label for="${name}-${key}">${text}</label>
      <input id="${name}-${key}" name="${name}-${key}" type="text" inputmode="numeric" maxlength=${length} required class="digits-${length}"
        .value=${{ day, month, year }[key]} autocomplete=${birth ? complete : 'off'}
        aria-describedby=${ifDefined(described(name, hint, error))} aria-invalid=${error ? 'true' : nothing}>
    </div>`;
  return html`
    <fieldset class="field date">
      <legend>${label}</legend>
      ${hintLine(name, hint)}
      <div class="date-parts">
        ${part('day', t('form.day'), 2, 'bday-day')}${part('month', t('form.month'), 2, 'bday-month')}${part('year', t('form.year'), 4, 'bday-year')}
      </div>
      ${errorLine(name, error)}
    </fieldset>`;
}

/** The three numbers as an ISO date; undefined where they are not a date. */
export function dateOf(form, name) {
  const [day, month, year] = ['day', 'month', 'year'].map((key) => form.elements[`${name}-${key}`].value.trim());
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export const submitButton = (label, busy) => html`
  <button type="submit" class="button primary" aria-disabled=${busy ? 'true' : nothing}>${busy ? t('form.sending') : label}</button>`;

/** A problem's errors by field name: {birthDate: "…"}; what names no known field goes under "". */
export function errorsByField(problem, names) {
  const errors = {};
  for (const { pointer = '', detail } of problem.errors) {
    const name = pointer.split('/')[1] ?? '';
    const key = names.includes(name) ? name : '';
    errors[key] ??= detail ?? problem.title;
  }
  if (problem.errors.length === 0) errors[''] = problem.title;
  return errors;
}

/** What is wrong with the form as a whole. */
export const formError = (text) => (text ? html`<p class="error form-error" role="alert">${icon('alert')}<span>${text}</span></p>` : nothing);

export function focusFirstError(form) {
  form.querySelector('[aria-invalid="true"]')?.focus();
}
