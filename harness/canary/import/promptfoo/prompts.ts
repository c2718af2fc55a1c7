import { differs, leftOut, type Remark } from '../remark.ts';
import { listOf, mappingOf, textOf } from '../values.ts';

/** What the prompts of a configuration say of its tests. */
export interface Prompts {
  /** What the user says, with `{{variables}}`; absent where it is no plain template. */
  readonly prompt?: string;
  /** Whether a prompt is given what was said before. */
  readonly sharesHistory: boolean | 'unknown';
  readonly remarks: readonly Remark[];
}

/** Reads what stands there itself; of several prompts the first, for each would be other conversations. */
export function promptsOf(value: unknown): Prompts {
  const all = (listOf(value) ?? (value === undefined ? [] : [value])).map(
    (each) => textOf(each) ?? textOf(mappingOf(each)?.raw) ?? 'file://',
  );
  const [first] = all;
  const remarks =
    all.length > 1
      ? [leftOut(['prompts'], `${all.length - 1} of ${all.length} prompts are not asked; the first is`)]
      : [];
  if (first === undefined) return { sharesHistory: false, remarks };
  if (isElsewhere(first)) return { sharesHistory: 'unknown', remarks };
  const sharesHistory = first.includes('_conversation');
  const isPlain = !sharesHistory && !/\{%|^\s*[[{](?!\{)/.test(first);
  if (isPlain) return { prompt: first, sharesHistory, remarks };
  const why =
    'what is set around the words of the user is not sent, and the agent has to know what was said before';
  return { sharesHistory, remarks: [...remarks, differs(['prompts', 0], why)] };
}

function isElsewhere(prompt: string): boolean {
  return (
    /^(file|exec|langfuse|portkey|helicone):\/\//.test(prompt) ||
    /\.(txt|json|ya?ml|md|j2|[cm]?[jt]s|py)$/.test(prompt)
  );
}
