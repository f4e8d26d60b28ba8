import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { dateField, dateOf, errorsByField, focusFirstError, formError, passwordField, selectField, submitButton, textField } from '../js/forms.js';
import { date, language, speak, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { MySchools } from '../js/my-schools.js';
import { openPage } from '../js/page.js';
import { saveFile } from '../js/save-file.js';
import { SecondFactor } from '../js/second-factor.js';
import { signOut } from '../js/session.js';
import { situations } from '../js/situations.js';

const page = openPage({ title: t('account.title'), current: 'account', learner: true });
const names = ['givenName', 'familyName', 'birthDate', 'situation', 'locale', 'needs'];
const needs = ['sight', 'colour', 'hearing', 'motor'];

let me;
let errors = {};
let busy = false;
const schools = new MySchools({ page, draw });
const secondFactor = new SecondFactor({ page, draw });
let deletion = { open: false, error: '', busy: false };

function draw() {
  page.show(html`
    <div class="narrow">
      <h1>${t('account.title')}</h1>
      <p class="lead">${t('account.lead', { username: me.username, date: date(me.createdAt) })}</p>

      <form class="form card" novalidate @submit=${save} aria-labelledby="about">
        <h2 id="about">${t('account.about')}</h2>
        ${formError(errors[''])}
        <div class="two">
          ${textField({ name: 'givenName', label: t('account.givenName'), value: me.givenName, error: errors.givenName, autocomplete: 'given-name', maxlength: 100 })}
          ${textField({ name: 'familyName', label: t('account.familyName'), value: me.familyName, error: errors.familyName, autocomplete: 'family-name', maxlength: 100 })}
        </div>
        ${dateField({ name: 'birthDate', label: t('account.birthDate'), value: me.birthDate, error: errors.birthDate, birth: true })}
        ${selectField({ name: 'situation', label: t('account.situation'), value: me.situation, error: errors.situation, options: situations() })}
        ${selectField({ name: 'locale', label: t('account.locale'), hint: t('account.localeHint'), value: me.locale, error: errors.locale, options: [{ value: 'fr', label: 'Français' }, { value: 'en', label: 'English' }] })}
        <fieldset class="field checks">
          <legend>${t('account.needs')}</legend>
          <p class="hint">${t('account.needsHint')}</p>
          ${needs.map((need) => html`<label class="check"><input type="checkbox" name="needs" value=${need} ?checked=${me.needs?.includes(need)}><span>${t(`need.${need}`)}</span></label>`)}
        </fieldset>
        ${submitButton(t('account.save'), busy)}
      </form>

      ${schools.view()}

      ${secondFactor.view()}

      <section class="card" aria-labelledby="data">
        <h2 id="data">${t('account.data')}</h2>
        <p>${t('account.exportText')}</p>
        <p class="actions"><button type="button" class="button" @click=${download}>${icon('download')}${t('account.export')}</button></p>
      </section>

      <section class="card danger" aria-labelledby="deletion">
        <h2 id="deletion">${t('account.delete')}</h2>
        <p>${t('account.deleteText')}</p>
        ${deletion.open
          ? html`<form class="form" novalidate @submit=${remove} aria-labelledby="deletion">
              ${passwordField({ name: 'password', label: t('account.deletePassword'), error: deletion.error })}
              <p class="actions">
                <button type="submit" class="button dangerous" aria-disabled=${deletion.busy ? 'true' : nothing}>${t('account.deleteSure')}</button>
                <button type="button" class="button" @click=${() => { deletion = { open: false }; draw(); page.focus('#delete-open'); }}>${t('account.deleteNot')}</button>
              </p>
            </form>`
          : html`<p class="actions"><button type="button" id="delete-open" class="button" @click=${() => { deletion = { open: true }; draw(); page.focus('#password'); }}>${t('account.delete')}…</button></p>`}
      </section>
    </div>`);
}

async function save(event) {
  event.preventDefault();
  if (busy) return;
  const form = event.currentTarget;
  const value = (name) => form.elements[name].value.trim();
  const wanted = {
    givenName: value('givenName'),
    familyName: value('familyName'),
    birthDate: dateOf(form, 'birthDate'),
    situation: value('situation'),
    locale: value('locale'),
    needs: needs.filter((need) => form.querySelector(`[name=needs][value=${need}]`).checked),
  };
  errors = {};
  if (!wanted.givenName) errors.givenName = t('form.required');
  if (!wanted.familyName) errors.familyName = t('form.required');
  if (!wanted.birthDate) errors.birthDate = t('form.badDate');
  if (Object.keys(errors).length) return refuse(form);
  const changes = Object.fromEntries(Object.entries(wanted).filter(([key, v]) => JSON.stringify(v) !== JSON.stringify(me[key] ?? (key === 'needs' ? [] : undefined))));
  busy = true;
  page.banner(null);
  draw();
  try {
    if (Object.keys(changes).length) await api.changeMe(changes);
    me = { ...me, ...wanted };
    busy = false;
    draw();
    page.banner({ tone: 'right', text: t('account.saved') });
    document.getElementById('banner').scrollIntoView({ block: 'nearest' });
    if (changes.locale && changes.locale !== language) speak(changes.locale);
  } catch (error) {
    busy = false;
    me = { ...me, ...wanted };
    errors = error instanceof Problem ? errorsByField(error, names) : { '': t('failure.away.form') };
    refuse(form);
  }
}

function refuse(form) {
  draw();
  page.announce(t('form.errors', { n: Object.keys(errors).length }));
  focusFirstError(form);
}

async function download() {
  try {
    saveFile(new Blob([JSON.stringify(await api.exportMe(), null, 2)], { type: 'application/json' }), `pix-${me.username}.json`);
    page.announce(t('account.exported'));
  } catch (error) {
    page.banner({ tone: 'wrong', text: error.title ?? t('failure.away.form') });
  }
}

async function remove(event) {
  event.preventDefault();
  if (deletion.busy) return;
  const password = event.currentTarget.elements.password.value;
  deletion = { open: true, error: password ? '' : t('form.required'), busy: Boolean(password) };
  draw();
  if (!password) return page.focus('#password');
  try {
    await api.deleteMe(password);
    signOut();
    location.assign('/sign-in.html?reason=deleted');
  } catch (error) {
    deletion = { open: true, error: error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form'), busy: false };
    draw();
    page.focus('#password');
  }
}

page.load(async () => {
  [me] = await Promise.all([api.me(), schools.load(), secondFactor.load()]);
  draw();
  schools.focusClaim();
});
