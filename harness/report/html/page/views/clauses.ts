import { html } from 'htm/preact';
import { type CaseRow, HEADINGS, type Page, type PageHeading } from '../page.ts';
import { countWords, toneOfHeading } from '../parts.ts';
import { casesHash } from '../route.ts';
import { grouped } from '../words.ts';

const NONE = '–';

/** Each clause on each runtime: how many cases judged it, and the worst that they came to. */
export function ClausesView({ page }: { page: Page }) {
  const judged = page.cases.filter(({ clause }) => clause !== '');
  const clauses = [...new Set(judged.map(({ clause }) => clause))].sort(byClause);
  const runtimes = [...new Set(judged.map(runtimeOf))].sort();
  const cells = group(judged);
  return html`<section aria-labelledby="clauses">
    <h1 id="clauses">Clauses and runtimes</h1>
    <p class="dim">How many cases look at a clause on a runtime. A cell is as bad as its worst case, and leads to its cases.</p>
    <div class="scroll"><table class="heat">
      <thead><tr><th scope="col">clause</th>${runtimes.map((runtime) => html`<th scope="col">${runtime === NONE ? 'no runtime' : runtime}</th>`)}</tr></thead>
      <tbody>${clauses.map(
        (clause) => html`<tr>
        <th scope="row"><a href=${casesHash({ clause })}>${clause}</a> <span class="dim">${titleOf(page, clause)}</span></th>
        ${runtimes.map((runtime) => html`<${Heat} rows=${cells.get(`${clause}\n${runtime}`) ?? []} clause=${clause} runtime=${runtime} />`)}
      </tr>`,
      )}</tbody>
    </table></div>
  </section>`;
}

function titleOf({ clauses }: Page, clause: string): string {
  return Object.hasOwn(clauses, clause) ? (clauses[clause] ?? '') : '';
}

function Heat({ rows, clause, runtime }: { rows: readonly CaseRow[]; clause: string; runtime: string }) {
  if (rows.length === 0) return html`<td class="cold"><span class="unseen">none</span></td>`;
  const worst = worstOf(rows);
  const count = rows.filter(({ heading }) => heading === worst).length;
  const said = countWords(countsIn(rows));
  const href = casesHash({ clause, ...(runtime !== NONE && { runtime }) });
  const isAll = ['good', 'quiet'].includes(toneOfHeading(worst));
  return html`<td class=${`heat-${worst} level-${levelOf(count / rows.length)}`}><a href=${href} title=${said} aria-label=${`${clause} on ${runtime}: ${said}`}>${isAll ? grouped(rows.length) : html`<b>${grouped(count)}</b><span> / ${grouped(rows.length)}</span>`}</a></td>`;
}

/** What was only recorded, or does not apply, is no worse than what has passed beside it. */
function worstOf(rows: readonly CaseRow[]): PageHeading {
  const there = HEADINGS.filter((heading) => rows.some((row) => row.heading === heading));
  const [worst = 'passed'] = there;
  return toneOfHeading(worst) === 'quiet' && there.includes('passed') ? 'passed' : worst;
}

function levelOf(share: number): number {
  return share > 0.5 ? 3 : share > 0.1 ? 2 : 1;
}

function countsIn(rows: readonly CaseRow[]): readonly { heading: PageHeading; count: number }[] {
  return HEADINGS.map((heading) => ({
    heading,
    count: rows.filter((row) => row.heading === heading).length,
  })).filter(({ count }) => count > 0);
}

function group(rows: readonly CaseRow[]): ReadonlyMap<string, CaseRow[]> {
  const groups = new Map<string, CaseRow[]>();
  for (const row of rows) {
    const key = `${row.clause}\n${runtimeOf(row)}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function runtimeOf({ runtime }: CaseRow): string {
  return runtime ?? NONE;
}

/** `A.4` before `A.10`. */
function byClause(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
