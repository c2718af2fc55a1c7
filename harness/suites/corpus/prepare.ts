import type { Finding } from '../../support/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { restarts, setupOf } from './agent-setup.ts';
import { callerHeaders } from './caller-headers.ts';
import type { CaseContext } from './case-context.ts';
import type { WorkspaceShown } from './case-record.ts';
import { type Created, createWorkspace, fieldsOf, type Known, platformOf } from './create-workspace.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

/** Where the entry is to be sent, or the finding that says why the subject could not be brought so far. */
export interface Preparation {
  readonly exchanges: readonly Exchange[];
  readonly target: PreparedTarget | { readonly finding: Finding };
}

/** Where an entry is sent. */
export interface PreparedTarget {
  readonly url: string;
  /** Absent on the direct route. */
  readonly workspace?: Workspace;
  /** By which the sender says who it is. */
  readonly headers?: Readonly<Record<string, string>>;
  /** With what its agent was registered. */
  readonly registration?: Registration;
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
  const caller = await createCaller(context, agent);
  const before = caller ? [caller.exchange] : [];
  if (caller && 'finding' in caller) return { exchanges: before, target: caller };
  const wanted = { name: agent, mode: deliveryModeOf(context), ...(caller && { parentId: caller.known.id }) };
  const created = await createWorkspace(context, wanted);
  if ('finding' in created) return { exchanges: [...before, created.exchange], target: created };
  const registration = registrationOf(context, agent, created);
  const { answer, exchange } = await control.setUpAgent(agent, setupOf(context.entry), registration);
  const exchanges = [...before, created.exchange, exchange];
  if (!isRegistered(answer.registration)) {
    return { exchanges, target: { finding: notRegistered(context, answer.registration) } };
  }
  return { exchanges, target: { ...targetOf(context, agent, created.known, caller?.known), registration } };
}

/** The workspace that speaks to the target, where one does: its parent, for those may speak to each other (A.3). */
async function createCaller(context: CaseContext, agent: string): Promise<Created | undefined> {
  if (!context.entry.caller) return undefined;
  return createWorkspace(context, { name: callerName(agent), mode: 'push' });
}

function callerName(agent: string): string {
  return `${agent}-caller`;
}

/** An agent that is to come back later is away until then, where it could fetch what is left for it. */
function registrationOf(
  context: CaseContext,
  agent: string,
  { known, exchange }: Created & { readonly known: Known },
): Registration {
  const url = urlBefore(context, agent);
  const deliveryMode = deliveryModeOf(context);
  return {
    platformUrl: platformOf(context).url,
    workspaceId: known.id,
    bearer: known.bearer,
    deliveryMode,
    ...(url !== undefined && { url }),
    requestId: exchange.requestId,
    ...(deliveryMode === 'poll' && context.entry.returns && { away: true }),
  };
}

function targetOf(
  context: CaseContext,
  agent: string,
  { id, bearer }: Known,
  caller: Known | undefined,
): PreparedTarget {
  const url = `${platformOf(context).url}/workspaces/${id}`;
  const { caller: how } = context.entry;
  const shown = {
    ...{ id, name: agent, agent },
    ...(caller && { caller: { id: caller.id, name: callerName(agent) } }),
  };
  return {
    url: `${url}/a2a`,
    workspace: { shown, url, bearer },
    ...(how && caller && { headers: callerHeaders(how, caller, { id, bearer }) }),
  };
}

async function prepareDirect(
  context: CaseContext,
  control: RuntimeControl,
  agent: string,
): Promise<Preparation> {
  const { entry, world } = context;
  const { answer, exchange } = await control.setUpAgent(agent, setupOf(entry));
  const url = world.subject?.agentUrl ?? urlBefore(context, agent) ?? answer.url;
  return { exchanges: [exchange], target: { url } };
}

/**
 * Where an agent of this mode is reached when something stands before its runtime; a dead one is reached nowhere, and
 * one that goes away by its own port alone.
 */
export function urlBefore(
  { entry, world, runtime }: CaseContext,
  agent: string,
  mode = entry.agent.mode,
): string | undefined {
  const base = world.runtimes[runtime]?.agentsUrl;
  return base === undefined || mode === 'dead' || restarts(entry) ? undefined : `${base}/agents/${agent}`;
}

function isRegistered(
  registration: { readonly status: number; readonly body: unknown } | undefined,
): boolean {
  return registration?.status === 200 && fieldsOf(registration.body).status === 'registered';
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

function deliveryModeOf({ entry }: CaseContext): 'push' | 'poll' {
  return entry.agent.mode === 'poll' ? 'poll' : 'push';
}
