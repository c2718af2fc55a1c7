import { readFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { listenOn } from '../wire/loopback.ts';
import { serve } from '../wire/test-support/serve.ts';
import { answering, echo, echoing, line, lines, replay, request } from './test-support/replaying.ts';

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

/** Serves HTTPS with a certificate of its own making. */
async function selfSigned() {
  const folder = inProject('harness/cli/fixtures/tls');
  const [key, cert] = await Promise.all(['key.pem', 'cert.pem'].map((file) => readFile(join(folder, file))));
  const server = createTlsServer({ key, cert }, (_asked, response) => response.end('{}'));
  const url = (await listenOn(server)).replace('http:', 'https:');
  return { url, [Symbol.asyncDispose]: async () => void server.close() };
}

test('the credentials of a request stand in no result, however the endpoint spells them', async () => {
  const [password, token] = ['pa55-w0rd-of-mine', 't0ken-of-line-2'];
  await using server = await serve((request, response) => {
    const [, shown = ''] = /^\w+ (.*)$/.exec(request.headers.authorization ?? '') ?? [];
    const plain = Buffer.from(shown, 'base64').toString();
    const escaped = [...plain, ...shown].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('');
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(`{"error":"no ${shown} ${encodeURIComponent(plain)}","code":"${escaped}"}`);
  });
  const headers = { authorization: `Bearer ${token}` };
  const url = server.url.replace('://', `://me:${password}@`);
  const { results, stderr } = await replay(url, [line(), line({ headers })]);
  expect(results).toHaveLength(2);
  for (const { note } of results) expect(note).toMatch(/redacted:[0-9a-f]{12}/);
  const all = JSON.stringify(results) + stderr;
  for (const secret of [password, token, Buffer.from(`me:${password}`).toString('base64')])
    expect(all).not.toContain(secret);
});
