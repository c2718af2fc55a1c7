import { cp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { serve } from '../wire/test-support/serve.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';
import { assayOntoFullDisk } from './test-support/full-disk.ts';
import { answering, echo, echoing, ended, line, lines, replay } from './test-support/replaying.ts';

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
    const args = ['replay', 'it.ndjson', '--url', server.url];
    const { exitCode, stderr } = await assayOntoFullDisk(directory.path, 'stdout', ...args);
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
    const seen: IncomingHttpHeaders[] = [];
    const bodies: Buffer[] = [];
    await using server = await serve((asked, response, body) => {
      seen.push(asked.headers);
      bodies.push(body);
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
    const coded = bodies[seen.findIndex((one) => one['content-encoding'] === 'gzip')] ?? '';
    const sent = gunzipSync(coded).toString();
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
