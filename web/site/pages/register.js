import { html } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { codeFault, forgetCode, offeredCode } from '../js/claim-code.js';
import { dateField, dateOf, errorsByField, focusFirstError, formError, passwordField, selectField, submitButton, textField } from '../js/forms.js';
import { language, t } from '../js/i18n.js';
import { openPage } from '../js/page.js';
import { nextAddress, signedIn } from '../js/session.js';
import { situations } from '../js/situations.js';

const page = openPage({ title: t('register.title'), current: 'register' });
const names = ['givenName', 'familyName', 'birthDate', 'situation', 'username', 'password', 'claimCode'];
const aboutCode = ['claim-mismatch', 'unknown-claim-code', 'claim-code-used'];
const offered = offeredCode();
const asked = new URLSearchParams(location.search).get('situation') ?? '';

// Whoever has an account already claims there.
if (offered && signedIn()) location.replace('/account.html');

let errors = {};
let busy = false;

function draw() {
  page.show(html`
    <div class="narrow">
      <h1>${t('register.title')}</h1>
      <p class="lead">${t('register.lead')}</p>
      <form class="form card" novalidate @submit=${send} aria-label=${t('register.title')}>
        ${formError(errors[''])}
        <div class="two">
          ${textField({ name: 'givenName', label: t('account.givenName'), error: errors.givenName, autocomplete: 'given-name', maxlength: 100 })}
          ${textField({ name: 'familyName', label: t('account.familyName'), error: errors.familyName, autocomplete: 'family-name', maxlength: 100 })}
        </div>
        ${dateField({ name: 'birthDate', label: t('account.birthDate'), hint: t('account.birthDateHint'), error: errors.birthDate, birth: true })}
        ${selectField({ name: 'situation', label: t('account.situation'), error: errors.situation, value: asked, options: situations(), empty: t('account.situationEmpty') })}
        ${textField({ name: 'claimCode', label: t('claim.registerLabel'), hint: t('claim.registerHint'), value: offered, error: errors.claimCode, optional: true, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20, wide: true })}
        <hr>
        ${textField({ name: 'username', label: t('account.username'), hint: t('register.usernameHint'), error: errors.username, autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: 64, wide: true })}
        ${passwordField({ name: 'password', label: t('account.password'), hint: t('register.passwordHint'), error: errors.password, autocomplete: 'new-password' })}
        <p class="hint">${t('register.privacy')}</p>
        ${submitButton(t('register.send'), busy)}
      </form>
      <p class="aside">${t('register.already')} <a href=${offered ? '/sign-in.html?next=/account.html' : '/sign-in.html'}>${t('nav.signIn')}</a></p>
    </div>`);
}

/** What the page can tell before asking the server. */
function check(account) {
  const found = {};
  for (const name of ['givenName', 'familyName', 'situation', 'username', 'password']) {
    if (!account[name]) found[name] = t('form.required');
  }
  if (!account.birthDate) found.birthDate = t('form.badDate');
  if (account.username && !/^[\p{L}\p{N}._@+-]{3,64}$/u.test(account.username)) found.username = t('register.badUsername');
  if (account.password && [...account.password].length < 10) found.password = t('register.shortPassword');
  const fault = account.claimCode ? codeFault(account.claimCode) : undefined;
  if (fault) found.claimCode = fault;
  return found;
}

async function send(event) {
  event.preventDefault();
  if (busy) return;
  const form = event.currentTarget;
  const value = (name) => form.elements[name].value.trim();
  const account = {
    username: value('username'),
    password: form.elements.password.value,
    givenName: value('givenName'),
    familyName: value('familyName'),
    birthDate: dateOf(form, 'birthDate'),
    situation: value('situation'),
    locale: language,
    ...(value('claimCode') ? { claimCode: value('claimCode') } : {}),
  };
  errors = check(account);
  if (Object.keys(errors).length) return refuse(form);
  busy = true;
  draw();
  try {
    await api.register(account);
    forgetCode();
    await api.signIn(account.username, account.password);
    location.assign(nextAddress('/profile.html?welcome=1'));
  } catch (error) {
    busy = false;
    errors = error instanceof Problem ? errorsByField(error, names) : { '': t('failure.away.form') };
    if (error.type === 'username-taken') errors = { username: error.title };
    if (aboutCode.includes(error.type)) errors = { claimCode: error.title };
    refuse(form);
  }
}

function refuse(form) {
  draw();
  page.announce(t('form.errors', { n: Object.keys(errors).length }));
  focusFirstError(form);
}

draw();
