/** Verify a certificate: by its code, by the link behind its QR code, or by the file itself. No sign-in. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { facts, globalLevel, levelsTable, otherCertificates, readingView, statusLine } from '../js/certificate-parts.js';
import { checkCredential, contentOf, credentialIn, isAbout } from '../js/credential.js';
import { takeDrops } from '../js/dropping.js';
import { fileField, formError, submitButton, textField } from '../js/forms.js';
import { framework } from '../js/framework.js';
import { date, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';

const page = openPage({ title: t('verify.title'), current: 'verify' });

let names;
let code = '';
let errors = {}; // by field, "" for the whole
let found = null; // what the server says of the code
let verdict = null; // what the server says of a file
let content = null; // what a file says, where its signature is good
let checks = null; // what this browser found
let over = false; // a file hovers above the page
let inquiries = 0; // the last one asked is the one shown, whichever ends last

const signs = { true: 'check', false: 'cross', null: 'dash' };

function draw() {
  page.show(html`
    <div class="narrow">
      <h1>${t('verify.title')}</h1>
      <p class="lead">${t('verify.lead')}</p>
      <form class="form card ${over ? 'over' : ''}" novalidate @submit=${submit} aria-label=${t('verify.byCode')}>
        ${formError(errors[''])}
        ${textField({ name: 'code', label: t('verify.code'), hint: t('verify.codeHint'), error: errors.code, value: code, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20, wide: true })}
        ${submitButton(t('verify.send'), false)}
        ${fileField({ name: 'file', label: t('verify.file'), hint: t('verify.fileHint'), error: errors.file, accept: '.pdf,.jwt,.txt,application/pdf', onChange: chosen })}
      </form>
      ${found || verdict ? result() : nothing}
    </div>`);
}

const result = () => html`
  <section class="card certificate-card" aria-labelledby="outcome">
    <h2 id="outcome" class="visually-hidden">${t('verify.outcome')}</h2>
    ${statusLine(found ? found.status : (verdict.reason ?? verdict.status))}
    ${found || content ? details(found ?? content) : nothing}
    ${checks ? checksView() : nothing}
  </section>`;

const details = (v) => html`
  ${facts([
    [t('verify.holder'), v.holder],
    [t('verify.birthYear'), v.birthYear ? String(v.birthYear) : ''],
    [t('certificate.result'), `${v.pix} pix · ${globalLevel(v.level, names)}`],
    [t('certificate.issuedOn'), date(v.issuedOn)],
    [t('certificate.issuer'), v.issuer],
    [t('certificate.revokedOn'), v.revokedOn ? date(v.revokedOn) : ''],
  ])}
  ${content && !v.holder ? html`<p class="hint">${t('verify.namesNobody')}</p>` : nothing}
  ${otherCertificates(v, (code) => `/verify.html#${code}`)}
  ${v.detail ? html`${readingView(v.competences, names, t('reading.theirs'))}${levelsTable(v.competences, names)}` : html`<p class="hint">${t('verify.noDetail')}</p>`}
  <p class="hint">${t('verify.scale')}</p>`;

const checksView = () => html`
  <div>
    <h3>${t('verify.checks')}</h3>
    <ul class="checks">
      ${checks.map(({ check, passed }) => html`<li class=${passed === false ? 'failed' : ''}>${icon(signs[passed])}<span>${t(`check.${check}`)}${t('check.colon')}<strong>${t(`check.${passed === null ? 'unknown' : passed ? 'passed' : 'failed'}`)}</strong></span></li>`)}
    </ul>
  </div>`;

function submit(event) {
  event.preventDefault();
  const typed = event.currentTarget.elements.code.value.trim();
  if (typed && `#${typed}` === location.hash) byCode(typed);
  else if (typed) location.hash = typed;
  else {
    errors = { code: t('form.required') };
    draw();
    page.focus('#code');
  }
}

function byCode(typed) {
  code = typed;
  return inquire('code', async () => {
    const said = await api.verify(typed);
    return { found: said, checks: said.credential ? (await checkCredential(said.credential)).checks : null };
  });
}

const chosen = (event) => byFile(event.target.files[0]);

function hovers(now) {
  if (over === now) return;
  over = now;
  draw();
}

function byFile(file) {
  if (!file) return undefined;
  return inquire('file', async () => {
    const credential = await credentialIn(file);
    if (!credential) return { errors: { file: t('verify.noCredential') } };
    const [said, { checks: seen, payload }] = await Promise.all([api.verifyCredential(credential.jwt), checkCredential(credential.jwt)]);
    const genuine = seen.some((c) => c.check === 'signature' && c.passed);
    return { verdict: said, checks: seen, content: genuine ? await contentView(payload, credential.name) : null };
  });
}

/** Takes away what was found before, looks, and shows what there is unless something else was asked meanwhile. */
async function inquire(field, look) {
  const inquiry = ++inquiries;
  outcome({});
  draw();
  let seen;
  try {
    seen = await look();
  } catch (problem) {
    seen = { errors: problem instanceof Problem ? { [field]: problem.title } : { '': t('failure.away.form') } };
  }
  if (inquiry !== inquiries) return;
  if (seen.errors) page.main.querySelector('#file').value = ''; // A browser says nothing where the same file is chosen again.
  outcome(seen);
  show();
}

const outcome = (seen) => {
  ({ errors = {}, found = null, verdict = null, content = null, checks = null } = seen);
};

async function contentView(payload, name) {
  const shown = contentOf(payload);
  return { ...shown, level: names.globalLevelOf(shown.pix), holder: name && (await isAbout(payload, name)) ? name : undefined };
}

function show() {
  draw();
  if (found || verdict) {
    page.announce(t(`certificate.status.${found ? found.status : (verdict.reason ?? verdict.status)}`));
    page.focus('.verdict-line');
  } else {
    page.focus(errors.file ? '#file' : '#code');
  }
}

const fromAddress = () => {
  const typed = decodeURIComponent(location.hash.slice(1));
  if (typed) byCode(typed);
};

page.load(async () => {
  names = await framework();
  takeDrops({ over: hovers, take: byFile });
  draw();
  fromAddress();
});
addEventListener('hashchange', fromAddress);
