import { describe, expect, test } from 'vitest';
import { rulesOf } from '../rules.ts';
import { ANSWER } from '../test-support/agent.ts';
import { managedAt, proxyBench, sendTo } from '../test-support/proxy-bench.ts';
import { ADMIN, message } from '../test-support/world.ts';
import { isDeadStatus } from './map-result.ts';

const bench = proxyBench();
const status = async (id: string) => (await bench.world.call('GET', `/workspaces/${id}`)).json.status;

describe('dispatch (A.7)', () => {
  test('the URL is used as registered and no header of the caller is forwarded', async () => {
    const { id } = await bench.world.join(
      `${bench.agent.url.replace('//', '//user:p%40ss@')}/ok/agent?key=1#part`,
    );
    const sent = await bench.world.send(id, message('x'), { headers: { 'x-custom': '1', cookie: 'a=b' } });
    expect(sent.status).toBe(200);
    const received = bench.agent.received.at(-1);
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
    const before = bench.agent.received.length;
    const { answer } = await sendTo(bench, '/redirect');
    expect([answer.status, answer.json, answer.headers.location]).toEqual([
      302,
      { error: 'Found' },
      undefined,
    ]);
    expect(bench.agent.received.length).toBe(before + 1);
  });

  test('an answer is cut at 10,485,760 bytes', async () => {
    expect((await sendTo(bench, '/big')).answer.text.length).toBe(10_485_760);
  });

  test('a compressed answer is passed on readable', async () => {
    expect((await sendTo(bench, '/gzip')).answer.text).toBe(ANSWER);
  });
});

describe('result mapping (A.9)', () => {
  test('a success is passed on verbatim, without the agent headers, with its row', async () => {
    const { answer, rows } = await sendTo(bench, '/ok');
    expect(answer.text).toBe(ANSWER);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['x-agent']).toBeUndefined();
    expect(rows).toMatchObject([
      { summary: 'message/send → N', status: 'ok', response_body: ANSWER, source_id: null },
    ]);
  });

  test('HTML is passed on and its row holds JSON null', async () => {
    const { answer, rows } = await sendTo(bench, '/html');
    expect([answer.text, rows[0]?.response_body]).toEqual(['<html>', 'null']);
  });

  test.each([
    ['/status/418', 418, 'the agent says so'],
    ['/plain/404', 404, 'Not Found'],
    ['/plain/413', 413, 'Request Entity Too Large'],
    ['/plain/520', 520, ''],
  ])('%s keeps its status and has the reason', async (path, code, error) => {
    const { answer, rows } = await sendTo(bench, path);
    expect([answer.status, answer.json]).toEqual([code, { error }]);
    expect(rows).toMatchObject([{ status: 'error' }]);
  });

  test('an empty success is an error in R3 and leaves no row, R1 passes it', async () => {
    const { answer, rows } = await sendTo(bench, '/empty');
    expect([answer.status, answer.json, rows]).toEqual([
      200,
      { error: 'agent returned empty response body' },
      [],
    ]);
    const first = await sendTo(bench, '/empty', await bench.worlds.start({ CONTRACT_REVISION: 'R1' }));
    expect([first.answer.text, first.rows[0]?.response_body]).toEqual(['', 'null']);
  });

  test('204 and 304 stay without a body', async () => {
    expect((await sendTo(bench, '/empty/204')).answer).toMatchObject({ status: 204, text: '' });
    expect((await sendTo(bench, '/empty/304')).answer).toMatchObject({ status: 304, text: '' });
  });

  test('a body that breaks off tells whether the message was delivered', async () => {
    const cut = await sendTo(bench, '/cut');
    const error = 'failed to read agent response';
    expect([cut.answer.status, cut.answer.json]).toEqual([502, { error, delivery_confirmed: true }]);
    expect(cut.rows).toMatchObject([{ status: 'ok' }]);
    const failed = await sendTo(bench, '/cut/500');
    expect([failed.answer.status, failed.answer.json]).toEqual([500, { error, delivery_confirmed: false }]);
    expect(failed.rows).toEqual([]);
  });

  test('an empty tool trace is dropped in R3', async () => {
    expect((await sendTo(bench, '/trace')).rows).toMatchObject([{ tool_trace: null }]);
  });
});

const DEAD = [502, 503, 504, 521, 522, 523, 524];
const ALIVE = [200, 400, 401, 404, 408, 429, 500, 501, 505, 520, 525];

test.each([
  ['R1', [502, 503, 504, 524]],
  ['R3', DEAD],
] as const)('in %s %j make the platform look after the container', (revision, dead) => {
  expect([...DEAD, ...ALIVE].filter((code) => isDeadStatus(code, rulesOf(revision)))).toEqual(dead);
});

describe('a stopped container behind each status (A.9, A.11)', () => {
  test.each(DEAD)('%i is taken as dead: 503 with Retry-After, offline, restarted', async (code) => {
    const id = await managedAt(bench, `/status/${code}`);
    bench.controlPlane.state = 'stopped';
    const answer = await bench.world.send(id, message('x'));
    expect([answer.status, answer.headers['retry-after'], answer.json]).toEqual([
      503,
      '15',
      {
        error: 'workspace agent unreachable — container restart triggered',
        restarting: true,
        retry_after: 15,
      },
    ]);
    await bench.world.platform.background.settled();
    expect(await status(id)).toBe('provisioning');
    const [row] = await bench.world.sql(
      `SELECT summary, status FROM activity_logs WHERE workspace_id = '${id}'`,
    );
    expect(row).toEqual({ summary: 'message/send → N', status: 'error' });
    expect(bench.controlPlane.calls.some((call) => call.method === 'DELETE' && call.path.includes(id))).toBe(
      true,
    );
    expect(bench.controlPlane.calls.some((call) => call.method === 'POST' && call.body.includes(id))).toBe(
      true,
    );
  });

  test.each(ALIVE)('%i is never taken as dead', async (code) => {
    const id = await managedAt(bench, `/status/${code}`);
    bench.controlPlane.state = 'stopped';
    expect((await bench.world.send(id, message('x'))).status).toBe(code);
    expect(await status(id)).toBe('online');
  });

  test('a running container, an external one and an unknown state are alive', async () => {
    const id = await managedAt(bench, '/status/502');
    bench.controlPlane.state = 'running';
    expect((await bench.world.send(id, message('x'))).json).toEqual({ error: 'the agent says so' });
    Object.assign(bench.controlPlane, { state: 'stopped', status: 500 });
    expect((await bench.world.send(id, message('x'))).status).toBe(502);
    bench.controlPlane.status = 200;
    expect((await sendTo(bench, '/status/502')).answer.status).toBe(502);
  });

  test('a paused workspace is not taken offline, its sender is told the same', async () => {
    const id = await managedAt(bench, '/status/502');
    await bench.world.sql(`UPDATE workspaces SET status = 'paused' WHERE id = '${id}'`);
    expect((await bench.world.send(id, message('x'))).status).toBe(503);
    await bench.world.platform.background.settled();
    expect(await status(id)).toBe('paused');
    const events = await bench.world.sql(
      `SELECT event_type FROM structure_events WHERE workspace_id = '${id}'`,
    );
    expect(events.map((event) => event.event_type)).not.toContain('WORKSPACE_OFFLINE');
  });

  test('the environment of a provisioned instance holds no admin token', () => {
    const provisions = bench.controlPlane.calls.filter((call) => call.method === 'POST');
    expect(provisions.length).toBeGreaterThan(0);
    expect(provisions.some((call) => call.body.includes(ADMIN))).toBe(false);
  });
});
