import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './redact.ts';
import { type Simulator, startSimulator } from './server.ts';

const CONTROL = 'control-token';
const SECRET = 'shared-secret';
const PROVISION = {
  org_id: 'org',
  workspace_id: 'w1',
  runtime: 'external',
  tier: 1,
  platform_url: 'http://p',
  env: {},
};

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    controlToken: CONTROL,
    sharedSecret: SECRET,
  });
});
afterAll(() => simulator[Symbol.asyncDispose]());
beforeEach(async () => {
  await control('DELETE', '/control/journal');
  for (const id of ['w1', 'w2', 'tenant']) await control('DELETE', `/control/workspaces/${id}`);
});

describe('the calls of a platform', () => {
  it('provisions with 201 and then says that the workspace runs', async () => {
    const provisioned = await platform('POST', '/cp/workspaces/provision', PROVISION);
    expect(provisioned.status).toBe(201);
    expect(provisioned.body).toEqual({ instance_id: 'i-w1', private_ip: '127.0.0.1', state: 'running' });
    expect(await platform('GET', '/cp/workspaces/w1/status?instance_id=i-w1')).toEqual({
      status: 200,
      body: { state: 'running' },
    });
  });

  it('deletes again and again with the same success', async () => {
    await platform('POST', '/cp/workspaces/provision', PROVISION);
    const first = await platform('DELETE', '/cp/workspaces/w1?instance_id=i-w1');
    expect(await platform('DELETE', '/cp/workspaces/w1?instance_id=i-w1')).toEqual(first);
    expect(first.status).toBe(200);
    expect((await platform('GET', '/cp/workspaces/w1/status')).body).toEqual({ state: 'terminated' });
  });

  it('refuses workspace calls without the shared secret', async () => {
    for (const [method, path] of WORKSPACE_CALLS) {
      expect((await send(method, path, undefined, { authorization: 'Bearer other' })).status).toBe(401);
    }
  });

  it('wants some bearer for console and tenant configuration, and a cookie for membership', async () => {
    expect((await send('GET', '/cp/admin/workspaces/w1/console')).status).toBe(401);
    expect((await send('GET', '/cp/tenants/config')).status).toBe(401);
    expect((await send('GET', '/cp/auth/tenant-member?slug=s')).status).toBe(401);
    expect((await platform('GET', '/cp/admin/workspaces/w1/console')).body).toHaveProperty('output');
    expect((await platform('GET', '/cp/tenants/config')).body).toEqual({});
    const member = await send('GET', '/cp/auth/tenant-member?slug=s', undefined, { cookie: 'session=1' });
    expect(member.body).toEqual({ member: true, user_id: 'user-1' });
  });

  it('answers 501 with method and path to what it does not simulate', async () => {
    const { status, body } = await platform('POST', '/cp/admin/orgs?x=1', {});
    expect(status).toBe(501);
    expect(body).toEqual({ error: 'the simulator does not implement POST /cp/admin/orgs' });
  });
});

describe('programs', () => {
  it('flips the state that the status call gives', async () => {
    await platform('POST', '/cp/workspaces/provision', PROVISION);
    await control('PUT', '/control/workspaces/w1', { state: 'terminated' });
    expect((await platform('GET', '/cp/workspaces/w1/status')).body).toEqual({ state: 'terminated' });
  });

  it('fails only the named calls, so often as told, and leaks what back ends leak', async () => {
    await control('PUT', '/control/workspaces/w1', { status: 503, calls: ['delete'], times: 2 });
    expect((await platform('POST', '/cp/workspaces/provision', PROVISION)).status).toBe(201);
    const failed = await platform('DELETE', '/cp/workspaces/w1');
    expect(failed.status).toBe(503);
    expect(JSON.stringify(failed.body)).toMatch(/machine_type.*ami-.*vpc-.*subnet-.*raw body/);
    expect((await platform('DELETE', '/cp/workspaces/w1')).status).toBe(503);
    expect((await platform('DELETE', '/cp/workspaces/w1')).status).toBe(200);
  });

  it('keeps one workspace out of the program of another', async () => {
    await control('PUT', '/control/workspaces/w2', { status: 500 });
    expect((await platform('POST', '/cp/workspaces/provision', PROVISION)).status).toBe(201);
  });

  it('delays a regular reply and sends a programmed body as it is', async () => {
    await control('PUT', '/control/workspaces/w1', { delayMs: 80, body: 'not json', calls: ['status'] });
    await control('PUT', '/control/workspaces/tenant', { body: { member: false }, calls: ['tenant-member'] });
    await platform('POST', '/cp/workspaces/provision', PROVISION);
    const startedMs = performance.now();
    expect((await platform('GET', '/cp/workspaces/w1/status')).body).toBe('not json');
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(75);
    const member = await send('GET', '/cp/auth/tenant-member', undefined, { cookie: 'session=1' });
    expect(member.body).toEqual({ member: false });
  });

  it('refuses unknown keys and calls by name, and every caller without the token', async () => {
    expect((await control('PUT', '/control/workspaces/w1', { statu: 1 })).status).toBe(400);
    expect((await control('PUT', '/control/workspaces/w1', { calls: ['reboot'] })).status).toBe(400);
    expect((await send('GET', '/control/journal')).status).toBe(401);
  });
});

describe('the journal', () => {
  it('has method, path, query, body and status of every call, by workspace and since a point', async () => {
    await platform('POST', '/cp/workspaces/provision', PROVISION);
    await platform('DELETE', '/cp/workspaces/w2?instance_id=i-2&prune=true');
    await platform('GET', '/cp/unknown');
    const { entries } = await journal('');
    expect(entries.map(({ call, workspace, status }) => [call, workspace, status])).toEqual([
      ['provision', 'w1', 201],
      ['delete', 'w2', 200],
      ['unknown', 'tenant', 501],
    ]);
    expect(entries[0]).toMatchObject({ method: 'POST', path: '/cp/workspaces/provision', body: PROVISION });
    expect(entries[1]).toMatchObject({ query: { instance_id: 'i-2', prune: 'true' }, body: null });
    expect((await journal('workspace=w2')).entries).toEqual([entries[1]]);
    expect((await journal(`since=${entries[1]?.seq}`)).entries).toEqual([entries[2]]);
  });

  it('takes a body of any depth and shows as much of it as is safe', async () => {
    const deep = `{"org_id":"org","workspace_id":"w1","env":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const { status } = await fetch(`${simulator.url}/cp/workspaces/provision`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}` },
      body: deep,
    });
    expect(status).toBe(201);
    const { body } = await control('GET', '/control/journal?workspace=w1');
    expect(JSON.stringify(body)).toContain('{"omitted":"deeper than 64 levels"}');
  });

  it('holds fingerprints instead of secrets, in headers and in bodies', async () => {
    const body = { ...PROVISION, env: { ADMIN_TOKEN: 'planted-secret', LOG_LEVEL: 'debug' } };
    const headers = { authorization: `Bearer ${SECRET}`, 'x-molecule-admin-token': 'planted-secret' };
    await send('POST', '/cp/workspaces/provision', body, headers);
    const { entries } = await journal('');
    expect(JSON.stringify(entries)).not.toContain('planted-secret');
    expect(entries[0]?.headers.authorization).toBe(`Bearer ${fingerprint(CONTROL, SECRET)}`);
    expect(entries[0]?.body).toMatchObject({
      env: { ADMIN_TOKEN: fingerprint(CONTROL, 'planted-secret'), LOG_LEVEL: 'debug' },
    });
  });
});

const WORKSPACE_CALLS = [
  ['POST', '/cp/workspaces/provision'],
  ['DELETE', '/cp/workspaces/w1'],
  ['GET', '/cp/workspaces/w1/status'],
] as const;

interface Entry {
  readonly seq: number;
  readonly call: string;
  readonly workspace: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

async function journal(query: string): Promise<{ entries: Entry[] }> {
  return (await control('GET', `/control/journal?${query}`)).body as { entries: Entry[] };
}

function platform(method: string, path: string, body?: unknown) {
  return send(method, path, body, { authorization: `Bearer ${SECRET}` });
}

function control(method: string, path: string, body?: unknown) {
  return send(method, path, body, { authorization: `Bearer ${CONTROL}` });
}

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const reply = await fetch(`${simulator.url}${path}`, {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  try {
    return { status: reply.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: reply.status, body: text as unknown };
  }
}
