import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';
import { inline, plain } from '../markdown.js';

/** Pairs, each left side with a list of the right sides: {pairs: {fieldId: choiceId}}. */
export const match = {
  begin: () => ({ pairs: {} }),
  missing: (question, response) =>
    question.fields.some(({ id }) => response.pairs[id] === undefined) ? 'question.missing.match' : undefined,
  read: (question) => [...question.fields.map((f) => plain(f.label)), ...question.choices.map((c) => plain(c.text))],
  view(question, response, change, { locked, lang }) {
    const join = (id, value) => {
      const pairs = { ...response.pairs };
      if (value === '') delete pairs[id];
      else pairs[id] = value;
      change({ pairs });
    };
    return html`
      <fieldset class="answers pairs" ?disabled=${locked}>
        <legend class="answer-legend">${t('question.legend.match')}</legend>
        ${question.fields.map(({ id, label }) => html`
          <div class="pair">
            <label for="pair-${id}" lang=${lang}>${inline(label, lang)}</label>
            <select id="pair-${id}" lang=${lang} @change=${(event) => join(id, event.target.value)}>
              <option value="" ?selected=${response.pairs[id] === undefined}>${t('question.pick')}</option>
              ${question.choices.map((c) => html`<option value=${c.id} ?selected=${live(response.pairs[id] === c.id)}>${plain(c.text)}</option>`)}
            </select>
          </div>`)}
      </fieldset>`;
  },
};
