import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';
import { inline, plain } from '../markdown.js';

/** One of several: {choice: id}. */
export const choice = {
  begin: () => ({ choice: null }),
  missing: (question, response) => (response.choice === null ? 'question.missing.choice' : undefined),
  read: (question) => question.choices.map((c) => plain(c.text)),
  view: (question, response, change, { locked, lang }) => html`
    <fieldset class="answers" ?disabled=${locked}>
      <legend class="answer-legend">${t('question.legend.choice')}</legend>
      ${question.choices.map(({ id, text }) => html`
        <label class="option">
          <input type="radio" name="choice" value=${id} .checked=${live(response.choice === id)} @change=${() => change({ choice: id })}>
          <span lang=${lang}>${inline(text, lang)}</span>
        </label>`)}
    </fieldset>`,
};
