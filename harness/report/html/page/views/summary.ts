import { html } from 'htm/preact';
import { ago } from '../aged.ts';
import type { Note, Page, PageHeading, VerdictBox } from '../page.ts';
import { Bar, Command, Sign } from '../parts.ts';
import { casesHash } from '../route.ts';
import { grouped, lasting, moment } from '../words.ts';
import { Causes } from './causes.ts';
import { SuiteTable } from './suite-table.ts';

/** The first view: the verdict, the digests, what would change it, the suites, what broke, and what else there is to know. */
export function Summary({ page, now }: { page: Page; now?: number }) {
  const { verdict } = page;
  return html`
    <${Verdict} page=${page} verdict=${verdict} now=${now} />
    <div class="pair">
      <${Digests} page=${page} />
      <${Changes} verdict=${verdict} />
    </div>
    <${SuiteTable} page=${page} now=${now} />
    <${Causes} page=${page} />
    ${page.notes.map((note) => html`<${Remarks} note=${note} />`)}
    <${Facts} page=${page} />
  `;
}

/** What a heading means, for whoever meets it for the first time. */
const MEANINGS: Readonly<Record<PageHeading, string>> = {
  failed: 'The subject broke a clause.',
  errored: 'The harness or its world is at fault, so nothing is known.',
  inconclusive: 'Something that was needed was missing, so nothing is known.',
  'policy-changed': 'A behaviour that is recorded and not judged is another than before.',
  baselined: 'A failure that is listed in the baseline, with an owner and a day.',
  policy: 'A behaviour that is recorded and not judged, as it was.',
  passed: 'The subject did what the clause says.',
  'not-applicable': 'The subject says that it does not have what the case needs.',
  unselected: 'Left out of this run, which is a part.',
};

function Verdict({ page, verdict, now }: { page: Page; verdict: VerdictBox; now?: number }) {
  const { word, tone, sentence, scope, isPart, counts, endedAt } = verdict;
  return html`<section class=${`verdict tone-${tone}`} aria-labelledby="verdict">
    <h1 id="verdict"><span class="word">${word}</span><span class="sentence">${sentence}</span></h1>
    <p class="scope">
      ${isPart && html`<strong class="part">Part of the whole</strong>`}
      <span>${scope}</span>
      <span>${moment(endedAt)}${now !== undefined && html`, ${ago(endedAt, now)}`}</span>
      <span>${lasting(page.durationMs)}</span>
      <span>${verdict.exit}</span>
    </p>
    <${Bar} counts=${counts} thick />
    <ul class="legend" aria-label="Cases by verdict">
      ${counts.map(({ heading, count }) => html`<li><a href=${casesHash({ verdict: heading })} title=${MEANINGS[heading]}><b>${grouped(count)}</b> <${Sign} heading=${heading} named /></a></li>`)}
      ${counts.length === 0 && html`<li>no case at all</li>`}
    </ul>
    ${reasons(verdict)}
  </section>`;
}

/** Reasons that only say what the counts of the suites say. */
const COUNTED =
  /^Suite [\w-]+: \d+ cases? (?:broke a clause|came to no conclusion|could not be judged: harness fault)\.$/;

/** What the sentence has not said yet. */
function reasons({ reasons: all, sentence }: VerdictBox) {
  const more = all.filter((reason) => reason !== sentence && !COUNTED.test(reason));
  if (more.length === 0) return null;
  return html`<details class="more" open=${more.length <= 3}><summary>${more.length === 1 ? 'Reason given by the run' : `${more.length} reasons given by the run`}</summary>
    <ul>${more.slice(0, 30).map((reason) => html`<li class="keep">${reason}</li>`)}</ul></details>`;
}

function Digests({ page }: { page: Page }) {
  const { digests } = page;
  return html`<section class="card" aria-labelledby="digests">
    <h2 id="digests">Digests</h2>
    ${digests.length === 0 && html`<p class="dim">This run names no digest, so it can be bound to nothing that is promoted.</p>`}
    <ul class="digests">
      ${digests.map(
        ({ service, digest, isSubject }) => html`<li class=${isSubject ? 'subject' : ''}>
          <span class="service">${service}${isSubject && html` <span class="tag">judged</span>`}</span>
          <code title=${digest}><span class="kind">${kindOf(digest)}</span>${shortHash(digest)}</code>
          <button type="button" class="copy" data-copy=${digest} aria-label=${`Copy the digest of ${service}`}>Copy</button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** What stands before the hash, which gives way where there is no room for both. */
function kindOf(digest: string): string {
  return digest.slice(0, digest.lastIndexOf(':') + 1);
}

/** As much of the hash as tells it apart. */
function shortHash(digest: string): string {
  const hash = digest.slice(digest.lastIndexOf(':') + 1);
  return hash.length > 16 ? `${hash.slice(0, 16)}…` : hash;
}

function Changes({ verdict }: { verdict: VerdictBox }) {
  const title = verdict.word === 'PASSED' ? 'What would turn it into a hold' : 'What would lift the hold';
  return html`<section class="card" aria-labelledby="changes">
    <h2 id="changes">${title}</h2>
    <ol class="changes">
      ${verdict.changes.map(({ text, command }) => html`<li>${text} ${command && html`<${Command} line=${command} />`}</li>`)}
    </ol>
  </section>`;
}

function Remarks({ note: { title, tone, lines } }: { note: Note }) {
  return html`<details class=${`note tone-${tone}`} open=${tone === 'bad'}>
    <summary><h2>${title}</h2> <span class="count">${grouped(lines.length)}</span></summary>
    <ul class="lines">${lines.slice(0, 400).map((line) => html`<li class="keep">${line}</li>`)}</ul>
    ${lines.length > 400 && html`<p class="dim">and ${grouped(lines.length - 400)} more in report.json</p>`}
  </details>`;
}

function Facts({ page }: { page: Page }) {
  return html`<section class="facts" aria-labelledby="facts">
    <h2 id="facts">How this run was made</h2>
    <dl>${page.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    
  </section>`;
}
