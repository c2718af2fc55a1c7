import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendBody, startTestRuntime, type TestRuntime } from './testing.ts';
import { type FakePlatform, startPlatform, until } from './testing-platform.ts';

const ROW_BODY = '{"jsonrpc":"2.0","id":9007199254740993,"method":"message/send","params":';

let runtime: TestRuntime;
let platform: FakePlatform;
beforeAll(async () => {
  runtime = await startTestRuntime('0.3');
  platform = await startPlatform();
});
afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await platform[Symbol.asyncDispose]();
});
beforeEach(() => platform.forget());

describe('the poll client', () => {
  it('takes rows oldest first, once each, digit for digit, and lets the line have them', async () => {
    addRow('r1', sendBody({ messageId: 'one' }));
    addRow('r2', sendBody({ messageId: 'two' }));
    await poll('poller', 'w6');
    await untilArrived('poller', 2);
    addRow('r3', sendBody({ messageId: 'three' }));
    await untilArrived('poller', 3);
    const { arrivals, handed } = await runtime.inbox('poller');
    expect(arrivals.map(({ via, headers }) => [via, headers['x-activity-id']])).toEqual([
      ['poll', 'r1'],
      ['poll', 'r2'],
      ['poll', 'r3'],
    ]);
    expect(Buffer.from(arrivals[0]?.bodyBase64 ?? '', 'base64').toString()).toBe(platform.rows[0]?.body);
    expect(handed.map(({ reading }) => reading.messageId)).toEqual(['one', 'two', 'three']);
    await until(() => platform.calls.some(({ path }) => path.includes('since_id=r3')));
    await runtime.control('DELETE', '/agents/poller');
    const polls = platform.calls.filter(({ path }) => path.includes('/activity'));
    expect(polls[0]?.path).not.toContain('since_id');
    expect(polls.every(({ authorization }) => authorization === 'Bearer issued')).toBe(true);
  });

  it('takes a row once that comes behind its own cursor, and says that it came again', async () => {
    platform.includesCursor = true;
    addRow('c1', sendBody({ messageId: 'one' }));
    await poll('again', 'w10');
    await until(async () => ((await runtime.inbox('again')).polls?.repeated ?? 0) > 1);
    const { arrivals, polls } = await runtime.inbox('again');
    expect(arrivals.map(({ headers }) => headers['x-activity-id'])).toEqual(['c1']);
    expect(polls?.repeats[0]).toEqual({ cursor: 'c1', activityId: 'c1' });
    await runtime.control('DELETE', '/agents/again');
  });

  it('finds nothing strange in rows that come again without a cursor', async () => {
    addRow('f1', sendBody({ messageId: 'one' }));
    await poll('fresh', 'w11');
    await untilArrived('fresh', 1);
    platform.lostCursors.add('f1');
    addRow('f2', sendBody({ messageId: 'two' }));
    await untilArrived('fresh', 2);
    const { polls } = await runtime.inbox('fresh');
    expect(polls).toMatchObject({ repeated: 0, repeats: [] });
    expect(polls?.answered).toBeGreaterThan(1);
    await runtime.control('DELETE', '/agents/fresh');
  });

  it('starts over without a cursor when the platform has lost it, and takes no row twice', async () => {
    addRow('g1', sendBody({ messageId: 'one' }));
    await poll('gone', 'w7');
    await untilArrived('gone', 1);
    platform.lostCursors.add('g1');
    addRow('g2', sendBody({ messageId: 'two' }));
    await untilArrived('gone', 2);
    const { arrivals } = await runtime.inbox('gone');
    expect(arrivals.map(({ headers }) => headers['x-activity-id'])).toEqual(['g1', 'g2']);
    await runtime.control('DELETE', '/agents/gone');
  });

  it('comes back when a limiter says so, and reads then what it would have read', async () => {
    platform.limits = [{ 'retry-after': '0' }, { 'retry-after': new Date().toUTCString() }];
    addRow('l1', sendBody({ messageId: 'one' }));
    await poll('limited', 'w12');
    await untilArrived('limited', 1);
    expect(platform.limits).toEqual([]);
    const { polls } = await runtime.inbox('limited');
    expect(polls?.repeated).toBe(0);
    await runtime.control('DELETE', '/agents/limited');
  });

  it('passes rows without a message, so that no page of them holds it up', async () => {
    platform.rows.push({ id: 'n1', body: 'null' });
    await poll('passes', 'w9');
    await until(() => platform.calls.some(({ path }) => path.includes('since_id=n1')));
    await runtime.control('DELETE', '/agents/passes');
  });

  it('still notes a push that should not have come', async () => {
    await poll('pushed', 'w8');
    await runtime.post('pushed', sendBody());
    expect((await runtime.inbox('pushed')).arrivals).toMatchObject([{ via: 'push' }]);
    await runtime.control('DELETE', '/agents/pushed');
  });
});

function registration(workspaceId: string) {
  return { platformUrl: platform.url, workspaceId, bearer: 'given' };
}

function poll(agent: string, workspaceId: string) {
  return runtime.setUp(agent, {
    mode: 'poll',
    registration: { ...registration(workspaceId), deliveryMode: 'poll' },
  });
}

function addRow(id: string, { params }: ReturnType<typeof sendBody>): void {
  platform.rows.push({ id, body: `${ROW_BODY}${JSON.stringify(params)}}` });
}

function untilArrived(agent: string, count: number): Promise<void> {
  return until(async () => (await runtime.inbox(agent)).handed.length >= count);
}
