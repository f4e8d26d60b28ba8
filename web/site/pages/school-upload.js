/** Bringing the students of a school: choose the file it has, see what is in it, then import it. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { meter } from '../js/bars.js';
import { Departures } from '../js/departures.js';
import { takeDrops } from '../js/dropping.js';
import { formError } from '../js/forms.js';
import { number, percent, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { saveFile } from '../js/save-file.js';
import { organisationId, placeAddress, schoolNav } from '../js/school-space.js';
import { fileFault, follow, send } from '../js/upload-run.js';
import { foundView, recentView, verdict } from '../js/upload-view.js';

const page = openPage({ title: t('upload.title'), current: 'staff', learner: true });
const TEMPLATE = '\uFEFFine;familyName;givenName;birthDate;class;email\r\n';
const kinds = ['siecle', 'onde', 'school-csv', 'higher-education-csv', 'oneroster', 'simple-csv'];

let organisation;
let uploads = [];
let file = null;
let upload = null; // what the server says of the file it has
let sending = null; // the share that has been sent
let error = '';
let over = false; // a file hovers above the place for it
let said = 0; // quarters that screen readers were told of

const departures = new Departures({ page, organisationId, draw });
const head = () => organisation.role === 'head';
const busy = () => sending !== null || (upload !== null && ['waiting', 'reading'].includes(upload.state));
const address = (uploadId) => `${placeAddress('upload')}&${new URLSearchParams({ upload: uploadId })}`;

function take(chosen) {
  if (!chosen || busy()) return;
  const fault = fileFault(chosen);
  file = fault ? null : chosen;
  upload = null;
  departures.forget();
  error = fault ? t(`upload.${fault}`) : '';
  page.banner(null);
  history.replaceState(null, '', placeAddress('upload'));
  draw();
  page.focus(fault ? '.form-error' : '#go');
}

function again() {
  file = null;
  upload = null;
  departures.forget();
  history.replaceState(null, '', placeAddress('upload'));
  draw();
  page.focus('#file');
}

async function go(mode) {
  if (busy()) return;
  error = '';
  upload = null;
  sending = 0;
  said = 0;
  draw();
  page.focus('#progress');
  page.announce(t('upload.sending', { name: file.name }));
  try {
    const uploadId = await send(organisationId, file, mode, (share) => { sending = share; draw(); });
    history.replaceState(null, '', address(uploadId));
    sending = null;
    await watch(uploadId);
  } catch (failed) {
    sending = null;
    upload = null;
    error = failed instanceof Problem ? (failed.errors[0]?.detail ?? failed.title) : t('upload.notSent');
    draw();
    page.focus('.form-error');
  }
}

/** Follows the reading to its end; screen readers hear of each quarter, not of each row. */
async function watch(uploadId) {
  const found = await follow(organisationId, uploadId, (step) => {
    upload = step;
    const quarter = Math.floor(step.progress * 4);
    if (quarter > said && quarter < 4) {
      said = quarter;
      page.announce(t('upload.readSoFar', { n: step.rows, share: percent(step.progress) }));
    }
    draw();
  });
  page.announce(verdict(found));
  await Promise.all([list(), found.mode === 'import' && found.state === 'done' && found.missing > 0 ? departures.load(uploadId) : undefined]);
  draw();
  page.focus('#verdict');
}

async function list() {
  try {
    ({ uploads } = await api.uploads(organisationId));
  } catch {
    // The list stays as it was.
  }
}

/* Views. */

const size = (bytes) => (bytes < 1_000_000 ? t('upload.kilobytes', { n: Math.max(1, Math.round(bytes / 1000)) }) : t('upload.megabytes', { n: number(bytes / 1_000_000, 1) }));

function hovers(now) {
  if (over === now) return;
  over = now;
  draw();
}

const place = () => html`
  <div class="drop ${over ? 'over' : ''}">
    <p class="drop-title">${t('upload.drop')}</p>
    <input id="file" type="file" class="visually-hidden" aria-describedby="file-hint" @change=${(event) => { take(event.target.files[0]); event.target.value = ''; }}>
    <label for="file" class="button primary large">${icon('file')}${t('upload.file')}</label>
    <p class="hint" id="file-hint">${t('upload.fileHint')}</p>
  </div>`;

const ready = () => html`
  <p class="chosen-file">${icon('file')}<strong>${file.name}</strong> <span class="hint">${size(file.size)}</span></p>
  <p>${t('upload.previewText')}</p>
  <p class="actions">
    <button type="button" id="go" class="button primary" @click=${() => go('preview')}>${t('upload.preview.do')}</button>
    <button type="button" class="button" @click=${again}>${t('upload.other')}</button>
  </p>`;

function progress() {
  const share = sending ?? upload.progress;
  const text = sending !== null ? t('upload.sent', { share: percent(share) }) : upload.state === 'waiting' ? t('upload.waiting') : t('upload.readSoFar', { n: upload.rows, share: percent(share) });
  return html`
    <h2 id="progress">${t(sending !== null ? 'upload.sendingTitle' : 'upload.readingTitle')}</h2>
    ${meter(share, t('upload.progress'), text)}
    <p class="progress-text">${text}</p>
    ${sending === null ? html`<p class="hint">${t('upload.mayLeave')}</p>` : nothing}`;
}

function found() {
  const good = upload.state === 'done' && upload.rows > upload.refused;
  const preview = upload.mode === 'preview';
  return foundView(upload, html`
    ${preview && good && upload.missing ? html`<p class="hint">${t('upload.missing', { n: upload.missing })}</p>` : nothing}
    <p class="actions">
      ${preview && good && file ? html`<button type="button" id="go" class="button primary" @click=${() => go('import')}>${t(upload.refused ? 'upload.import.good' : 'upload.import.do', { n: upload.rows - upload.refused })}</button>` : nothing}
      ${!preview && good ? html`<a class="button primary" href=${placeAddress('students')}>${t('upload.seeStudents')}${icon('arrow-right')}</a>` : nothing}
      ${head() ? html`<button type="button" class="button" @click=${again}>${t(upload.refused || upload.state === 'refused' ? 'upload.mended' : 'upload.other')}</button>` : nothing}
    </p>`);
}

const help = () => html`
  <details class="fold formats"><summary>${t('upload.which')}</summary>
    <dl class="format-list">${kinds.map((kind) => html`<div><dt>${t(`upload.format.${kind}`)}</dt><dd>${t(`upload.how.${kind}`)}</dd></div>`)}</dl>
    <p class="actions"><button type="button" class="button small" @click=${() => saveFile(new Blob([TEMPLATE], { type: 'text/csv' }), 'pix.csv')}>${icon('download')}${t('upload.template')}</button></p>
    <p class="hint">${t('upload.which.text')}</p>
  </details>`;

function draw() {
  const working = busy();
  page.show(html`
    ${schoolNav(organisation, 'upload')}
    <h1>${t('upload.title')}</h1>
    ${upload || working ? nothing : html`<p class="lead">${t('upload.lead')}</p>`}
    <div class="card upload">
      ${formError(error)}
      ${working ? progress() : upload ? found() : file ? ready() : head() ? html`${place()}${help()}` : html`<p>${t('upload.headOnly')}</p>`}
    </div>
    ${departures.view(head())}
    ${recentView(uploads, address)}`);
}

page.load(async () => {
  [organisation] = await Promise.all([api.organisation(organisationId), list()]);
  if (head()) takeDrops({ over: hovers, take });
  const uploadId = new URLSearchParams(location.search).get('upload');
  if (uploadId) await watch(uploadId);
  else draw();
});
