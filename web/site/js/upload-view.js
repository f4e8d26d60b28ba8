/** What the reading of a file found: how many, what to mend and how, or why the file as a whole does not count. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { number, t, time } from './i18n.js';
import { icon } from './icons.js';
import { tag } from './session-parts.js';

const fact = (label, n, look = '') => html`<div class=${look}><dt>${label}</dt><dd>${number(n)}</dd></div>`;

/** The four counts; a preview speaks of what would be. */
export const countsView = ({ mode, created, updated, unchanged, refused }) => html`
  <dl class="facts counts">
    ${fact(t(`upload.${mode}.created`), created)}
    ${fact(t(`upload.${mode}.updated`), updated)}
    ${fact(t('upload.unchanged'), unchanged)}
    ${fact(t('upload.refused'), refused, refused ? 'bad' : '')}
  </dl>`;

/** One sentence that says it all; also announced. */
export function verdict({ mode, state, rows, refused }) {
  if (state === 'refused') return t('upload.verdict.refused');
  if (rows === 0) return t('upload.verdict.nobody');
  if (refused === 0) return t(`upload.verdict.${mode}.good`, { n: rows });
  return t(`upload.verdict.${mode}.faults`, { n: refused, good: Math.max(0, rows - refused) });
}

export const verdictView = (upload) => html`
  <h2 id="verdict" class="verdict-line ${upload.state === 'refused' ? 'refused' : upload.refused ? 'mixed' : 'valid'}">
    ${icon(upload.state === 'refused' ? 'cross' : upload.refused ? 'alert' : 'check')}<span>${verdict(upload)}</span></h2>
  <p class="hint">${upload.fileName}${upload.format ? html` · ${t(`upload.format.${upload.format}`)}` : nothing}${upload.encoding ? html` · ${upload.encoding}` : nothing} · ${time(upload.finishedAt ?? upload.createdAt)}</p>`;

/** Why nothing in the file counts, and what to do about it. */
export const refusalView = ({ refusal }) => html`
  <div class="outcome bad">${icon('alert')}<div>
    <p><strong>${refusal.detail}</strong></p>
    <p>${t('upload.refusalText')}</p>
  </div></div>`;

/** Of a row that is there twice the sentence says it all: what is suggested is the line it repeats. */
const suggestionView = ({ code, suggestion }) =>
  (suggestion && !code.startsWith('duplicate-') ? html` <span class="suggestion">${t('upload.suggestion')} <code>${suggestion}</code></span>` : nothing);

export const faultsView = ({ errors, refused, reportUrl }) => html`
  <section class="faults" aria-labelledby="faults">
    <h3 id="faults">${t('upload.faults')}</h3>
    <p>${t('upload.faultsText')}</p>
    <table class="plain-table stacked fault-table">
      <caption class="visually-hidden">${t('upload.faults')}</caption>
      <thead><tr><th scope="col">${t('upload.line')}</th><th scope="col">${t('upload.column')}</th><th scope="col">${t('upload.value')}</th><th scope="col">${t('upload.mend')}</th></tr></thead>
      <tbody>${errors.map((e) => html`<tr>
        <th scope="row" class="numeric" data-label=${t('upload.line')}>${e.line}</th>
        <td data-label=${t('upload.column')}>${e.column || '–'}</td>
        <td data-label=${t('upload.value')}>${e.value ? html`<code>${e.value}</code>` : '–'}</td>
        <td data-label=${t('upload.mend')}>${e.detail}${suggestionView(e)}</td>
      </tr>`)}</tbody>
    </table>
    ${refused > errors.length ? html`<p class="hint">${t('upload.faultsFirst', { n: errors.length })}</p>` : nothing}
    ${reportUrl ? html`<p class="actions"><a class="button" href=${reportUrl} download>${icon('download')}${t('upload.report')}</a></p>` : nothing}
  </section>`;

export const warningsView = ({ warnings }) => html`
  <details class="fold warnings"><summary>${t('upload.warnings', { n: warnings.length })}</summary>
    <ul>${warnings.map(({ detail, subject }) => html`<li>${detail.includes(subject) ? detail : html`<strong>${subject}</strong> ${detail}`}</li>`)}</ul>
  </details>`;

/** The verdict, what one may do now, and everything that is to be known. */
export const foundView = (upload, actions) => html`
  ${verdictView(upload)}
  ${upload.state === 'refused' ? (upload.refusal ? refusalView(upload) : nothing) : countsView(upload)}
  ${actions}
  ${upload.errors.length ? faultsView(upload) : nothing}
  ${upload.warnings.length ? warningsView(upload) : nothing}`;

const signs = { waiting: ['clock', ''], reading: ['play', 'lively'], done: ['check', 'good'], refused: ['cross', 'bad'] };

export const uploadState = (upload) => {
  const [sign, look] = upload.state === 'done' && upload.refused ? ['alert', 'warm'] : signs[upload.state];
  return tag(upload.state === 'done' && upload.refused ? t('upload.state.mixed', { n: upload.refused }) : t(`upload.state.${upload.state}`), sign, look);
};

/** The newest uploads, each a way back to what was found in it. */
export const recentView = (uploads, address) => html`
  <section aria-labelledby="recent">
    <h2 id="recent">${t('upload.recent')}</h2>
    ${uploads.length
      ? html`<ul class="people recent">${uploads.map((u) => html`<li>
          <span><a href=${address(u.uploadId)}><strong>${u.fileName}</strong></a><br><span class="hint">${t(`upload.mode.${u.mode}`)} · ${time(u.createdAt)}</span></span>
          <span class="tags">${uploadState(u)}${u.state === 'done' && u.mode === 'import' ? html`<span class="hint">${t('upload.changes', { created: u.created, updated: u.updated })}</span>` : nothing}</span></li>`)}</ul>`
      : html`<p>${t('upload.noneYet')}</p>`}
  </section>`;
