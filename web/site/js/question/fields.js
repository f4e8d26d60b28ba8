import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';
import { inline, plain } from '../markdown.js';

/** Several blanks, typed or picked from a list: {fields: {id: text}}. */
export const fields = {
  begin: (question) => ({ fields: Object.fromEntries(question.fields.map(({ id }) => [id, ''])) }),
  missing: (question, response) =>
    question.fields.some(({ id }) => (response.fields[id] ?? '').trim() === '') ? 'question.missing.fields' : undefined,
  read: (question) => question.fields.flatMap(({ label, options }) => [plain(label), ...(options ?? []).map(plain)]),
  view(question, response, change, { locked, lang }) {
    const put = (id, value) => change({ fields: { ...response.fields, [id]: value } });
    return html`
      <fieldset class="answers" ?disabled=${locked}>
        <legend class="answer-legend">${t('question.legend.fields')}</legend>
        ${question.fields.map(({ id, label, options }) => html`
          <div class="field">
            <label for="field-${id}" lang=${lang}>${inline(label, lang)}</label>
            ${options?.length
              ? html`<select id="field-${id}" class="wide-input" lang=${lang} @change=${(event) => put(id, event.target.value)}>
                  <option value="" ?selected=${!response.fields[id]}>${t('question.pick')}</option>
                  ${options.map((option) => html`<option value=${option} ?selected=${live(response.fields[id] === option)}>${plain(option)}</option>`)}
                </select>`
              : html`<input id="field-${id}" type="text" class="wide-input" lang=${lang} autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="500"
                  .value=${live(response.fields[id] ?? '')} @input=${(event) => put(id, event.target.value)}>`}
          </div>`)}
      </fieldset>`;
  },
};
