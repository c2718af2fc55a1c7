import { POLICY_KEYS } from './keys.ts';
import type { Policy, PolicyKey, PolicyLayer } from './policy.ts';
import { unreadablePolicy } from './unreadable.ts';

/** A policy file, as it was named. */
export interface NamedLayer {
  readonly file: string;
  readonly layer: PolicyLayer;
}

const KEYS = Object.keys(POLICY_KEYS) as readonly PolicyKey[];

/** What holds without any file. */
export const BUILT_IN: Policy = Object.fromEntries(
  KEYS.flatMap((key) => (POLICY_KEYS[key].default === undefined ? [] : [[key, POLICY_KEYS[key].default]])),
) as unknown as Policy;

/**
 * The layers as one policy, the organisation's first. A layer may tighten what an earlier file says; it may loosen a key
 * only where that file lists it in `mayLoosen`, else this is an `AssayError` (exit 2).
 */
export function layPolicies(layers: readonly NamedLayer[]): Policy {
  let laid: Partial<Record<PolicyKey, unknown>> = {};
  layers.forEach(({ file, layer }, index) => {
    for (const key of KEYS) {
      if (layer[key] === undefined) continue;
      const before = layers.slice(0, index).filter((each) => each.layer[key] !== undefined);
      refuseLoosening(key, laid[key], layer[key], before, file);
      laid = { ...laid, [key]: before.length === 0 ? layer[key] : keyOf(key).merge(laid[key], layer[key]) };
    }
  });
  return { ...BUILT_IN, ...laid } as Policy;
}

/** The values of a key are of one type, whichever it is. */
function keyOf(key: PolicyKey) {
  return POLICY_KEYS[key] as {
    readonly merge: (lower: unknown, upper: unknown) => unknown;
    readonly loosens: (lower: unknown, upper: unknown) => boolean;
  };
}

function refuseLoosening(
  key: PolicyKey,
  lower: unknown,
  upper: unknown,
  before: readonly NamedLayer[],
  file: string,
): void {
  const holder = before.find(({ layer }) => !layer.mayLoosen?.includes(key));
  if (!holder || !keyOf(key).loosens(lower, upper)) return;
  throw unreadablePolicy(file, `loosens \`${key}\` of ${holder.file}`, {
    details: [`there: ${JSON.stringify(lower)}`, `here: ${JSON.stringify(upper)}`],
    fix: `Take it out, or have ${holder.file} list it: \`mayLoosen: [${key}]\`.`,
  });
}
