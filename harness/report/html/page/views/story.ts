import { html } from 'htm/preact';
import { accusedIn } from '../diff/accused.ts';
import type { CaseDetail, FindingText } from '../page.ts';
import { Command } from '../parts.ts';
import { Exchanges } from './exchanges.ts';
import { Journey } from './journey.ts';
import { Leases } from './leases.ts';
import { Log } from './log.ts';
import { Markdown } from './markdown.ts';
import { Turns } from './turns.ts';

/** All that is known of one case, in the order in which it is asked for: what is wrong, what went where, the log, how to see it again. */
export function Story({ detail }: { detail: CaseDetail }) {
  const { findings, journey, turns, leases, exchanges, diff, table, logLines, reproduce, unjudged } = detail;
  return html`
    <${Outcome} detail=${detail} />
    ${findings.length > 0 && html`<${Findings} findings=${findings} />`}
    ${unjudged.length > 0 && html`<${Lines} title="Not looked at" lines=${unjudged} />`}
    ${journey.length > 0 && html`<${Journey} steps=${journey} accused=${accusedIn(findings)} />`}
    ${journey.length === 0 && diff && html`<${Lines} title="Sent, forwarded, received" lines=${diff.split('\n')} isDiff />`}
    ${turns && html`<${Turns} turns=${turns} />`}
    ${leases && html`<${Leases} steps=${leases} />`}
    ${table && html`<${Markdown} text=${table} />`}
    ${logLines.length > 0 && html`<${Log} lines=${logLines} />`}
    ${exchanges.length > 0 && html`<${Exchanges} trips=${exchanges} isLoud=${findings.length > 0} />`}
    ${reproduce && html`<h3>Reproduce with</h3><${Command} line=${reproduce} />`}
    <${Evidence} detail=${detail} />
  `;
}

function Outcome({ detail }: { detail: CaseDetail }) {
  const { outcome, expectedOutcome, reason, baseline, findings } = detail;
  const isOther = outcome !== undefined && expectedOutcome !== undefined && outcome !== expectedOutcome;
  return html`
    ${outcome !== undefined && html`<p class="outcome"><b>${outcome}</b>${isOther && html` <span class="dim">where it had to be</span> <b>${expectedOutcome}</b>`}</p>`}
    ${reason !== undefined && !findings.some(({ actual }) => reason.endsWith(actual)) && html`<p class="keep">${reason}</p>`}
    ${baseline !== undefined && html`<p class="keep"><b>Known failure</b> ${baseline}</p>`}
  `;
}

function Findings({ findings }: { findings: readonly FindingText[] }) {
  return html`<table class="findings">
    <thead><tr><th scope="col">clause</th><th scope="col">expected</th><th scope="col">actual</th></tr></thead>
    <tbody>${findings.map(
      ({ clause, expected, actual, rule, place }) => html`<tr>
        <th scope="row"><span class="tag">${clause}</span>${rule && html` <span class="dim">${rule}</span>`}</th>
        <td class="keep">${expected.map((each, index) => html`${index > 0 && html`<span class="dim"> or </span>`}${each}`)}</td>
        <td class="keep actual">${actual}${place && html`<code class="place">${place}</code>`}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function Lines({ title, lines, isDiff }: { title: string; lines: readonly string[]; isDiff?: boolean }) {
  const classOf = (line: string) =>
    !isDiff ? '' : line.startsWith('+') ? 'added' : line.startsWith('-') ? 'missing' : '';
  return html`<h3>${title}</h3>
    <pre class="lines" tabindex="0">${lines.map((line) => html`<span class=${classOf(line)}>${line}${'\n'}</span>`)}</pre>`;
}

function Evidence({ detail: { evidence, isEmbedded } }: { detail: CaseDetail }) {
  const safe = evidence.filter((path) => /^evidence\//.test(path) && !path.split('/').includes('..'));
  if (safe.length === 0) return null;
  return html`<p class="evidence"><b>${isEmbedded ? 'As recorded, in full' : 'What was recorded is not in this page, but beside it'}</b> ${safe.map((path) => html`<a href=${path.split('/').map(encodeURIComponent).join('/')}>${path.split('/').at(-1)}</a> `)}</p>`;
}
