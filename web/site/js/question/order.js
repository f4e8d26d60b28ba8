import { html } from '/webjars/lit-html/lit-html.js';
import { repeat } from '/webjars/lit-html/directives/repeat.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { inline, plain } from '../markdown.js';

/** Things to put in order, moved by buttons: {order: [id, …]}. */
export const order = {
  begin: (question) => ({ order: question.choices.map(({ id }) => id) }),
  missing: () => undefined,
  read: (question) => question.choices.map((c) => plain(c.text)),
  view(question, response, change, { locked, announce, lang }) {
    const texts = Object.fromEntries(question.choices.map(({ id, text }) => [id, text]));
    const last = response.order.length - 1;
    const move = (from, to) => {
      const moved = [...response.order];
      const [id] = moved.splice(from, 1);
      moved.splice(to, 0, id);
      change({ order: moved });
      announce(t('question.moved', { text: plain(texts[id]), n: to + 1, of: moved.length }));
      // The row was moved in the page, which takes the focus away from its button: give it back, or to the other
      // button of the row where this one has come to the end of its way.
      const row = document.getElementById(`order-${id}`);
      const [up, down] = row.querySelectorAll('button');
      const wanted = to < from ? up : down;
      (wanted.disabled ? (wanted === up ? down : up) : wanted).focus();
    };
    const button = (id, from, to, direction) => html`
      <button type="button" class="move" ?disabled=${locked || to < 0 || to > last} @click=${() => move(from, to)}
        aria-label=${t(`question.${direction}`, { text: plain(texts[id]) })}>${icon(direction)}</button>`;
    return html`
      <fieldset class="answers" ?disabled=${locked}>
        <legend class="answer-legend">${t('question.legend.order')}</legend>
        <ol class="order">
          ${repeat(response.order, (id) => id, (id, i) => html`
            <li id="order-${id}">
              <span class="order-place" aria-hidden="true">${i + 1}</span>
              <span class="order-text" lang=${lang}>${inline(texts[id], lang)}</span>
              <span class="order-moves">${button(id, i, i - 1, 'up')}${button(id, i, i + 1, 'down')}</span>
            </li>`)}
        </ol>
      </fieldset>`;
  },
};
