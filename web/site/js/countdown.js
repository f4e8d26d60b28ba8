/** The time left for a question. It informs; the server alone decides what was in time. */
import { html } from '/webjars/lit-html/lit-html.js';
import { serverClock } from './api.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const HIDDEN = 'pix.timer.hidden';
const hidden = () => {
  try { return localStorage.getItem(HIDDEN) === 'yes'; } catch { return false; }
};

/** Calls redraw every second until stopped, and announce 30 s and 10 s before the end and at the end. */
export class Countdown {
  constructor(answerBefore, redraw, announce) {
    this.end = Date.parse(answerBefore);
    this.redraw = redraw;
    this.announced = this.left();
    this.timer = setInterval(() => {
      const left = this.left();
      for (const mark of [30, 10, 0]) {
        if (this.announced > mark && left <= mark) announce(mark === 0 ? t('timer.over') : t('timer.left', { n: mark }));
      }
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
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    return html`
      <div class="countdown ${left <= 10 ? 'short' : ''}">
        ${icon('clock')}
        ${hidden() && left > 0
          ? html`<span>${t('timer.hidden')}</span>`
          : html`<span role="timer">${left === 0 ? t('timer.over') : html`<span class="visually-hidden">${t('timer.label')} </span>${clock}`}</span>`}
        ${left > 0 ? html`<button type="button" class="link-button" @click=${toggle}>${hidden() ? t('timer.show') : t('timer.hide')}</button>` : ''}
      </div>`;
  }
}
