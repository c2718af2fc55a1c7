import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorlds, type World, type Worlds } from '../test-support/world.ts';

/** Routes of both revisions; `…` stands for something below as well, and `*` for something below alone. */
const ALWAYS = `
GET /health /metrics /ws /canvas/viewport /plugins /plugins/sources /channels/adapters
GET /workspaces/w /workspaces/w/a2a/queue/q /registry/discover/w /registry/w/peers /workspaces/w/schedules/health
POST /workspaces/w/a2a /registry/register /registry/heartbeat /registry/update-card /registry/check-access
POST /webhooks/github /webhooks/github/w /webhooks/slack
PUT /canvas/viewport
PATCH /workspaces/w /workspaces/w/budget /workspaces/w/config
GET /workspaces/w/state /workspaces/w/delegations /workspaces/w/traces /workspaces/w/transcript
POST /workspaces/w/restart /workspaces/w/pause /workspaces/w/resume /workspaces/w/hibernate /workspaces/w/delegate
POST /workspaces/w/delegations/record /workspaces/w/delegations/d/update
POST /workspaces/w/memories /workspaces/w/approvals /workspaces/w/approvals/a/decide
GET /workspaces/w/memories /workspaces/w/approvals /workspaces/w/activity /workspaces/w/session-search
DELETE /workspaces/w/memories/m /workspaces/w/agent /workspaces/w/tokens/t /workspaces/w/secrets/K
POST /workspaces/w/agent /workspaces/w/agent/move /workspaces/w/activity /workspaces/w/notify /workspaces/w/tokens
PATCH /workspaces/w/agent
GET /workspaces/w/config /workspaces/w/budget /workspaces/w/tokens /workspaces/w/secrets /workspaces/w/secrets/values
GET /workspaces/w/model /workspaces/w/metrics /workspaces/w/mcp/stream /workspaces/w/instructions/resolve
GET /workspaces/w/terminal /workspaces/w/chat/download /workspaces/w/audit /workspaces/w/events/stream
PUT /workspaces/w/secrets /workspaces/w/model
POST /workspaces/w/secrets /workspaces/w/mcp /workspaces/w/chat/uploads
GET /workspaces/w/schedules… /workspaces/w/memory… /workspaces/w/artifacts… /workspaces/w/checkpoints…
GET /workspaces/w/files… /workspaces/w/plugins… /workspaces/w/channels…
PUT /workspaces/w/files* /workspaces/w/memory*
DELETE /workspaces/w/files* /workspaces/w/plugins* /workspaces/w/channels* /workspaces/w/schedules*
GET /workspaces /workspaces/w/console /admin/liveness /admin/memories* /approvals/pending /events /events/w
POST /workspaces /admin/workspaces/w/bootstrap-failed /admin/a2a-queue/drop-stale /templates/import /org/import
DELETE /workspaces/w /settings/secrets/K /org/tokens/t
GET /settings/secrets /admin/secrets /instructions /admin/schedules/health /admin/github-installation-token
GET /templates /bundles* /org/templates /org/tokens /orgs/o/plugins/allowlist
POST /org/tokens /bundles* /channels/discover`;

const IN_R1 = `
GET /admin/workspaces/w/test-token
POST /workspaces/w/expand /workspaces/w/collapse`;

const IN_R3 = `
GET /buildinfo /uploads/limits /workspaces/w/chat-history /workspaces/w/external/connection /workspaces/w/v2/memories
GET /workspaces/w/v2/namespaces /workspaces/w/pending-uploads/f/content /workspaces/w/terminal/diagnose
GET /workspaces/w/provider /workspaces/w/display /workspaces/w/display/session* /workspaces/w/display/control
GET /admin/delegations /admin/delegations/stats /admin/plugin-updates… /admin/workspaces/w/llm-billing-mode
POST /workspaces/w/external/rotate /workspaces/w/broadcast /workspaces/w/pending-uploads/f/ack /workspaces/w/rescue
POST /workspaces/w/display/control/acquire /workspaces/w/display/control/release /admin/plugin-updates*
POST /admin/workspaces/w/tokens
PUT /workspaces/w/provider
PATCH /workspaces/w/abilities`;

let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds();
});
afterAll(() => worlds[Symbol.asyncDispose]());

test.each([
  ['R1', IN_R1, IN_R3],
  ['R3', IN_R3, IN_R1],
] as const)(
  'every route of the contract is there in %s, built or told to be unbuilt',
  async (revision, own, others) => {
    const world = await worlds.start({ CONTRACT_REVISION: revision });
    expect(await missing(world, [...routesIn(ALWAYS), ...routesIn(own)])).toEqual([]);
    expect(await missing(world, routesIn(others))).toEqual(routesIn(others).map(inWords));
  },
);

interface Route {
  readonly method: string;
  readonly path: string;
}

function routesIn(table: string): readonly Route[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [method = '', ...paths] = line.split(' ');
      return paths.flatMap(withBelow).map((path) => ({ method, path }));
    });
}

function withBelow(path: string): readonly string[] {
  const base = path.slice(0, -1);
  if (path.endsWith('…')) return [base, `${base}/a`, `${base}/a/b`];
  return path.endsWith('*') ? [`${base}/a`, `${base}/a/b`] : [path];
}

async function missing(world: World, routes: readonly Route[]): Promise<readonly string[]> {
  const answers = await Promise.all(routes.map((route) => world.call(route.method, route.path)));
  return routes.filter((_route, at) => isNoRoute(answers[at])).map(inWords);
}

/** What the router says itself. */
function isNoRoute(answer: Awaited<ReturnType<World['call']>> | undefined): boolean {
  return answer?.status === 404 && answer.text === '404 page not found';
}

function inWords({ method, path }: Route): string {
  return `${method} ${path}`;
}
