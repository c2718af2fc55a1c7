import { EnvironmentError } from '../../support/errors.ts';
import type { Finding } from '../../support/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { jsonOfReply } from '../../wire/reply/json.ts';
import type { Sent } from '../../wire/sender.ts';
import type { CaseContext } from './case-context.ts';
import type { WorkspaceShown } from './case-record.ts';
import type { RuntimeControl } from './runtime-control.ts';

/** Where the entry is to be sent, or the finding that says why the subject could not be brought so far. */
export interface Preparation {
  readonly exchanges: readonly Exchange[];
  readonly target: { readonly url: string; readonly workspace?: Workspace } | { readonly finding: Finding };
}

/** The workspace of a case: `url` is where its own routes are. */
export interface Workspace {
  readonly shown: WorkspaceShown;
  readonly url: string;
  readonly bearer: string;
}

/** Sets the agent up on its runtime and, on the platform route, gives it a workspace and registers it. */
export async function prepareCase(
  context: CaseContext,
  control: RuntimeControl,
  agent: string,
): Promise<Preparation> {
  if (context.entry.route === 'direct') return prepareDirect(context, control, agent);
  const created = await createWorkspace(context, agent);
  const workspace = workspaceOf(created);
  if (!workspace) return { exchanges: [created.exchange], target: { finding: notCreated(created) } };
  context.redactor.learn(workspace.bearer);
  const url = urlBefore(context, agent);
  const { answer, exchange } = await control.setUpAgent(agent, context.entry.agent, {
    platformUrl: platformOf(context).url,
    workspaceId: workspace.id,
    bearer: workspace.bearer,
    deliveryMode: deliveryModeOf(context),
    ...(url !== undefined && { url }),
    requestId: created.exchange.requestId,
  });
  const exchanges = [created.exchange, exchange];
  if (!isRegistered(answer.registration)) {
    return { exchanges, target: { finding: notRegistered(context, answer.registration) } };
  }
  const at = `${platformOf(context).url}/workspaces/${workspace.id}`;
  const shown = { id: workspace.id, name: agent, agent };
  return {
    exchanges,
    target: { url: `${at}/a2a`, workspace: { shown, url: at, bearer: workspace.bearer } },
  };
}

async function prepareDirect(
  context: CaseContext,
  control: RuntimeControl,
  agent: string,
): Promise<Preparation> {
  const { entry, world } = context;
  const { answer, exchange } = await control.setUpAgent(agent, entry.agent);
  const url = world.subject?.agentUrl ?? urlBefore(context, agent) ?? answer.url;
  return { exchanges: [exchange], target: { url } };
}

/** Where the agent is reached when something stands before its runtime; a dead one is reached nowhere. */
function urlBefore({ entry, world, runtime }: CaseContext, agent: string): string | undefined {
  const base = world.runtimes[runtime]?.agentsUrl;
  return base === undefined || entry.agent.mode === 'dead' ? undefined : `${base}/agents/${agent}`;
}

function createWorkspace(context: CaseContext, name: string): Promise<Sent> {
  const { url, adminToken } = platformOf(context);
  const workspace = { name, external: true, runtime: 'external', delivery_mode: deliveryModeOf(context) };
  return context.sender.send({
    purpose: 'prepare',
    method: 'POST',
    url: `${url}/workspaces`,
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(workspace)),
    deadlineMs: context.deadlineMs ?? 10_000,
  });
}

function workspaceOf({ reply }: Sent): { readonly id: string; readonly bearer: string } | undefined {
  if (reply?.status !== 201) return undefined;
  const { id, connection } = fieldsOf(jsonOfReply(reply));
  const { auth_token: bearer } = fieldsOf(connection);
  if (typeof id !== 'string' || !/^[\w-]+$/.test(id) || typeof bearer !== 'string' || bearer === '')
    return undefined;
  return { id, bearer };
}

function isRegistered(
  registration: { readonly status: number; readonly body: unknown } | undefined,
): boolean {
  return registration?.status === 200 && fieldsOf(registration.body).status === 'registered';
}

function notCreated({ exchange }: Sent): Finding {
  return {
    clause: 'F.2',
    expected: ['POST /workspaces {external:true} answers 201 with `id` and `connection.auth_token`'],
    actual: `the workspace for this entry was not created: ${replyLine(exchange)}`,
  };
}

function notRegistered(
  { redactor }: CaseContext,
  registration: { readonly status: number; readonly body: unknown } | undefined,
): Finding {
  const body = redactor.text(JSON.stringify(registration?.body ?? null)).slice(0, 300);
  const came = registration?.status ? `${registration.status} ${body}` : `no reply, ${body}`;
  return {
    clause: 'E.1',
    expected: ['POST /registry/register answers 200 `{"status":"registered",…}`'],
    actual: `the runtime could not register its agent: ${came}`,
  };
}

/** A recorded reply on one line: status and the beginning of the body, or why there is none. */
function replyLine({ response, failure }: Exchange): string {
  if (!response) return `no reply, ${failure?.code ?? 'UNKNOWN'}: ${failure?.message ?? ''}`;
  const { content, bytes } = response.body;
  return `${response.status} ${bytes === 0 ? '(empty body)' : content.slice(0, 300)}`;
}

function deliveryModeOf({ entry }: CaseContext): 'push' | 'poll' {
  return entry.agent.mode === 'poll' ? 'poll' : 'push';
}

function platformOf({ world, entry }: CaseContext) {
  if (world.platform) return world.platform;
  throw new EnvironmentError({
    code: 'NO_PLATFORM',
    message: `${entry.id} goes through the platform, and this world has none`,
    fix: 'Run it against a subject that is a platform.',
  });
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
