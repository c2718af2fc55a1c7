import { setTimeout as delay } from 'node:timers/promises';
import { withInserts } from '../../../harness/suites/insert-trigger.ts';
import { deadlineIn, poll } from '../../../harness/support/deadline.ts';
import { EnvironmentError } from '../../../harness/support/errors.ts';
import { keptSince } from './database.ts';
import { compare, type Discrepancies, type Posted } from './ledger.ts';
import { type Moment, probeOf, type RoundPlan, type Victim } from './plan.ts';
import type { Scene } from './scene.ts';
import { startTraffic, type Traffic } from './traffic.ts';

/** What came of a round. */
export interface Played extends Discrepancies {
  readonly plan: RoundPlan;
  /** The messages of the round, and those by which its victim was seen to be back. */
  readonly posted: readonly Posted[];
  /** How many of the former were acknowledged with the promise of a row. */
  readonly promises: number;
  /** How things stood when the kill was ordered, whatever was meant. */
  readonly killed: Moment;
  /** From the end of the victim until a message is acknowledged again. */
  readonly backMs: number;
  readonly tookMs: number;
}

const BACK_MS = 60_000;

/** Sends, kills, brings back, and looks for what was acknowledged. Throws `EnvironmentError` when the victim stays away. */
export async function playRound(scene: Scene, seed: number, plan: RoundPlan): Promise<Played> {
  const since = new Date();
  const startedMs = performance.now();
  const { killed, posted } = await sendAndKill(scene, plan);
  const goneMs = performance.now();
  await scene.service(plan.victim).start();
  const probes = await awaitBack(scene, seed, plan);
  const backMs = performance.now() - goneMs;
  const all = [...posted, ...probes];
  const found = compare(all, await keptSince(scene.database, since));
  const promises = posted.filter(({ acknowledged, promised }) => acknowledged && promised).length;
  return { ...found, plan, posted: all, promises, killed, backMs, tookMs: performance.now() - startedMs };
}

type Killing = Pick<Played, 'killed' | 'posted'>;

function sendAndKill(scene: Scene, plan: RoundPlan): Promise<Killing> {
  const [message] = plan.messages;
  const act = () => killIn(scene, plan, startTraffic(scene, plan.round, plan.messages));
  if (plan.moment !== 'held up' || !message) return act();
  return withInserts(scene, scene.targets[message.way], 'wait', act);
}

async function killIn(scene: Scene, plan: RoundPlan, traffic: Traffic): Promise<Killing> {
  const killed = await momentIn(plan, traffic);
  traffic.halt(({ way }) => isPromisedBeyond(plan.victim, way));
  await scene.service(plan.victim).kill();
  return { killed, posted: await traffic.over };
}

/** Without its database a platform acknowledges pushes and notices all the same: their row is lost, and not their sender. */
function isPromisedBeyond(victim: Victim, way: Posted['way']): boolean {
  return victim !== 'PostgreSQL' || way === 'poll';
}

/** Waits for the moment that is meant; answers the one that it came to be. */
async function momentIn({ moment, waitMs, atReply }: RoundPlan, traffic: Traffic): Promise<Moment> {
  switch (moment) {
    case 'idle':
      await traffic.over;
      await delay(waitMs);
      return moment;
    case 'in flight':
      await delay(waitMs);
      return traffic.inFlight() > 0 ? moment : 'idle';
    case 'after reply':
    case 'held up':
      return (await traffic.acknowledged(atReply)) ? moment : 'idle';
    default:
      return moment satisfies never;
  }
}

/** Asks until a message is acknowledged again; answers all that were sent for it. */
async function awaitBack(scene: Scene, seed: number, plan: RoundPlan): Promise<readonly Posted[]> {
  if (plan.victim === 'runtime') await scene.introduceAgent();
  const probes: Posted[] = [];
  const ask = async () => {
    const probe = probeOf(seed, plan, probes.length + 1);
    const posted = await startTraffic(scene, plan.round, [probe]).over;
    probes.push(...posted);
    return posted.find(({ acknowledged }) => acknowledged === 'stored');
  };
  if (await poll(ask, deadlineIn(BACK_MS), 10)) return probes;
  throw new EnvironmentError({
    code: 'NOT_BACK',
    message: `${plan.victim} was killed and started again, and within ${BACK_MS / 1000} s no message was acknowledged.`,
  });
}
