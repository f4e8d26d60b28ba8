/**
 * The frame of every page: skip link, header with navigation and language, main, footer with display settings, the
 * live region, and what is shown while loading or when something failed.
 *
 *   const page = openPage({ title: t('profile.title'), current: 'profile', learner: true });
 *   page.load(async () => page.show(view(await api.profile())));
 */
import { html, nothing, render } from '/webjars/lit-html/lit-html.js';
import { Problem, Unreachable } from './api.js';
import { language, otherLanguage, speak, t } from './i18n.js';
import { icon } from './icons.js';
import { isStaff, knownStaff } from './memberships.js';
import { signedIn, signInAddress, signOut } from './session.js';
import { mark } from './tiles.js';

/**
 * @param title of the page, in the person's language; the browser's title becomes "title – pix"
 * @param current the navigation entry that is this page: "guide", "profile", "bookings", "certificates", "verify", "staff", "account", "sign-in", "register"
 * @param learner true where one must be signed in: others are sent to sign in and come back
 * @param wide true where the page uses the whole width and lays out its own columns
 */
export function openPage({ title, current = '', learner = false, wide = false }) {
  if (learner && !signedIn()) {
    location.replace(signInAddress());
  }
  document.title = `${title} – pix`;
  render(frame(current, wide, knownStaff()), document.body);
  // Elsewhere than on a learner's page an ended session is no reason to send anybody to sign in.
  if (learner && signedIn()) isStaff().then((staff) => render(frame(current, wide, staff), document.body));
  const main = document.getElementById('main');
  const live = document.getElementById('live');
  const banner = document.getElementById('banner');
  let speaking;
  let waiting;

  const page = {
    main,

    /** Replaces what the page shows. Called as often as one likes: only what differs is touched. */
    show(content) {
      clearTimeout(waiting);
      render(content, main);
    },

    title(text) {
      document.title = `${text} – pix`;
    },

    /** Says something to screen readers without moving the focus. */
    announce(text) {
      live.textContent = '';
      clearTimeout(speaking);
      speaking = setTimeout(() => { live.textContent = text; }, 60);
    },

    /** A message above the content, or nothing: {tone: "info" | "right" | "wrong", text, loud?, action?, onAction?}. */
    banner(message) {
      render(message ? bannerView(message) : nothing, banner);
    },

    /** Runs work; meanwhile says so, and offers to try again where it failed. */
    async load(work) {
      clearTimeout(waiting);
      waiting = setTimeout(() => page.show(loading()), 250);
      try {
        await work();
      } catch (error) {
        page.fail(error, () => page.load(work));
      } finally {
        clearTimeout(waiting);
      }
    },

    /** The page could not be shown. */
    fail(error, retry) {
      if (!(error instanceof Problem || error instanceof Unreachable)) {
        console.error(error);
      }
      page.show(failure(error, retry));
      page.title(main.querySelector('h1').textContent);
      page.focus('h1');
    },

    /** Moves the focus to what is new, for keyboards and screen readers. */
    focus(selector) {
      const target = main.querySelector(selector);
      if (!target) return;
      if (!target.matches('a, button, input, select, textarea, summary')) target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'nearest' });
    },
  };
  return page;
}

const link = (address, label, here, look = '') =>
  html`<li><a class="nav-link ${look}" href=${address} aria-current=${here ? 'page' : nothing}>${label}</a></li>`;

function frame(current, wide, staff) {
  return html`
    <a class="skip" href="#main" @click=${skip}>${t('frame.skip')}</a>
    <header class="header">
      <div class="header-inner">
        <a class="logo" href="/" aria-label=${t('frame.home')}>${mark()}<span aria-hidden="true">pix</span></a>
        <button type="button" class="menu-button" aria-expanded="false" aria-controls="nav" @click=${toggleMenu}>
          ${icon('menu')}<span>${t('frame.menu')}</span>
        </button>
        <nav id="nav" class="nav" aria-label=${t('frame.nav')}>
          <ul>
            ${link('/guide.html', t('nav.guide'), current === 'guide')}
            ${signedIn()
              ? [
                  link('/profile.html', t('nav.profile'), current === 'profile'),
                  link('/bookings.html', t('nav.bookings'), current === 'bookings'),
                  link('/certificates.html', t('nav.certificates'), current === 'certificates'),
                  staff ? link('/staff.html', t('nav.staff'), current === 'staff') : nothing,
                  link('/account.html', t('nav.account'), current === 'account'),
                  html`<li><button type="button" class="nav-link" @click=${leave}>${t('nav.signOut')}</button></li>`,
                ]
              : [
                  link('/verify.html', t('nav.verify'), current === 'verify'),
                  link('/sign-in.html', t('nav.signIn'), current === 'sign-in'),
                  link('/register.html', t('nav.register'), current === 'register', 'nav-strong'),
                ]}
            <li class="nav-language">
              <button type="button" class="nav-link" lang=${otherLanguage} @click=${() => speak(otherLanguage)}>
                ${otherLanguage === 'fr' ? 'Français' : 'English'}
              </button>
            </li>
          </ul>
        </nav>
      </div>
    </header>
    <div id="banner" class="banner-place"></div>
    <main id="main" class=${wide ? 'main wide' : 'main'} tabindex="-1"></main>
    <footer class="footer">
      <div class="footer-inner">
        <p class="footer-line">${t('frame.promise')}</p>
        <label class="look">
          <span>${t('frame.look')}</span>
          <select @change=${(event) => look(event.target.value)}>
            ${['auto', 'light', 'dark', 'contrast'].map(
              (value) => html`<option value=${value} ?selected=${chosenLook() === value}>${t(`frame.look.${value}`)}</option>`,
            )}
          </select>
        </label>
      </div>
    </footer>
    <div id="live" class="visually-hidden" role="status" aria-live="polite"></div>`;
}

// A link to #main would change the address, and with it what "back" does.
function skip(event) {
  event.preventDefault();
  const main = document.getElementById('main');
  main.focus();
  main.scrollIntoView();
}

function toggleMenu(event) {
  const button = event.currentTarget;
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
}

function leave() {
  signOut();
  location.assign('/');
}

function chosenLook() {
  try {
    return localStorage.getItem('pix.look') ?? 'auto';
  } catch {
    return 'auto';
  }
}

function look(value) {
  try {
    localStorage.setItem('pix.look', value);
  } catch {
    // Without storage there is nothing to remember it by.
  }
  dispatchEvent(new Event('pix:look'));
}

const bannerView = ({ tone = 'info', text, loud = false, action, onAction }) => html`
  <div class="banner ${tone} ${loud ? 'loud' : ''}" role=${tone === 'wrong' ? 'alert' : 'status'}>
    ${icon(tone === 'wrong' ? 'alert' : tone === 'right' ? 'check' : 'info')}
    <p>${text}</p>
    ${action ? html`<button type="button" class="button small" @click=${onAction}>${action}</button>` : nothing}
  </div>`;

export const loading = () => html`<p class="loading" role="status"><span class="loading-dots" aria-hidden="true"><i></i><i></i><i></i><i></i></span>${t('frame.loading')}</p>`;

function failure(error, retry) {
  if (error instanceof Problem && error.status === 404) return notFound();
  const away = error instanceof Unreachable;
  return html`
    <section class="message">
      ${brokenTiles()}
      <h1>${away ? t('failure.away.title') : t('failure.title')}</h1>
      <p class="lead">${away ? t('failure.away.text') : error instanceof Problem && error.title ? error.title : t('failure.text')}</p>
      <p class="actions">
        <button type="button" class="button primary" @click=${retry}>${t('failure.retry')}</button>
        <a class="button" href="/">${t('failure.home')}</a>
      </p>
    </section>`;
}

export const notFound = () => html`
  <section class="message">
    ${brokenTiles()}
    <h1>${t('notFound.title')}</h1>
    <p class="lead">${t('notFound.text')}</p>
    <p class="actions">
      <a class="button primary" href="/">${t('failure.home')}</a>
      ${signedIn() ? html`<a class="button" href="/profile.html">${t('nav.profile')}</a>` : html`<a class="button" href="/guide.html">${t('nav.guide')}</a>`}
    </p>
  </section>`;

/** The emblem with a tile out of place. */
const brokenTiles = () => html`<svg class="broken" viewBox="0 0 124 92" aria-hidden="true" focusable="false">
  ${[0, 1, 2, 3, 4, 5, 6, 7].map((i) => html`<svg class="area-${(i % 5) + 1}" x=${(i % 3) * 32} y=${Math.floor(i / 3) * 32} width="28" height="28"><rect class="tile-fill" width="28" height="28" rx="4"/></svg>`)}
  <rect class="broken-place" x="65" y="65" width="26" height="26" rx="4"/>
  <g class="area-3" transform="rotate(14 106 74)"><rect class="tile-fill" x="94" y="58" width="28" height="28" rx="4"/></g>
</svg>`;
