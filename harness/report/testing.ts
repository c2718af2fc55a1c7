import type { PlannedCase } from '../support/case.ts';
import { type CaseResult, FORMAT_VERSION, type NewEvent, type RunEvent } from './event.ts';

/** The moment at which every sample event happens. */
export const AT = '2026-03-04T05:06:07.000Z';

/** Gives events the sample time. */
export function stamped(...events: readonly NewEvent[]): readonly RunEvent[] {
  return events.map((event) => ({ ...event, at: AT }));
}

/** The first event of a sample run. */
export function started(over: Partial<NewEvent & { event: 'run.started' }> = {}): NewEvent {
  return {
    event: 'run.started',
    runId: 'run-1',
    formatVersion: FORMAT_VERSION,
    clone: 'this one',
    seed: 7,
    argv: ['run', 'corpus'],
    subject: { name: 'reference', kind: 'reference', revision: 'R3' },
    revision: 'R3',
    mode: 'process',
    versions: { assay: '0.1.0' },
    digests: {},
    ...over,
  };
}

/** A sample case of suite `corpus`, judged passed unless told otherwise. */
export function judged(name: string, over: Partial<CaseResult> = {}): NewEvent & CaseResult {
  return {
    event: 'case.finished',
    ...identity(name),
    verdict: 'passed',
    findings: [],
    durationMs: 12,
    observations: 1,
    bytesSent: 570,
    evidence: [],
    ...over,
  };
}

/** A sample case that broke clause A.4. */
export function broken(name: string, over: Partial<CaseResult> = {}): NewEvent & CaseResult {
  const findings = [
    { clause: 'A.4', expected: ['the text reaches the agent'], actual: 'the agent saw no text' },
  ];
  return judged(name, { verdict: 'failed', findings, outcome: 'dropped', ...over });
}

/** What is planned of a sample case. */
export function identity(name: string): PlannedCase {
  const family = name.startsWith('v02') || name.startsWith('hg') ? 'v0.2' : 'v0.3';
  return {
    id: `corpus/${name}`,
    suite: 'corpus',
    title: `Title of ${name}`,
    clause: 'A.4',
    facets: { family, runtime: 'strict' },
    reproduce: reproduce(name),
  };
}

function reproduce(name: string): string {
  return `npx assay run corpus -g '^corpus/${name}$' --seed 7`;
}

/** The end of a test runner that exits with `exitCode`. */
export function ended(exitCode: number | null = 0, signal: string | null = null): NewEvent {
  return { event: 'run.finished', exitCode, signal };
}

/** A whole run: every result is planned, unless `planned` names the plan. */
export function sampleRun(
  results: readonly (NewEvent & CaseResult)[],
  { planned, end = ended(), more = [] }: SampleOptions = {},
): readonly RunEvent[] {
  const cases = planned?.map(identity) ?? results.map(({ id }) => identity(id.replace('corpus/', '')));
  return stamped(
    started(),
    {
      event: 'run.planned',
      suites: [{ name: 'corpus', groups: ['family', 'runtime'] }],
      cases,
      excluded: [],
      scope: { cases: cases.length, ofCases: cases.length, suites: 1, ofSuites: 1, narrowedBy: [] },
    },
    { event: 'world.ready', services: ['platform'], bootMs: 900 },
    ...results.flatMap((result): NewEvent[] => [{ event: 'case.started', id: result.id }, result]),
    ...more,
    ...(end ? [end] : []),
  );
}

interface SampleOptions {
  readonly planned?: readonly string[];
  readonly end?: NewEvent | null;
  readonly more?: readonly NewEvent[];
}
