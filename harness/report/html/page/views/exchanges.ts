import { html } from 'htm/preact';
import { parseText } from '../../../../wire/document/parse.ts';
import { prettyLines } from '../../../../wire/document/print.ts';
import type { Doc, Trip } from '../page.ts';
import { visible } from '../visible.ts';
import { lasting, sized } from '../words.ts';

const MAX_LINES = 400;

/** The requests of a case in their order, each with what it was for and what came back; of a loud one the last is open. */
export function Exchanges({ trips, isLoud }: { trips: readonly Trip[]; isLoud: boolean }) {
  const last = isLoud ? trips.findLastIndex(({ purpose }) => purpose === 'replay') : -1;
  return html`<h3>Requests</h3><ol class="trips">${trips.map((trip, index) => html`<${OneTrip} trip=${trip} isOpen=${index === last} />`)}</ol>`;
}

function OneTrip({ trip, isOpen }: { trip: Trip; isOpen: boolean }) {
  const { purpose, method, url, status, failure, ms, request, reply } = trip;
  const line = html`<span class="tag">${purpose}</span> <code><b>${method}</b> ${withoutOrigin(url)}</code> <span class=${failure ? 'bad' : 'dim'}>${failure ?? status} · ${lasting(ms)}</span>`;
  if (!request && !reply) return html`<li>${line}</li>`;
  return html`<li><details open=${isOpen}><summary>${line}</summary>
    ${request && html`<${Body} name="request" doc=${request} />`}
    ${reply && html`<${Body} name="reply" doc=${reply} />`}
  </details></li>`;
}

function Body({ name, doc }: { name: string; doc: Doc }) {
  return html`<p class="dim">${name}, ${sized(doc.bytes)}${doc.isCut && ', cut'}${doc.isBinary && ', base64'}</p><pre class="lines" tabindex="0">${visible(pretty(doc))}</pre>`;
}

function pretty({ text, isBinary, isCut }: Doc): string {
  if (isBinary || isCut) return text;
  try {
    return prettyLines(parseText(text), MAX_LINES).join('\n');
  } catch {
    return text;
  }
}

function withoutOrigin(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '') || '/';
}
