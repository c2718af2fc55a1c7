import type { BulkProgress, BulkSummary } from '../../replay/index.ts';
import type { Shell } from '../shell.ts';

/** Shows how far a bulk replay is, on a terminal only, and what it came to. */
export interface ProgressDisplay {
  update(progress: BulkProgress): void;
  end(summary: BulkSummary, expected: string): void;
}

/** One line on stderr, rewritten as the replay goes on. */
export function bulkProgress(shell: Shell): ProgressDisplay {
  const { interactive } = shell.errTerminal;
  return {
    update: (progress) => {
      if (interactive) shell.err(`\r\u001b[K${line(progress)}`);
    },
    end: (summary, expected) =>
      shell.err(`${interactive ? '\r\u001b[K' : ''}${closing(summary, expected)}\n`),
  };
}

function line({ done, total, ratePerSecond, etaMs }: BulkProgress): string {
  const of = total === undefined ? '' : ` of ${total}`;
  const eta = etaMs === undefined ? '' : `, ${Math.ceil(etaMs / 1000)} s left`;
  return `${done}${of} sent, ${Math.round(ratePerSecond)}/s${eta}`;
}

function closing(summary: BulkSummary, expected: string): string {
  const { requests, outcomes, verdicts, ratePerSecond, latencyMs } = summary;
  const latency = `p50 ${latencyMs.p50.toFixed(1)} ms, p99 ${latencyMs.p99.toFixed(1)} ms`;
  return [
    `${verdictWord(summary)}: ${verdictsInWords(verdicts, expected)} [replies alone were judged]`,
    `${requests} requests: ${counts(outcomes)}; ${Math.round(ratePerSecond)}/s, ${latency}`,
  ].join('\n');
}

function verdictWord({ verdicts: { met, broken, unjudged }, interrupted, stoppedBy }: BulkSummary): string {
  if (broken > 0) return 'FAILED';
  if (interrupted || stoppedBy !== undefined) return 'INCONCLUSIVE, ended early';
  return met === 0 || unjudged > 0 ? 'INCONCLUSIVE' : 'PASSED';
}

function verdictsInWords(
  { met, broken, unjudged, unheld }: BulkSummary['verdicts'],
  expected: string,
): string {
  return [
    `${met} of ${met + broken + unjudged} held to "${expected}" met it`,
    ...(broken > 0 ? [`${broken} did not`] : []),
    ...(unjudged > 0 ? [`${unjudged} cannot be judged`] : []),
    ...(unheld > 0 ? [`${unheld} more were sent and held to nothing (--expect holds all)`] : []),
  ].join(', ');
}

function counts(outcomes: BulkSummary['outcomes']): string {
  const seen = Object.entries(outcomes).filter(([, count]) => count > 0);
  return seen.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}
