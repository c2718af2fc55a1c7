import { resolve } from 'node:path';
import { publicKeyOf } from '../attestation/keys.ts';
import { readRun } from '../gate/evidence/read-run.ts';
import type { Case } from '../gate/judge.ts';
import { BUILT_IN, layPolicies, type NamedLayer } from '../gate/policy/layers.ts';
import { loadPolicyLayer } from '../gate/policy/load.ts';
import type { Policy } from '../gate/policy/policy.ts';
import { readHistory } from '../history/store.ts';
import { corpusDigest } from '../prove/source-digest.ts';
import { SUITE_NAMES } from '../suites/index.ts';
import { UsageError } from '../support/errors.ts';
import type { Shell } from './shell.ts';

/** The options of `assay gate` as typed. */
export interface GateFlags {
  readonly policy?: readonly string[];
  readonly digest?: readonly string[];
  readonly history?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly explain?: string;
  readonly dryRun?: boolean;
  readonly signKey?: string;
  readonly attestation?: string;
}

/** An option that may be given again. */
export function listed(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** The policy of a command line, and the one below its last layer, which a dry run compares with. */
export async function policiesOf(
  shell: Shell,
  { policy = [] }: Pick<GateFlags, 'policy'>,
): Promise<{ readonly policy: Policy; readonly below: Policy }> {
  const layers: NamedLayer[] = [];
  for (const file of policy) {
    const layer = await loadPolicyLayer(resolve(shell.cwd, file), SUITE_NAMES);
    layers.push({ file, layer: { name: file, ...layer } });
  }
  return {
    policy: layPolicies(layers),
    below: layers.length > 1 ? layPolicies(layers.slice(0, -1)) : BUILT_IN,
  };
}

/** Reads all that the gate looks at. Throws `AssayError` (exit 2) for a report, history or key that cannot be read. */
export async function caseOf(
  shell: Shell,
  places: readonly string[],
  flags: Pick<GateFlags, 'digest' | 'history'>,
  policy: Policy,
): Promise<Case> {
  const keys = policy.signers.map(({ name, key }) => ({ name, key: publicKeyOf(`signer ${name}`, key) }));
  const all = await Promise.all(places.map((place) => readRun(resolve(shell.cwd, place), place, keys)));
  const history =
    flags.history === undefined ? undefined : await readHistory(resolve(shell.cwd, flags.history));
  return {
    now: new Date().toISOString(),
    all,
    digests: (flags.digest ?? []).map(checkedDigest),
    ...(history && { history }),
    ownCorpus: (await corpusDigest()).digest,
  };
}

/** A tag can be moved to anything after it was judged. */
function checkedDigest(digest: string): string {
  if (/(^|[:@])sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new UsageError({
    code: 'NO_DIGEST',
    message: `--digest ${digest} names no digest.`,
    fix: 'Write image@sha256:<64 hexadecimal digits>; a tag may mean another image tomorrow.',
  });
}
