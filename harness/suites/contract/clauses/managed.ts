import { memberAt, type Reply, type Tools, type Workspace } from '../language/index.ts';

/** What is asked for of a workspace that the platform runs itself. */
export interface WantedInstance {
  readonly parent?: Pick<Workspace, 'id'>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Makes a workspace that the control plane runs, and waits until its instance is known. Its name is made up. */
export async function managed(
  tools: Tools,
  { parent, more }: WantedInstance = {},
): Promise<Pick<Workspace, 'id' | 'name'>> {
  const { platform, expect } = tools;
  const name = `managed-${crypto.randomUUID().slice(0, 8)}`;
  const json = { name, runtime: 'claude-code', model: 'claude-sonnet-4', ...parentOf(parent), ...more };
  const created = await platform.ask('POST', '/workspaces', { as: 'admin', json });
  expect('a managed workspace is created', created, { status: 201, like: { status: 'provisioning' } }, 'F.2');
  const id = platform.text(created, 'id');
  await called(tools, id, 'provision', 1);
  return { id, name };
}

function parentOf(parent: Pick<Workspace, 'id'> | undefined) {
  return parent && { parent_id: parent.id };
}

/** Waits until the control plane was called so often for a workspace; the calls by then, oldest first. */
export async function called(tools: Tools, id: string, call: string, times: number) {
  const calls = async () => (await tools.controlPlane.journal(id)).filter((each) => each.call === call);
  const seen = await tools.eventually(async () => {
    const made = await calls();
    return made.length >= times ? made : undefined;
  });
  return seen ?? (await calls());
}

/** The names of all calls for a workspace, oldest first. */
export async function callsFor({ controlPlane }: Tools, id: string): Promise<readonly unknown[]> {
  return (await controlPlane.journal(id)).map(({ call }) => call);
}

/** The agent of a managed workspace registers, for the first time: its bearer. */
export async function registers(tools: Tools, { id, name }: Pick<Workspace, 'id' | 'name'>, url?: string) {
  const { platform, expect } = tools;
  const json = { id, agent_card: { name }, ...(url ? { url } : { delivery_mode: 'poll' }) };
  const registered = await platform.ask('POST', '/registry/register', { json });
  expect('its agent registers', registered, { status: 200 }, 'E.1');
  return platform.text(registered, 'auth_token');
}

/** Waits until a workspace has this status; what it is by then. */
export async function inStatus(tools: Tools, id: string, status: string): Promise<unknown> {
  const read = async () => memberAt((await readRemoved(tools, id)).json, 'status');
  return (await tools.eventually(async () => ((await read()) === status ? status : undefined))) ?? read();
}

/** Reads a workspace, also one that is removed. */
export function readRemoved({ platform }: Tools, id: string): Promise<Reply> {
  return platform.ask('GET', `/workspaces/${id}?include_removed=true`);
}

/** Deletes a workspace as an admin who has read its name. */
export function remove(
  { platform }: Tools,
  { id, name }: Pick<Workspace, 'id' | 'name'>,
  query = '',
): Promise<Reply> {
  return platform.ask('DELETE', `/workspaces/${id}${query}`, {
    ...{ as: 'admin', deadlineMs: 20_000 },
    headers: { 'x-confirm-name': Buffer.from(name).toString('latin1') },
  });
}

/** Texts that back ends leak, as the simulated control plane says them with every failure. */
export const LEAKS = [
  ...['m6i.xlarge', 'ami-0leak', 'vpc-0leak', 'subnet-0leak', 'InsufficientInstanceCapacity'],
  ...['machine_type', 'raw body', 'launch refused'],
] as const;

/** Restarts a workspace by hand. */
export async function restart({ platform, expect }: Tools, id: string): Promise<Reply> {
  const restarted = await platform.ask('POST', `/workspaces/${id}/restart`, { as: 'admin' });
  expect('it is restarted', restarted, { status: 200, like: { status: 'provisioning' } }, 'F.6');
  return restarted;
}
