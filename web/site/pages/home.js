import { html } from '/webjars/lit-html/lit-html.js';
import { framework } from '../js/framework.js';
import { t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { signedIn } from '../js/session.js';
import { emblem, tile } from '../js/tiles.js';

const page = openPage({ title: t('home.title'), current: 'home', wide: true });

const step = (n) => html`<li><h3>${t(`home.step${n}.title`)}</h3><p>${t(`home.step${n}.text`)}</p></li>`;

const view = (areas) => html`
  <section class="hero">
    <div class="hero-text">
      <h1>${t('home.heading')}</h1>
      <p class="lead">${t('home.lead')}</p>
      <p class="actions">
        ${signedIn()
          ? html`<a class="button primary large" href="/profile.html">${t('home.toProfile')}${icon('arrow-right')}</a>`
          : html`<a class="button primary large" href="/register.html">${t('home.start')}${icon('arrow-right')}</a>
              <a class="button large" href="/guide.html">${t('home.toGuide')}</a>`}
      </p>
    </div>
    <div class="hero-picture">${emblem()}</div>
  </section>

  <section class="band" aria-labelledby="how">
    <h2 id="how">${t('home.how')}</h2>
    <ol class="steps">${[1, 2, 3].map(step)}</ol>
  </section>

  <section class="skills" aria-labelledby="skills">
    <h2 id="skills">${t('home.skills')}</h2>
    <p class="skills-lead">${t('home.skillsLead')}</p>
    <div class="skills-areas" aria-busy=${areas ? 'false' : 'true'}>
      ${areas?.map((area) => html`
        <section class="skills-area area-${area.code}">
          <h3>${area.name}</h3>
          <ul>${area.competences.map(({ code, name }) => html`<li>${tile(code)}<span>${name}</span></li>`)}</ul>
        </section>`)}
    </div>
  </section>

  <section class="case">
    <div>
      <h2>${t('home.case')}</h2>
      <p>${t('home.caseText')}</p>
    </div>
    <a class="button on-dark large" href="/guide.html">${t('home.toGuide')}${icon('arrow-right')}</a>
  </section>`;

page.show(view());
// The page is worth reading without the list: where it cannot be had, nothing is said.
framework().then(({ areas }) => page.show(view(areas)), () => {});
