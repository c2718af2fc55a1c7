import { type Resource, STATEMENT_TYPE, type Statement } from './statement.ts';

const SUMMARY = 'https://slsa.dev/verification_summary/v1';

/** What a gate has decided, as much as a summary tells. */
export interface Decision {
  readonly isPromoted: boolean;
  /** ISO time. */
  readonly at: string;
  readonly policy: string;
  readonly digests: readonly string[];
  /** Runs that it was decided on, each with the digest of its report. */
  readonly inputs: readonly Resource[];
}

/** The verification summary of SLSA. */
export interface Summary {
  readonly verifier: { readonly id: string };
  readonly timeVerified: string;
  readonly resourceUri: string;
  readonly policy: { readonly uri: string };
  readonly inputAttestations: readonly Resource[];
  readonly verificationResult: 'PASSED' | 'FAILED';
  readonly verifiedLevels: readonly string[];
}

/** What is said of everything that was to be promoted. */
export function summaryOf({ isPromoted, at, policy, digests, inputs }: Decision): Statement<Summary> {
  return {
    _type: STATEMENT_TYPE,
    subject: digests.flatMap((digest) => {
      const [, name = '', sha256 = ''] = /^(?:(.*)[:@])?sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
      return sha256 === '' ? [] : [{ name: name || digest, digest: { sha256 } }];
    }),
    predicateType: SUMMARY,
    predicate: {
      verifier: { id: 'https://assay.dev/gate' },
      timeVerified: at,
      resourceUri: digests[0] ?? '',
      policy: { uri: policy },
      inputAttestations: inputs,
      verificationResult: isPromoted ? 'PASSED' : 'FAILED',
      verifiedLevels: isPromoted ? ['ASSAY_PROMOTE'] : [],
    },
  };
}
