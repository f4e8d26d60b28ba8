/** What a person looks at to answer: one convincing and readable rendering for each kind of document. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { t, date } from './i18n.js';
import { icon } from './icons.js';
import { inline, markdown } from './markdown.js';

const kinds = { table, mail, page, dialog, chat, code, picture };

export const documents = (list, lang) =>
  list?.length ? html`<div class="documents">${list.map((document) => kinds[document.kind]?.(document, lang) ?? nothing)}</div>` : nothing;

export const attachments = (list) =>
  list?.length
    ? html`<ul class="attachments" aria-label=${t('documents.attachments')}>
        ${list.map(({ name, url }) => html`<li><a class="attachment" href=${url} download=${name}>${icon('file')}<span>${t('documents.download', { name })}</span></a></li>`)}
      </ul>`
    : nothing;

const numeric = (cell) => /^[-+]?[\d\s\u00a0\u202f]*[.,]?\d+\s?[%€$]?$/.test(String(cell).trim());
const column = (index) => (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

function table({ caption, header, rows, sheet }, lang) {
  const name = caption || t(sheet ? 'documents.sheet' : 'documents.table');
  return html`
    <figure class="doc doc-table ${sheet ? 'doc-sheet' : ''}">
      <div class="doc-scroll" role="region" aria-label=${name} tabindex="0">
        ${sheet ? sheetTable(caption, header?.length ? [header, ...rows] : rows, Boolean(header?.length), lang) : plainTable(caption, header, rows, lang)}
      </div>
    </figure>`;
}

const plainTable = (caption, header, rows, lang) => html`
  <table>
    ${caption ? html`<caption>${inline(caption, lang)}</caption>` : nothing}
    ${header?.length ? html`<thead><tr>${header.map((cell) => html`<th scope="col">${inline(cell, lang)}</th>`)}</tr></thead>` : nothing}
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class=${numeric(cell) ? 'numeric' : ''}>${inline(cell, lang)}</td>`)}</tr>`)}</tbody>
  </table>`;

// A spreadsheet: what is typed in a cell is shown as it is, without Markdown.
function sheetTable(caption, rows, headed) {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => column(i));
  return html`
    <table>
      ${caption ? html`<caption>${caption}</caption>` : nothing}
      <thead><tr><td class="corner"></td>${columns.map((letter) => html`<th scope="col">${letter}</th>`)}</tr></thead>
      <tbody>
        ${rows.map((row, r) => html`<tr class=${headed && r === 0 ? 'sheet-header' : ''}><th scope="row">${r + 1}</th>
          ${columns.map((_, c) => html`<td class=${numeric(row[c] ?? '') ? 'numeric' : ''}>${row[c] ?? ''}</td>`)}</tr>`)}
      </tbody>
    </table>`;
}

function mail({ from, to, cc, subject, date: sent, body }, lang) {
  const initial = from.replace(/[^\p{L}\p{N}]/gu, '')[0]?.toUpperCase() ?? '?';
  const line = (label, value) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing);
  return html`
    <section class="doc doc-mail" aria-label=${t('documents.mail')}>
      <div class="doc-mail-head">
        <span class="doc-avatar" aria-hidden="true">${initial}</span>
        <p class="doc-subject"><span class="visually-hidden">${t('documents.subject')} </span>${subject}</p>
        <dl>${line(t('documents.from'), from)}${line(t('documents.to'), to)}${line(t('documents.cc'), cc)}${line(t('documents.date'), dateOrText(sent))}</dl>
      </div>
      <div class="doc-body">${markdown(body, lang)}</div>
    </section>`;
}

const dateOrText = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? date(text) : text);

function page({ address, title, body }, lang) {
  return html`
    <section class="doc doc-page" aria-label=${t('documents.page')}>
      <div class="doc-bar">
        <p class="doc-tab"><span class="visually-hidden">${t('documents.pageTitle')} </span>${title}</p>
        <p class="doc-address"><span class="visually-hidden">${t('documents.address')} </span><span class="doc-url">${address}</span></p>
      </div>
      <div class="doc-body">${markdown(body, lang)}</div>
    </section>`;
}

function dialog({ title, body, buttons }, lang) {
  return html`
    <section class="doc doc-dialog" aria-label=${t('documents.dialog')}>
      <div class="doc-window">
        ${title ? html`<p class="doc-window-title">${inline(title, lang)}</p>` : nothing}
        <div class="doc-body">${markdown(body, lang)}</div>
        ${buttons?.length
          ? html`<ul class="doc-buttons" aria-label=${t('documents.buttons')}>${buttons.map((label) => html`<li>${inline(label, lang)}</li>`)}</ul>`
          : nothing}
      </div>
    </section>`;
}

function chat({ title, messages }, lang) {
  const people = [...new Set(messages.map((message) => message.from))];
  return html`
    <section class="doc doc-chat" aria-label=${title || t('documents.chat')}>
      ${title ? html`<p class="doc-chat-title" aria-hidden="true">${title}</p>` : nothing}
      <ol>
        ${messages.map(({ from, text }, i) => html`
          <li class="voice-${people.indexOf(from) % 4} ${messages[i - 1]?.from === from ? 'again' : ''}">
            <span class="doc-from">${from}<span class="visually-hidden">${t('documents.says')}</span></span>
            <div class="doc-said">${markdown(text, lang)}</div>
          </li>`)}
      </ol>
    </section>`;
}

function code({ title, text }) {
  return html`
    <figure class="doc doc-code">
      ${title ? html`<figcaption>${title}</figcaption>` : nothing}
      <pre class="doc-scroll" tabindex="0" role="region" aria-label=${title || t('documents.code')}><code>${text.replace(/\n$/, '')}</code></pre>
    </figure>`;
}

/** Shown through <img>: nothing in the drawing can run or fetch. */
function picture({ svg, alt }) {
  const given = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const needed = [
    / xmlns=/.test(given) ? '' : ' xmlns="http://www.w3.org/2000/svg"',
    / font-family=/.test(given) ? '' : ' font-family="sans-serif"',
  ].join('');
  const source = svg.replace('<svg', `<svg${needed}`);
  return html`
    <figure class="doc doc-picture">
      <img src="data:image/svg+xml,${encodeURIComponent(source)}" alt=${alt ?? ''}>
    </figure>`;
}
