import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { guarded } from '../http/guarded.ts';
import { header, pathId } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { acquire } from './acquire.ts';
import { readAvailability } from './desktop.ts';
import type { Display } from './display.ts';
import { registerDisplayPage } from './page-routes.ts';
import { registerSessions } from './proxy.ts';
import { readControl, release } from './release.ts';
import { admitSession } from './session.ts';
import { openStreams } from './streams.ts';

/** Mounts the five routes of a desktop, all behind AdminAuth (I). */
export function registerDisplayRoutes(app: FastifyInstance, platform: Platform): void {
  if (!platform.rules.controlsDisplay) return;
  const display: Display = { platform, streams: openStreams(platform) };
  const admin = (work: (request: FastifyRequest) => Promise<Outcome>) =>
    guarded((request) => authorizeAdmin(platform, request), work);
  const base = '/workspaces/:id/display';
  app.get(
    base,
    admin((request) => readAvailability(platform, pathId(request))),
  );
  app.get(
    `${base}/control`,
    admin((request) => readControl(display, request)),
  );
  app.post(
    `${base}/control/acquire`,
    admin((request) => acquire(display, request)),
  );
  app.post(
    `${base}/control/release`,
    admin((request) => release(display, request)),
  );
  app.all(
    `${base}/session/*`,
    admin((request) => lacksUpgrade(platform, request)),
  );
  registerSessions(app, display);
  registerDisplayPage(app, platform);
}

/** What a session that nothing keeps from being opened still lacks here. */
async function lacksUpgrade(platform: Platform, request: FastifyRequest): Promise<Outcome> {
  const admitted = await admitSession(platform, request.url, header(request, 'sec-websocket-protocol'));
  return isRefusal(admitted) ? admitted : refuse(426, 'websocket upgrade required');
}
