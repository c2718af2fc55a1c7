import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { Platform } from '../platform.ts';
import { send } from './reply.ts';

/** What the real platform has and this one does not (0.1), whatever its revision; `…` is all that lies below as well. */
const ALWAYS = `
POST /webhooks/github
POST /webhooks/github/:id
POST /webhooks/:type
GET /workspaces/:id/schedules/health
GET,PUT /canvas/viewport
GET /plugins
GET /plugins/sources
GET /channels/adapters
GET /workspaces/:id/traces
GET /workspaces/:id/transcript
POST,GET /workspaces/:id/memories
DELETE /workspaces/:id/memories/:memoryId
POST,GET /workspaces/:id/approvals
POST /workspaces/:id/approvals/:approvalId/decide
POST,PATCH,DELETE /workspaces/:id/agent
POST /workspaces/:id/agent/move
GET /workspaces/:id/session-search
GET,PATCH /workspaces/:id/config
ANY /workspaces/:id/schedules…
ANY /workspaces/:id/memory…
GET /workspaces/:id/metrics
ANY /workspaces/:id/artifacts…
ANY /workspaces/:id/checkpoints…
GET /workspaces/:id/mcp/stream
POST /workspaces/:id/mcp
GET /workspaces/:id/instructions/resolve
GET /workspaces/:id/terminal
ANY /workspaces/:id/files…
ANY /workspaces/:id/plugins…
ANY /workspaces/:id/channels…
GET /workspaces/:id/audit
GET /admin/liveness
ANY /admin/memories…
GET /approvals/pending
ANY /instructions…
GET /admin/schedules/health
GET /admin/github-installation-token
GET /templates
POST /templates/import
ANY /bundles…
GET /org/templates
POST /org/import
ANY /orgs/:id/plugins/allowlist…
POST /channels/discover`;

/** Gone since a day between the revisions. */
const EARLIER = {
  dropsTeams: 'POST /workspaces/:id/expand\nPOST /workspaces/:id/collapse',
} as const;

/** There since a day between the revisions; whatever came on an unknown day came with the last. */
const LATER = {
  hasAbilities: 'POST /workspaces/:id/broadcast',
  mintsTokens: `
GET /workspaces/:id/external/connection
POST /workspaces/:id/external/rotate
GET,POST /workspaces/:id/v2/memories
GET /workspaces/:id/v2/namespaces
POST /workspaces/:id/rescue
GET /workspaces/:id/terminal/diagnose
GET,PUT /workspaces/:id/provider
GET /admin/delegations
GET /admin/delegations/stats
GET,PUT /admin/workspaces/:id/llm-billing-mode
ANY /admin/plugin-updates…`,
} as const;

/** Answers 501 where the real platform has a route, so that nobody takes "not built" for "not there". A clause of our own. */
export function registerUnbuiltRoutes(app: FastifyInstance, { rules }: Platform): void {
  const earlier = Object.entries(EARLIER).filter(([rule]) => !rules[rule as keyof typeof EARLIER]);
  const later = Object.entries(LATER).filter(([rule]) => rules[rule as keyof typeof LATER]);
  const lines = [ALWAYS, ...[...earlier, ...later].map(([, text]) => text)].join('\n').split('\n');
  for (const line of lines.filter((each) => each !== '')) {
    const [methods = '', url = ''] = line.split(' ');
    const method = methods === 'ANY' ? ANY : (methods.split(',') as HTTPMethods[]);
    const base = url.replace('…', '');
    for (const each of base === url ? [url] : [base, `${base}/*`]) registerUnbuilt(app, method, each);
  }
}

const ANY: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function registerUnbuilt(app: FastifyInstance, method: HTTPMethods[], url: string): void {
  app.route({
    ...{ method, url },
    handler: (request, reply) => {
      const error = `${request.method} ${url} is not built in this reference platform`;
      return send(reply, { status: 501, body: { error, code: 'NOT_BUILT' } });
    },
  });
}
