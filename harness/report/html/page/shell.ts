import { html } from 'htm/preact';
import { aged } from './aged.ts';
import type { Page } from './page.ts';
import { casesHash, type Route } from './route.ts';
import { CaseView } from './views/case.ts';
import { CasesView } from './views/cases.ts';
import { ClausesView } from './views/clauses.ts';
import { FaultView } from './views/fault.ts';
import { ProofView } from './views/proof.ts';
import { Summary } from './views/summary.ts';
import { TimelineView } from './views/timeline.ts';
import { grouped } from './words.ts';

export interface ShellProps {
  readonly page: Page;
  readonly route?: Route;
  /** When it is looked at; unknown while the page is written. */
  readonly now?: number;
}

/** The whole page: what it is about and the way to each view, then the view. */
export function Shell({ page: written, route = { view: 'summary' }, now }: ShellProps) {
  const page = now === undefined ? written : { ...written, verdict: aged(written.verdict, now) };
  const { verdict } = page;
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    <header class="top">
      <a class="brand" href="#/" aria-label="Assay, summary"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 1.5 14 5v6l-6 3.5L2 11V5zM2 5l6 3.5L14 5M8 8.5v6" /></svg>Assay</a>
      <span class=${`pill tone-${verdict.tone}`}>${verdict.word}</span>
      <span class="about">${aboutOf(page)}</span>
      <nav aria-label="Views">${tabs(page, route)}</nav>
    </header>
    <main id="main" tabindex="-1">${view(page, route, now)}</main>
    ${html`<${Footer} page=${page} />`}
  `;
}

/** Subject and revision, and what was planted. */
function aboutOf({ facts }: Page): string {
  const planted = facts.find(({ label }) => label === 'planted');
  const [subject, revision] = facts;
  return `${subject?.value} · ${revision?.value}${planted ? ` · with ${planted.value} planted` : ''}`;
}

function tabs(page: Page, route: Route) {
  const current = { case: 'cases', fault: 'proof' }[route.view as string] ?? route.view;
  const tab = (view: string, href: string, label: unknown) =>
    html`<a href=${href} aria-current=${current === view ? 'page' : undefined}>${label}</a>`;
  return [
    tab('summary', '#/', 'Summary'),
    tab('cases', casesHash({}), html`Cases <span class="count">${grouped(page.cases.length)}</span>`),
    tab('clauses', '#/clauses', 'Clauses'),
    tab('timeline', '#/timeline', 'Timeline'),
    tab('proof', '#/proof', 'Proof'),
  ];
}

function view(page: Page, route: Route, now: number | undefined) {
  switch (route.view) {
    case 'summary':
      return html`<${Summary} page=${page} now=${now} />`;
    case 'cases':
      return html`<${CasesView} page=${page} filter=${route.filter} />`;
    case 'case':
      return html`<${CaseView} key=${route.id} page=${page} id=${route.id} filter=${route.filter} />`;
    case 'clauses':
      return html`<${ClausesView} page=${page} />`;
    case 'timeline':
      return html`<${TimelineView} page=${page} />`;
    case 'proof':
      return html`<${ProofView} page=${page} now=${now} />`;
    case 'fault':
      return html`<${FaultView} page=${page} id=${route.id} />`;
    default:
      return route satisfies never;
  }
}

function Footer({ page }: { page: Page }) {
  const { files, embedded, cases } = page;
  const all = cases.filter(({ block }) => block !== undefined).length;
  return html`<footer class="foot">
    <p>Beside this page: ${files.map((file) => html`<a href=${file}>${file}</a> `)}</p>
    <p>${embedded === all ? `What was recorded of all ${grouped(all)} cases is in this page.` : `What was recorded of ${grouped(embedded)} of ${grouped(all)} cases is in this page; of the others it lies in evidence/ beside it.`} Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open, <kbd>Esc</kbd> back.</p>
  </footer>`;
}
