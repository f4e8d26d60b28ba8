/**
 * Asking one question at a time, in a test as in an exam. Whatever happens to the network, an answer that was sent is
 * kept on this device until the server has confirmed it, and sent again as it was: the server takes the same answer
 * twice as one.
 */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { keyed } from '/webjars/lit-html/directives/keyed.js';
import { api, Unreachable } from './api.js';
import { Countdown } from './countdown.js';
import { attachments, documents } from './documents.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { keep, keptValue } from './kept.js';
import { markdown, plain } from './markdown.js';
import { kinds } from './question/index.js';
import { canSpeak, onVoices, silence, speak } from './speech.js';
import { tile } from './tiles.js';

export class Asking {
  question = null;
  response = null;
  sending = null; // null | "sending" | "waiting" (for the server to come back)
  #missing = null; // key of what is still to do
  #countdown = null;
  #speaking = false;
  #hurry = () => {};

  /**
   * @param page what openPage gave
   * @param assessmentId whose questions these are
   * @param names the framework
   * @param tongue () => the language of the question
   * @param draw shows the page again
   * @param settled (reply) => the server has taken the answer
   * @param refused async (problem) => whether the page has dealt with it; otherwise the person changes the answer
   */
  constructor({ page, assessmentId, names, tongue, draw, settled, refused }) {
    Object.assign(this, { page, assessmentId, names, tongue, draw, settled, refused });
    this.draftKey = `pix.draft.${assessmentId}`;
    this.sentKey = `pix.sent.${assessmentId}`;
    onVoices(() => { if (page.main.querySelector('.question')) draw(); });
  }

  ask(question) {
    this.rest();
    this.question = question;
    this.sending = null;
    this.#missing = null;
    const draft = keptValue(this.draftKey);
    this.response = about(draft, question) ? draft.response : kinds[question.kind].begin(question);
    if (question.answerBefore) this.#countdown = new Countdown(question.answerBefore, this.draw, this.page.announce);
    this.page.title(t('test.question', { n: question.sequence }));
    this.draw();
  }

  /** Asks the pending question; what was on its way when the page was left is sent again. */
  resume(question) {
    const onItsWay = keptValue(this.sentKey);
    this.ask(question);
    if (about(onItsWay, question)) {
      if (!onItsWay.response.skip) this.response = onItsWay.response;
      this.#send(onItsWay);
    } else {
      keep(this.sentKey, null);
    }
  }

  /** No clock runs and no voice reads any more. */
  rest() {
    this.#countdown?.stop();
    this.#countdown = null;
    silence();
    this.#speaking = false;
  }

  /** The question has its answer, here or elsewhere. */
  forget() {
    keep(this.sentKey, null);
    keep(this.draftKey, null);
    this.sending = null;
  }

  /**
   * @param closed no answer is taken (any more)
   * @param after what stands below the question
   */
  view({ closed = false, after = nothing } = {}) {
    const { question, response } = this;
    const { sequence, competence } = question;
    const lang = this.tongue();
    const locked = Boolean(this.sending || closed);
    return keyed(`${sequence}/${question.itemId}`, html`
      <article class="question card">
        <div class="question-top">
          <p class="question-competence area-${competence?.[0]}">${competence ? html`${tile(competence)}<span>${this.names.competence(competence)}</span>` : nothing}</p>
          <div class="question-tools">
            ${this.#countdown && !closed ? this.#countdown.view() : nothing}
            ${canSpeak() ? html`<button type="button" class="button small" @click=${() => this.#read()}>${icon(this.#speaking ? 'stop' : 'sound')}${t(this.#speaking ? 'test.silence' : 'test.read')}</button>` : nothing}
          </div>
        </div>
        <h1 class="question-number">${t('test.question', { n: sequence })}</h1>
        <div class="question-text" lang=${lang}>${markdown(question.text, lang)}</div>
        <div lang=${lang}>${documents(question.documents, lang)}</div>
        ${attachments(question.attachments)}
        <form novalidate @submit=${(event) => this.#submit(event)} aria-label=${t('test.yourAnswer')}>
          ${kinds[question.kind].view(question, response, (changed) => this.#change(changed), { locked, announce: this.page.announce, lang })}
          ${this.#missing ? html`<p class="error" role="alert">${icon('alert')}<span>${t(this.#missing)}</span></p>` : nothing}
          ${closed ? nothing : html`
            <p class="actions question-actions">
              <button type="submit" class="button primary large" aria-disabled=${this.sending ? 'true' : nothing}>${this.sending === 'waiting' ? t('test.kept') : this.sending ? t('form.sending') : t('test.submit')}</button>
              <button type="button" class="button large quiet" aria-disabled=${this.sending ? 'true' : nothing} @click=${() => this.#skip()}>${t('test.skip')}</button>
            </p>`}
        </form>
      </article>
      ${after}`);
  }

  #change(response) {
    this.response = response;
    this.#missing = null;
    keep(this.draftKey, { ...this.#place(), response });
    this.draw();
  }

  #place() {
    return { sequence: this.question.sequence, itemId: this.question.itemId };
  }

  #submit(event) {
    event.preventDefault();
    if (this.sending) return;
    this.#missing = kinds[this.question.kind].missing(this.question, this.response) ?? null;
    if (this.#missing) {
      this.draw();
      const controls = [...this.page.main.querySelectorAll('.answers :is(input, select, button)')];
      (controls.find(empty) ?? controls[0])?.focus();
      return;
    }
    this.#send({ ...this.#place(), response: this.response });
  }

  #skip() {
    if (!this.sending) this.#send({ ...this.#place(), response: { skip: true } });
  }

  async #send(answer) {
    const { page } = this;
    this.sending = 'sending';
    keep(this.sentKey, answer);
    silence();
    this.draw();
    for (let failures = 0; ; failures++) {
      try {
        const reply = await api.answer(this.assessmentId, answer);
        page.banner(null);
        this.#countdown?.stop();
        this.forget();
        this.settled(reply);
        return;
      } catch (error) {
        if (error instanceof Unreachable) {
          this.sending = 'waiting';
          page.banner({ tone: 'wrong', text: t('test.away'), action: t('failure.retry'), onAction: () => this.#hurry() });
          this.draw();
          await this.#patience(failures);
          continue;
        }
        page.banner(null);
        this.sending = null;
        if (await this.refused(error)) return;
        // The server refuses this answer as it stands: it can be changed and sent again.
        keep(this.sentKey, null);
        page.banner({ tone: 'wrong', text: error.errors?.[0]?.detail ?? error.title ?? t('failure.text') });
        this.draw();
        return;
      }
    }
  }

  /** Waits longer after each failure, at most half a minute; less where the person or the browser says the way is free. */
  #patience(failures) {
    return new Promise((resolve) => {
      const wait = setTimeout(resolve, Math.min(30_000, 2000 * 2 ** failures));
      this.#hurry = () => { clearTimeout(wait); resolve(); };
      addEventListener('online', this.#hurry, { once: true });
    });
  }

  /** The way is free again: what waits is sent now. */
  hurry() {
    this.#hurry();
  }

  #read() {
    if (this.#speaking) {
      silence();
      return;
    }
    this.#speaking = true;
    this.draw();
    const { main } = this.page;
    const seen = [...main.querySelectorAll('.question .doc img')].map((img) => img.alt);
    const shown = [...main.querySelectorAll('.question .doc:not(.doc-picture)')].map((doc) => doc.innerText);
    const { question } = this;
    speak([plain(question.text), ...shown, ...seen, ...kinds[question.kind].read(question)], this.tongue(), () => {
      this.#speaking = false;
      this.draw();
    });
  }
}

/** Whether a control waits for something; a box that is not ticked may be meant so. */
const empty = (control) => control.matches('select, input:not([type=radio], [type=checkbox])') && !control.value.trim();

const about = (kept, question) => kept !== null && kept.sequence === question.sequence && kept.itemId === question.itemId;
