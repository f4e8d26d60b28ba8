/**
 * Language. Every text of the interface stands in /i18n/fr.js and /i18n/en.js under the same key; texts that come from
 * the server arrive in the language asked for (Accept-Language) or as {fr, en}.
 */
import fr from '/i18n/fr.js';
import en from '/i18n/en.js';
import { typographic } from './typography.js';

/** "fr" or "en", decided by start.js before the first paint. */
export const language = document.documentElement.lang === 'en' ? 'en' : 'fr';
export const otherLanguage = language === 'fr' ? 'en' : 'fr';
const texts = language === 'fr' ? fr : en;
const plural = new Intl.PluralRules(language);

/**
 * The text of a key. "{name}" is replaced by the value of that name; a text written as {one, other} is chosen by the
 * value called n.
 */
export function t(key, values = {}) {
  let text = texts[key];
  if (text === undefined) throw new Error(`No text for ${key}`);
  if (typeof text === 'object') text = text[plural.select(values.n)] ?? text.other;
  return typographic(text, language).replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === 'number' ? number(values[name]) : String(values[name])));
}

/** Whether there is a text: for keys made of a value that the server sent. */
export const has = (key) => key in texts;

/** The side of a {fr, en} in this language. */
export const inLanguage = (text) => typographic(text[language], language);

export const number = (value, digits = 0) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

export const percent = (share) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** The first of a month is an ordinal number in French, which the browsers' formats do not know. */
const formatted = (iso, options) => {
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options).format(new Date(iso));
  return language === 'fr' ? text.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : text;
};

/** "14 mai 2011", of an ISO date or time. */
export const date = (iso) => formatted(iso, { dateStyle: 'long', ...(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? { timeZone: 'UTC' } : {}) });

export const time = (iso) => formatted(iso, { dateStyle: 'long', timeStyle: 'short' });

/** "mardi 1er décembre 2026", of an ISO time, where the person is. */
export const day = (iso) => formatted(iso, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "14:30". */
export const hour = (iso) => formatted(iso, { hour: '2-digit', minute: '2-digit' });

/** Keeps the choice and shows the page again in the other language. */
export function speak(tag) {
  try {
    localStorage.setItem('pix.language', tag);
  } catch {
    // Private windows of some browsers refuse storage: the choice then lasts for one page.
  }
  location.reload();
}
