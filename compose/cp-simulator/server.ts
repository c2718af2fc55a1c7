import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { addControlRoutes } from './control.ts';
import { addControlPlaneRoutes } from './control-plane.ts';
import { Journal } from './journal.ts';
import { Programs } from './programs.ts';

const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

export interface SimulatorOptions {
  readonly host: string;
  readonly port: number;
  readonly controlToken: string;
  readonly sharedSecret: string;
}

/** A simulator that listens; disposing it closes every connection. */
export interface Simulator extends AsyncDisposable {
  readonly url: string;
}

/** Starts the simulated control plane: its own calls under `/cp`, health, and the control API beside them. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  const journal = new Journal();
  const programs = new Programs();
  takeBodiesAsText(app);
  app.get('/health', async () => ({ status: 'ok' }));
  await app.register(async (scope) => addControlRoutes(scope, { ...options, journal, programs }));
  await app.register(async (scope) => addControlPlaneRoutes(scope, { ...options, journal, programs }));
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}`, [Symbol.asyncDispose]: () => app.close() };
}

/** Bodies are parsed by the routes, so that one that is not JSON is journalled as it came. */
function takeBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}
