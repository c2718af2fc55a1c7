import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { loadCase } from '../data.ts';
import { killersOf } from '../kills.ts';
import type { CaseDetail, CaseRow, Page } from '../page.ts';
import { Sign } from '../parts.ts';
import { caseHash, casesHash, type Filter, faultHash } from '../route.ts';
import { selected } from '../select.ts';
import { grouped, lasting } from '../words.ts';
import { inline } from './markdown.ts';
import { Story } from './story.ts';

export interface CaseProps {
  readonly page: Page;
  readonly id: string;
  readonly filter: Filter;
}

/** One case with all that is known of it, and the way to those beside it in the list that it was chosen from. */
export function CaseView({ page, id, filter }: CaseProps) {
  const row = page.cases.find((each) => each.id === id);
  if (!row)
    return html`<section class="empty"><h1>No such case</h1><p>This run has no case <code>${id}</code>. <a href=${casesHash({})}>All cases</a></p></section>`;
  return html`<article class="case">
    <${Way} page=${page} id=${id} filter=${filter} />
    <h1><${Sign} heading=${row.heading} named /> <code>${row.id}</code></h1>
    ${row.title && html`<p class="title">${inline(row.title)}</p>`}
    <${About} row=${row} title=${page.clauses[row.clause]} />
    <${Details} row=${row} />
    <${KilledBy} page=${page} id=${id} />
  </article>`;
}

function Way({ page, id, filter }: CaseProps) {
  const list = selected(page.cases, filter);
  const at = list.findIndex((each) => each.id === id);
  const [before, after] = [list[at - 1], list[at + 1]];
  return html`<nav class="way" aria-label="Cases beside this one">
    <a href=${casesHash(filter)} data-key="Escape">← ${Object.keys(filter).length > 0 ? 'Filtered cases' : 'All cases'}</a>
    <span class="dim">${at >= 0 && `${grouped(at + 1)} of ${grouped(list.length)}`}</span>
    ${before && html`<a href=${caseHash(before.id, filter)} data-key="k">Previous</a>`}
    ${after && html`<a href=${caseHash(after.id, filter)} data-key="j">Next</a>`}
  </nav>`;
}

function About({ row, title }: { row: CaseRow; title?: string }) {
  const { clause, runtime, family, suite, ms, why, heading } = row;
  const pairs = [
    ['suite', suite],
    ['clause', title ? `${clause} ${title}` : clause],
    ['runtime', runtime],
    ['family', family],
    ['took', ms === undefined ? undefined : lasting(ms)],
  ].filter(([, value]) => value);
  const isLeftOut = heading === 'not-applicable' || heading === 'unselected';
  return html`<dl class="about-case">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${isLeftOut && why && html`<p class="keep">${why}</p>`}`;
}

function Details({ row: { id, block } }: { row: CaseRow }) {
  const [detail, setDetail] = useState<CaseDetail | undefined>(undefined);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (block === undefined) return;
    loadCase(block, id).then(setDetail, (error: unknown) => setFailure(String(error)));
  }, [id, block]);
  if (block === undefined) return null;
  if (failure)
    return html`<p class="bad">Its details cannot be unpacked: ${failure}. They stand in report.json beside this page.</p>`;
  if (!detail) return html`<p class="dim" aria-busy="true">Unpacking …</p>`;
  return html`<${Story} detail=${detail} /><${Facets} facets=${detail.facets} />`;
}

/** The known regressions that this case is proven to notice. */
function KilledBy({ page, id }: { page: Page; id: string }) {
  const killers = page.kills ? killersOf(page.kills, id) : [];
  if (killers.length === 0) return null;
  return html`<details class="killers"><summary>Proven to notice ${grouped(killers.length)} ${killers.length === 1 ? 'known regression' : 'known regressions'}</summary>
    <ul class="faults">${killers.map((each) => html`<li><a href=${faultHash(each.id)}><code>${each.id}</code></a> <span class="fault-title">${each.title}</span></li>`)}</ul>
  </details>`;
}

function Facets({ facets }: { facets: CaseDetail['facets'] }) {
  const pairs = Object.entries(facets);
  if (pairs.length === 0) return null;
  return html`<h3>Facets</h3><dl class="about-case">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
