import type { Claim } from '../../harness/config/runtime-terms.ts';
import { inProject } from '../../harness/support/paths.ts';

/** A runtime that others wrote, in a program of ours that does no more than offer it. */
export interface PracticeRuntime {
  readonly name: string;
  /** Absolute path of the folder with `main.py` and `requirements.txt`. */
  readonly folder: string;
  /** What it is able to, where its card does not tell. */
  readonly claims?: readonly Claim[];
}

/** Everything that there is to practise with. */
export const RUNTIMES: readonly PracticeRuntime[] = [
  {
    ...{ name: 'google-adk', folder: inProject('compose/practice/google-adk') },
    // `to_a2a` makes the card itself, and tags it with no more than `llm`.
    claims: [
      ...(['files', 'memory', 'cancel', 'input-required'] as const),
      ...(['streaming', 'issued-context', 'durable', 'model'] as const),
    ],
  },
  { name: 'langgraph', folder: inProject('compose/practice/langgraph') },
];
