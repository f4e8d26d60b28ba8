import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { focusFirstError, formError, passwordField, submitButton, textField } from '../js/forms.js';
import { t } from '../js/i18n.js';
import { openPage } from '../js/page.js';
import { nextAddress } from '../js/session.js';

const page = openPage({ title: t('signIn.title'), current: 'sign-in' });
const reason = new URLSearchParams(location.search).get('reason');

let errors = {};
let busy = false;
/** Whether the account has a second factor: known once its password was right. */
let codeAsked = false;

function draw() {
  page.show(html`
    <div class="narrow">
      <h1>${t('signIn.title')}</h1>
      ${reason === 'ended' ? html`<p class="notice">${t('signIn.ended')}</p>` : nothing}
      ${reason === 'deleted' ? html`<p class="notice">${t('signIn.deleted')}</p>` : nothing}
      <form class="form card" novalidate @submit=${send} aria-label=${t('signIn.title')}>
        ${formError(errors[''])}
        ${textField({ name: 'username', label: t('account.username'), error: errors.username, autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: 64, wide: true })}
        ${passwordField({ name: 'password', label: t('account.password'), error: errors.password })}
        ${codeAsked ? textField({ name: 'code', label: t('signIn.code'), hint: t('signIn.code.hint'), error: errors.code, autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 6 }) : nothing}
        ${submitButton(t('signIn.send'), busy)}
      </form>
      <p class="aside">${t('signIn.none')} <a href="/register.html${location.search}">${t('nav.register')}</a></p>
    </div>`);
}

async function send(event) {
  event.preventDefault();
  if (busy) return;
  const form = event.currentTarget;
  const username = form.elements.username.value.trim();
  const password = form.elements.password.value;
  const code = form.elements.code?.value.trim();
  errors = {};
  if (!username) errors.username = t('form.required');
  if (!password) errors.password = t('form.required');
  if (codeAsked && !code) errors.code = t('form.required');
  if (Object.keys(errors).length === 0) {
    busy = true;
    draw();
    try {
      await api.signIn(username, password, code);
      location.assign(nextAddress('/profile.html'));
      return;
    } catch (error) {
      busy = false;
      codeAsked ||= error instanceof Problem && error.type === 'code-required';
      const wrong = code && error.type === 'bad-credentials';
      errors = { '': wrong ? t('factor.wrong') : error instanceof Problem ? (error.title ?? t('failure.text')) : t('failure.away.form') };
    }
  }
  draw();
  if (codeAsked && !code) form.elements.code.focus();
  else if (errors['']) form.elements.password.focus();
  else focusFirstError(form);
}

draw();
