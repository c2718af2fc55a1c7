import type { BulkProgress, BulkSummary } from '../../replay/index.ts';
import type { Shell } from '../shell.ts';

/** Shows how far a bulk replay is, on a terminal only, and what it came to. */
export interface ProgressDisplay {
  update(progress: BulkProgress): void;
  end(summary: BulkSummary): void;
}

/** One line on stderr, rewritten as the replay goes on. */
export function bulkProgress(shell: Shell): ProgressDisplay {
  const { interactive } = shell.errTerminal;
  return {
    update: (progress) => {
      if (interactive) shell.err(`\r\u001b[K${line(progress)}`);
    },
    end: (summary) => shell.err(`${interactive ? '\r\u001b[K' : ''}${closing(summary)}\n`),
  };
}

function line({ done, total, ratePerSecond, etaMs }: BulkProgress): string {
  const of = total === undefined ? '' : ` of ${total}`;
  const eta = etaMs === undefined ? '' : `, ${Math.ceil(etaMs / 1000)} s left`;
  return `${done}${of} sent, ${Math.round(ratePerSecond)}/s${eta}`;
}

function closing({ sent, outcomes, ratePerSecond, latencyMs }: BulkSummary): string {
  const seen = Object.entries(outcomes).filter(([, count]) => count > 0);
  const counts = seen.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const latency = `p50 ${latencyMs.p50.toFixed(1)} ms, p99 ${latencyMs.p99.toFixed(1)} ms`;
  return `${sent} sent (judged by their replies): ${counts}; ${Math.round(ratePerSecond)}/s, ${latency}`;
}
