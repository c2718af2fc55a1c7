import { html } from 'htm/preact';
import { useMemo } from 'preact/hooks';
import { type CaseRow, HEADINGS, type Page, type PageHeading } from '../page.ts';
import { Sign } from '../parts.ts';
import { caseHash, casesHash, type Filter } from '../route.ts';
import { countsBy, selected } from '../select.ts';
import { grouped, lasting } from '../words.ts';
import { VirtualList } from './virtual-list.ts';

const SELECTS = ['suite', 'clause', 'runtime', 'family', 'owner'] as const;

/** All cases, and what narrows them: nothing is hidden until somebody asks for it. */
export function CasesView({ page, filter }: { page: Page; filter: Filter }) {
  const rows = useMemo(() => selected(page.cases, filter), [page, JSON.stringify(filter)]);
  const isNarrowed = Object.keys(filter).some((name) => name !== 'sort');
  return html`<section class="cases" aria-labelledby="cases-title">
    <h1 id="cases-title" class="unseen">Cases</h1>
    <${Chips} page=${page} filter=${filter} />
    <div class="filters" role="search">
      <input type="search" id="search" placeholder="Search id, title, clause, outcome" aria-label="Search cases" value=${filter.q ?? ''} onInput=${(event: Event) => go({ ...filter, q: chosen(event) })} />
      ${SELECTS.map((name) => html`<${Choice} page=${page} filter=${filter} name=${name} />`)}
      <label class="choice"><span class="unseen">sort</span><select value=${filter.sort ?? ''} onChange=${(event: Event) => go({ ...filter, sort: chosen(event) })}>
        <option value="">what needs attention</option><option value="slowest">slowest first</option><option value="id">id</option>
      </select></label>
      <p class="found" aria-live="polite">${grouped(rows.length)} of ${grouped(page.cases.length)}${isNarrowed && html` <a href=${casesHash({})}>Show all</a>`}</p>
    </div>
    ${rows.length === 0 && html`<p class="empty">No case meets all of that. <a href=${casesHash({})}>Show all ${grouped(page.cases.length)}</a></p>`}
    <${VirtualList} rows=${rows} line=${(row: CaseRow) => html`<${Line} row=${row} filter=${filter} />`} label="Cases" />
  </section>`;
}

function Chips({ page, filter }: { page: Page; filter: Filter }) {
  const counts = countsBy(page.cases, 'heading', filter);
  const chip = (heading: PageHeading) => {
    const isOn = filter.verdict === heading;
    const next = casesHash({ ...filter, verdict: isOn ? '' : heading });
    return html`<a class="chip" href=${next} aria-current=${isOn ? 'true' : undefined}><${Sign} heading=${heading} named /> <b>${grouped(counts.get(heading) ?? 0)}</b></a>`;
  };
  const there = HEADINGS.filter((heading) => page.cases.some((row) => row.heading === heading));
  return html`<nav class="chips" aria-label="By verdict">${there.map(chip)}</nav>`;
}

function Choice({ page, filter, name }: { page: Page; filter: Filter; name: (typeof SELECTS)[number] }) {
  const counts = countsBy(page.cases, name, filter);
  const known = [...new Set(page.cases.flatMap((row) => row[name] || []))].sort();
  if (known.length < 2 && !filter[name]) return null;
  return html`<label class="choice"><span class="unseen">${name}</span><select value=${filter[name] ?? ''} onChange=${(event: Event) => go({ ...filter, [name]: chosen(event) })}>
    <option value="">any ${name}</option>
    ${known.map((value) => html`<option value=${value}>${value} (${grouped(counts.get(value) ?? 0)})</option>`)}
  </select></label>`;
}

function Line({ row, filter }: { row: CaseRow; filter: Filter }) {
  const { id, title, heading, clause, runtime, outcome, why, ms } = row;
  return html`<a class="line" href=${caseHash(id, filter)}>
    <${Sign} heading=${heading} />
    <code class="line-id">${id}</code>
    <span class="line-title">${why ?? title}</span>
    <span class="line-outcome dim">${heading === 'passed' ? '' : outcome}</span>
    <span class="line-clause">${clause}</span>
    <span class="line-runtime dim">${runtime}</span>
    <span class="line-ms dim">${ms === undefined ? '' : lasting(ms)}</span>
  </a>`;
}

function chosen(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
}

/** Every keystroke is an address, and none a step of the history. */
function go(filter: Filter): void {
  const next = new URL(location.href);
  next.hash = casesHash(filter);
  history.replaceState(null, '', next);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
