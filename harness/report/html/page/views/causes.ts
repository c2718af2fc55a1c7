import { html } from 'htm/preact';
import type { CauseBox, Page } from '../page.ts';
import { Sign } from '../parts.ts';
import { caseHash, casesHash } from '../route.ts';
import { grouped } from '../words.ts';
import { inline } from './markdown.ts';
import { Story } from './story.ts';

const OPEN = 1;

/** What broke, grouped by cause: the story of one case for each, and the way to all others. */
export function Causes({ page }: { page: Page }) {
  const { causes } = page;
  if (causes.length === 0) return null;
  const isBroken = causes.some(({ heading }) => heading === 'failed');
  const title = isBroken ? 'What broke' : 'What could not be judged';
  const cases = causes.reduce((sum, each) => sum + each.count, 0);
  return html`<section aria-labelledby="broke">
    <h2 id="broke">${title} <span class="count">${counted(cases, 'case')}, ${counted(causes.length, 'cause')}</span></h2>
    ${causes.map((cause, index) =>
      cause.first
        ? html`<details class="cause" open=${index < OPEN}><summary><${Line} cause=${cause} /></summary><${Inside} cause=${cause} index=${index} /></details>`
        : html`<a class="cause brief" href=${casesHash({ cause: `${index}` })}><${Line} cause=${cause} /></a>`,
    )}
  </section>`;
}

function Line({ cause: { heading, clause, what, count, runtimes } }: { cause: CauseBox }) {
  return html`
    <${Sign} heading=${heading} />
    <span class="cause-count">${grouped(count)}<span class="unseen"> ${count === 1 ? 'case' : 'cases'}</span></span>
    <span class="tag">${clause}</span>
    <span class="cause-what">${inline(what)}</span>
    <span class="cause-where">${runtimes.join(' ')}</span>
  `;
}

function Inside({ cause: { first, cases, count }, index }: { cause: CauseBox; index: number }) {
  if (!first) return null;
  const others = cases.filter((id) => id !== first.id);
  return html`<div class="inside">
    <p class="case-name"><a href=${caseHash(first.id)}><code>${first.id}</code></a> ${inline(first.title)}</p>
    <${Story} detail=${first} />
    ${count > 1 && html`<p class="others"><a href=${casesHash({ cause: `${index}` })}>All ${grouped(count)} like it</a> ${others.map((id) => html`<a href=${caseHash(id, { cause: `${index}` })}><code>${id}</code></a> `)}${count > cases.length && '…'}</p>`}
  </div>`;
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
