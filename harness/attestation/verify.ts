import type { KeyObject } from 'node:crypto';
import { type Envelope, isSignedBy, payloadOf } from './envelope.ts';
import { STATEMENT_TYPE, type Statement, TEST_RESULT, type TestResult } from './statement.ts';

/** A key, and whose it is. */
export interface NamedKey {
  readonly name: string;
  readonly key: KeyObject;
}

/** What an envelope says, and who of those that are known has signed it. */
export interface VerifiedStatement {
  readonly signers: readonly string[];
  /** Nothing where the payload is no statement about a run of Assay. */
  readonly statement?: Statement<TestResult>;
}

/** Holds envelopes against keys; nothing of one that nobody known has signed can be believed. */
export function verifyEnvelopes(
  envelopes: readonly Envelope[],
  keys: readonly NamedKey[],
): readonly VerifiedStatement[] {
  return envelopes.map((envelope) => {
    const statement = payloadOf(envelope);
    return {
      signers: keys.filter(({ key }) => isSignedBy(envelope, key)).map(({ name }) => name),
      ...(isTestResult(statement) && { statement }),
    };
  });
}

function isTestResult(value: unknown): value is Statement<TestResult> {
  if (typeof value !== 'object' || value === null) return false;
  const { _type, predicateType, predicate, subject } = value as Partial<Statement<Partial<TestResult>>>;
  const isOurs = typeof predicate === 'object' && predicate !== null && typeof predicate.assay === 'object';
  return _type === STATEMENT_TYPE && predicateType === TEST_RESULT && Array.isArray(subject) && isOurs;
}
