import type { RemoteSubject } from '../config/subject.ts';
import { BROKEN_WORDS, type BrokenKind, startBroken } from '../faults/broken/index.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import { ALLOWED } from './allowed.ts';
import { type ProveJob, stepOf } from './job.ts';
import type { BrokenResult } from './proof.ts';

/** Runs the whole selection against each broken subject in turn; whatever passes there proves nothing elsewhere. */
export async function proveBroken(job: ProveJob): Promise<readonly BrokenResult[]> {
  const results: BrokenResult[] = [];
  if (job.options.suites.length === 0) return results;
  for (const kind of job.broken) {
    if (job.signal.aborted) break;
    await using broken = await startBroken(kind);
    const report = await run({
      ...stepOf(job, kind),
      subject: brokenSubject(job, broken.url, kind),
      probe: false,
    });
    const result = judgeBroken(kind, report);
    results.push(result);
    job.display.note(
      `${kind}: ${result.vacuous.length} vacuous of ${result.executed} (${BROKEN_WORDS[kind]})`,
    );
  }
  return results;
}

/** A broken subject stands in for platform and runtimes alike, so that no case has somebody sound to talk to. */
function brokenSubject({ subject }: ProveJob, url: string, kind: BrokenKind): RemoteSubject {
  return {
    kind: 'remote',
    name: `broken-${kind}`,
    file: subject.file,
    revision: subject.revision,
    capabilities: subject.capabilities,
    platform: { url, adminToken: 'no-token-opens-this' },
    agentUrl: url,
    readiness: '/health',
  };
}

function judgeBroken(kind: BrokenKind, report: Report): BrokenResult {
  const passed = report.cases.filter(({ verdict }) => verdict === 'passed').map(({ id }) => id);
  const explained = new Set(ALLOWED.filter((entry) => entry.kind === kind).map((entry) => entry.case));
  const judged = report.cases.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  return {
    kind,
    executed: judged.length,
    unjudged: report.totals.planned - judged.length,
    vacuous: passed.filter((id) => !explained.has(id)),
    allowed: passed.filter((id) => explained.has(id)),
  };
}
