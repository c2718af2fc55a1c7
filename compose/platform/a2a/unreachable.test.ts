import { describe, expect, test } from 'vitest';
import { ANSWER } from '../test-support/agent.ts';
import { manualClock } from '../test-support/manual-clock.ts';
import { managedAt, proxyBench, sendTo } from '../test-support/proxy-bench.ts';
import { eventually, message } from '../test-support/world.ts';

const bench = proxyBench();
const _status = async (id: string) => (await bench.world.call('GET', `/workspaces/${id}`)).json.status;

describe('transport failures (A.10)', () => {
  test.each(['/eof', '/reset'])('%s is busy: queued, with a row that says so', async (path) => {
    const { answer, rows, id } = await sendTo(bench, path);
    expect(answer.status).toBe(202);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json).toEqual({
      queued: true,
      queue_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      queue_depth: 1,
      message: 'workspace agent busy — request queued, will dispatch when capacity available',
    });
    expect(rows).toMatchObject([
      {
        summary: 'message/send → N (queued: target busy)',
        status: 'ok',
        error_detail: null,
        duration_ms: expect.any(Number),
      },
    ]);
    const repeated = await bench.world.send(id, message('hello', { expires_in_seconds: 60.0 }));
    expect([repeated.json.queue_id, repeated.json.queue_depth]).toEqual([answer.json.queue_id, 1]);
    const other = await bench.world.send(id, message('other', { expires_in_seconds: 60 }));
    expect(other.json.queue_depth).toBe(2);
    const [item] = await bench.world.sql(
      `SELECT priority, expires_at, status FROM a2a_queue WHERE id = '${other.json.queue_id}'`,
    );
    expect(item).toMatchObject({ priority: 50, status: 'queued', expires_at: expect.any(String) });
  });

  test('a refused connection and a malformed reply are out of reach', async () => {
    const { id } = await bench.world.join('http://localhost:1/');
    const refused = await bench.world.send(id, message('x'));
    expect([refused.status, refused.json]).toEqual([502, { error: 'failed to reach workspace agent' }]);
    const { answer, rows } = await sendTo(bench, '/garbage');
    expect(answer.status).toBe(502);
    expect(rows).toMatchObject([
      { status: 'error', summary: expect.stringMatching(/^A2A request to N failed: Post "/) },
    ]);
  });

  test('a dead container outranks busy, without Retry-After', async () => {
    const id = await managedAt(bench, '/eof');
    bench.controlPlane.state = 'stopped';
    const answer = await bench.world.send(id, message('x'));
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      undefined,
      { error: 'workspace agent unreachable — container restart triggered', restarting: true },
    ]);
  });

  test('a queue that cannot take the message is said to the sender', async () => {
    const broken = await bench.worlds.start();
    await broken.sql('ALTER TABLE a2a_queue RENAME TO gone');
    const { answer } = await sendTo(bench, '/eof', broken);
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      '30',
      { error: 'workspace agent busy — retry after a short backoff', busy: true, retry_after: 30 },
    ]);
  });

  test('R1 leaves the retry to a runtime that declares session, R3 queues', async () => {
    for (const revision of ['R1', 'R3']) {
      const on = await bench.worlds.start({ CONTRACT_REVISION: revision });
      const { id, token } = await on.join(`${bench.agent.url}/eof`);
      const metadata = { runtime_metadata: { capabilities: { session: true } } };
      await on.call('POST', '/registry/heartbeat', {
        bearer: token,
        body: { workspace_id: id, ...metadata },
      });
      const answer = await on.send(id, message('x'));
      expect([answer.status, answer.json.native_session]).toEqual(
        revision === 'R1' ? [503, true] : [202, undefined],
      );
    }
  });

  test('an idle agent is busy after the override of its heartbeat, and a heartbeat starts the time over', async () => {
    const clock = manualClock();
    const timed = await bench.worlds.start({}, { clock });
    const { id, token } = await timed.join(`${bench.agent.url}/hang`);
    const beat = { workspace_id: id, runtime_metadata: { idle_timeout_seconds: 60 } };
    const heartbeat = () => timed.call('POST', '/registry/heartbeat', { bearer: token, body: beat });
    await heartbeat();
    let answered = false;
    const before = bench.agent.received.length;
    const sending = timed.send(id, message('idle')).finally(() => {
      answered = true;
    });
    await eventually(() => bench.agent.received.length > before);
    for (let count = 0; count < 5; count++) {
      clock.advance(59_000);
      await heartbeat();
    }
    expect(answered).toBe(false);
    clock.advance(60_000);
    expect((await sending).status).toBe(202);
  });

  test('R3 reads the response header timeout from its environment', async () => {
    const hasty = await bench.worlds.start({ A2A_PROXY_RESPONSE_HEADER_TIMEOUT: '100ms' });
    expect((await sendTo(bench, '/hang', hasty)).answer.status).toBe(202);
  });

  test('an unsafe URL is 502 when resolved', async () => {
    const strict = await bench.worlds.start({
      ...{ MOLECULE_ENV: 'production', SECRETS_ENCRYPTION_KEY: 'key', RATE_LIMIT: '100000' },
    });
    const { answer, rows } = await sendTo(bench, '/ok', strict);
    expect([answer.status, answer.json, rows]).toEqual([
      502,
      { error: 'workspace URL is not publicly routable' },
      [],
    ]);
  });
});

describe('when the database fails', () => {
  test('an unreadable mode is pushed, never queued', async () => {
    const broken = await bench.worlds.start();
    const { id } = await broken.join(`${bench.agent.url}/ok`, { delivery_mode: 'push' });
    await broken.sql('ALTER TABLE workspaces RENAME COLUMN delivery_mode TO hidden');
    expect((await broken.send(id, message('x'))).text).toBe(ANSWER);
    await broken.sql('ALTER TABLE workspaces RENAME TO hidden_too');
    const lost = await broken.send(id, message('x'));
    expect([lost.status, lost.json]).toEqual([500, { error: 'lookup failed' }]);
  });

  test('a look-up that outlives X-Timeout refuses to dispatch', async () => {
    const slow = await bench.worlds.start();
    const { id } = await slow.join(`${bench.agent.url}/ok`);
    const answer = await slow.platform.database.transaction(async (queries) => {
      await queries.query('', 'LOCK TABLE workspaces IN ACCESS EXCLUSIVE MODE');
      return slow.send(id, message('x'), { headers: { 'x-timeout': '1' } });
    });
    expect([answer.status, answer.json.error]).toEqual([
      503,
      'delivery-mode lookup failed; refusing to dispatch to avoid silent misrouting',
    ]);
  });
});

test('a log line of each stage carries the request id and never the body', async () => {
  const { id } = await bench.world.join(`${bench.agent.url}/ok`);
  await bench.world.send(id, message('private words'), { headers: { 'x-request-id': 'case-7' } });
  await eventually(() => bench.world.lines.filter((line) => line.includes('case-7')).length >= 4);
  const mine = bench.world.lines.filter((line) => line.includes('case-7')).map((line) => JSON.parse(line));
  expect(mine.map((line) => line.msg)).toEqual(['received', 'normalised', 'dispatched', 'replied']);
  expect(mine.every((line) => line.requestId === 'case-7')).toBe(true);
  expect(JSON.stringify(mine)).not.toContain('private words');
});
