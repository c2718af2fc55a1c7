import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { listenOn } from '../wire/loopback.ts';
import { serve } from '../wire/test-support/serve.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';

const NONCE = 'ASSAY-NONCE-000000000000';

const request = (text = NONCE, id: unknown = 1) =>
  JSON.stringify({
    ...{ jsonrpc: '2.0', id, method: 'message/send' },
    params: { message: { kind: 'message', messageId: 'm', role: 'user', parts: [{ kind: 'text', text }] } },
  });

const line = (more: object = {}) => JSON.stringify({ body: request(), ...more });
const lines = (count: number) => Array.from({ length: count }, () => line());

/** An agent that says again what it was told. */
function echo(response: ServerResponse, body: Buffer): void {
  const { id, params } = JSON.parse(body.toString());
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ jsonrpc: '2.0', id, result: params.message }));
}

const echoing = () => serve((_request, response, body) => echo(response, body));
const answering = (status: number, body: string) =>
  serve((_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));

/** Replays these lines, and gives the exit code, the results and what was said on stderr. */
async function replay(
  url: string,
  content: string | Buffer | readonly string[],
  ...flags: readonly string[]
) {
  await using directory = await workingDirectory();
  const bytes = Array.isArray(content) ? `${content.join('\n')}\n` : (content as string | Buffer);
  await writeFile(join(directory.path, 'it.ndjson'), bytes);
  return ended(await assay(directory.path, 'replay', 'it.ndjson', '--url', url, ...flags));
}

function ended({ exitCode, stdout, stderr }: Awaited<ReturnType<typeof assay>>) {
  const results = stdout === '' ? [] : stdout.split('\n').map((one) => JSON.parse(one));
  return { exitCode, stderr, results, outcomes: results.map(({ outcome }) => outcome) };
}

describe('the exit code', () => {
  test('is 0 where every nonce came back', async () => {
    await using server = await echoing();
    const { exitCode, outcomes, stderr } = await replay(server.url, lines(3));
    expect(outcomes).toEqual(['answered', 'answered', 'answered']);
    expect(stderr).toContain('PASSED: 3 of 3 held to "answered" met it [replies alone were judged]');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['without a nonce against a canned answer', '{"jsonrpc":"2.0","id":1,"result":{"text":"hi"}}', 'unknown'],
    ['that is only queued', '{"status":"queued","method":"message/send"}', 'queued'],
  ])('is 2 for a line %s', async (_name, reply, outcome) => {
    await using server = await answering(200, reply);
    const { exitCode, outcomes, stderr } = await replay(server.url, [line({ body: request('hello') })]);
    expect(outcomes).toEqual([outcome]);
    expect(stderr).toContain('INCONCLUSIVE: 0 of 1 held to "answered" met it, 1 cannot be judged');
    expect(exitCode).toBe(2);
  });

  test('is 0 for a line without a nonce when a result is all that was asked for', async () => {
    await using server = await answering(200, '{"jsonrpc":"2.0","id":1,"result":{"text":"hi"}}');
    const { exitCode } = await replay(server.url, [line({ body: request('hello') })], '--expect', 'result');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['401 to every line', 401, '{"error":"missing workspace auth token"}', 'rejected-loud'],
    ['404 to every line', 404, '404 page not found', 'rejected-opaque'],
    ['another id', 200, '{"jsonrpc":"2.0","id":2,"result":{}}', 'mismatched'],
    ['a canned result', 200, '{"jsonrpc":"2.0","id":1,"result":{"text":"hi"}}', 'unanswered'],
  ])('is 1 for %s', async (_name, status, reply, outcome) => {
    await using server = await answering(status, reply);
    const { exitCode, outcomes, stderr } = await replay(server.url, lines(2));
    expect(outcomes).toEqual([outcome, outcome]);
    expect(stderr).toContain('FAILED: 0 of 2 held to "answered" met it, 2 did not');
    expect(exitCode).toBe(1);
  });

  test('is 0 for refusals that were asked for, and 1 where one of them was none', async () => {
    await using refusing = await answering(404, 'no such page');
    expect((await replay(refusing.url, lines(2), '--expect', 'status=404')).exitCode).toBe(0);
    await using server = await echoing();
    expect((await replay(server.url, lines(2), '--expect', 'status=404')).exitCode).toBe(1);
  });

  test('is 3 for an expectation that there is not', async () => {
    const { exitCode, stderr } = await replay('http://127.0.0.1:1', lines(1), '--expect', 'delivered');
    expect(stderr).toContain('Use answered');
    expect(exitCode).toBe(3);
  });
});

describe('what never reached the endpoint', () => {
  test.each([
    ['a dead port', 'http://127.0.0.1:1/', /ECONNREFUSED/],
    ['an unknown host', 'http://no-such-host.invalid/', /ENOTFOUND|EAI_AGAIN/],
  ])('is not held against it: %s is exit 2', async (_name, url, code) => {
    const { exitCode, results } = await replay(url, lines(2));
    expect(results).toMatchObject([0, 0].map((status) => ({ outcome: 'unreachable', status })));
    expect(results[0].note).toMatch(code);
    expect(exitCode).toBe(2);
  });

  test('is not held against it: a certificate that nobody vouches for is exit 2', async () => {
    await using server = await selfSigned();
    const { exitCode, results } = await replay(server.url, lines(1));
    expect(results).toMatchObject([
      { outcome: 'unreachable', note: expect.stringMatching(/SELF_SIGNED|self-signed/) },
    ]);
    expect(exitCode).toBe(2);
  });

  test('is not held against it: TLS to a port that speaks none is exit 2', async () => {
    await using server = await echoing();
    const { exitCode, outcomes } = await replay(server.url.replace('http:', 'https:'), lines(1));
    expect(outcomes).toEqual(['unreachable']);
    expect(exitCode).toBe(2);
  });

  test.each([
    ['keep-alive', 'timeout=5'],
    ['expect', '100-continue'],
    ['upgrade', 'websocket'],
    [':method', 'GET'],
    ['x-name', '漢字'],
    ['content-length', '3'],
  ])('is errored, and the others go out: header %s', async (name, value) => {
    let seen = 0;
    await using server = await serve((_request, response, body) => {
      seen += 1;
      echo(response, body);
    });
    const headers = { 'content-type': 'application/json', [name]: value };
    const { exitCode, results } = await replay(server.url, [line(), line({ headers }), line()]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['answered', 'answered', 'errored']);
    expect(results.find(({ outcome }) => outcome === 'errored').note).toContain(`header \`${name}\``);
    expect(seen).toBe(2);
    expect(exitCode).toBe(2);
  });
});

describe('what was sent is summed up, whatever ends it', () => {
  test('a bad line 6 of 11', async () => {
    await using server = await echoing();
    const all = lines(11).with(5, '{"body":');
    const { exitCode, results, stderr } = await replay(server.url, all);
    expect(results).toHaveLength(5);
    expect(stderr).toContain('INCONCLUSIVE, ended early: 5 of 5 held to "answered" met it');
    expect(stderr).toContain('it.ndjson:6: this line is no request');
    expect(exitCode).toBe(3);
  });

  test('a reader that goes away, as `head` does', async () => {
    await using server = await echoing();
    await using directory = await workingDirectory();
    await writeFile(join(directory.path, 'it.ndjson'), `${lines(1).join('\n')}\n`);
    const started = startAssay(
      directory.path,
      ...['replay', 'it.ndjson', '--url', server.url, '--repeat', '100000'],
    );
    started.stdout.once('data', () => started.stdout.destroy());
    const { exitCode, stderr } = await started;
    expect(stderr).toContain('ended early');
    expect(stderr).toContain('[READER_GONE]');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(exitCode).toBe(2);
  });

  test('a full disk', async () => {
    await using server = await echoing();
    await using directory = await workingDirectory();
    await writeFile(join(directory.path, 'it.ndjson'), line());
    const { exitCode, stderr } = await toFullDisk(directory.path, [
      'replay',
      'it.ndjson',
      '--url',
      server.url,
    ]);
    expect(stderr).toContain('1 requests: 1 answered');
    expect(stderr).toContain('[RESULTS_UNWRITTEN]');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(exitCode).toBe(2);
  });
});

describe('a file of lines', () => {
  test('with a byte order mark or compressed is read, one that is not UTF-8 refused with its line', async () => {
    await using server = await echoing();
    expect((await replay(server.url, `\ufeff${line()}\n`)).exitCode).toBe(0);
    expect((await replay(server.url, gzipSync(`${line()}\n${line()}\n`))).outcomes).toHaveLength(2);
    const bad = Buffer.concat([
      Buffer.from(`${line()}\n{"body":"`),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}\n'),
    ]);
    const { exitCode, stderr } = await replay(server.url, bad);
    expect(stderr).toContain(
      'it.ndjson:2: this line is no request: it is text that is not UTF-8, from byte 9 on',
    );
    expect(exitCode).toBe(3);
  });

  test('keeps framing, host and coding that its lines ask for', async () => {
    const seen: Record<string, unknown>[] = [];
    await using server = await serve((asked, response, body) => {
      seen.push({ ...asked.headers, body });
      response.end();
    });
    const json = { 'content-type': 'application/json' };
    await replay(server.url, [
      ...[{ 'transfer-encoding': 'chunked' }, { host: 'agents.example' }, { connection: 'close' }].map(
        (more) => line({ headers: { ...json, ...more } }),
      ),
      line({ headers: { ...json, 'content-encoding': 'gzip' } }),
    ]);
    expect(seen).toContainEqual(expect.objectContaining({ 'transfer-encoding': 'chunked' }));
    expect(seen).toContainEqual(expect.objectContaining({ host: 'agents.example' }));
    expect(seen).toContainEqual(expect.objectContaining({ connection: 'close' }));
    const coded = seen.find((one) => one['content-encoding'] === 'gzip');
    const sent = gunzipSync(coded?.['body'] as Buffer).toString();
    expect(sent).toMatch(/ASSAY-[a-z0-9]{18}/);
  });
});

describe('credentials in the URL', () => {
  test('go out as basic authentication, but where a line has its own', async () => {
    const seen: unknown[] = [];
    await using server = await serve((asked, response, body) => {
      seen.push(asked.headers.authorization);
      echo(response, body);
    });
    const url = server.url.replace('://', '://user:p%40ss@');
    const headers = { 'content-type': 'application/json', Authorization: 'Bearer own' };
    const { stderr } = await replay(url, [line(), line({ headers })], '--concurrency', '1');
    expect(seen).toEqual([`Basic ${Buffer.from('user:p@ss').toString('base64')}`, 'Bearer own']);
    expect(stderr).not.toContain('p%40ss');
  });

  test('are not repeated when the URL is refused', async () => {
    const { exitCode, stderr } = await replay('ftp://user:hidden@127.0.0.1/', lines(1));
    expect(stderr).toContain('is not an http URL');
    expect(stderr).not.toContain('hidden');
    expect(exitCode).toBe(3);
  });
});

describe('entries of a corpus', () => {
  test('beside one whose sidecar is broken are not sent, and it is named', async () => {
    await using server = await echoing();
    await using directory = await workingDirectory();
    for (const file of ['v03-text.yaml', 'v03-text.body', 'v03-data.yaml', 'v03-data.body'])
      await cp(inProject(`corpus/valid/${file}`), join(directory.path, 'mine/valid', file));
    await writeFile(join(directory.path, 'mine/valid/v03-data.yaml'), 'formatVersion: 1\nid: [\n');
    const found = ended(await assay(directory.path, 'replay', 'mine', '--url', server.url));
    expect(found.stderr).toContain('valid/v03-data.yaml');
    expect(found).toMatchObject({ exitCode: 3, results: [] });
    await rm(join(directory.path, 'mine/valid/v03-data.yaml'));
    await rm(join(directory.path, 'mine/valid/v03-data.body'));
    const sound = ended(await assay(directory.path, 'replay', 'mine', '--url', server.url));
    expect(sound).toMatchObject({ exitCode: 0, outcomes: ['answered'] });
  });

  test('that are to be refused are held to nothing, unless it was said to what', async () => {
    await using server = await answering(400, '{"error":"invalid JSON"}');
    await using directory = await workingDirectory();
    const args = ['replay', 'hg-content-integer', '--url', server.url];
    const unheld = ended(await assay(directory.path, ...args));
    expect(unheld.stderr).toContain('1 more were sent and held to nothing');
    expect(unheld).toMatchObject({ exitCode: 2, results: [{ outcome: 'rejected-loud', verdict: 'unheld' }] });
    expect(ended(await assay(directory.path, ...args, '--expect', 'status=400')).exitCode).toBe(0);
  });

  test('of which only the first request is sent are told of', async () => {
    await using server = await echoing();
    await using directory = await workingDirectory();
    const { stderr } = await assay(directory.path, 'replay', 'session-same-context', '--url', server.url);
    expect(stderr).toContain('1 of 1 entries are sessions: only their first request is sent');
  });
});

/** Serves HTTPS with a certificate of its own making. */
async function selfSigned() {
  const folder = inProject('harness/cli/fixtures/tls');
  const [key, cert] = await Promise.all(['key.pem', 'cert.pem'].map((file) => readFile(join(folder, file))));
  const server = createTlsServer({ key, cert }, (_asked, response) => response.end('{}'));
  const url = (await listenOn(server)).replace('http:', 'https:');
  return { url, [Symbol.asyncDispose]: async () => void server.close() };
}

/** Runs the command with its results on a device that is always full. */
function toFullDisk(cwd: string, args: readonly string[]) {
  const child = spawn(
    'sh',
    ['-c', 'exec "$@" >/dev/full', 'sh', process.execPath, inProject('scripts/assay.mjs'), ...args],
    {
      ...{ cwd, env: { ...process.env, NO_COLOR: '1', CI: '' } },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return new Promise<{ readonly exitCode: number | null; readonly stderr: string }>((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, stderr }));
  });
}
