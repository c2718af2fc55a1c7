import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN, type CallOptions, type World } from '../test-support/world.ts';

const platforms = inBothRevisions();

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** An agent that keeps what it was asked, and answers as `respond` says. */
const agent = {
  url: '',
  seen: [] as Seen[],
  respond: (_response: ServerResponse): void => undefined,
};
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    agent.seen.push({ method, url, headers, body: Buffer.concat(chunks) });
    agent.respond(response);
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  agent.url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function workspace(respond: typeof agent.respond, on: World = platforms.latest, url = agent.url) {
  agent.respond = respond;
  agent.seen.length = 0;
  const joined = await on.join(`${agent.url}/base/`);
  if (url !== agent.url) await on.sql(`UPDATE workspaces SET url = '${url}' WHERE id = '${joined.id}'`);
  const ask = (method: 'GET' | 'POST', path: string, options: CallOptions = {}) =>
    on.call(method, `/workspaces/${joined.id}${path}`, { bearer: joined.token, ...options });
  return { ...joined, ask, on };
}

function multipart(...files: readonly (readonly [string, string, Buffer])[]): CallOptions {
  const boundary = 'a strange ~ boundary';
  const parts = files.flatMap(([name, type, content]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

test('an upload reaches the agent byte for byte, with the secret and nothing else of the client', async () => {
  const { ask, id, on } = await workspace((response) =>
    response.writeHead(201, { 'content-type': 'text/x-told', 'x-own': '1' }).end('{"files":[]}'),
  );
  const content = randomBytes(2_000_000);
  const sent = multipart(['ž.bin', 'application/x-own', content]);
  const answer = await ask('POST', '/chat/uploads', sent);
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([
    201,
    '{"files":[]}',
    'text/x-told',
  ]);
  expect(answer.headers['x-own']).toBeUndefined();
  const [seen] = agent.seen;
  expect([seen?.method, seen?.url]).toEqual(['POST', '/base/internal/chat/uploads/ingest']);
  expect(seen?.body.equals(sent.body as Buffer)).toBe(true);
  expect(seen?.headers['content-type']).toBe(sent.headers?.['content-type']);
  expect(seen?.headers['content-length']).toBe(String((sent.body as Buffer).length));
  const [row] = await on.sql(`SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = '${id}'`);
  expect(seen?.headers.authorization).toBe(`Bearer ${row?.secret}`);
});

test('a download comes as the agent sends it, with the three headers of a file', async () => {
  const content = randomBytes(300_000);
  const { ask } = await workspace((response) =>
    response
      .writeHead(200, {
        'content-type': 'image/png',
        'content-disposition': Buffer.from('attachment; filename="ž.png"').toString('latin1'),
        'set-cookie': 'no=1',
      })
      .end(content),
  );
  const path = '/workspace/a b&c=ž.png';
  const answer = await ask('GET', `/chat/download?path=${encodeURIComponent(path)}`);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('image/png');
  expect(String(answer.headers['content-disposition'])).toContain('.png');
  expect(answer.headers['set-cookie']).toBeUndefined();
  const { url = '' } = agent.seen[0] ?? {};
  expect(url.startsWith('/base/internal/file/read?path=')).toBe(true);
  expect(new URL(url, 'http://x').searchParams.get('path')).toBe(path);
});

test('downloaded bytes are the bytes of the agent', async () => {
  const content = randomBytes(3_000_000);
  const { id, token, on } = await workspace((response) => response.end(content));
  const answer = await fetch(`${on.url}/workspaces/${id}/chat/download?path=/workspace/x`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(new Uint8Array(await answer.arrayBuffer()))).toBe(hash(content));
});

test.each([401, 404, 413, 500, 503])(
  'what an agent refuses with %s reaches the client unchanged',
  async (status) => {
    const { ask } = await workspace((response) => response.writeHead(status).end('{"error":"its own"}'));
    for (const answer of [
      await ask('POST', '/chat/uploads', multipart(['a', 'text/plain', Buffer.from('a')])),
      await ask('GET', '/chat/download?path=/workspace/a'),
    ])
      expect([answer.status, answer.text]).toEqual([status, '{"error":"its own"}']);
  },
);

test.each([
  [undefined, 'path query required'],
  ['', 'path query required'],
  ['workspace/a', 'path must be absolute'],
  ['/etc/passwd', 'path must be under /configs, /workspace, /home, or /plugins'],
  ['/workspaces/a', 'path must be under /configs, /workspace, /home, or /plugins'],
  ['/workspace/../etc', 'invalid path'],
  ['/workspace/a..b', 'invalid path'],
  ['/workspace//a', 'invalid path'],
  ['/workspace/', 'invalid path'],
  ['/workspace/./a', 'invalid path'],
] as const)('the path %s is refused: %s', async (path, error) => {
  const { ask } = await workspace((response) => response.end('a'));
  const query = path === undefined ? '' : `?path=${encodeURIComponent(path)}`;
  expect(await ask('GET', `/chat/download${query}`)).toMatchObject({ status: 400, json: { error } });
  expect(agent.seen).toEqual([]);
});

test('a root itself passes', async () => {
  const { ask } = await workspace((response) => response.end('a'));
  expect((await ask('GET', '/chat/download?path=/workspace')).status).toBe(200);
});

test('an agent that is not there, hangs up or sends elsewhere is unreachable', async () => {
  const refused = await workspace((response) => response.end(), platforms.latest, 'http://localhost:9');
  const cut = await workspace((response) => void response.socket?.destroy());
  const download = '/chat/download?path=/workspace/a';
  expect(await refused.ask('GET', download)).toMatchObject({
    status: 502,
    json: { error: 'workspace unreachable' },
  });
  expect((await cut.ask('GET', download)).status).toBe(502);
  const elsewhere = await workspace((response) =>
    response.writeHead(302, { location: `${agent.url}/metadata` }).end(),
  );
  expect((await elsewhere.ask('GET', download)).status).toBe(502);
  expect(agent.seen).toHaveLength(1);
});

test('an upload beyond the cap never ends well', async () => {
  for (const [on, mebibytes] of [
    [platforms.first, 50],
    [platforms.latest, 100],
  ] as const) {
    const { ask } = await workspace((response) => response.end('{}'), on);
    const cap = mebibytes * 1_048_576;
    const body = Buffer.alloc(cap + 1);
    expect((await ask('POST', '/chat/uploads', { body: body.subarray(0, cap) })).status).toBe(200);
    expect(await ask('POST', '/chat/uploads', { body })).toMatchObject({
      status: 502,
      json: { error: 'workspace unreachable' },
    });
  }
});

test('a missing inbound secret is made, and the client told to come back', async () => {
  for (const request of ['upload', 'download'] as const) {
    const { ask, id, on, token } = await workspace((response) => response.end('a'));
    await on.sql(`UPDATE workspaces SET platform_inbound_secret = NULL WHERE id = '${id}'`);
    const run = () =>
      request === 'upload'
        ? ask('POST', '/chat/uploads', multipart(['a', 'text/plain', Buffer.from('a')]))
        : ask('GET', '/chat/download?path=/workspace/a');
    expect(await run()).toMatchObject({
      status: 503,
      json: { error: 'workspace re-registering — please retry in 30 seconds', retry_after_seconds: 30 },
    });
    expect(agent.seen).toEqual([]);
    const registered = await on.call('POST', '/registry/register', {
      bearer: token,
      body: { id, agent_card: {}, url: agent.url },
    });
    expect((await run()).status).toBe(200);
    expect(agent.seen[0]?.headers.authorization).toBe(`Bearer ${registered.json.platform_inbound_secret}`);
  }
});

test('a secret that cannot be made is another matter', async () => {
  const { ask, id, on } = await workspace((response) => response.end('a'));
  await on.sql(`UPDATE workspaces SET platform_inbound_secret = NULL WHERE id = '${id}'`);
  await on.sql(`CREATE OR REPLACE FUNCTION refuse_secret() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'no secrets today'; END $$`);
  await on.sql(`CREATE TRIGGER refuse_secret BEFORE UPDATE OF platform_inbound_secret ON workspaces
    FOR EACH ROW WHEN (NEW.id = '${id}') EXECUTE FUNCTION refuse_secret()`);
  const answer = await ask('GET', '/chat/download?path=/workspace/a');
  expect(answer).toMatchObject({
    status: 503,
    json: { error: 'workspace not yet enrolled in v2 download (RFC #2312)' },
  });
  expect(answer.json.detail).toContain('Reprovision');
  expect(answer.text).not.toContain('no secrets today');
});

test('who is not there, has no address, or an unsafe one', async () => {
  const download = '/chat/download?path=/workspace/a';
  const on = platforms.latest;
  for (const [id, status, error] of [
    ['no-uuid', 400, 'invalid workspace ID'],
    ['6a0c3f0e-1111-4222-8333-944444444444', 404, 'workspace not found'],
  ] as const)
    expect(await on.call('GET', `/workspaces/${id}${download}`, { bearer: ADMIN })).toMatchObject({
      status,
      json: { error },
    });
  const none = await workspace((response) => response.end(), on, '');
  expect(await none.ask('GET', download)).toMatchObject({
    status: 503,
    json: { error: 'workspace url not registered yet' },
  });
  const unsafe = await workspace((response) => response.end(), on, 'http://169.254.169.254/');
  expect(await unsafe.ask('GET', download)).toMatchObject({
    status: 400,
    json: { error: 'workspace URL not allowed' },
  });
  expect((await unsafe.ask('GET', download, { bearer: '' })).status).toBe(401);
});
