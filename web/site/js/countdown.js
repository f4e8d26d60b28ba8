/** The time left, for a question or an exam. It informs; the server alone decides what was in time. */
import { html } from '/webjars/lit-html/lit-html.js';
import { serverClock } from './api.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const HIDDEN = 'pix.timer.hidden';
const hidden = () => {
  try { return localStorage.getItem(HIDDEN) === 'yes'; } catch { return false; }
};

/**
 * Calls redraw every second until stopped, and announce(text, secondsLeft) at each of the marks, which are seconds
 * before the end. hiddenText stands in place of a clock the person does not want to see.
 */
export class Countdown {
  constructor(end, redraw, announce, { marks = [30, 10, 0], hiddenText = t('timer.hidden') } = {}) {
    this.end = Date.parse(end);
    this.redraw = redraw;
    this.marks = marks;
    this.hiddenText = hiddenText;
    this.announced = this.left();
    this.timer = setInterval(() => {
      const left = this.left();
      const passed = this.marks.filter((mark) => this.announced > mark && left <= mark).at(-1);
      if (passed !== undefined) announce(leftText(passed), passed);
      this.announced = left;
      if (left === 0) this.stop();
      redraw();
    }, 1000);
  }

  left() {
    return Math.max(0, Math.ceil((this.end - serverClock.now()) / 1000));
  }

  stop() {
    clearInterval(this.timer);
  }

  view() {
    const left = this.left();
    const toggle = () => {
      try { localStorage.setItem(HIDDEN, hidden() ? 'no' : 'yes'); } catch { /* Then it stays as it is. */ }
      this.redraw();
    };
    const two = (n) => String(n).padStart(2, '0');
    const hours = Math.floor(left / 3600);
    const minutes = Math.floor(left / 60) % 60;
    const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`;
    return html`
      <div class="countdown ${left <= 10 ? 'short' : ''}">
        ${icon('clock')}
        ${hidden() && left > 0
          ? html`<span>${this.hiddenText}</span>`
          : html`<span role="timer">${left === 0 ? t('timer.over') : html`<span class="visually-hidden">${t('timer.label')} </span>${clock}`}</span>`}
        ${left > 0 ? html`<button type="button" class="link-button" @click=${toggle}>${hidden() ? t('timer.show') : t('timer.hide')}</button>` : ''}
      </div>`;
  }
}

function leftText(seconds) {
  if (seconds === 0) return t('timer.over');
  return seconds % 60 === 0 ? t('timer.minutesLeft', { n: seconds / 60 }) : t('timer.left', { n: seconds });
}
