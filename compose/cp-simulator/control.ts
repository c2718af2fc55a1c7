import { Ajv } from 'ajv';
import type { FastifyInstance } from 'fastify';
import type { Journal } from './journal.ts';
import { CALLS, type Program, type Programs } from './programs.ts';

interface ControlOptions {
  readonly controlToken: string;
  readonly journal: Journal;
  readonly programs: Programs;
}

/** Held against no schema of schemas: that would take longer than the rest of the start. */
const validateProgram = new Ajv({ strict: true, validateSchema: false }).compile<Program>({
  type: 'object',
  additionalProperties: false,
  properties: {
    state: { type: 'string' },
    delayMs: { type: 'number', minimum: 0, maximum: 600_000 },
    status: { type: 'integer', minimum: 200, maximum: 599 },
    body: {},
    calls: { type: 'array', items: { enum: CALLS } },
    times: { type: 'integer', minimum: 0 },
  },
});

/** The control API: programs replies, reads and empties the journal. All of it wants the control token. */
export function addControlRoutes(
  app: FastifyInstance,
  { controlToken, journal, programs }: ControlOptions,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.authorization === `Bearer ${controlToken}`) return;
    return reply.code(401).send({ error: 'the control API needs its bearer token' });
  });
  app.put<{ Params: { id: string }; Body: unknown }>('/control/workspaces/:id', async (request, reply) => {
    const program = parse(request.body);
    if (!validateProgram(program)) {
      const [error] = validateProgram.errors ?? [];
      return reply.code(400).send({ error: `${error?.instancePath || 'the body'} ${error?.message}` });
    }
    programs.set(request.params.id, program);
    return { workspace: request.params.id, program };
  });
  app.delete<{ Params: { id: string } }>('/control/workspaces/:id', async (request) => {
    programs.forget(request.params.id);
    return { workspace: request.params.id };
  });
  app.get<{ Querystring: { workspace?: string; since?: string } }>(
    '/control/journal',
    async (request, reply) => {
      const since = Number(request.query.since ?? 0);
      if (!Number.isInteger(since)) return reply.code(400).send({ error: 'since must be an integer' });
      return journal.read(request.query.workspace, since);
    },
  );
  app.delete('/control/journal', async () => {
    journal.clear();
    return { cleared: true };
  });
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
