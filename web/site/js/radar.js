/** The profile as a radar of sixteen axes: levels, the band of the 90 % intervals, areas around it. */
import { html, svg } from '/webjars/lit-html/lit-html.js';
import { t } from './i18n.js';

const SIZE = 380;
const CENTRE = SIZE / 2;
const RADIUS = 138;
const TOP_LEVEL = 8;

const angle = (axis, axes) => -Math.PI / 2 + (axis * 2 * Math.PI) / axes;
const at = (radius, turn) => [CENTRE + radius * Math.cos(turn), CENTRE + radius * Math.sin(turn)].map((v) => v.toFixed(1));
const onAxis = (level, axis, axes) => at((Math.min(TOP_LEVEL, Math.max(0, level)) / TOP_LEVEL) * RADIUS, angle(axis, axes));
const outline = (levels) => `M${levels.map((level, axis) => onAxis(level, axis, levels.length).join(' ')).join('L')}Z`;

function arc(radius, from, to) {
  const [x1, y1] = at(radius, from);
  const [x2, y2] = at(radius, to);
  return `M${x1} ${y1}A${radius} ${radius} 0 0 1 ${x2} ${y2}`;
}

/**
 * @param competences as in the profile, in the order of the framework, each with pix (8 a level) and interval (levels)
 * @param summary one or two sentences that say what the picture shows
 */
export function radar(competences, summary) {
  const axes = competences.length;
  const level = (competence) => competence.pix / 8;
  const gap = Math.PI / axes;
  const areas = grouped(competences);
  return html`
    <svg class="radar" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-labelledby="radar-title radar-summary">
      <title id="radar-title">${t('radar.title')}</title>
      <desc id="radar-summary">${summary}</desc>
      ${[2, 4, 6, 8].map((ring) => svg`<circle class="radar-ring" cx=${CENTRE} cy=${CENTRE} r=${(ring / TOP_LEVEL) * RADIUS}/>`)}
      ${competences.map((_, i) => { const [x, y] = onAxis(TOP_LEVEL, i, axes); return svg`<path class="radar-axis" d="M${CENTRE} ${CENTRE}L${x} ${y}"/>`; })}
      ${areas.map(([area, members]) => svg`<path class="radar-area area-${area}" d=${arc(RADIUS + 12, angle(members[0].i, axes) - gap + 0.03, angle(members.at(-1).i, axes) + gap - 0.03)}/>`)}
      <path class="radar-band" fill-rule="evenodd" d="${outline(competences.map((c) => c.interval[1]))}${outline(competences.map((c) => c.interval[0]))}"/>
      <path class="radar-levels" d=${outline(competences.map(level))}/>
      ${competences.map((c, i) => {
        const [x, y] = onAxis(level(c), i, axes);
        return svg`<circle class="radar-point area-${c.code[0]} ${c.measured ? 'measured' : 'inferred'}" cx=${x} cy=${y} r="5"/>`;
      })}
      ${competences.map((c, i) => {
        const [x, y] = at(RADIUS + 33, angle(i, axes));
        return svg`<text class="radar-code area-${c.code[0]}" x=${x} y=${y} text-anchor="middle" dominant-baseline="central">${c.code}</text>`;
      })}
      ${[2, 4, 6, 8].map((ring) => svg`<text class="radar-scale" x=${CENTRE + 4} y=${CENTRE - (ring / TOP_LEVEL) * RADIUS + 12}>${ring}</text>`)}
    </svg>`;
}

function grouped(competences) {
  const areas = new Map();
  competences.forEach((c, i) => areas.set(c.code[0], [...(areas.get(c.code[0]) ?? []), { c, i }]));
  return [...areas];
}
