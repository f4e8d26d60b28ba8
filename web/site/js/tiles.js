/**
 * The sixteen tiles: one drawing a competence, in the colour of its area. Sixteen competences are a square of four by
 * four; that square is the emblem of the service.
 */
import { html, svg } from '/webjars/lit-html/lit-html.js';

// Each on 40 × 40. The classes are painted by base.css: a = the area's colour, b = its tint, c = the surface.
const drawings = {
  // a lens
  '1.1': svg`<circle class="a" cx="17" cy="17" r="11"/><circle class="b" cx="17" cy="17" r="5.5"/><path class="a" d="M22 26l4-4 10 10-4 4z"/>`,
  // drawers
  '1.2': svg`<rect class="a" x="6" y="5" width="28" height="8"/><rect class="a" x="6" y="16" width="28" height="8"/><rect class="a" x="6" y="27" width="28" height="8"/><circle class="b" cx="12" cy="9" r="2"/><circle class="b" cx="20" cy="20" r="2"/><circle class="b" cx="28" cy="31" r="2"/>`,
  // columns
  '1.3': svg`<rect class="a" x="5" y="21" width="8" height="14"/><rect class="a" x="16" y="13" width="8" height="22"/><rect class="a" x="27" y="5" width="8" height="30"/>`,
  // two voices
  '2.1': svg`<path class="a" d="M4 4h16v16a16 16 0 0 1-16-16z"/><path class="a" d="M36 36H20V20a16 16 0 0 1 16 16z"/><circle class="a" cx="28" cy="12" r="4"/><circle class="a" cx="12" cy="28" r="4"/>`,
  // waves
  '2.2': svg`<path class="a" d="M5 35V27a8 8 0 0 1 8 8zM5 22a13 13 0 0 1 13 13h5A18 18 0 0 0 5 17zM5 11a24 24 0 0 1 24 24h6A30 30 0 0 0 5 5z"/>`,
  // shared ground
  '2.3': svg`<circle class="a" cx="14" cy="20" r="10.5"/><circle class="a" cx="26" cy="20" r="10.5"/><path class="b" d="M20 11.4a10.5 10.5 0 0 1 0 17.2 10.5 10.5 0 0 1 0-17.2z"/>`,
  // one among others
  '2.4': svg`<circle class="a" cx="11" cy="11" r="6"/><circle class="a" cx="29" cy="11" r="6"/><circle class="a" cx="11" cy="29" r="6"/><rect class="a" x="22" y="22" width="14" height="14"/>`,
  // lines of text
  '3.1': svg`<path class="a" d="M5 6h30v5H5zM5 15h22v5H5zM5 24h30v5H5zM5 33h13v4H5z"/>`,
  // play
  '3.2': svg`<circle class="a" cx="20" cy="20" r="16"/><path class="b" d="M15 12l14 8-14 8z"/>`,
  // formats
  '3.3': svg`<path class="a" d="M4 4h32v32H4z"/><path class="b" d="M4 14h22v22H4z"/><path class="a" d="M4 24h12v12H4z"/>`,
  // blocks that follow
  '3.4': svg`<path class="a" d="M5 5l13 13L5 31zM22 5l13 13-13 13z"/><path class="a" d="M5 34h30v3H5z"/>`,
  // a shield
  '4.1': svg`<path class="a" d="M6 5h28v13c0 9-6 15-14 18C12 33 6 27 6 18z"/><path class="b" d="M20 11h8v7c0 5-3 8.5-8 11z"/>`,
  // an eye
  '4.2': svg`<path class="a" d="M3 20a19 19 0 0 1 34 0 19 19 0 0 1-34 0z"/><circle class="b" cx="20" cy="20" r="7"/><circle class="a" cx="20" cy="20" r="3"/>`,
  // a leaf
  '4.3': svg`<path class="a" d="M5 35C5 17 17 5 35 5c0 18-12 30-30 30z"/><path class="b" d="M5 35L25 15l1.5 1.5L8 35z"/>`,
  // a missing piece
  '5.1': svg`<path class="a" d="M4 4h14v14H4zM22 22h14v14H22zM4 22h14v14H4z"/><path class="a" d="M29 2l3 8 8 3-8 3-3 8-3-8-8-3 8-3z"/>`,
  // a compass
  '5.2': svg`<circle class="a" cx="20" cy="20" r="16"/><path class="b" d="M29 11l-5 13-13 5 5-13z"/><circle class="a" cx="20" cy="20" r="2.5"/>`,
};

/** The emblem's order, by row: neighbours differ in colour. */
export const codes = Object.keys(drawings);
const square = ['1.1', '3.4', '2.3', '4.2', '2.1', '5.2', '1.3', '3.2', '4.3', '3.3', '2.2', '1.2', '3.1', '4.1', '5.1', '2.4'];

export const tile = (code) => html`<svg class="tile area-${code[0]}" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect class="b" width="40" height="40" rx="6"/>${drawings[code]}</svg>`;

export const emblem = () => html`<svg class="emblem" viewBox="0 0 188 188" aria-hidden="true" focusable="false">
  ${square.map((code, i) => svg`<g class="tile area-${code[0]}" transform="translate(${(i % 4) * 48 + 2} ${Math.floor(i / 4) * 48 + 2})">
    <rect class="b" width="40" height="40"/>${drawings[code]}</g>`)}
</svg>`;

/** The logo: the square, small and plain. */
export const mark = () => html`<svg class="mark" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true" focusable="false">
  ${square.map((code, i) => svg`<rect class="pixel area-${code[0]} ${[0, 3, 6, 9, 12, 13, 10, 7].includes(i) ? 'on' : ''}" x=${(i % 4) * 9} y=${Math.floor(i / 4) * 9} width="7" height="7" rx="1.5"/>`)}
</svg>`;
