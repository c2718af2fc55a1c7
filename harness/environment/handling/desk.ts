import { deadlineIn } from '../../support/deadline.ts';
import { AssayError, EnvironmentError, HarnessError } from '../../support/errors.ts';
import type { WorldHeader } from '../world.ts';
import type { HandlingEntry, Order, ServiceStatus } from './actions.ts';
import { type Budget, type Grip, statusOf } from './grip.ts';
import { writeHandling } from './journal.ts';
import { demandSense, unknownService } from './refusals.ts';

/** Takes orders for the services of one world and carries them out one after the other. */
export interface Desk {
  /**
   * Answers when it is done, and stands in the journal. Rejects with `HarnessError` when it makes no sense, before
   * anything happens, and with `EnvironmentError` when it was tried and did not work.
   */
  act(order: Order): Promise<HandlingEntry>;
  look(): Promise<readonly ServiceStatus[]>;
  /** Answers when nothing is being done any more. */
  idle(): Promise<void>;
}

/** Opens the desk of a world; `signal` makes what is under way give up. */
export function openDesk(
  world: Pick<WorldHeader, 'id' | 'directory'>,
  grips: ReadonlyMap<string, Grip>,
  signal: AbortSignal,
): Desk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    act: (order) => {
      const budget = { deadline: deadlineIn(order.deadlineMs), signal };
      const turn = last.then(() => attend(world, grips, order, budget));
      last = turn.catch(() => undefined);
      return turn;
    },
    look: () => Promise.all([...grips.values()].map(statusOf)),
    idle: async () => void (await last),
  };
}

async function attend(
  world: Pick<WorldHeader, 'id' | 'directory'>,
  grips: ReadonlyMap<string, Grip>,
  order: Order,
  budget: Budget,
): Promise<HandlingEntry> {
  const grip = grips.get(order.service);
  if (!grip) throw unknownService(world.id, order.service, [...grips.keys()]);
  const told = inFull(order, grip);
  const { deadlineMs: _, ...asked } = told;
  const at = new Date().toISOString();
  const startedMs = performance.now();
  const pidBefore = await grip.pid();
  const outcome = await outcomeOf(carryOut(told, grip, budget));
  const after = await leftBy(grip);
  const entry: HandlingEntry = {
    ...asked,
    at,
    tookMs: Math.round(performance.now() - startedMs),
    result: outcome.result,
    ...(pidBefore !== undefined && { pidBefore }),
    ...after,
    ...(outcome.result !== 'done' && wordsOf(outcome.error)),
  };
  writeHandling(world, entry);
  if (outcome.result !== 'done') throw outcome.error;
  return entry;
}

/** How a service is after an order; that it cannot be found out hides nothing of what became of the order. */
async function leftBy(grip: Grip): Promise<Pick<HandlingEntry, 'pidAfter' | 'stateAfter'>> {
  try {
    const [pidAfter, stateAfter] = await Promise.all([grip.pid(), grip.state()]);
    return { ...(pidAfter !== undefined && { pidAfter }), stateAfter };
  } catch {
    return {};
  }
}

/** The order with what it leaves to the engine. */
function inFull(order: Order, { link }: Grip): Order {
  return order.action === 'cut' && link ? { ...order, way: order.way ?? link.ways[0] } : order;
}

type Outcome =
  | { readonly result: 'done' }
  | { readonly result: 'refused' | 'failed'; readonly error: unknown };

async function outcomeOf(work: Promise<void>): Promise<Outcome> {
  try {
    await work;
    return { result: 'done' };
  } catch (error) {
    return { result: error instanceof HarnessError ? 'refused' : 'failed', error };
  }
}

function wordsOf(error: unknown): Pick<HandlingEntry, 'code' | 'message'> {
  return error instanceof AssayError
    ? { code: error.code, message: error.message }
    : { code: 'UNEXPECTED', message: String(error) };
}

/** Sense is demanded before, so what an action needs is there. */
async function carryOut(order: Order, grip: Grip, budget: Budget): Promise<void> {
  budget.signal.throwIfAborted();
  if (budget.deadline.expired()) throw neverItsTurn(order);
  demandSense(order, grip, await statusOf(grip));
  const { signals, life, link } = grip;
  switch (order.action) {
    case 'kill':
      return signals?.kill(order.signal, budget);
    case 'pause':
      return signals?.pause(budget);
    case 'continue':
      return signals?.resume(budget);
    case 'start':
      return life?.start(budget);
    case 'restart':
      await life?.stop(budget);
      return life?.start(budget, order.env);
    case 'cut':
      return order.way && link?.cut(order.way);
    case 'heal':
      return link?.heal();
    default:
      throw order satisfies never;
  }
}

function neverItsTurn({ service, action, deadlineMs }: Order): EnvironmentError {
  return new EnvironmentError({
    code: 'HANDLING_BUSY',
    message: `${service} was not told to ${action}: other orders took all of the ${deadlineMs} ms.`,
  });
}
