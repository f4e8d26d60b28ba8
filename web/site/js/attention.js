/**
 * Tells the invigilator that the candidate left the exam's window and came back. Nothing is judged here; what could
 * not be sent is kept and sent later, in order, with the time at which it happened.
 */
import { api, Problem, serverClock } from './api.js';
import { keep, keptValue } from './kept.js';

export class Attention {
  #away = false;
  #sending = false;
  #watching = false;

  constructor(assessmentId) {
    this.assessmentId = assessmentId;
    this.key = `pix.signals.${assessmentId}`;
    const waiting = keptValue(this.key) ?? [];
    this.#away = keptValue(`${this.key}.away`) === true;
    this.lose = () => this.#note(true);
    this.look = () => { if (!document.hidden && document.hasFocus()) this.#note(false); };
    this.turn = () => (document.hidden ? this.lose() : this.look());
    if (waiting.length > 0) this.flush();
  }

  /** Watches while the exam runs. A page that was left by a reload says at once that it is back. */
  watch(on) {
    if (on === this.#watching) return;
    this.#watching = on;
    const bind = on ? 'addEventListener' : 'removeEventListener';
    window[bind]('blur', this.lose);
    window[bind]('focus', this.look);
    window[bind]('pagehide', this.lose);
    document[bind]('visibilitychange', this.turn);
    if (on) this.turn();
  }

  #note(away) {
    if (away === this.#away) return;
    this.#away = away;
    keep(`${this.key}.away`, away || null);
    const signal = { kind: away ? 'focus-lost' : 'focus-back', at: new Date(serverClock.now()).toISOString() };
    keep(this.key, [...(keptValue(this.key) ?? []), signal].slice(-100));
    this.flush();
  }

  async flush() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let waiting = keptValue(this.key) ?? []; waiting.length > 0; waiting = keptValue(this.key) ?? []) {
        await api.signal(this.assessmentId, waiting[0]).catch((error) => {
          if (!(error instanceof Problem)) throw error; // No reply: it is tried again with the next signal or look.
        });
        keep(this.key, (keptValue(this.key) ?? []).slice(1));
      }
    } catch {
      // Kept.
    }
    this.#sending = false;
  }
}
