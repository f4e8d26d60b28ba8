/** One competence as a row of eight cells, a cell a level, with its 90 % interval as a bracket over it. */
import { html, svg } from '/webjars/lit-html/lit-html.js';
import { percent, t } from './i18n.js';

const CELL = 12.5;
const share = (level) => `${(Math.min(8, Math.max(0, level)) * CELL).toFixed(2)}%`;

/** Decoration: the same is said in words beside it. level may have a fraction; interval is in levels. */
export const levelBar = ({ code, level, interval, measured }) => html`
  <svg class="level-bar area-${code[0]} ${measured ? 'measured' : 'inferred'}" width="100%" height="24" aria-hidden="true" focusable="false">
    ${Array.from({ length: 8 }, (_, i) => {
      const filled = Math.min(1, Math.max(0, level - i));
      return svg`
        <rect class="cell" x="${i * CELL + 0.4}%" y="4" width="${CELL - 0.8}%" height="16" rx="2"/>
        ${filled > 0 ? svg`<rect class="fill" x="${i * CELL + 0.4}%" y="4" width="${((CELL - 0.8) * filled).toFixed(2)}%" height="16" rx="2"/>` : ''}`;
    })}
    <g class="halo"><line x1=${share(interval[0])} x2=${share(interval[1])} y1="12" y2="12"/><line x1=${share(interval[0])} x2=${share(interval[0])} y1="6" y2="18"/><line x1=${share(interval[1])} x2=${share(interval[1])} y1="6" y2="18"/></g>
    <g class="bracket"><line x1=${share(interval[0])} x2=${share(interval[1])} y1="12" y2="12"/><line x1=${share(interval[0])} x2=${share(interval[0])} y1="6" y2="18"/><line x1=${share(interval[1])} x2=${share(interval[1])} y1="6" y2="18"/></g>
  </svg>`;

/** How likely each level is: rows of text with a bar. */
export const likelihoods = (code, probabilities) => html`
  <table class="likelihoods area-${code[0]}">
    <caption class="visually-hidden">${t('profile.likelihoods')}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${t('profile.level')}</th><th scope="col">${t('profile.likelihood')}</th></tr></thead>
    <tbody>
      ${probabilities.map((p, level) => html`<tr>
        <th scope="row">${t('profile.levelN', { n: level })}</th>
        <td><svg width="100%" height="12" aria-hidden="true" focusable="false"><rect class="cell" width="100%" height="12" rx="2"/><rect class="fill" width="${(p * 100).toFixed(1)}%" height="12" rx="2"/></svg></td>
        <td class="numeric">${p > 0 && p < 0.005 ? t('profile.lessThanOne') : percent(p)}</td>
      </tr>`)}
    </tbody>
  </table>`;

/** A share of a whole: precision, way to the next level. label is what screen readers hear. */
export const meter = (value, label, text) => html`
  <svg class="meter" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(value * 100)} aria-valuetext=${text} width="100%" height="8" focusable="false">
    <rect class="cell" width="100%" height="8" rx="4"/><rect class="fill" width="${(Math.min(1, Math.max(0, value)) * 100).toFixed(1)}%" height="8" rx="4"/>
  </svg>`;
