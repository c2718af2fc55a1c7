import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CallContext, REPLIES, type Reply } from './calls.ts';
import type { Journal } from './journal.ts';
import { type CallName, type Programs, TENANT } from './programs.ts';
import { redactBody, redactHeaders } from './redact.ts';

const JOURNAL_BODY_CHARACTERS = 64 * 1024;

interface ControlPlaneOptions {
  readonly controlToken: string;
  readonly sharedSecret: string;
  readonly journal: Journal;
  readonly programs: Programs;
}

const ROUTES: readonly {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly call: CallName;
}[] = [
  { method: 'POST', url: '/cp/workspaces/provision', call: 'provision' },
  { method: 'DELETE', url: '/cp/workspaces/:id', call: 'delete' },
  { method: 'GET', url: '/cp/workspaces/:id/status', call: 'status' },
  { method: 'GET', url: '/cp/admin/workspaces/:id/console', call: 'console' },
  { method: 'GET', url: '/cp/tenants/config', call: 'tenant-config' },
  { method: 'GET', url: '/cp/auth/tenant-member', call: 'tenant-member' },
];

/** The calls that platforms make; each is journalled before it is answered, also the ones that nobody simulates. */
export function addControlPlaneRoutes(app: FastifyInstance, options: ControlPlaneOptions): void {
  for (const { method, url, call } of ROUTES) {
    app.route({ method, url, handler: (request, reply) => serve(call, request, reply, options) });
  }
  app.all('*', async (request, reply) => {
    const entry = note('unknown', TENANT, parse(request.body), request, options);
    entry.status = 501;
    const path = request.url.split('?')[0];
    return reply.code(501).send({ error: `the simulator does not implement ${request.method} ${path}` });
  });
}

async function serve(
  call: CallName,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ControlPlaneOptions,
) {
  const body = parse(request.body);
  const workspace = workspaceOf(request, body);
  const entry = note(call, workspace, body, request, options);
  const fault = options.programs.take(workspace, call);
  if (fault) await delay(fault.delayMs);
  const context: CallContext = { request, body, workspace, ...options };
  const regular = fault?.status === undefined ? REPLIES[call](context) : undefined;
  const { status, document } = replyOf(regular, fault);
  entry.status = status;
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return reply.code(status).header('content-type', 'application/json').send(text);
}

function replyOf(
  regular: Reply | undefined,
  fault: { status: number | undefined; body: unknown } | undefined,
): Reply {
  return {
    status: fault?.status ?? regular?.status ?? 200,
    document: fault?.body ?? regular?.document ?? {},
  };
}

function note(
  call: CallName | 'unknown',
  workspace: string,
  body: unknown,
  request: FastifyRequest,
  { controlToken, journal }: ControlPlaneOptions,
) {
  const characters = typeof request.body === 'string' ? request.body.length : 0;
  const kept = characters > JOURNAL_BODY_CHARACTERS ? { omitted: `${characters} characters` } : body;
  return journal.add(
    {
      call,
      workspace,
      method: request.method,
      path: request.url.split('?')[0] ?? '',
      query: request.query as Record<string, unknown>,
      headers: redactHeaders(request.headers, controlToken),
      body: redactBody(kept, controlToken),
    },
    characters,
  );
}

function workspaceOf(request: FastifyRequest, body: unknown): string {
  const { id } = request.params as { id?: string };
  const named = (body as { workspace_id?: unknown } | null)?.workspace_id;
  return id ?? (typeof named === 'string' ? named : TENANT);
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
