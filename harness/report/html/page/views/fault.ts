import { html } from 'htm/preact';
import type { Page } from '../page.ts';
import { Sign } from '../parts.ts';
import { caseHash } from '../route.ts';
import { grouped } from '../words.ts';

/** One mutant of the proof, and what became of each case that had to notice it. */
export function FaultView({ page, id }: { page: Page; id: string }) {
  const row = page.kills?.faults.find((each) => each.id === id);
  if (!row)
    return html`<section class="empty"><h1>No such mutant</h1><p>The proof of this run has no mutant <code>${id}</code>. <a href="#/proof">All mutants</a></p></section>`;
  const namesOf = (places: readonly number[]) => places.map((place) => page.kills?.cases[place] ?? '');
  return html`<section aria-labelledby="fault">
    <nav class="way" aria-label="Proof"><a href="#/proof" data-key="Escape">← All mutants</a></nav>
    <h1 id="fault"><code>${row.id}</code> ${row.title}</h1>
    <p class="dim">A regression of suite ${row.suite} that was planted to see its cases fail: ${row.verdict}.</p>
    <${Cases} page=${page} title="Outlived it" ids=${namesOf(row.alive)} />
    <${Cases} page=${page} title="Died of it" ids=${namesOf(row.killed)} />
  </section>`;
}

function Cases({ page, title, ids }: { page: Page; title: string; ids: readonly string[] }) {
  if (ids.length === 0) return null;
  const rows = new Map(page.cases.map((row) => [row.id, row]));
  return html`<h2>${title} <span class="dim">${grouped(ids.length)}</span></h2>
    <ul class="faults">${ids.map((id) => {
      const row = rows.get(id);
      return html`<li>${row ? html`<${Sign} heading=${row.heading} /> <a href=${caseHash(id)}><code>${id}</code></a> <span class="fault-title">${row.title}</span> <span class="dim">${row.clause}</span>` : html`<code>${id}</code> <span class="dim">not in this run</span>`}</li>`;
    })}</ul>`;
}
