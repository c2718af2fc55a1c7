import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../support/errors.ts';
import { serve, type TestServer } from '../wire/test-support/serve.ts';
import type { BulkItem } from './item.ts';
import { type BulkOptions, replayBulk } from './replay-bulk.ts';
import { type BulkResult, resultWriter } from './result.ts';

const REQUEST = {
  jsonrpc: '2.0',
  id: 'q1',
  method: 'message/send',
  params: { message: { parts: [{ kind: 'text', text: 'ASSAY-NONCE-000000000000' }] } },
};

const item = (id = 'e1'): BulkItem => ({ id, headers: {}, body: Buffer.from(JSON.stringify(REQUEST)) });

async function* items(count: number): AsyncGenerator<BulkItem> {
  for (let index = 0; index < count; index += 1) yield item(`e${index + 1}`);
}

async function run(server: TestServer, options: Partial<BulkOptions> = {}) {
  const results: BulkResult[] = [];
  const summary = await replayBulk({
    source: items(1),
    url: server.url,
    concurrency: 4,
    repeat: 1,
    deadlineMs: 5_000,
    onResult: (result) => void results.push(result),
    ...options,
  });
  return { summary, results };
}

function echoing(): Promise<TestServer> {
  return serve((_request, response, body) => {
    const { id, params } = JSON.parse(body.toString());
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result: params.message }));
  });
}

describe('bulk replay', () => {
  it('sends every item as often as asked, each time with a fresh nonce, and says that it judged replies', async () => {
    await using server = await echoing();
    const { summary, results } = await run(server, { source: items(7), repeat: 9 });
    expect(summary).toMatchObject({
      basis: 'reply',
      requests: 63,
      interrupted: false,
      outcomes: { answered: 63 },
      verdicts: { met: 63 },
    });
    expect(new Set(results.map(({ nonce }) => nonce)).size).toBe(63);
    expect(results.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 63 }, (_, n) => n + 1),
    );
  });

  it('calls a reply that never comes a hang and a dropped connection opaque, and goes on after both', async () => {
    let count = 0;
    await using server = await serve((request, response, body) => {
      count += 1;
      if (count === 1) return;
      if (count === 2) request.socket.destroy();
      else
        response.end(
          JSON.stringify({ jsonrpc: '2.0', id: 'q1', result: JSON.parse(body.toString()).params }),
        );
    });
    const { results } = await run(server, { repeat: 3, concurrency: 1, deadlineMs: 1_000 });
    expect(results.map(({ outcome }) => outcome)).toEqual(['hang', 'rejected-opaque', 'answered']);
  });

  it('reads events that a platform calls JSON, on the route of a workspace alone', async () => {
    await using server = await serve((_request, response, body) => {
      const { id, params } = JSON.parse(body.toString());
      const event = JSON.stringify({ jsonrpc: '2.0', id, result: params.message });
      response.setHeader('content-type', 'application/json').end(`data: ${event}\n\n`);
    });
    const through = await run(server, { url: `${server.url}/workspaces/w-1/a2a` });
    expect(through.results.map(({ outcome }) => outcome)).not.toContain('rejected-opaque');
    const straight = await run(server);
    expect(straight.results.map(({ outcome }) => outcome)).toEqual(['rejected-opaque']);
  });

  it('keeps to the rate that was asked for', async () => {
    await using server = await echoing();
    const { summary } = await run(server, { repeat: 20, ratePerSecond: 100 });
    expect(summary.durationMs).toBeGreaterThan(150);
  });

  it('reads no further ahead than its connections can take', async () => {
    await using server = await echoing();
    let read = 0;
    let done = 0;
    let furthest = 0;
    const count = () => {
      done += 1;
      return undefined;
    };
    async function* counted(): AsyncGenerator<BulkItem> {
      for await (const one of items(200)) {
        read += 1;
        furthest = Math.max(furthest, read - done);
        yield one;
      }
    }
    await run(server, { source: counted(), concurrency: 3, onResult: count });
    expect(read).toBe(200);
    expect(furthest).toBeLessThanOrEqual(4);
  });

  it('waits for a slow output instead of piling results up', async () => {
    await using server = await echoing();
    let pending = 0;
    let most = 0;
    const onResult = async () => {
      pending += 1;
      most = Math.max(most, pending);
      await delay(2);
      pending -= 1;
    };
    await run(server, { repeat: 50, concurrency: 3, onResult });
    expect(most).toBeLessThanOrEqual(3);
  });

  it('drains what is under way when interrupted', async () => {
    await using server = await echoing();
    const stop = new AbortController();
    const results: BulkResult[] = [];
    const onResult = (result: BulkResult) => {
      results.push(result);
      if (results.length === 10) stop.abort();
    };
    const { summary } = await run(server, {
      repeat: 1_000_000,
      onResult: (one) => void onResult(one),
      signal: stop.signal,
    });
    expect(summary.interrupted).toBe(true);
    expect(summary.requests).toBe(results.length);
    expect(results.length).toBeLessThan(20);
    expect(results.every(({ outcome }) => outcome === 'answered')).toBe(true);
  });

  it('reports progress with rate and time left', async () => {
    await using server = await echoing();
    const seen: unknown[] = [];
    await run(server, {
      repeat: 30,
      ratePerSecond: 60,
      total: 30,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen[0]).toMatchObject({
      total: 30,
      done: expect.any(Number),
      ratePerSecond: expect.any(Number),
      etaMs: expect.any(Number),
    });
    expect(seen.at(-1)).toMatchObject({ done: 30 });
  });

  it('is an error when there was nothing to send, or no endpoint to send it to', async () => {
    await using server = await echoing();
    await expect(run(server, { source: items(0) })).rejects.toMatchObject({
      code: 'NOTHING_SENT',
      exitCode: EXIT.unjudged,
    });
    await expect(run(server, { url: 'localhost' })).rejects.toMatchObject({ exitCode: EXIT.usage });
  });

  it('stops all connections when the output fails, and says so in the summary of what was sent', async () => {
    await using server = await echoing();
    const onResult = () => Promise.reject(new Error('disk full'));
    const { summary } = await run(server, { repeat: 1_000, onResult });
    expect(summary.stoppedBy).toMatchObject({ message: 'disk full' });
    expect(summary.requests).toBe(4);
  });

  it('sums up what was sent when the source fails in the middle', async () => {
    await using server = await echoing();
    async function* failing(): AsyncGenerator<BulkItem> {
      yield* items(5);
      throw new Error('line 6');
    }
    const { summary, results } = await run(server, { source: failing() });
    expect(summary).toMatchObject({ requests: 5, verdicts: { met: 5 }, stoppedBy: { message: 'line 6' } });
    expect(results).toHaveLength(5);
  });
});

describe('results', () => {
  it('are NDJSON lines that say the same as the result', async () => {
    await using server = await echoing();
    const { results } = await run(server, { repeat: 3 });
    let text = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    });
    const writer = resultWriter(stream);
    for (const result of results) await writer.write(result);
    await writer.flush();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(
      results.map((result) => ({ ...result, durationMs: Number(result.durationMs.toFixed(3)) })),
    );
  });
});
