import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';

/** The little Markdown that suites write themselves: headings, paragraphs, tables, code and bold; all else is text. */
export function Markdown({ text }: { text: string }) {
  return html`<div class="markdown">${text.split(/\n{2,}/).map(block)}</div>`;
}

function block(text: string): ComponentChildren {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const heading = /^#{1,6}\s+(.*)$/.exec(lines[0] ?? '');
  if (heading)
    return [html`<h3>${inline(heading[1] ?? '')}</h3>`, lines.length > 1 && block(lines.slice(1).join('\n'))];
  if (lines.length >= 2 && lines.every((line) => line.startsWith('|'))) return table(lines);
  return html`<p>${inline(lines.join(' '))}</p>`;
}

function table([head = '', , ...body]: readonly string[]) {
  return html`<div class="scroll"><table>
    <thead><tr>${cells(head).map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
    <tbody>${body.map((line) => html`<tr>${cells(line).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function cells(line: string): readonly string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Text with code and bold, in a line. */
export function inline(text: string): ComponentChildren {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
      return html`<code>${part.slice(1, -1)}</code>`;
    if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
      return html`<b>${part.slice(2, -2)}</b>`;
    return unescaped(part);
  });
}

function unescaped(text: string): string {
  return text
    .replace(/\\([\\`*_[\]|~])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
