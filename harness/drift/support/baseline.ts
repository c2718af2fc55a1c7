import type { DriftFinding } from './finding.ts';
import type { DriftReport } from './report.ts';
import { loadSettings, type SettingsKind } from './settings.ts';

/** A drift that is known and owned, for a limited time; `expires` is the last ISO day on which it holds. */
export interface KnownDrift {
  readonly rule: string;
  readonly file: string;
  readonly value: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
}

const text = { type: 'string', minLength: 1 } as const;
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['formatVersion', 'entries'],
  properties: {
    formatVersion: { const: 1 },
    entries: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'file', 'value', 'owner', 'reason', 'expires'],
        properties: {
          ...{ rule: text, file: text, value: { type: 'string' }, owner: text, reason: text },
          expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        },
      },
    },
  },
};

const BASELINE: SettingsKind = {
  called: 'baseline of drifts',
  schema: SCHEMA,
  page: '"Known drifts" in specs/drift/README.md',
};

/** Reads a baseline of drifts. Throws `UsageError` naming file, key and nearest key. */
export function loadKnownDrifts(file: string): readonly KnownDrift[] {
  return loadSettings<{ readonly entries: readonly KnownDrift[] }>(file, BASELINE).entries;
}

/**
 * Holds a report against known drifts: a known error no longer gates and is shown as a note; an entry that matches
 * nothing or is past its day fails the check, so that a baseline can only shrink; of a file that was not judged nobody
 * can say so. `today` is an ISO day.
 */
export function withKnownDrifts<Report extends DriftReport>(
  report: Report,
  known: readonly KnownDrift[],
  today: string,
): Report {
  const holds = known.filter(({ expires }) => expires >= today);
  const findings = report.findings.map((finding) => {
    const entry = finding.severity === 'error' ? holds.find((each) => isThat(each, finding)) : undefined;
    if (!entry) return finding;
    const message = `${finding.message} Known until ${entry.expires}, owned by ${entry.owner}: ${entry.reason}`;
    return { ...finding, severity: 'note' as const, message };
  });
  const expired = known
    .filter((entry) => !holds.includes(entry))
    .map((entry) => `${inWords(entry)} has expired.`);
  const stale = holds
    .filter((entry) => !report.findings.some((finding) => isThat(entry, finding)))
    .filter(({ file }) => report.scope?.files.includes(file) ?? true)
    .map((entry) => `${inWords(entry)} matches nothing any more; take it out.`);
  const reasons = [...report.reasons, ...expired, ...stale];
  const gates = findings.some(({ severity }) => severity === 'error') || expired.length + stale.length > 0;
  return {
    ...report,
    findings,
    reasons,
    verdict: gates ? 'failed' : reasons.length > 0 ? 'inconclusive' : 'passed',
  };
}

function isThat(entry: KnownDrift, finding: DriftFinding): boolean {
  return entry.rule === finding.rule && entry.file === finding.file && entry.value === finding.value;
}

function inWords({ rule, file, value }: KnownDrift): string {
  return `The baseline entry ${rule} in ${file} (${value})`;
}
