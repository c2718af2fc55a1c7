import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWER, startAgent, type TestAgent } from '../test-support/agent.ts';
import { startControlPlane, type TestControlPlane } from '../test-support/control-plane.ts';
import { manualClock } from '../test-support/manual-clock.ts';
import { ADMIN, eventually, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let agent: TestAgent;
let controlPlane: TestControlPlane;

beforeAll(async () => {
  [worlds, agent, controlPlane] = await Promise.all([startWorlds(), startAgent(), startControlPlane()]);
  world = await worlds.start({ MOLECULE_CP_URL: controlPlane.url, MOLECULE_CP_SHARED_SECRET: 'cp' });
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await Promise.all([agent[Symbol.asyncDispose](), controlPlane[Symbol.asyncDispose]()]);
});

async function send(path: string, on: World = world) {
  const { id } = await on.join(agent.url + path);
  const answer = await on.send(id, message('hello'));
  await on.platform.background.settled();
  return { id, answer, rows: await on.sql(`SELECT * FROM activity_logs WHERE workspace_id = '${id}'`) };
}

/** A workspace whose container the control plane runs. */
async function managed(path: string): Promise<string> {
  const { id } = await world.join(agent.url + path);
  await world.sql(`UPDATE workspaces SET runtime = 'claude-code', instance_id = 'i-0' WHERE id = '${id}'`);
  return id;
}

const status = async (id: string) => (await world.call('GET', `/workspaces/${id}`)).json.status;

describe('dispatch (A.7)', () => {
  test('the URL is used as registered and no header of the caller is forwarded', async () => {
    const { id } = await world.join(`${agent.url.replace('//', '//user:p%40ss@')}/ok/agent?key=1#part`);
    const sent = await world.send(id, message('x'), { headers: { 'x-custom': '1', cookie: 'a=b' } });
    expect(sent.status).toBe(200);
    const received = agent.received.at(-1);
    expect(received?.path).toBe('/ok/agent?key=1');
    expect(Object.keys(received?.headers ?? {}).sort()).toEqual(
      [
        'accept-encoding',
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
        'user-agent',
      ].sort(),
    );
    expect(received?.headers.authorization).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
  });

  test('a redirect is not followed', async () => {
    const before = agent.received.length;
    const { answer } = await send('/redirect');
    expect([answer.status, answer.json, answer.headers.location]).toEqual([
      302,
      { error: 'Found' },
      undefined,
    ]);
    expect(agent.received.length).toBe(before + 1);
  });

  test('an answer is cut at 10,485,760 bytes', async () => {
    expect((await send('/big')).answer.text.length).toBe(10_485_760);
  });

  test('a compressed answer is passed on readable', async () => {
    expect((await send('/gzip')).answer.text).toBe(ANSWER);
  });
});

describe('result mapping (A.9)', () => {
  test('a success is passed on verbatim, without the agent headers, with its row', async () => {
    const { answer, rows } = await send('/ok');
    expect(answer.text).toBe(ANSWER);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['x-agent']).toBeUndefined();
    expect(rows).toMatchObject([
      { summary: 'message/send → N', status: 'ok', response_body: ANSWER, source_id: null },
    ]);
  });

  test('HTML is passed on and its row holds JSON null', async () => {
    const { answer, rows } = await send('/html');
    expect([answer.text, rows[0]?.response_body]).toEqual(['<html>', 'null']);
  });

  test.each([
    ['/status/418', 418, 'the agent says so'],
    ['/plain/404', 404, 'Not Found'],
    ['/plain/413', 413, 'Request Entity Too Large'],
    ['/plain/520', 520, ''],
  ])('%s keeps its status and has the reason', async (path, code, error) => {
    const { answer, rows } = await send(path);
    expect([answer.status, answer.json]).toEqual([code, { error }]);
    expect(rows).toMatchObject([{ status: 'error' }]);
  });

  test('an empty success is an error in R3 and leaves no row, R1 passes it', async () => {
    const { answer, rows } = await send('/empty');
    expect([answer.status, answer.json, rows]).toEqual([
      200,
      { error: 'agent returned empty response body' },
      [],
    ]);
    const first = await send('/empty', await worlds.start({ CONTRACT_REVISION: 'R1' }));
    expect([first.answer.text, first.rows[0]?.response_body]).toEqual(['', 'null']);
  });

  test('204 and 304 stay without a body', async () => {
    expect((await send('/empty/204')).answer).toMatchObject({ status: 204, text: '' });
    expect((await send('/empty/304')).answer).toMatchObject({ status: 304, text: '' });
  });

  test('a body that breaks off tells whether the message was delivered', async () => {
    const cut = await send('/cut');
    const error = 'failed to read agent response';
    expect([cut.answer.status, cut.answer.json]).toEqual([502, { error, delivery_confirmed: true }]);
    expect(cut.rows).toMatchObject([{ status: 'ok' }]);
    const failed = await send('/cut/500');
    expect([failed.answer.status, failed.answer.json]).toEqual([500, { error, delivery_confirmed: false }]);
    expect(failed.rows).toEqual([]);
  });

  test('an empty tool trace is dropped in R3', async () => {
    expect((await send('/trace')).rows).toMatchObject([{ tool_trace: null }]);
  });
});

const DEAD = [502, 503, 504, 521, 522, 523, 524];
const ALIVE = [200, 400, 401, 404, 408, 429, 500, 501, 505, 520, 525];

describe('a stopped container behind each status (A.9, A.11)', () => {
  test.each(DEAD)('%i is taken as dead: 503 with Retry-After, offline, restarted', async (code) => {
    const id = await managed(`/status/${code}`);
    controlPlane.state = 'stopped';
    const answer = await world.send(id, message('x'));
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      '15',
      {
        error: 'workspace agent unreachable — container restart triggered',
        restarting: true,
        retry_after: 15,
      },
    ]);
    await world.platform.background.settled();
    expect(await status(id)).toBe('provisioning');
    const [row] = await world.sql(`SELECT summary, status FROM activity_logs WHERE workspace_id = '${id}'`);
    expect(row).toEqual({ summary: 'message/send → N', status: 'error' });
    expect(controlPlane.calls.some((call) => call.method === 'DELETE' && call.path.includes(id))).toBe(true);
    expect(controlPlane.calls.some((call) => call.method === 'POST' && call.body.includes(id))).toBe(true);
  });

  test.each(ALIVE)('%i is never taken as dead', async (code) => {
    const id = await managed(`/status/${code}`);
    controlPlane.state = 'stopped';
    expect((await world.send(id, message('x'))).status).toBe(code);
    expect(await status(id)).toBe('online');
  });

  test('a running container, an external one and an unknown state are alive', async () => {
    const id = await managed('/status/502');
    controlPlane.state = 'running';
    expect((await world.send(id, message('x'))).json).toEqual({ error: 'the agent says so' });
    Object.assign(controlPlane, { state: 'stopped', status: 500 });
    expect((await world.send(id, message('x'))).status).toBe(502);
    controlPlane.status = 200;
    expect((await send('/status/502')).answer.status).toBe(502);
  });

  test('a paused workspace is not taken offline, its sender is told the same', async () => {
    const id = await managed('/status/502');
    await world.sql(`UPDATE workspaces SET status = 'paused' WHERE id = '${id}'`);
    expect((await world.send(id, message('x'))).status).toBe(503);
    await world.platform.background.settled();
    expect(await status(id)).toBe('paused');
    const events = await world.sql(`SELECT event_type FROM structure_events WHERE workspace_id = '${id}'`);
    expect(events.map((event) => event.event_type)).not.toContain('WORKSPACE_OFFLINE');
  });

  test('the environment of a provisioned instance holds no admin token', () => {
    const provisions = controlPlane.calls.filter((call) => call.method === 'POST');
    expect(provisions.length).toBeGreaterThan(0);
    expect(provisions.some((call) => call.body.includes(ADMIN))).toBe(false);
  });
});

describe('transport failures (A.10)', () => {
  test.each(['/eof', '/reset'])('%s is busy: queued, with a row that says so', async (path) => {
    const { answer, rows, id } = await send(path);
    expect(answer.status).toBe(202);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json).toEqual({
      queued: true,
      queue_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      queue_depth: 1,
      message: 'workspace agent busy — request queued, will dispatch when capacity available',
    });
    expect(rows).toMatchObject([
      { summary: 'message/send → N (queued: target busy)', status: 'ok', error_detail: null },
    ]);
    const repeated = await world.send(id, message('hello', { expires_in_seconds: 60.0 }));
    expect([repeated.json.queue_id, repeated.json.queue_depth]).toEqual([answer.json.queue_id, 1]);
    const other = await world.send(id, message('other', { expires_in_seconds: 60 }));
    expect(other.json.queue_depth).toBe(2);
    const [item] = await world.sql(
      `SELECT priority, expires_at, status FROM a2a_queue WHERE id = '${other.json.queue_id}'`,
    );
    expect(item).toMatchObject({ priority: 50, status: 'queued', expires_at: expect.any(String) });
  });

  test('a refused connection and a malformed reply are out of reach', async () => {
    const { id } = await world.join('http://localhost:1/');
    const refused = await world.send(id, message('x'));
    expect([refused.status, refused.json]).toEqual([502, { error: 'failed to reach workspace agent' }]);
    const { answer, rows } = await send('/garbage');
    expect(answer.status).toBe(502);
    expect(rows).toMatchObject([
      { status: 'error', summary: expect.stringMatching(/^A2A request to N failed: Post "/) },
    ]);
  });

  test('a dead container outranks busy, without Retry-After', async () => {
    const id = await managed('/eof');
    controlPlane.state = 'stopped';
    const answer = await world.send(id, message('x'));
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      undefined,
      { error: 'workspace agent unreachable — container restart triggered', restarting: true },
    ]);
  });

  test('a queue that cannot take the message is said to the sender', async () => {
    const broken = await worlds.start();
    await broken.sql('ALTER TABLE a2a_queue RENAME TO gone');
    const { answer } = await send('/eof', broken);
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      '30',
      { error: 'workspace agent busy — retry after a short backoff', busy: true, retry_after: 30 },
    ]);
  });

  test('R1 leaves the retry to a runtime that declares session, R3 queues', async () => {
    for (const revision of ['R1', 'R3']) {
      const on = await worlds.start({ CONTRACT_REVISION: revision });
      const { id, token } = await on.join(`${agent.url}/eof`);
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
    const timed = await worlds.start({}, { clock });
    const { id, token } = await timed.join(`${agent.url}/hang`);
    const beat = { workspace_id: id, runtime_metadata: { idle_timeout_seconds: 60 } };
    const heartbeat = () => timed.call('POST', '/registry/heartbeat', { bearer: token, body: beat });
    await heartbeat();
    let answered = false;
    const before = agent.received.length;
    const sending = timed.send(id, message('idle')).finally(() => {
      answered = true;
    });
    await eventually(() => agent.received.length > before);
    for (let count = 0; count < 5; count++) {
      clock.advance(59_000);
      await heartbeat();
    }
    expect(answered).toBe(false);
    clock.advance(60_000);
    expect((await sending).status).toBe(202);
  });

  test('R3 reads the response header timeout from its environment', async () => {
    const hasty = await worlds.start({ A2A_PROXY_RESPONSE_HEADER_TIMEOUT: '100ms' });
    expect((await send('/hang', hasty)).answer.status).toBe(202);
  });

  test('an unsafe URL is 502 when resolved', async () => {
    const strict = await worlds.start({ MOLECULE_ENV: 'production', RATE_LIMIT: '100000' });
    const { answer, rows } = await send('/ok', strict);
    expect([answer.status, answer.json, rows]).toEqual([
      502,
      { error: 'workspace URL is not publicly routable' },
      [],
    ]);
  });
});

describe('when the database fails', () => {
  test('an unreadable mode is pushed, never queued', async () => {
    const broken = await worlds.start();
    const { id } = await broken.join(`${agent.url}/ok`, { delivery_mode: 'push' });
    await broken.sql('ALTER TABLE workspaces RENAME COLUMN delivery_mode TO hidden');
    expect((await broken.send(id, message('x'))).text).toBe(ANSWER);
    await broken.sql('ALTER TABLE workspaces RENAME TO hidden_too');
    const lost = await broken.send(id, message('x'));
    expect([lost.status, lost.json]).toEqual([500, { error: 'lookup failed' }]);
  });

  test('a look-up that outlives X-Timeout refuses to dispatch', async () => {
    const slow = await worlds.start();
    const { id } = await slow.join(`${agent.url}/ok`);
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
  const { id } = await world.join(`${agent.url}/ok`);
  await world.send(id, message('private words'), { headers: { 'x-request-id': 'case-7' } });
  await eventually(() => world.lines.filter((line) => line.includes('case-7')).length >= 4);
  const mine = world.lines.filter((line) => line.includes('case-7')).map((line) => JSON.parse(line));
  expect(mine.map((line) => line.msg)).toEqual(['received', 'normalised', 'dispatched', 'replied']);
  expect(mine.every((line) => line.requestId === 'case-7')).toBe(true);
  expect(JSON.stringify(mine)).not.toContain('private words');
});
