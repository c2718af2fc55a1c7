import { deadlineIn, poll } from '../../support/deadline.ts';
import { Scope } from '../../support/scope.ts';
import type { ContractBench } from '../contract/bench.ts';
import { Unjudgeable } from '../contract/language/checks.ts';
import { type ContractCase, one, type Tools } from '../contract/language/index.ts';
import { performContract } from '../contract/perform.ts';
import type { CaseAt } from '../suite.ts';
import { controlDesktop, type DesktopControl } from './desktop.ts';
import { type Dialled, type Dialling, dialSession } from './dial.ts';

/** What cases of leases act with, beside what all cases of the contract have. */
export interface LeaseTools extends Tools {
  readonly desktop: DesktopControl;
  /** Of the run, for what is drawn at random. */
  readonly seed: number;
  dial(dialling: Dialling): Promise<Dialled>;
  /** Asks again every 20 ms until `probe` answers something, so long at most. */
  settled<T>(probe: () => Promise<T | undefined>, withinMs: number): Promise<T | undefined>;
  /** Keeps lines among the evidence of the case. */
  note(name: string, lines: readonly string[]): void;
}

/** One check of a lease. */
export interface LeaseCase extends Omit<ContractCase, 'act'> {
  act(tools: LeaseTools): Promise<void>;
}

/** A single case of a clause; all of them need to reach the database of the subject. */
export function lease(clause: string, name: string, title: string, act: LeaseCase['act']): LeaseCase {
  return { ...one(clause, name, title, async () => undefined, CONDITIONS), act };
}

const CONDITIONS = {
  needs: ['database', 'display'],
  holds: [{ rule: 'controlsDisplay', form: 'later' }],
} as const;

/** Performs a case. */
export async function performLease(each: LeaseCase, bench: ContractBench, at: CaseAt) {
  await using scope = new Scope();
  const act = async (tools: Tools) => {
    const desktop = at.world && controlDesktop(at.world);
    if (!desktop) throw new Unjudgeable('this world has no desktop of ours behind its platform');
    await desktop.reset();
    return each.act({
      ...{ ...tools, desktop, seed: at.setting.seed },
      dial: (dialling) => dialSession(tools.platform.url, dialling, scope),
      settled: (probe, withinMs) => poll(probe, deadlineIn(withinMs), 20),
      note: (name, lines) => at.evidence.text(name, lines),
    });
  };
  return await performContract({ ...each, act }, bench, at);
}
