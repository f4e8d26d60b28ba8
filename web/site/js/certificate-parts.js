/** What the page of one's certificates and the page of verification both show. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

export const globalLevel = (level, names) => (level ? t('profile.globalLevel', { n: level, name: names.levelName(level) }) : t('profile.noLevel'));

export const facts = (rows) => html`
  <dl class="certificate-facts">${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}</dl>`;

export const statusLine = (status) => html`
  <p class="verdict-line ${status === 'valid' ? 'valid' : 'refused'}">${icon(status === 'valid' ? 'check' : 'alert')}<span>${t(`certificate.status.${status}`)}</span></p>`;

export const levelsTable = (competences, names) => html`
  <table class="levels">
    <caption class="visually-hidden">${t('certificate.levels')}</caption>
    <thead><tr><th scope="col">${t('profile.competence')}</th><th scope="col">${t('profile.level')}</th></tr></thead>
    <tbody>${competences.map((c) => html`<tr><th scope="row">${c.code} ${names.competence(c.code)}</th><td>${c.level} / 8</td></tr>`)}</tbody>
  </table>`;
