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

/** The certificates a correction ties together, each named by the other. */
export const otherCertificates = ({ replacedBy, replaces }, address) => html`
  ${replacedBy ? html`<p><a href=${address(replacedBy)}>${t('certificate.replacedBy', { code: replacedBy })}</a></p>` : nothing}
  ${replaces ? html`<p><a href=${address(replaces)}>${t('certificate.replaces', { code: replaces })}</a></p>` : nothing}`;

/** What the levels mean, in a sentence an area: that of the average of its levels, rounded down. */
export const readingView = (competences, names, title) => html`
  <section class="reading">
    <h3>${title}</h3>
    <ul>${names.areas.map((area) => areaReading(area, competences, names))}</ul>
    <p class="hint">${t('reading.note')}</p>
  </section>`;

function areaReading(area, competences, names) {
  const levels = competences.filter((c) => c.code.startsWith(`${area.code}.`)).map((c) => c.level);
  const level = Math.floor(levels.reduce((sum, l) => sum + l, 0) / levels.length);
  return html`
    <li class="area-${area.code}">
      <h4>${area.name}${level ? html` <span class="reading-level">${names.levelName(level)}</span>` : nothing}</h4>
      <p>${level ? t(`reading.${area.code}.${Math.ceil(level / 2)}`) : t('reading.none')}</p>
    </li>`;
}
