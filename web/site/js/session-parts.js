/** How a certification session is shown wherever it is shown. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { day, hour, t } from './i18n.js';
import { icon } from './icons.js';

export const sessionAddress = (page, sessionId) => `/${page}.html?${new URLSearchParams({ session: sessionId })}`;

/** Day and hour. */
export const whenView = (startsAt) => html`
  <p class="when"><time datetime=${startsAt}><span class="when-day">${day(startsAt)}</span> <span class="when-hour">${hour(startsAt)}</span></time></p>`;

/** Centre, room and address. */
export const whereView = ({ centre, room, address }) => html`
  <p class="where">${centre ? html`<strong>${centre}</strong><br>` : nothing}${room ? html`${room} · ` : nothing}${address}</p>`;

const looks = {
  open: ['calendar', ''],
  running: ['play', 'lively'],
  finalised: ['clock', ''],
  published: ['check', 'good'],
  cancelled: ['cross', 'bad'],
};

/** The state of a session as a word with a sign. */
export const sessionState = (state) => {
  const [sign, look] = looks[state] ?? ['info', ''];
  return tag(t(`sessionState.${state}`), sign, look);
};

/** A word with a sign. look: "", "lively", "good", "warm" or "bad". */
export const tag = (text, sign, look = '') => html`<span class="tag ${look}">${icon(sign)}<span>${text}</span></span>`;

/** "Léa Martin", or that the account is gone. */
export const fullName = ({ givenName, familyName }) => (familyName ? `${givenName} ${familyName}` : t('person.gone'));

export const roleName = (role) => t(`role.${role}`);
