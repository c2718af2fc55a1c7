import { randomUUID } from 'node:crypto';
import { EnvironmentError } from '../../support/errors.ts';
import { freshNonce } from '../../wire/nonce.ts';
import { watchAftermath } from './aftermath.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseRecord, Coming, Returned } from './case-record.ts';
import { comeBack } from './come-back.ts';
import { prepareCase } from './prepare.ts';
import { replaySteps } from './replay-steps.ts';
import { type RuntimeControl, runtimeControl } from './runtime-control.ts';

/**
 * Replays one entry to one runtime and records everything; judges nothing. What the subject does wrong is in the
 * record; an EnvironmentError means that our own runtime does not work.
 */
export async function replayCase(context: CaseContext): Promise<CaseRecord> {
  const { entry, runtime, revision } = context;
  const control = controlOf(context);
  const agent = agentName(entry.id);
  const nonce = (context.freshNonce ?? freshNonce)();
  const { exchanges, target } = await prepareCase(context, control, agent);
  const base = { entryId: entry.id, runtime, revision, route: entry.route, agent, nonce, prepare: exchanges };
  try {
    if ('finding' in target)
      return { ...base, prepared: false, preparationFinding: target.finding, steps: [] };
    const { steps, comings } = await replaySteps(context, control, { ...target, agent, nonce });
    const { workspace, registration } = target;
    const returned =
      entry.returns && registration
        ? await comeBack(context, control, agent, registration, steps)
        : restarted(comings);
    const callerId = workspace?.shown.caller?.id;
    const done = {
      ...{ ...base, prepared: true, steps },
      ...(callerId !== undefined && { callerId }),
      ...(returned && { returned }),
    };
    const { watch } = context;
    if (!workspace || watch === 'none') return done;
    const repliedMs = performance.now();
    const after = await watchAftermath(context, control, workspace, steps, returned, repliedMs, watch);
    return { ...done, after };
  } finally {
    await control.removeAgent(agent);
  }
}

/** Where the agent has come back in the middle of the session. */
function restarted(comings: readonly Coming[]): Returned | undefined {
  return comings.length === 0 ? undefined : { early: { arrivals: [], handed: [] }, comings };
}

/** A name that is free for agent and workspace alike: the entry, and something no other case has. */
function agentName(entryId: string): string {
  return `${entryId.replace(/[^\w-]/g, '-').slice(0, 50)}-${randomUUID().slice(0, 12)}`;
}

function controlOf({ world, runtime, sender, transport }: CaseContext): RuntimeControl {
  const endpoint = world.runtimes[runtime];
  if (endpoint) return runtimeControl({ ...endpoint, sender, transport });
  throw new EnvironmentError({
    code: 'NO_RUNTIME',
    message: `This world has no runtime \`${runtime}\``,
    fix: 'Boot a world with all runtimes, or select entries for the runtimes that it has.',
  });
}
