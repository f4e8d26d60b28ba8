/** A profile: total, radar, sixteen bars by area, likelihoods on demand, and all of it as a table. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { levelBar, likelihoods, meter } from './bars.js';
import { number, t, time } from './i18n.js';
import { icon } from './icons.js';
import { radar } from './radar.js';
import { tile } from './tiles.js';

const whole = (level) => Math.min(8, Math.max(0, Math.floor(level + 1e-9)));

/** "entre les niveaux 2 et 4" or "niveau 3". */
export function intervalText([low, high]) {
  const from = whole(low);
  const to = whole(high);
  return from === to ? t('profile.surely', { n: from }) : t('profile.between', { low: from, high: to });
}

export const measuredAny = (profile) => profile.competences.some((c) => c.answers > 0) || profile.updatedAt !== undefined;

/** The total and the global level. */
export function totalView(profile, framework) {
  const level = profile.globalLevel ?? 0;
  const next = framework.next(level);
  const floor = level > 0 ? framework.levels[level - 1].minPix : 0;
  const pix = Math.floor(profile.pix);
  return html`
    <section class="total" aria-labelledby="total-title">
      <h2 id="total-title" class="eyebrow">${t('profile.total')}</h2>
      <p class="total-pix"><strong>${number(pix)}</strong> <span>pix</span></p>
      <p class="total-level">${level > 0 ? t('profile.globalLevel', { n: level, name: framework.levelName(level) }) : t('profile.noLevel')}</p>
      ${next
        ? html`${meter((profile.pix - floor) / (next.minPix - floor), t('profile.way'), t('profile.toNext', { n: Math.max(1, next.minPix - pix), level: next.level }))}
            <p class="total-next">${t('profile.toNext', { n: Math.max(1, next.minPix - pix), level: next.level })}</p>`
        : nothing}
      <p class="total-certifiable ${profile.certifiable ? 'yes' : ''}">${icon(profile.certifiable ? 'check' : 'info')}<span>${t(profile.certifiable ? 'profile.certifiable' : 'profile.notCertifiable')}<br><a href="/bookings.html">${t('bookings.title')}</a></span></p>
    </section>`;
}

/** One or two sentences for those who do not see the radar. */
function summary(profile, framework) {
  const byPix = [...profile.competences].sort((a, b) => b.pix - a.pix);
  const name = (c) => framework.competence(c.code);
  return t('radar.summary', { best: name(byPix[0]), bestLevel: byPix[0].level, least: name(byPix.at(-1)), leastLevel: byPix.at(-1).level });
}

export const radarView = (profile, framework) => html`
  <figure class="radar-figure">
    ${radar(profile.competences, summary(profile, framework))}
    <figcaption>
      <ul class="legend">
        <li><svg class="legend-sign" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><path class="radar-levels" d="M1 6h22"/><circle class="radar-point measured" cx="12" cy="6" r="4"/></svg>${t('profile.legend.measured')}</li>
        <li><svg class="legend-sign" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><path class="radar-levels" d="M1 6h22"/><circle class="radar-point inferred" cx="12" cy="6" r="4"/></svg>${t('profile.legend.inferred')}</li>
        <li><svg class="legend-sign" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect class="radar-band" width="24" height="12" rx="2"/></svg>${t('profile.legend.interval')}</li>
      </ul>
    </figcaption>
  </figure>`;

/** action(code) gives the button of a competence, or nothing. */
export function barsView(profile, framework, action = () => nothing) {
  const byCode = new Map(profile.competences.map((c) => [c.code, c]));
  return framework.areas.map((area) => html`
    <section class="area area-${area.code}" aria-labelledby="area-${area.code}">
      <h3 id="area-${area.code}" class="area-name">${area.name}</h3>
      <ul class="competences">
        ${area.competences.map(({ code, name }) => competenceView(byCode.get(code), name, action))}
      </ul>
    </section>`);
}

function competenceView(c, name, action) {
  return html`
    <li class="competence" data-competence=${c.code}>
      ${tile(c.code)}
      <h4 class="competence-name"><span class="code">${c.code}</span> ${name}</h4>
      <p class="competence-level"><strong>${t('profile.levelN', { n: c.level })}</strong><span class="pix-count">${t('profile.pixN', { n: Math.floor(c.pix) })}</span></p>
      <div class="competence-bar">${levelBar({ code: c.code, level: c.pix / 8, interval: c.interval, measured: c.measured })}</div>
      <p class="competence-note">
        <span>${intervalText(c.interval)}</span>
        <span class="chip ${c.measured ? 'measured' : 'inferred'}">${c.measured ? t('profile.measured', { n: c.answers }) : t('profile.inferred')}</span>
      </p>
      <div class="competence-more">
        <details>
          <summary aria-label=${t('profile.likelihoodsOf', { name })}>${t('profile.likelihoods')}</summary>
          ${likelihoods(c.code, c.probabilities)}
        </details>
        ${action(c.code, name)}
      </div>
    </li>`;
}

/** Everything above in one table. */
export const tableView = (profile, framework) => html`
  <details class="as-table">
    <summary>${t('profile.asTable')}</summary>
    <div class="doc-scroll" role="region" tabindex="0" aria-label=${t('profile.asTable')}>
      <table class="plain-table">
        <caption>${profile.updatedAt ? t('profile.updated', { time: time(profile.updatedAt) }) : t('profile.title')}</caption>
        <thead><tr><th scope="col">${t('profile.competence')}</th><th scope="col">${t('profile.level')}</th><th scope="col">Pix</th><th scope="col">${t('profile.interval')}</th><th scope="col">${t('profile.how')}</th></tr></thead>
        <tbody>
          ${profile.competences.map((c) => html`<tr>
            <th scope="row">${c.code} ${framework.competence(c.code)}</th><td class="numeric">${c.level}</td><td class="numeric">${Math.floor(c.pix)}</td>
            <td>${t('profile.fromTo', { low: number(Math.max(0, c.interval[0]), 1), high: number(c.interval[1], 1) })}</td>
            <td>${c.measured ? t('profile.measured', { n: c.answers }) : t('profile.inferred')}</td></tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;

/** The whole, in two columns where there is room. */
export const profileView = (profile, framework, action) => html`
  <div class="profile">
    <div class="profile-side">
      ${totalView(profile, framework)}
      ${radarView(profile, framework)}
    </div>
    <div class="profile-main">
      <h2 class="visually-hidden">${t('profile.byCompetence')}</h2>
      ${barsView(profile, framework, action)}
      ${tableView(profile, framework)}
    </div>
  </div>`;
