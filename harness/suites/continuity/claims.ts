import type { Canary, Need } from '../../canary/canary.ts';
import type { CanaryEndpoint } from '../../environment/index.ts';
import type { Acquaintance } from './record.ts';

/** Why a canary does not apply to a runtime: what it needs is not claimed, or not ours to do; nothing when it does. */
export function whyNotClaimed(
  { needs }: Pick<Canary, 'needs'>,
  { terms, service, isUnseen }: Pick<CanaryEndpoint, 'terms' | 'service' | 'isUnseen'>,
  { claims }: Pick<Acquaintance, 'claims'>,
): string | undefined {
  const reasons: Readonly<Partial<Record<Need, boolean>>> = {
    sessions: terms.session !== 'none',
    isolation: terms.scope === 'context',
    // Nobody gets as far as that with one that was never seen to answer.
    restart: service !== undefined || isUnseen === true,
    'issued-context':
      terms.session === 'issued' || (claims.includes('issued-context') && terms.session === 'context'),
  };
  const missing = needs.find((need) => !(reasons[need] ?? claims.some((claim) => claim === need)));
  return missing === undefined ? undefined : WORDS[missing];
}

const WORDS: Readonly<Record<Need, string>> = {
  sessions: 'the runtime declares that it keeps no session',
  isolation: 'the runtime declares one session for the whole workspace',
  restart: 'the runtime runs elsewhere, so it is not ours to restart',
  files: 'the runtime does not claim to read files',
  memory: 'the runtime does not claim a memory',
  cancel: 'the runtime does not claim that a turn can be cancelled',
  'input-required': 'the runtime does not claim to ask for input',
  streaming: 'the runtime does not claim to stream',
  'issued-context': 'the runtime does not claim to issue contexts',
  durable: 'the runtime does not claim that its sessions outlive it',
  'canary-mode': 'the runtime does not claim a canary mode',
  model: 'the model of the runtime is not ours to look into',
};
