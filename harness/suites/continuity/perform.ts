import type { Canary } from '../../canary/canary.ts';
import { isExclusive } from '../../canary/items.ts';
import { loadCanaries } from '../../canary/load.ts';
import type { CanaryEndpoint } from '../../environment/index.ts';
import { describeError, HarnessError } from '../../support/errors.ts';
import { parseJson } from '../../support/parse-json.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import type { Sender } from '../../wire/sender.ts';
import { openTransport, type Transport } from '../../wire/transmit.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';
import { acquaint } from './acquaint.ts';
import { whyNotClaimed } from './claims.ts';
import { converse, type Partner } from './converse.ts';
import { keepAfterFailure } from './keep.ts';
import { lockOf } from './lock.ts';
import type { Acquaintance, Observed, Prompts, TrialRecord } from './record.ts';

/** What all cases of one process share. */
export interface Bench extends AsyncDisposable {
  readonly transport: Transport;
  canary(folder: string, name: string): Promise<Canary>;
  /** Gets to know a runtime when it is first asked for. */
  meet(endpoint: CanaryEndpoint, sender: Sender): Promise<Acquaintance>;
}

const DEADLINE_MS = 30_000;

/** Opens the bench; nothing is read or asked before a case wants it. */
export function openBench(): Bench {
  const transport = openTransport();
  const folders = new Map<string, Promise<readonly Canary[]>>();
  const met = new Map<string, Promise<Acquaintance>>();
  return {
    transport,
    canary: async (folder, name) => {
      const loading = folders.get(folder) ?? loadCanaries(folder);
      folders.set(folder, loading);
      const found = (await loading).find((each) => each.name === name);
      if (found) return found;
      throw new HarnessError({
        code: 'CANARY_GONE',
        message: `${folder} had a canary ${name}, and has none now.`,
      });
    },
    meet: (endpoint, sender) => {
      const meeting = met.get(endpoint.url) ?? acquaint(sender, endpoint);
      met.set(endpoint.url, meeting);
      return meeting;
    },
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

/** Holds a canary as often as is asked for, unless the runtime does not claim what it needs or takes no message at all. */
export async function performContinuity(bench: Bench, at: CaseAt): Promise<Observed> {
  const endpoint = endpointOf(at);
  const canary = await bench.canary(endpoint.terms.canaries, at.planned.facets.canary ?? '');
  const sent = { bytes: 0, exchanges: 0 };
  const sender = counting(senderAt(bench.transport, at), sent);
  const { shared, alone } = lockOf(endpoint.url);
  const met = await shared(() => bench.meet(endpoint, sender));
  const isUnseen = endpoint.isUnseen === true;
  const unclaimed = whyNotClaimed(canary, endpoint, met);
  if (unclaimed !== undefined) return { unclaimed };
  const partner = partnerAt(at, endpoint, met, sender);
  const trials: TrialRecord[] = [];
  const isOpen = met.unusable !== undefined && !isUnseen;
  for (let nth = 0; !isOpen && nth < endpoint.terms.trials; nth += 1) {
    const hold = () => converse(canary, partner);
    trials.push(await (isExclusive(canary) ? alone(hold) : shared(hold)));
  }
  const observed = {
    ...{ canary, met, terms: endpoint.terms, isUnseen, trials },
    ...{ bytesSent: sent.bytes, exchanges: Math.max(1, sent.exchanges) },
  };
  await keepAfterFailure(observed, at, endpoint, sender);
  return observed;
}

function endpointOf({ planned, world }: CaseAt): CanaryEndpoint {
  if (world?.canary) return world.canary;
  throw new HarnessError({
    code: 'NO_CANARY_RUNTIME',
    message: `${planned.id} was planned for an agent runtime, and its world has none.`,
  });
}

function counting(sender: Sender, sent: { bytes: number; exchanges: number }): Sender {
  return {
    send: (sending) => {
      sent.bytes += sending.body.length;
      sent.exchanges += 1;
      return sender.send(sending);
    },
  };
}

function partnerAt(at: CaseAt, endpoint: CanaryEndpoint, met: Acquaintance, sender: Sender): Partner {
  const { headers, session } = endpoint.terms;
  return {
    ear: { sender, endpoint: met.endpoint, line: met.line, headers },
    session,
    deadlineMs: at.setting.deadlineMs ?? DEADLINE_MS,
    restart: () => restart(at, endpoint, sender),
    prompts: async (contextId) => {
      const { exchange } = await sender.send({
        ...{ purpose: 'observe', method: 'GET', url: `${endpoint.url}/admin/prompts`, headers },
        ...{ body: Buffer.alloc(0), deadlineMs: DEADLINE_MS },
      });
      const all = exchange.response ? parseJson(textOfRecorded(exchange.response.body)) : undefined;
      const calls: unknown = Reflect.get(Object(all), contextId);
      return (Array.isArray(calls) ? calls.at(-1) : []) as Prompts['last'];
    },
  };
}

/** That a runtime does not come back is its own failure, and no reason to leave the case unjudged. */
async function restart(at: CaseAt, endpoint: CanaryEndpoint, sender: Sender): Promise<string | undefined> {
  try {
    await at
      .handle()
      .service(endpoint.service ?? '')
      .restart();
  } catch (error) {
    return `it did not come back: ${describeError(error)}`;
  }
  const { unusable } = await acquaint(sender, endpoint);
  return unusable === undefined ? undefined : `it came back, and does not answer: ${unusable}`;
}
