import type { FastifyRequest } from 'fastify';
import type { CallName, Programs } from './programs.ts';

/** What a call is answered from. */
export interface CallContext {
  readonly request: FastifyRequest;
  readonly body: unknown;
  readonly workspace: string;
  readonly sharedSecret: string;
  readonly programs: Programs;
}

export interface Reply {
  readonly status: number;
  readonly document: unknown;
}

/** The regular reply to each call, when nothing else is programmed. */
export const REPLIES: Readonly<Record<CallName, (context: CallContext) => Reply>> = {
  provision: (context) => withSharedSecret(context, provision),
  delete: (context) => withSharedSecret(context, remove),
  status: (context) => withSharedSecret(context, status),
  console: (context) => withAnyBearer(context, { output: `console output of ${context.workspace}\n` }),
  'tenant-config': (context) => withAnyBearer(context, {}),
  'tenant-member': tenantMember,
};

function provision({ body, workspace, programs }: CallContext): Reply {
  const { org_id: org, workspace_id: id } = (body ?? {}) as { org_id?: unknown; workspace_id?: unknown };
  if (typeof id !== 'string' || typeof org !== 'string') {
    return { status: 400, document: { error: 'org_id and workspace_id are required' } };
  }
  programs.setState(workspace, 'running');
  const instance = `i-${workspace.replaceAll('-', '').slice(0, 17)}`;
  return { status: 201, document: { instance_id: instance, private_ip: '127.0.0.1', state: 'running' } };
}

/** Deleting what is gone already, or never was, is a success as well. */
function remove({ workspace, programs }: CallContext): Reply {
  programs.setState(workspace, 'terminated');
  return { status: 200, document: { state: 'terminated' } };
}

function status({ workspace, programs }: CallContext): Reply {
  const state = programs.state(workspace);
  if (state === undefined) return { status: 404, document: { error: `no such workspace: ${workspace}` } };
  return { status: 200, document: { state } };
}

function tenantMember({ request }: CallContext): Reply {
  if (!request.headers.cookie) return { status: 401, document: { error: 'no session' } };
  return { status: 200, document: { member: true, user_id: 'user-1' } };
}

function withSharedSecret(context: CallContext, call: (context: CallContext) => Reply): Reply {
  if (context.request.headers.authorization === `Bearer ${context.sharedSecret}`) return call(context);
  return { status: 401, document: { error: 'the shared secret is missing or wrong' } };
}

/** Calls whose token only the platform knows: one must be there. */
function withAnyBearer({ request }: CallContext, document: unknown): Reply {
  if (/^Bearer \S/.test(request.headers.authorization ?? '')) return { status: 200, document };
  return { status: 401, document: { error: 'a bearer token is missing' } };
}
