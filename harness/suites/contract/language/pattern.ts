import type { expect as pactumExpect } from 'pactum';
import { HarnessError } from '../../../support/errors.ts';

/** What a reply must be like; every member that is given must hold. Documents may hold matchers (`uuid()`, `regex()` …). */
export interface ReplyPattern {
  readonly status?: number | readonly number[];
  /** Members that the document must have: a platform is free to tell more. */
  readonly like?: unknown;
  /** Members that the document must not have. */
  readonly without?: readonly string[];
  /** By lower-case name: the value, what it must match, or null where the header must not be there. */
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
  /** The body as it is, or what it must match. */
  readonly text?: string | RegExp;
  /** Texts that must not stand anywhere in the body. */
  readonly leaks?: readonly string[];
}

let pactum: typeof pactumExpect | undefined;

/** Loads the library that compares documents; it takes 0.3 s, so only who judges loads it. */
export async function loadPactum(): Promise<void> {
  pactum ??= (await import('pactum')).default.expect;
}

/** Why a document is not what it must be; nothing when it is. `whole` allows no members beside those of the pattern. */
export function whyUnlike(document: unknown, pattern: unknown, whole: boolean): string | undefined {
  if (!pactum) throw notLoaded();
  if (document === undefined) return pattern === undefined ? undefined : 'there is no JSON document';
  const { have } = pactum(document).should;
  try {
    // A single argument: a second one makes the first a path.
    if (whole) have.jsonMatchStrict(pattern as object);
    else have.jsonMatch(pattern as object);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function notLoaded(): HarnessError {
  return new HarnessError({ code: 'NO_PACTUM', message: 'Something is judged before its suite was opened.' });
}
