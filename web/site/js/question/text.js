import { html } from '/webjars/lit-html/lit-html.js';
import { live } from '/webjars/lit-html/directives/live.js';
import { t } from '../i18n.js';

/** One typed line: {text}. A number is typed too, with its unit where one likes: the server reads both decimal marks. */
const typed = (mode) => ({
  begin: () => ({ text: '' }),
  missing: (question, response) => (response.text.trim() === '' ? `question.missing.${mode}` : undefined),
  read: () => [],
  view: (question, response, change, { locked, lang }) => html`
    <div class="answers field">
      <label for="answer">${t(`question.legend.${mode}`)}</label>
      <input id="answer" type="text" name="answer" class=${mode === 'number' ? 'number-input' : 'wide-input'} lang=${lang} ?disabled=${locked}
        inputmode=${mode === 'number' ? 'decimal' : 'text'} autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="500"
        .value=${live(response.text)} @input=${(event) => change({ text: event.target.value })}>
    </div>`,
});

export const text = typed('text');
export const number = typed('number');
