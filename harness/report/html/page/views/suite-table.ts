import { html } from 'htm/preact';
import { ago } from '../aged.ts';
import type { Count, Page, PageHeading, SuiteRow } from '../page.ts';
import { Bar, countWords } from '../parts.ts';
import { casesHash } from '../route.ts';
import { grouped } from '../words.ts';

/** Each suite with how much of it was judged and what came of it, and how far the gates are proven. */
export function SuiteTable({ page, now }: { page: Page; now?: number }) {
  const { suites, proof } = page;
  const age = proof.at === undefined || now === undefined ? '' : `, proven ${ago(proof.at, now)}`;
  return html`<section aria-labelledby="suites">
    <h2 id="suites">Suites</h2>
    <div class="scroll"><table class="suites">
      <thead><tr>
        <th scope="col">suite</th><th scope="col">verdict</th><th scope="col" class="wide"><span class="unseen">shares</span></th>
        <th scope="col" class="num">judged</th><th scope="col" class="num">failed</th><th scope="col" class="num">not judged</th>
        <th scope="col" class="num">policy</th><th scope="col" class="num">n/a</th>
        ${page.kills && html`<th scope="col" class="num">mutants killed</th>`}
      </tr></thead>
      <tbody>${suites.map((suite) => html`<${Line} suite=${suite} isProven=${page.kills !== undefined} />`)}</tbody>
    </table></div>
    ${suites.length === 0 && html`<p class="dim">No suite was planned.</p>`}
    <p class=${`proof tone-${proof.tone}`}><span class="dot" aria-hidden="true"></span><b>Proof of these gates</b> ${proof.text}${age}</p>
  </section>`;
}

function Line({ suite: row, isProven }: { suite: SuiteRow; isProven: boolean }) {
  const { suite, verdict, tone, judged, planned, counts, mutants } = row;
  const number = (count: number, headings: readonly PageHeading[], loud: string) =>
    html`<td class=${`num ${count > 0 ? loud : 'zero'}`}>${count > 0 && headings.length === 1 ? html`<a href=${casesHash({ suite, verdict: headings[0] ?? '' })}>${grouped(count)}</a>` : grouped(count)}</td>`;
  const of = (...headings: readonly PageHeading[]) =>
    number(
      sum(counts, headings),
      headings,
      headings.includes('failed') ? 'bad' : headings.includes('errored') ? 'unsure' : '',
    );
  return html`<tr>
    <th scope="row"><a href=${casesHash({ suite })}>${suite}</a></th>
    <td><span class=${`verdict-word tone-${tone}`}>${verdict}</span></td>
    <td class="wide"><${Bar} counts=${counts} /><span class="unseen">${countWords(counts)}</span></td>
    <td class="num">${grouped(judged)}<span class="dim"> of ${grouped(planned)}</span></td>
    ${of('failed')} ${of('errored', 'inconclusive')} ${of('policy', 'policy-changed')} ${of('not-applicable')}
    ${isProven && html`<td class=${`num ${mutants && mutants.killed < mutants.total ? 'unsure' : ''}`}>${mutants ? html`<a href="#/proof">${grouped(mutants.killed)}</a><span class="dim"> of ${grouped(mutants.total)}</span>` : NONE}</td>`}
  </tr>`;
}

const NONE = '–';

function sum(counts: readonly Count[], headings: readonly PageHeading[]): number {
  return counts.reduce((all, { heading, count }) => all + (headings.includes(heading) ? count : 0), 0);
}
