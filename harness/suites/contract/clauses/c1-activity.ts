import { type Conditions, type ContractCase, one, rows, since } from '../language/index.ts';
import { readLog, summariesOf, writeRows } from './activity-log.ts';

const NOT_SECONDS = 'since_secs must be a positive integer';
const BAD_CURSOR =
  'since_id cursor not found (row may have been pruned or belongs to a different workspace); omit since_id to reset';

/** C.1: what a page of the activity holds, and which questions are refused. */
export const ACTIVITY: readonly ContractCase[] = [
  ...rows<{ readonly query: string; readonly status: number; readonly like?: unknown } & Conditions>(
    'C.1',
    'asks',
    {
      'seconds-zero': { query: 'since_secs=0', status: 400, like: { error: NOT_SECONDS } },
      'seconds-negative': { query: 'since_secs=-1', status: 400, like: { error: NOT_SECONDS } },
      'seconds-word': { query: 'since_secs=soon', status: 400, like: { error: NOT_SECONDS } },
      'seconds-fraction': { query: 'since_secs=1.5', status: 400, like: { error: NOT_SECONDS } },
      'seconds-beyond-64-bits': {
        query: 'since_secs=9223372036854775808',
        status: 400,
        like: { error: NOT_SECONDS },
      },
      'seconds-one': { query: 'since_secs=1', status: 200 },
      'seconds-many': { query: 'since_secs=9223372036854775807', status: 200 },
      'source-other': {
        query: 'source=peer',
        status: 400,
        like: { error: "source must be 'canvas' or 'agent'" },
      },
      'cursor-no-uuid': { query: 'since_id=x', status: 500, like: { error: 'cursor lookup failed' } },
      'cursor-unknown': {
        query: 'since_id=00000000-0000-4000-8000-000000000000',
        status: 410,
        like: { error: BAD_CURSOR },
      },
      'seconds-before-cursor': {
        query: 'since_secs=0&since_id=00000000-0000-4000-8000-000000000000&source=peer',
        status: 400,
        like: { error: NOT_SECONDS },
      },
      'cursor-before-source': {
        query: 'since_id=00000000-0000-4000-8000-000000000000&source=peer',
        status: 410,
        like: { error: BAD_CURSOR },
      },
      'peer-no-uuid': {
        query: 'peer_id=x',
        status: 400,
        like: { error: 'peer_id must be a UUID' },
        ...since('readsPeerParameters'),
      },
      'before-no-time': {
        query: 'before_ts=yesterday',
        status: 400,
        like: { error: 'before_ts must be an RFC3339 timestamp (e.g. 2026-05-01T00:00:00Z)' },
        ...since('readsPeerParameters'),
      },
      'type-unknown': { query: 'type=nothing', status: 200, like: [] },
    },
    ({ query }) => `GET /activity?${query}`,
    async (tools, { query, status, like }) => {
      const page = await readLog(tools, await tools.platform.workspace(), query);
      tools.expect('the platform answers', page, { status, ...(like !== undefined && { like }) });
    },
  ),

  ...rows<{ readonly query: string; readonly count: number }>(
    'C.1',
    'limit',
    {
      usual: { query: '', count: 100 },
      three: { query: 'limit=3', count: 3 },
      most: { query: 'limit=500', count: 500 },
      'beyond-most': { query: 'limit=501', count: 500 },
      zero: { query: 'limit=0', count: 100 },
      negative: { query: 'limit=-3', count: 100 },
      word: { query: 'limit=all', count: 100 },
    },
    ({ query, count }) => `A page of ${count} rows for ?${query}`,
    async (tools, { query, count }) => {
      const workspace = await tools.platform.workspace();
      await tools.database.query(MANY_ROWS, [workspace.id, 505]);
      tools.expect.value(
        'rows of the page',
        summariesOf(await readLog(tools, workspace, query)).length,
        count,
      );
    },
    { needs: ['database'] },
  ),

  one('C.1', 'newest-first', 'Without a cursor the newest row comes first', async (tools) => {
    const workspace = await tools.platform.workspace();
    await writeRows(tools, workspace, [{ summary: 'one' }, { summary: 'two' }, { summary: 'three' }]);
    tools.expect.value('the page', summariesOf(await readLog(tools, workspace)), ['three', 'two', 'one']);
  }),

  one('C.1', 'type', 'A page of one type has no row of another', async (tools) => {
    const workspace = await tools.platform.workspace();
    await writeRows(tools, workspace, [
      { summary: 'log' },
      { summary: 'update', activity_type: 'task_update' },
      { summary: 'error', activity_type: 'error' },
    ]);
    const page = await readLog(tools, workspace, 'type=task_update');
    tools.expect.value('the page', summariesOf(page), ['update']);
  }),

  one('C.1', 'source', 'Rows of the canvas and of agents are told apart', async (tools) => {
    const workspace = await tools.platform.workspace();
    await writeRows(tools, workspace, [{ summary: 'of itself' }]);
    await tools.platform.send(workspace, 'of the canvas');
    const [canvas, agent] = [
      await readLog(tools, workspace, 'source=canvas'),
      await readLog(tools, workspace, 'source=agent'),
    ];
    tools.expect.value('of the canvas', summariesOf(canvas), [
      `message/send → ${workspace.name} (queued for poll)`,
    ]);
    tools.expect.value('of agents', summariesOf(agent), ['of itself']);
  }),

  ...rows<{ readonly age: string; readonly query: string; readonly shown: readonly string[] }>(
    'C.1',
    'window',
    {
      inside: { age: '50 minutes', query: 'since_secs=3600', shown: ['new', 'old'] },
      outside: { age: '70 minutes', query: 'since_secs=3600', shown: ['new'] },
      'no-window': { age: '400 days', query: '', shown: ['new', 'old'] },
      'nearly-a-month': { age: '29 days', query: 'since_secs=9000000', shown: ['new', 'old'] },
      'clamped-to-a-month': { age: '31 days', query: 'since_secs=9000000', shown: ['new'] },
    },
    ({ age, query }) => `A row that is ${age} old, asked for by ?${query}`,
    async (tools, { age, query, shown }) => {
      const workspace = await tools.platform.workspace();
      await writeRows(tools, workspace, [{ summary: 'old' }]);
      const sql = `UPDATE activity_logs SET created_at = created_at - $2::interval WHERE workspace_id = $1`;
      await tools.database.query(sql, [workspace.id, age]);
      await writeRows(tools, workspace, [{ summary: 'new' }]);
      tools.expect.value('the page', summariesOf(await readLog(tools, workspace, query)), shown);
    },
    { needs: ['database'] },
  ),

  one(
    'C.1',
    'cursor-and-window',
    'A cursor and a window apply together',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await writeRows(tools, workspace, [{ summary: 'cursor' }, { summary: 'old' }]);
      const sql = `UPDATE activity_logs SET created_at = created_at - interval '2 hours' WHERE workspace_id = $1`;
      await tools.database.query(sql, [workspace.id]);
      await writeRows(tools, workspace, [{ summary: 'new' }]);
      const whole = await readLog(tools, workspace);
      const cursor = tools.platform.text(whole, '2.id');
      const page = await readLog(tools, workspace, `since_id=${cursor}&since_secs=3600`);
      tools.expect.value('the page', summariesOf(page), ['new']);
    },
    { needs: ['database'] },
  ),

  one('C.1', 'of-itself-alone', 'Nobody reads the log of another workspace', async (tools) => {
    const [one, other] = [await tools.platform.workspace(), await tools.platform.workspace()];
    const path = `/workspaces/${one.id}/activity`;
    tools.expect('a stranger is refused', await tools.platform.ask('GET', path, { as: other.token }), {
      status: 401,
      like: { error: 'invalid workspace auth token' },
    });
    tools.expect('nobody is refused', await tools.platform.ask('GET', path), {
      status: 401,
      like: { error: 'missing workspace auth token' },
    });
    await writeRows(tools, other, [{ summary: 'of the other' }]);
    tools.expect.value('its own log', summariesOf(await readLog(tools, one)), []);
  }),

  one(
    'C.1',
    'unknown-is-empty',
    'An administrator finds nothing in the log of nobody',
    async ({ platform, expect }) => {
      const path = (id: string) => `/workspaces/${id}/activity`;
      expect('of an unknown one', await platform.ask('GET', path(crypto.randomUUID()), { as: 'admin' }), {
        status: 200,
        text: /^\s*\[\s*\]\s*$/,
      });
      expect('of an id that is none', await platform.ask('GET', path('x'), { as: 'admin' }), {
        status: 500,
        like: { error: 'query failed' },
      });
    },
  ),
];

const MANY_ROWS = `
  INSERT INTO activity_logs (workspace_id, activity_type, summary, status)
  SELECT $1::uuid, 'agent_log', 'row ' || n, 'ok' FROM generate_series(1, $2::int) n`;
