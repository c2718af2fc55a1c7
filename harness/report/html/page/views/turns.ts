import { html } from 'htm/preact';
import type { Turn } from '../page.ts';

/** A conversation with an agent, turn by turn. */
export function Turns({ turns }: { turns: readonly Turn[] }) {
  const contexts = [...new Set(turns.map(({ context }) => context))];
  return html`<h3>Conversation</h3><ol class="turns">${turns.map(
    ({ said, answered, instead, context }) => html`<li>
      ${contexts.length > 1 && html`<span class="tag">context ${contexts.indexOf(context) + 1}</span>`}
      <p class="said"><span class="unseen">said: </span>${said}</p>
      ${instead === undefined ? html`<p class="answered"><span class="unseen">answered: </span>${answered || 'nothing in words'}</p>` : html`<p class="answered bad"><span class="dim">instead of an answer: </span>${instead}</p>`}
    </li>`,
  )}</ol>`;
}
