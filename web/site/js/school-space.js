/** What the pages of one school share: which school and class they are about, and the way between them. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api } from './api.js';
import { t } from './i18n.js';

const asked = new URLSearchParams(location.search);
let className = asked.get('class') ?? '';

export const organisationId = asked.get('organisation') ?? '';

/** The class shown, or undefined for all of them. */
export const chosenClass = () => className || undefined;

/** Keeps the class in the address: a reload and the other pages show the same one. */
export function chooseClass(name) {
  className = name;
  history.replaceState(null, '', location.pathname + (name ? `?${new URLSearchParams({ organisation: organisationId, class: name })}` : `?${new URLSearchParams({ organisation: organisationId })}`));
}

const address = (place) => `/${place}.html?${new URLSearchParams({ organisation: organisationId, ...(className ? { class: className } : {}) })}`;

/** "students", "upload", "overview", "results" or "sessions", of this school. */
export const placeAddress = (place) => address(place === 'sessions' ? 'organisation-sessions' : place === 'students' ? 'school' : `school-${place}`);

/** Where one is, and where else one may go. A head brings students; teachers look. */
export const schoolNav = (organisation, current) => html`
  <p class="eyebrow"><a href="/staff.html">${t('staff.title')}</a></p>
  <p class="school-name">${organisation.name}, ${organisation.city}</p>
  <nav class="tabs" aria-label=${organisation.name}>
    ${['students', ...(organisation.role === 'head' ? ['upload'] : []), 'overview', 'results', 'sessions'].map((place) => html`
      <a href=${placeAddress(place)} aria-current=${place === current ? 'page' : nothing}>${t(`school.${place}`)}</a>`)}
  </nav>`;

/**
 * @param classes as listed by the server
 * @param none what it says where no class is chosen
 */
export const classField = (classes, none, onChange, chosen = className) => html`
  <div class="field class-field">
    <label for="class">${t('school.class')}</label>
    <select id="class" @change=${(event) => onChange(event.target.value)}>
      <option value="" ?selected=${!chosen}>${none}</option>
      ${classes.map((c) => html`<option value=${c.className} ?selected=${c.className === chosen}>${t('school.oneClass', { name: c.className, n: c.students })}</option>`)}
    </select>
  </div>`;

/** All students of a class. */
export async function studentsOf(name) {
  const all = [];
  let cursor;
  do {
    const found = await api.students(organisationId, { class: name, cursor });
    all.push(...found.students);
    cursor = found.cursor;
  } while (cursor);
  return all;
}

/** Whether an organisation has students of its own. */
export const hasStudents = ({ type }) => type !== 'centre';
