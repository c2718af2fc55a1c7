import { EnvironmentError } from '../../support/errors.ts';
import type { ControlledEndpoint, WorldHeader } from '../world.ts';
import type { HandlingEntry, Order, ServiceStatus } from './actions.ts';
import { type Answer, errorOf } from './wire.ts';

/** Where orders go: the owner of the world, or our own hands where it has none. */
export interface Hands {
  act(order: Order): Promise<HandlingEntry>;
  look(): Promise<readonly ServiceStatus[]>;
}

/** An owner answers within the deadline of an order; this much later it is not going to. */
const MARGIN_MS = 10_000;

/** The hands of the process that booted a world. They reject with `EnvironmentError` when it is gone. */
export function ownersHands(world: Pick<WorldHeader, 'id'>, office: ControlledEndpoint): Hands {
  return {
    act: async (order) => {
      const answer = await ask(world.id, office, order.deadlineMs + MARGIN_MS, order);
      if ('entry' in answer) return answer.entry;
      throw unexpected(world.id, answer);
    },
    look: async () => {
      const answer = await ask(world.id, office, MARGIN_MS);
      if ('services' in answer) return answer.services;
      throw unexpected(world.id, answer);
    },
  };
}

async function ask(
  worldId: string,
  { url, controlToken }: ControlledEndpoint,
  withinMs: number,
  order?: Order,
): Promise<Answer> {
  const answer = await send(worldId, order ? `${url}/orders` : `${url}/services`, {
    method: order ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${controlToken}` },
    ...(order && { body: JSON.stringify(order) }),
    signal: AbortSignal.timeout(withinMs),
  });
  if ('trouble' in answer) throw errorOf(answer.trouble);
  return answer;
}

async function send(worldId: string, url: string, options: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, options);
    return (await response.json()) as Answer;
  } catch (cause) {
    throw new EnvironmentError({
      code: 'OWNER_GONE',
      message: `The run that owns world ${worldId} did not answer (${reasonOf(cause)}).`,
      details: ['Whether the order was carried out is not known.'],
      fix: 'See whether that run was ended; its services end with it.',
      cause,
    });
  }
}

/** `fetch` keeps the transport's reason below its own error. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  return cause?.code ?? message;
}

function unexpected(worldId: string, answer: Answer): EnvironmentError {
  return new EnvironmentError({
    code: 'OWNER_ANSWERED_ODDLY',
    message: `The run that owns world ${worldId} answered ${JSON.stringify(answer).slice(0, 200)}.`,
  });
}
