/** My certificates: what each says, who may see the detail, and what to download or share. */
import { html } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { facts, globalLevel, levelsTable, otherCertificates, readingView, statusLine } from '../js/certificate-parts.js';
import { framework } from '../js/framework.js';
import { date, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { saveFile } from '../js/save-file.js';

const page = openPage({ title: t('certificates.title'), current: 'certificates', learner: true });

let names;
let certificates;

function draw() {
  page.show(html`
    <div class="narrow">
      <h1>${t('certificates.title')}</h1>
      ${certificates.length === 0
        ? html`<p class="lead">${t('certificates.none')}</p><p class="actions"><a class="button primary" href="/sessions.html">${t('certificates.find')}</a></p>`
        : certificates.map(certificate)}
    </div>`);
}

const certificate = (c) => html`
  <article class="card certificate-card" id=${c.certificateId} aria-labelledby="title-${c.certificateId}">
    <h2 id="title-${c.certificateId}">${c.pix} pix · ${globalLevel(c.level, names)}</h2>
    ${statusLine(c.status)}
    ${facts([
      [t('verify.holder'), `${c.givenNames} ${c.familyName}`],
      [t('certificate.takenOn'), date(c.takenOn)],
      [t('certificate.centre'), c.centre],
      [t('certificate.issuedOn'), date(c.issuedOn)],
      [t('certificate.issuer'), c.issuer],
      [t('verify.code'), c.certificateId],
      [t('certificate.revokedOn'), c.revokedOn ? date(c.revokedOn) : ''],
      [t('certificate.reason'), c.reason],
    ])}
    ${otherCertificates(c, (code) => `#${code}`)}
    <p class="actions">
      <button type="button" class="button primary" @click=${() => save(api.certificatePdf(c.certificateId), `pix-${c.certificateId}.pdf`)}>${icon('download')}${t('certificates.pdf')}</button>
      <button type="button" class="button" @click=${() => save(api.credential(c.certificateId), `pix-${c.certificateId}.jwt`)}>${icon('download')}${t('certificates.credential')}</button>
      <button type="button" class="button" @click=${() => share(c)}>${t('certificates.share')}</button>
    </p>
    <label class="tick">
      <input type="checkbox" .checked=${c.showDetail} @change=${(event) => detail(c, event.target.checked)}>
      <span>${t('certificates.showDetail')}</span>
    </label>
    ${readingView(c.competences, names, t('reading.yours'))}
    <details><summary>${t('certificate.levels')}</summary>${levelsTable(c.competences, names)}<p class="hint">${t('verify.scale')}</p></details>
  </article>`;

/** A file to keep, named by us. */
async function save(loading, name) {
  try {
    saveFile(await loading, name);
  } catch (error) {
    said('wrong', error instanceof Problem ? error.title : t('failure.away.form'));
  }
}

async function share({ certificateId }) {
  const link = `${location.origin}/verify.html#${certificateId}`;
  try {
    await navigator.clipboard.writeText(link);
    said('right', t('certificates.copied'));
  } catch {
    said('info', link);
  }
}

async function detail(changed, showDetail) {
  try {
    const now = await api.showDetail(changed.certificateId, showDetail);
    certificates = certificates.map((c) => (c.certificateId === now.certificateId ? now : c));
    said('right', t(showDetail ? 'certificates.detailShown' : 'certificates.detailHidden'));
  } catch (error) {
    said('wrong', error instanceof Problem ? error.title : t('failure.away.form'));
  }
  draw();
}

const said = (tone, text) => page.banner({ tone, text });

page.load(async () => {
  [names, { certificates }] = await Promise.all([framework(), api.certificates()]);
  draw();
});
