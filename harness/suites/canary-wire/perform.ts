import { headersOf, sendRequest } from '../../canary/envelope.ts';
import { deadlineIn } from '../../support/deadline.ts';
import { HarnessError } from '../../support/errors.ts';
import { parseJson } from '../../support/parse-json.ts';
import { decodedBody } from '../../wire/content-coding.ts';
import type { Arrival, Exchange, Inbox } from '../../wire/exchange.ts';
import { seededNonce } from '../../wire/nonce.ts';
import type { Sender } from '../../wire/sender.ts';
import type { Transport } from '../../wire/transmit.ts';
import { bearing } from '../bearing.ts';
import { type RuntimeControl, runtimeControl } from '../corpus/runtime-control.ts';
import { platformOf } from '../platform-exchange.ts';
import { senderAt } from '../sender-at.ts';
import type { CaseAt } from '../suite.ts';
import { type TurnKind, turnOf } from './turns.ts';

/** A turn as it reached the same runtime on two ways, as canaries send it and as the platform forwards it. */
export interface Observed {
  /** The subject could not be brought so far. */
  readonly unready?: { readonly exchange: Exchange; readonly expected: string };
  readonly sent?: Arrived;
  readonly forwarded?: Arrived;
  readonly exchange?: Exchange;
}

/** What reached the runtime. */
export interface Arrived {
  readonly contentType: string;
  readonly body: Buffer;
}

const DEADLINE_MS = 10_000;
const LINE = '0.3';

/** Says a turn to an agent directly, and the very same through the platform to another agent of the same runtime. */
export async function performWire(transport: Transport, at: CaseAt): Promise<Observed> {
  const sender = senderAt(transport, at);
  const platform = platformOf(at);
  const control = controlAt(transport, at, sender);
  const name = `canary-wire-${crypto.randomUUID().slice(0, 12)}`;
  const created = await ask(sender, 'prepare', `${platform.url}/workspaces`, bearing(platform.adminToken), {
    ...{ name, external: true, runtime: 'external', delivery_mode: 'push' },
  });
  const workspace = workspaceOf(created);
  if (!workspace) return { unready: { exchange: created, expected: 'POST /workspaces answers 201' } };
  at.redactor.learn(workspace.bearer);
  const agentsUrl = at.world?.runtimes[LINE]?.agentsUrl;
  const registered = await control.setUpAgent(
    name,
    {},
    {
      ...{
        platformUrl: platform.url,
        workspaceId: workspace.id,
        bearer: workspace.bearer,
        deliveryMode: 'push',
      },
      ...(agentsUrl !== undefined && { url: `${agentsUrl}/agents/${name}` }),
    },
  );
  const direct = await control.setUpAgent(`${name}-direct`, {});
  const messageId = `canary-${crypto.randomUUID().slice(0, 12)}`;
  const text = seededNonce(`${at.setting.seed}/${messageId}`);
  const request = sendRequest(LINE, turnOf(at.planned.facets.turn as TurnKind, messageId, text));
  await ask(sender, 'replay', direct.answer.url, headersOf(LINE), request);
  const exchange = await ask(
    sender,
    'replay',
    `${platform.url}/workspaces/${workspace.id}/a2a`,
    bearing(workspace.bearer),
    request,
  );
  const [sent, forwarded] = await Promise.all([arrived(control, `${name}-direct`), arrived(control, name)]);
  if (registered.answer.registration?.status !== 200)
    return { unready: { exchange: registered.exchange, expected: 'POST /registry/register answers 200' } };
  return { exchange, ...(sent && { sent }), ...(forwarded && { forwarded }) };
}

function controlAt(transport: Transport, { world, planned }: CaseAt, sender: Sender): RuntimeControl {
  const runtime = world?.runtimes[LINE];
  if (runtime)
    return runtimeControl({ url: runtime.url, controlToken: runtime.controlToken, sender, transport });
  throw new HarnessError({
    code: 'NO_RUNTIME',
    message: `${planned.id} needs the runtime ${LINE}, and its world has none.`,
  });
}

async function ask(
  sender: Sender,
  purpose: Exchange['purpose'],
  url: string,
  headers: Readonly<Record<string, string>>,
  document: object,
): Promise<Exchange> {
  const { exchange } = await sender.send({
    ...{ purpose, method: 'POST', url, headers: { 'content-type': 'application/json', ...headers } },
    ...{ body: Buffer.from(JSON.stringify(document)), deadlineMs: DEADLINE_MS },
  });
  return exchange;
}

function workspaceOf({ response }: Exchange): { readonly id: string; readonly bearer: string } | undefined {
  const document = Object(response?.status === 201 ? parseJson(response.body.content) : undefined);
  const id: unknown = Reflect.get(document, 'id');
  const bearer: unknown = Reflect.get(Object(Reflect.get(document, 'connection')), 'auth_token');
  return typeof id === 'string' && typeof bearer === 'string' ? { id, bearer } : undefined;
}

async function arrived(control: RuntimeControl, agent: string): Promise<Arrived | undefined> {
  const isThere = ({ arrivals }: Inbox) => arrivals.length > 0;
  const { arrivals } = await control.awaitInbox(agent, isThere, deadlineIn(DEADLINE_MS / 2));
  const [first] = arrivals;
  return first && arrivedIn(first);
}

function arrivedIn({ headers, bodyBase64 }: Arrival): Arrived {
  return {
    contentType: headers['content-type'] ?? '',
    body: decodedBody(Buffer.from(bodyBase64, 'base64'), headers),
  };
}
