/** What a case can come to; see the README for the meaning and for the exit codes they roll up to. */
export const VERDICTS = ['passed', 'not-applicable', 'inconclusive', 'failed', 'errored'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A place in a source file; `line` and `column` start at 1, `file` is relative to the root of its tree. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** One broken expectation: the clause it belongs to, what it allows, and what was seen instead. */
export interface Finding {
  readonly clause: string;
  readonly expected: readonly string[];
  readonly actual: string;
  /** The rule of a checker that found it, where the clause has several. */
  readonly rule?: string;
  /** Where it lies, when it is about a file. */
  readonly place?: Place;
}

/** A judged case. `policy` marks today's behaviour recorded, which never counts as passed and never gates. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly policy?: 'as-recorded' | 'changed';
  /** Why it is not `passed`, in one sentence; required for every other verdict. */
  readonly reason?: string;
}

/** Whether a case is as it should be, so that a report has nothing to explain. */
export function isQuiet({ verdict, policy }: Pick<Judgement, 'verdict' | 'policy'>): boolean {
  return verdict === 'passed' && policy !== 'changed';
}
