/** What came of an answer, and what there is to learn from it. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';

export const tones = { correct: 'right', partial: 'part', incorrect: 'wrong', skipped: 'neutral', late: 'wrong', withdrawn: 'neutral' };
export const signs = { correct: 'check', partial: 'half', incorrect: 'cross', skipped: 'dash', late: 'clock', withdrawn: 'dash' };

export const correctionView = (correction, lang) => html`
  <dl>
    ${correction.solution ? html`<div class="solution"><dt>${t('correction.solution')}</dt><dd lang=${lang}>${markdown(correction.solution, lang)}</dd></div>` : nothing}
    ${correction.explanation ? html`<div><dt>${t('correction.explanation')}</dt><dd lang=${lang}>${markdown(correction.explanation, lang)}</dd></div>` : nothing}
    ${correction.learnMore ? html`<div class="tip"><dt>${icon('bulb')}${t('correction.tip')}</dt><dd lang=${lang}>${markdown(correction.learnMore, lang)}</dd></div>` : nothing}
  </dl>`;
