import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';
import { inline, plain } from '../markdown.js';

/** Any of several: {choices: [id, …]}, in the order shown. */
export const choices = {
  begin: () => ({ choices: [] }),
  missing: (question, response) => (response.choices.length === 0 ? 'question.missing.choices' : undefined),
  read: (question) => question.choices.map((c) => plain(c.text)),
  view(question, response, change, { locked, lang }) {
    const toggle = (id, on) =>
      change({ choices: question.choices.map((c) => c.id).filter((c) => (c === id ? on : response.choices.includes(c))) });
    return html`
      <fieldset class="answers" ?disabled=${locked}>
        <legend class="answer-legend">${t('question.legend.choices')}</legend>
        ${question.choices.map(({ id, text }) => html`
          <label class="option">
            <input type="checkbox" name="choices" value=${id} .checked=${live(response.choices.includes(id))} @change=${(event) => toggle(id, event.target.checked)}>
            <span lang=${lang}>${inline(text, lang)}</span>
          </label>`)}
      </fieldset>`;
  },
};
