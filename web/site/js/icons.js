/** Icons of the interface: 20 × 20, drawn in the colour of the text around them, hidden from screen readers. */
import { html, svg } from '/webjars/lit-html/lit-html.js';

const line = (d) => svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

const drawings = {
  'arrow-right': line('M4 10h12M11 5l5 5-5 5'),
  'arrow-left': line('M16 10H4M9 5l-5 5 5 5'),
  up: line('M10 16V4M5 9l5-5 5 5'),
  down: line('M10 4v12M5 11l5 5 5-5'),
  check: line('M4 10.5l4 4 8-9'),
  cross: line('M5 5l10 10M15 5L5 15'),
  half: svg`<circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>`,
  dash: line('M4 10h12'),
  menu: line('M3 6h14M3 10h14M3 14h14'),
  download: line('M10 3v10M6 9l4 4 4-4M4 17h12'),
  clock: svg`<circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="2"/>${line('M10 6v4l3 2')}`,
  sound: svg`<path d="M3 8h3l4-3.5v11L6 12H3z" fill="currentColor"/>${line('M13 7.5a3.5 3.5 0 0 1 0 5M15 5a7 7 0 0 1 0 10')}`,
  stop: svg`<rect x="5" y="5" width="10" height="10" rx="1.5" fill="currentColor"/>`,
  pause: line('M7 5v10M13 5v10'),
  bulb: line('M7.5 13.5c-1.5-1-2.5-2.4-2.5-4.2a5 5 0 0 1 10 0c0 1.8-1 3.2-2.5 4.2zM8 17h4'),
  alert: line('M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.5v.1'),
  info: svg`<circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/>${line('M10 9.5v4M10 6.5v.1')}`,
  play: svg`<path d="M6 4l10 6-10 6z" fill="currentColor"/>`,
  calendar: line('M3 5.5h14v11H3zM3 9h14M7 3v4M13 3v4'),
  eye: svg`<path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><circle cx="10" cy="10" r="2" fill="currentColor"/>`,
  door: line('M5 17V3h10v14M3 17h14M12 10v.1'),
  mute: svg`<path d="M3 8h3l4-3.5v11L6 12H3z" fill="currentColor"/>${line('M13 8l4 4M17 8l-4 4')}`,
  hand: line('M10 3.5v7M10 16.5c-3 0-4-2-5.5-4.5M10 3.5a1.5 1.5 0 0 1 3 0V10M13 6a1.5 1.5 0 0 1 3 0v6c0 3-2 4.5-4.5 4.5H10M7 11V5.5a1.5 1.5 0 0 1 3 0'),
  people: line('M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.5 17c.5-3 2.5-5 5.5-5s5 2 5.5 5M13 3.5a3 3 0 0 1 0 5M14.5 12c2.2.5 3.5 2.5 4 5'),
  plus: line('M10 4v12M4 10h12'),
  file: line('M5 3h6l4 4v10H5zM11 3v4h4'),
};

export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
