import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkArchitecture,
  checkEnums,
  type DriftFinding,
  type DriftReport,
  loadEnumSettings,
  placeText,
  sarifLog,
  tablesMarkdown,
} from '../drift/index.ts';
import type { CaseResult } from '../report/event.ts';
import { identityOf } from '../suites/corpus/case-words.ts';
import { describeError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { ExecutableCase, Execution } from './execution.ts';
import { ARCHITECTURE_RULES, ENUM_SETTINGS } from './plan-drift.ts';

interface Checked {
  readonly report: DriftReport;
  readonly filesRead: number;
  /** Markdown for the summary. */
  readonly table?: string;
}

let enums: Promise<Checked> | undefined;
let architecture: Promise<Checked> | undefined;

/** Judges the enums of our own tree. */
export async function enumCase(execution: Execution, planned: ExecutableCase): Promise<CaseResult> {
  enums ??= checkEnums(loadEnumSettings(inProject(ENUM_SETTINGS))).then((report) => {
    const filesRead = report.counts.codeFiles + report.counts.migrations;
    return { report, filesRead, table: tablesMarkdown(report.tables) };
  });
  return resultOf(execution, planned, enums, () => true);
}

/** Judges one architecture rule on our own tree; the tree is read once for all of them. */
export async function architectureCase(execution: Execution, planned: ExecutableCase): Promise<CaseResult> {
  architecture ??= checkArchitecture(inProject(ARCHITECTURE_RULES)).then((report) => {
    return { report, filesRead: report.counts.files };
  });
  const rule = planned.id.slice(`${planned.suite}/`.length);
  return resultOf(execution, planned, architecture, (finding) => finding.rule === rule);
}

async function resultOf(
  execution: Execution,
  planned: ExecutableCase,
  checking: Promise<Checked>,
  concerns: (finding: DriftFinding) => boolean,
): Promise<CaseResult> {
  const startedMs = performance.now();
  const judged = await checking.then(
    (checked) => judge(execution, planned, checked, concerns),
    (error: unknown) => ({ ...FAULT, reason: describeError(error) }),
  );
  return {
    ...identityOf(planned),
    ...judged,
    durationMs: Math.round(performance.now() - startedMs),
    bytesSent: 0,
    reproduce: planned.reproduce,
  };
}

const FAULT = { verdict: 'errored' as const, findings: [], requests: 0, evidence: [] };

function judge(
  execution: Execution,
  planned: ExecutableCase,
  { report, filesRead, table }: Checked,
  concerns: (finding: DriftFinding) => boolean,
) {
  const found = report.findings.filter(concerns);
  const broken = found.filter(({ severity }) => severity === 'error');
  const evidence = writeEvidence(execution, planned.id, { ...report, findings: found });
  const base = {
    ...{ requests: filesRead, evidence, findings: broken.map(toFinding) },
    ...(table !== undefined && { table }),
  };
  if (broken.length > 0) return { ...base, verdict: 'failed' as const, reason: `${broken.length} drifts` };
  if (report.reasons.length === 0) return { ...base, verdict: 'passed' as const };
  return { ...base, verdict: 'inconclusive' as const, reason: report.reasons.join(' ') };
}

function toFinding(finding: DriftFinding) {
  return {
    clause: 'L',
    expected: [finding.reason],
    actual: `${placeText(finding)}: ${finding.message} ${finding.statement}`.trim(),
  };
}

function writeEvidence({ runDirectory }: Execution, caseId: string, report: DriftReport): readonly string[] {
  const folder = join('evidence', caseId);
  mkdirSync(join(runDirectory, folder), { recursive: true });
  const files = { 'drift.json': report, 'sarif.json': sarifLog(report.findings, '0.1.0') };
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(join(runDirectory, folder, name), `${JSON.stringify(content, null, 1)}\n`);
    return join(folder, name);
  });
}
