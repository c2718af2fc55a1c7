import { request } from 'undici';
import type { Posted } from './ledger.ts';
import type { Message } from './plan.ts';
import type { Scene } from './scene.ts';

/** Messages on their way from several clients, each of which sends one after the other. */
export interface Traffic {
  /** How many have been sent and not answered. */
  inFlight(): number;
  /** Answers with the `count`th acknowledgement; `false` when all is over without it. */
  acknowledged(count: number): Promise<boolean>;
  /** Lets nobody send anything more. From now on a row is promised to those alone for whom `stillPromised` says so. */
  halt(stillPromised: (message: Message) => boolean): void;
  /** What became of each message, when all clients have their answers or will not get any. */
  readonly over: Promise<readonly Posted[]>;
}

const CLIENTS = 4;
const ANSWER_MS = 10_000;

/** Starts to send. */
export function startTraffic(scene: Scene, round: number, messages: readonly Message[]): Traffic {
  const waiting = [...messages];
  const posted: Posted[] = [];
  const watchers = new Set<() => void>();
  let [inFlight, acknowledgements] = [0, 0];
  let isPromised = (_message: Message) => true;
  const sendNext = async (): Promise<void> => {
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      inFlight += 1;
      const acknowledged = acknowledgementOf(await statusOf(scene, message));
      inFlight -= 1;
      posted.push({
        ...{ ...message, round, workspaceId: scene.targets[message.way].id },
        ...(acknowledged && { acknowledged }),
        promised: isPromised(message),
      });
      acknowledgements += acknowledged ? 1 : 0;
      for (const look of watchers) look();
    }
  };
  const clients = Promise.all(Array.from({ length: CLIENTS }, sendNext));
  return {
    inFlight: () => inFlight,
    acknowledged: (count) => {
      const reached = new Promise<boolean>((resolve) => {
        watchers.add(() => acknowledgements >= count && resolve(true));
      });
      return Promise.race([reached, clients.then(() => false)]);
    },
    halt: (stillPromised) => {
      waiting.length = 0;
      isPromised = stillPromised;
    },
    over: clients.then(() => posted),
  };
}

/** The status of the answer; nothing when none came. */
async function statusOf({ url, targets }: Scene, { id, way, text }: Message): Promise<number | undefined> {
  const target = targets[way];
  const notice = way === 'notify';
  const part = { kind: 'text', text };
  const message = { kind: 'message', role: 'user', messageId: id, parts: [part] };
  const json = notice
    ? { message: text }
    : { jsonrpc: '2.0', id, method: 'message/send', params: { message } };
  try {
    const reply = await request(`${url}/workspaces/${target.id}/${notice ? 'notify' : 'a2a'}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(notice && { authorization: `Bearer ${target.token}` }),
      },
      body: JSON.stringify(json),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await reply.body.dump();
    return reply.statusCode;
  } catch {
    return undefined;
  }
}

function acknowledgementOf(status: number | undefined): Posted['acknowledged'] {
  return status === 200 ? 'stored' : status === 202 ? 'queued' : undefined;
}
