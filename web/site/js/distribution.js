/** How a group's levels are spread, a small picture a competence, all to one scale, and the same as a table. */
import { html, svg } from '/webjars/lit-html/lit-html.js';
import { t } from './i18n.js';
import { tile } from './tiles.js';

const COLUMNS = 9; // levels 0 to 8
const WIDTH = 100 / COLUMNS;
const HEIGHT = 64;
const ABOVE = 18;
const BELOW = 20;

/** The highest level that at least half of the people reach. levels: how many are at level 0, 1, … 8. */
export function reachedByHalf(levels) {
  const half = levels.reduce((sum, n) => sum + n, 0) / 2;
  let above = 0;
  for (let level = COLUMNS - 1; level > 0; level--) {
    above += levels[level];
    if (above >= half) return level;
  }
  return 0;
}

const columnView = (n, level, most) => {
  const height = n === 0 ? 1 : Math.max(2, (n / most) * HEIGHT);
  const middle = `${((level + 0.5) * WIDTH).toFixed(2)}%`;
  return svg`
    <rect class=${n ? 'fill' : 'cell'} x="${(level * WIDTH + 0.8).toFixed(2)}%" y=${ABOVE + HEIGHT - height} width="${(WIDTH - 1.6).toFixed(2)}%" height=${height} rx="2"/>
    ${n ? svg`<text class="column-count" x=${middle} y=${ABOVE + HEIGHT - height - 5} text-anchor="middle">${n}</text>` : ''}
    <text class="column-level" x=${middle} y=${ABOVE + HEIGHT + 16} text-anchor="middle">${level}</text>`;
};

const picture = ({ code, levels }, most, name) => html`
  <svg class="columns area-${code[0]}" role="img" width="100%" height=${ABOVE + HEIGHT + BELOW} aria-label=${t('overview.picture', { name, list: levels.map((n, level) => (n ? t('overview.at', { n, level }) : '')).filter(Boolean).join(', ') })}>
    ${levels.map((n, level) => columnView(n, level, most))}
  </svg>`;

/** The pictures, area by area. */
export function distributionView(competences, framework) {
  const byCode = new Map(competences.map((c) => [c.code, c]));
  const most = Math.max(1, ...competences.flatMap((c) => c.levels));
  return framework.areas.map((area) => html`
    <section class="area area-${area.code}" aria-labelledby="area-${area.code}">
      <h3 id="area-${area.code}" class="area-name">${area.name}</h3>
      <ul class="spread">
        ${area.competences.filter(({ code }) => byCode.has(code)).map(({ code, name }) => html`
          <li>
            <div class="spread-name">${tile(code)}<h4><span class="code">${code}</span> ${name}</h4></div>
            ${picture(byCode.get(code), most, name)}
            <p class="hint">${t('overview.half', { n: reachedByHalf(byCode.get(code).levels) })}</p>
          </li>`)}
      </ul>
    </section>`);
}

/** The same in numbers. */
export const distributionTable = (competences, framework) => html`
  <details class="as-table">
    <summary>${t('overview.asTable')}</summary>
    <div class="doc-scroll" role="region" tabindex="0" aria-label=${t('overview.asTable')}>
      <table class="plain-table">
        <caption>${t('overview.tableCaption')}</caption>
        <thead><tr><th scope="col">${t('profile.competence')}</th>${Array.from({ length: COLUMNS }, (_, level) => html`<th scope="col" class="numeric">${t('profile.levelN', { n: level })}</th>`)}</tr></thead>
        <tbody>${competences.map(({ code, levels }) => html`<tr><th scope="row">${code} ${framework.competence(code)}</th>${levels.map((n) => html`<td class="numeric">${n}</td>`)}</tr>`)}</tbody>
      </table>
    </div>
  </details>`;
