/**
 * The small Markdown of the item bank: paragraphs, **strong**, `code` and "- " lists. It becomes elements and text
 * nodes, never parsed as HTML, so no text can bring markup of its own.
 */
import { html } from '/webjars/lit-html/lit-html.js';
import { typographic } from './typography.js';

/** The text of one line with its strong and code parts. */
export function inline(source, lang = document.documentElement.lang) {
  return String(source)
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return html`<code>${part.slice(1, -1)}</code>`;
      if (part.length > 4 && part.startsWith('**') && part.endsWith('**')) {
        return html`<strong>${inline(part.slice(2, -2), lang)}</strong>`;
      }
      return typographic(part, lang);
    });
}

/** Blocks: {kind: "paragraph" | "list", lines}. Line ends inside a paragraph are kept. */
export function blocks(source) {
  const found = [];
  let open = null;
  for (const line of String(source).replace(/\r\n?/g, '\n').split('\n')) {
    const entry = /^\s*- (.*)$/.exec(line);
    const kind = entry ? 'list' : 'paragraph';
    if (line.trim() === '') {
      open = null;
    } else if (open?.kind === kind) {
      open.lines.push(entry ? entry[1] : line.trim());
    } else {
      open = { kind, lines: [entry ? entry[1] : line.trim()] };
      found.push(open);
    }
  }
  return found;
}

export function markdown(source, lang = document.documentElement.lang) {
  return blocks(source).map(({ kind, lines }) =>
    kind === 'list'
      ? html`<ul>${lines.map((line) => html`<li>${inline(line, lang)}</li>`)}</ul>`
      : html`<p>${lines.map((line, i) => [i > 0 ? html`<br>` : '', inline(line, lang)])}</p>`,
  );
}

/** The same text without marks: for options of a list, for speech, for labels. */
export const plain = (source) => String(source).replace(/\*\*([^*]+)\*\*/g, '$1').replace(/`([^`]+)`/g, '$1');
