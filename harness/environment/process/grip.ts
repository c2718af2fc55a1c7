import { poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import type { KillSignal, RunState, Settings } from '../handling/actions.ts';
import type { Budget, Grip, Life, LinkGrip, Signals } from '../handling/grip.ts';
import type { WorldHeader } from '../world.ts';
import { isAlive, isStopped, type ProcessIdentity } from './identity.ts';
import type { Link } from './link.ts';
import type { Service } from './service.ts';
import { signalGroup, signalTree } from './signals.ts';
import { GRACE_MS } from './take-down.ts';
import { terminate } from './terminate.ts';
import { treeOf } from './tree.ts';
import { guardStopped, type WakeGuard } from './wake-guard.ts';

/** A process that is ours to bring back; `revive` answers the new one when it is ready. */
export interface OwnedProcess {
  readonly service: Service;
  readonly link?: Link;
  revive(budget: Budget, env?: Settings): Promise<Service>;
  readonly takesSettings?: true | undefined;
}

/** The grip on a process of a world of ours, which we started ourselves. */
export function ownedGrip(worldId: string, { service, link, revive, takesSettings }: OwnedProcess): Grip {
  let { record } = service;
  const grip = gripOn(record.name, () => record);
  const life: Life = {
    stop: () => terminate(record, GRACE_MS),
    start: async (budget, env) => {
      ({ record } = await revive(budget, env));
    },
    ...(takesSettings && { takesSettings }),
  };
  const signals = guarded(grip.signals, () => guardStopped(worldId, treeOf(record)));
  return { ...grip, signals, life, ...(link && { link: linkGrip(link) }) };
}

/** What is paused is guarded as long as it is. */
function guarded(signals: Signals, guard: () => WakeGuard): Signals {
  let guarding: WakeGuard | undefined;
  return {
    pause: async (budget) => {
      await signals.pause(budget);
      guarding = guard();
    },
    resume: async (budget) => {
      await signals.resume(budget);
      guarding?.dismiss();
    },
    kill: async (signal, budget) => {
      await signals.kill(signal, budget);
      guarding?.dismiss();
    },
  };
}

/** Grips on the processes of a world that nobody owns: by their numbers, so none of them can be brought back. */
export function unownedGrips({ services }: Pick<WorldHeader, 'services'>): readonly Grip[] {
  return services.map((record) => gripOn(record.name, () => record));
}

function gripOn(service: string, now: () => ProcessIdentity): Grip & { readonly signals: Signals } {
  return {
    service,
    state: async () => stateOf(now()),
    pid: async () => (isAlive(now()) ? now().pid : undefined),
    signals: signalsTo(service, now),
  };
}

function stateOf(process: ProcessIdentity): RunState {
  if (!isAlive(process)) return 'down';
  return isStopped(process) ? 'paused' : 'running';
}

function signalsTo(service: string, now: () => ProcessIdentity): Signals {
  return {
    kill: async (signal, budget) => {
      const ending = kill(now(), signal);
      await until(budget, () => !ending.some(isAlive), `${service} did not end by ${signal}`);
    },
    pause: async (budget) => {
      signalTree(now(), 'SIGSTOP');
      await until(budget, () => allStopped(now()), `${service} did not stop`);
    },
    resume: async (budget) => {
      const tree = signalTree(now(), 'SIGCONT');
      await until(budget, () => !tree.some(isStopped), `${service} did not go on`);
    },
  };
}

/** Other signals are requests, and how a service passes them on to its children is its own affair. */
function kill(target: ProcessIdentity, signal: KillSignal): readonly ProcessIdentity[] {
  if (signal === 'SIGKILL') return signalTree(target, signal);
  signalGroup(target.pid, signal);
  return [target];
}

/** A child that was born while the others were being stopped is stopped now. */
function allStopped(target: ProcessIdentity): boolean {
  const running = treeOf(target).filter((each) => !isStopped(each));
  if (running.length > 0) signalTree(target, 'SIGSTOP');
  return running.length === 0;
}

async function until({ deadline, signal }: Budget, isSo: () => boolean, otherwise: string): Promise<void> {
  const ask = () => {
    signal.throwIfAborted();
    return isSo() || undefined;
  };
  if (await poll(ask, deadline, 2)) return;
  throw new EnvironmentError({
    code: 'SIGNAL_WITHOUT_EFFECT',
    message: `${otherwise} within ${deadline.totalMs} ms.`,
  });
}

function linkGrip(link: Link): LinkGrip {
  return {
    ways: ['reset', 'hang'],
    state: async () => link.state(),
    cut: async (way) => {
      if (way !== 'refuse') link.cut(way);
    },
    heal: async () => link.heal(),
  };
}
