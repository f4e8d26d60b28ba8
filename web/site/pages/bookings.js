/** My seats: what is to come, what was cancelled, what came out of it. */
import { html, nothing } from '/webjars/lit-html/lit-html.js';
import { api, Problem } from '../js/api.js';
import { areaField, formError } from '../js/forms.js';
import { date, day, hour, t } from '../js/i18n.js';
import { icon } from '../js/icons.js';
import { openPage } from '../js/page.js';
import { sessionAddress, sessionState, tag, whenView, whereView } from '../js/session-parts.js';

const page = openPage({ title: t('bookings.title'), current: 'bookings', learner: true });

let bookings;
let open = null; // {sessionId, what: "cancel" | "appeal", busy, error}

const key = (booking) => `[data-session="${CSS.escape(booking.sessionId)}"]`;
const ahead = (booking) => booking.sessionState === 'open' || booking.sessionState === 'running';

function unfold(booking, what) {
  open = { sessionId: booking.sessionId, what };
  draw();
  page.focus(what === 'appeal' ? '#appeal' : `${key(booking)} .ask button`);
}

function fold(booking) {
  open = null;
  draw();
  page.focus(`${key(booking)} .session-title`);
}

/** Does it, asks for the list again and says so. */
async function act(work, said, booking) {
  if (open.busy) return;
  open = { ...open, busy: true, error: '' };
  draw();
  try {
    await work();
    open = null;
    bookings = (await api.bookings()).bookings;
    draw();
    page.banner({ tone: 'right', text: said });
    page.focus(bookings.some((b) => b.sessionId === booking.sessionId) ? `${key(booking)} .session-title` : 'h1');
  } catch (error) {
    if (open) open = { ...open, busy: false, error: error instanceof Problem ? (error.errors[0]?.detail ?? error.title) : t('failure.away.form') };
    draw();
  }
}

const giveBack = (booking) => act(() => api.cancelBooking(booking.sessionId), t('bookings.cancelled', { day: day(booking.startsAt) }), booking);

function appeal(event, booking) {
  event.preventDefault();
  const text = event.currentTarget.elements.appeal.value.trim();
  if (!text) {
    open = { ...open, error: t('form.required') };
    draw();
    return page.focus('#appeal');
  }
  return act(() => api.appeal(booking.sessionId, text), t('bookings.appealSent'), booking);
}

const card = (booking) => html`
  <li class="session ${booking.sessionState === 'cancelled' ? 'off' : ''}" data-session=${booking.sessionId}>
    <div class="session-text">
      <h3 class="session-title">${whenView(booking.startsAt)}</h3>
      ${whereView(booking)}
      <p class="tags">
        ${sessionState(booking.sessionState)}
        ${booking.origin === 'enrolled' ? tag(t('bookings.enrolled'), 'people') : nothing}
        ${booking.extraTimePercent > 0 ? tag(t('bookings.extraTime', { n: booking.extraTimePercent }), 'clock') : nothing}
      </p>
    </div>
    <div class="session-do">${doing(booking)}</div>
    ${booking.sessionState === 'cancelled' ? cancelledNote(booking) : nothing}
    ${booking.result ? resultView(booking) : booking.sessionState === 'finalised' ? html`<p class="outcome">${icon('clock')}<span>${t('bookings.review')}</span></p>` : nothing}
    ${open?.sessionId === booking.sessionId ? (open.what === 'cancel' ? cancelForm(booking) : appealForm(booking)) : nothing}
  </li>`;

function doing(booking) {
  if (!ahead(booking)) return nothing;
  const over = ['completed', 'ended', 'time-over'].includes(booking.state);
  return html`
    ${over ? nothing : html`<a class="button ${booking.sessionState === 'running' ? 'primary' : ''}" href=${sessionAddress('exam', booking.sessionId)}>${t(booking.sessionState === 'running' ? 'bookings.enter' : 'exam.title')}${icon('arrow-right')}</a>`}
    ${booking.mayCancel ? html`<button type="button" class="button quiet" aria-label=${t('bookings.cancelOf', { day: day(booking.startsAt) })} @click=${() => unfold(booking, 'cancel')}>${t('bookings.cancel')}</button>` : nothing}`;
}

const cancelledNote = ({ cancellationReason }) => html`
  <div class="outcome bad">${icon('alert')}<div>
    <p><strong>${t('bookings.sessionCancelled')}</strong></p>
    ${cancellationReason ? html`<p>${t('reason.said', { reason: cancellationReason })}</p>` : nothing}
    <p><a href="/sessions.html">${t('bookings.findOther')}</a></p>
  </div></div>`;

const tones = { certified: ['check', 'good'], rejected: ['alert', 'bad'], cancelled: ['dash', 'bad'] };

function resultView(booking) {
  const { status, reason, pix, level, publishedAt, mayAppeal, appealedAt } = booking.result;
  const [sign, look] = tones[status];
  return html`
    <div class="outcome ${look}">${icon(sign)}<div>
      <p><strong>${t(`result.${status}`)}</strong> <span class="small">${t('result.published', { date: date(publishedAt) })}</span></p>
      ${status === 'certified' && pix !== undefined ? html`<p class="score"><strong>${t('profile.pixN', { n: pix })}</strong>${level ? html` · ${t('profile.levelN', { n: level })}` : nothing}</p>` : nothing}
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${booking.assessmentId ? html`<p><a href="/corrections.html?${new URLSearchParams({ assessment: booking.assessmentId })}">${t('corrections.see')}</a></p>` : nothing}
      ${appealedAt ? html`<p>${t('result.appealed', { date: date(appealedAt) })}</p>` : nothing}
      ${mayAppeal && !appealedAt && open?.sessionId !== booking.sessionId
        ? html`<p><button type="button" class="button small" @click=${() => unfold(booking, 'appeal')}>${t('result.appeal')}</button></p>`
        : nothing}
    </div></div>`;
}

const cancelForm = (booking) => html`
  <div class="ask" role="group" aria-label=${t('bookings.cancelSure')}>
    ${formError(open.error)}
    <p><strong>${t('bookings.cancelSure')}</strong> ${t('bookings.cancelText')}</p>
    <p class="actions">
      <button type="button" class="button dangerous" aria-disabled=${open.busy ? 'true' : nothing} @click=${() => giveBack(booking)}>${t('bookings.cancelYes')}</button>
      <button type="button" class="button" @click=${() => fold(booking)}>${t('bookings.cancelNo')}</button>
    </p>
  </div>`;

const appealForm = (booking) => html`
  <form class="form ask" novalidate @submit=${(event) => appeal(event, booking)} aria-label=${t('result.appeal')}>
    ${areaField({ name: 'appeal', label: t('result.appealLabel'), hint: t('result.appealHint'), error: open.error, maxlength: 2000 })}
    <p class="actions">
      <button type="submit" class="button primary" aria-disabled=${open.busy ? 'true' : nothing}>${t('result.appealSend')}</button>
      <button type="button" class="button" @click=${() => fold(booking)}>${t('form.back')}</button>
    </p>
  </form>`;

/** The exam room is open now: the one thing to do. */
function call() {
  const now = bookings.find((b) => b.sessionState === 'running' && !['completed', 'ended', 'time-over'].includes(b.state));
  if (!now) return nothing;
  return html`<section class="call" aria-labelledby="call-title">
    <div><h2 id="call-title">${t('bookings.now')}</h2><p>${now.centre}, ${now.room}, ${hour(now.startsAt)}</p></div>
    <a class="button on-dark large" href=${sessionAddress('exam', now.sessionId)}>${t('bookings.enter')}${icon('arrow-right')}</a>
  </section>`;
}

function draw() {
  const soon = bookings.filter(ahead).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const past = bookings.filter((b) => !ahead(b));
  page.show(html`
    <div class="page-head">
      <h1>${t('bookings.title')}</h1>
      <a class="button ${bookings.length ? '' : 'primary'}" href="/sessions.html">${t('bookings.find')}</a>
    </div>
    ${call()}
    <section aria-labelledby="soon">
      <h2 id="soon">${t('bookings.soon')}</h2>
      ${soon.length ? html`<ul class="session-list">${soon.map(card)}</ul>` : html`<p class="card">${t('bookings.none')} ${t('bookings.need')} <a href="/profile.html">${t('bookings.profile')}</a></p>`}
    </section>
    ${past.length ? html`<section aria-labelledby="past"><h2 id="past">${t('bookings.past')}</h2><ul class="session-list">${past.map(card)}</ul></section>` : nothing}`);
}

page.load(async () => {
  bookings = (await api.bookings()).bookings;
  draw();
});
