import { EnvironmentError } from '../../support/errors.ts';
import type { Finding } from '../../support/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { jsonOfReply } from '../../wire/reply/json.ts';
import type { Sent } from '../../wire/sender.ts';
import { bearing } from '../bearing.ts';
import { replyInWords } from '../platform-exchange.ts';
import type { CaseContext } from './case-context.ts';

/** A workspace as whoever speaks in its name knows it. */
export interface Known {
  readonly id: string;
  readonly bearer: string;
}

/** A workspace that was asked for, or why there is none. */
export type Created =
  | { readonly exchange: Exchange; readonly known: Known }
  | { readonly exchange: Exchange; readonly finding: Finding };

/** What is asked for; of a workspace without a parent nobody but itself is a relation. */
export interface WantedWorkspace {
  readonly name: string;
  readonly mode: 'push' | 'poll';
  readonly parentId?: string;
}

/** Creates an external workspace; its token is a secret from then on. */
export async function createWorkspace(
  context: CaseContext,
  { name, mode, parentId }: WantedWorkspace,
): Promise<Created> {
  const { url, adminToken } = platformOf(context);
  const workspace = {
    ...{ name, external: true, runtime: 'external', delivery_mode: mode },
    ...(parentId !== undefined && { parent_id: parentId }),
  };
  const sent = await context.sender.send({
    purpose: 'prepare',
    method: 'POST',
    url: `${url}/workspaces`,
    headers: { ...bearing(adminToken), 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(workspace)),
    deadlineMs: context.deadlineMs ?? 10_000,
  });
  const known = knownBy(sent);
  if (!known) return { exchange: sent.exchange, finding: notCreated(sent) };
  context.redactor.learn(known.bearer);
  return { exchange: sent.exchange, known };
}

/** The platform that the entry goes through. */
export function platformOf({ world, entry }: CaseContext) {
  if (world.platform) return world.platform;
  throw new EnvironmentError({
    code: 'NO_PLATFORM',
    message: `${entry.id} goes through the platform, and this world has none`,
    fix: 'Run it against a subject that is a platform.',
  });
}

/** Any value as an object whose members may be looked at. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function knownBy({ reply }: Sent): Known | undefined {
  if (reply?.status !== 201) return undefined;
  const { id, connection } = fieldsOf(jsonOfReply(reply));
  const { auth_token: bearer } = fieldsOf(connection);
  if (typeof id !== 'string' || !/^[\w-]+$/.test(id) || typeof bearer !== 'string' || bearer === '')
    return undefined;
  return { id, bearer };
}

function notCreated({ exchange }: Sent): Finding {
  return {
    clause: 'F.2',
    expected: ['POST /workspaces {external:true} answers 201 with `id` and `connection.auth_token`'],
    actual: `the workspace for this entry was not created: ${replyInWords(exchange)}`,
  };
}
