// How fast the reference platform passes messages on: `npm run bench:platform -- [--seconds N]`.
// A2A push from autocannon through the platform to the strict runtime, at 1 and at 16 connections; the rows in the
// database are counted afterwards, for a message counts only when its row was committed before its 200.
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pg from 'pg';
import { request } from 'undici';
import { loadSubject } from '../../harness/config/subject.ts';
import { bootWorld, type World } from '../../harness/environment/index.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const seconds = Number(values.seconds);

const subject = await loadSubject();
await using world = await bootWorld({
  subject,
  revision: subject.revision,
  deadlineMs: 30_000,
  runtimes: ['strict'],
});
const target = await prepareTarget(world);
await drive(target.url, 16, 3);
for (const connections of [1, 16]) {
  const before = await countRows(world, target.workspaceId);
  const result = await drive(target.url, connections, seconds);
  const rows = (await countRows(world, target.workspaceId)) - before;
  const { p50, p99 } = result.latency;
  process.stdout.write(
    `${String(connections).padStart(2)} connections: ${Math.round(result.requests.average)}/s, p50 ${p50} ms, ` +
      `p99 ${p99} ms; ${result['2xx']} replies with 200, ${rows} rows, ${result.non2xx} other replies, ${result.errors} errors\n`,
  );
}

function drive(url: string, connections: number, duration: number) {
  return autocannon({
    ...{ url, connections, duration, method: 'POST' },
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message()),
  });
}

function message() {
  const parts = [{ kind: 'text', text: 'How fast does this go through? '.repeat(10) }];
  return {
    ...{ jsonrpc: '2.0', id: 'bench-1', method: 'message/send' },
    params: { message: { kind: 'message', role: 'user', messageId: 'bench-message', parts } },
  };
}

async function prepareTarget({ platform, runtimes }: World) {
  if (!platform) throw new Error('The world has no platform.');
  const created = await call(`${platform.url}/workspaces`, 'POST', platform.adminToken ?? '', {
    name: 'bench',
    external: true,
    runtime: 'external',
  });
  const { url, controlToken } = runtimes.strict;
  await call(`${url}/control/agents/bench`, 'PUT', controlToken, {
    registration: {
      platformUrl: platform.url,
      workspaceId: created.id,
      bearer: created.connection.auth_token,
      deliveryMode: 'push',
    },
  });
  return { workspaceId: created.id, url: `${platform.url}/workspaces/${created.id}/a2a` };
}

async function call(url: string, method: 'POST' | 'PUT', bearer: string, body: object) {
  const reply = await request(url, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
  });
  const text = await reply.body.text();
  if (reply.statusCode >= 300) throw new Error(`${method} ${url} answered ${reply.statusCode} ${text}`);
  return JSON.parse(text);
}

async function countRows({ database }: World, workspaceId: string): Promise<number> {
  const client = new pg.Client({ connectionString: database?.url });
  await client.connect();
  const query = 'SELECT count(*)::int AS count FROM activity_logs WHERE workspace_id = $1';
  const { rows } = await client.query(query, [workspaceId]);
  await client.end();
  return rows[0].count;
}
