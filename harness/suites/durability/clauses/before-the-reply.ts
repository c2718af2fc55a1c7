import { type ContractCase, one, rows, type Tools, type Workspace } from '../../contract/language/index.ts';
import { HELD_UP_MS, rowsNow, withInserts } from '../../insert-trigger.ts';
import { WAYS, type Way, workspaceFor } from './ways.ts';

const NEEDS = { needs: ['database'] } as const;

/** D: the row is committed before the acknowledgement leaves. */
export const BEFORE_THE_REPLY: readonly ContractCase[] = [
  ...rows<Way>(
    'D',
    'row-first',
    WAYS,
    (_way, key) => `${key}: the acknowledgement waits for the row`,
    async (tools, way) => {
      await heldUp(tools, way, async (workspace) => {
        const startedMs = performance.now();
        const reply = await way.send(tools, workspace, 'hello');
        const tookMs = performance.now() - startedMs;
        const found = await rowsNow(tools, workspace);
        tools.expect('it is acknowledged', reply, { status: 200 });
        tools.expect.value('rows when the acknowledgement came', found, 1);
        tools.expect.value('the acknowledgement waited', tookMs >= HELD_UP_MS, true);
      });
    },
    NEEDS,
  ),

  ...rows<Way>(
    'D',
    'hung-up',
    { push: WAYS.push, poll: WAYS.poll },
    (_way, key) => `${key}: the row is written though the client hangs up`,
    async (tools, way) => {
      await heldUp(tools, way, async (workspace) => {
        // An answer that comes before that is the fault of `row-first`.
        await way.send(tools, workspace, 'hello', { deadlineMs: 150 });
        const found = await tools.eventually(async () => (await rowsNow(tools, workspace)) || undefined);
        tools.expect.value('rows in the end', found ?? 0, 1);
      });
    },
    NEEDS,
  ),

  ...rows<Way & { readonly status: number }>(
    'D',
    'unwritable',
    {
      push: { ...WAYS.push, status: 200 },
      notify: { ...WAYS.notify, status: 200 },
    },
    (_way, key) => `${key}: a row that cannot be written does not fail the sender`,
    async (tools, way) => {
      const workspace = await workspaceFor(tools, way);
      const reply = await withInserts(tools, workspace, 'fail', () => way.send(tools, workspace, 'hello'));
      tools.expect('it is acknowledged', reply, { status: way.status });
      const after = await way.send(tools, workspace, 'again');
      tools.expect('the next one is acknowledged too', after, { status: 200 });
      tools.expect.value('rows in the end', await rowsNow(tools, workspace), 1);
    },
    NEEDS,
  ),

  one(
    'A.5',
    'unwritable',
    'poll: no acknowledgement for a row that cannot be written',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const refused = await withInserts(tools, workspace, 'fail', () =>
        tools.platform.send(workspace, 'hello'),
      );
      tools.expect('it is refused', refused, { status: [500, 502, 503], leaks: ['no room for it'] });
      tools.expect('the next one is queued', await tools.platform.send(workspace, 'again'), { status: 200 });
      tools.expect.value('rows in the end', await rowsNow(tools, workspace), 1);
    },
    NEEDS,
  ),

  ...rows<{ readonly text: string }>(
    'A.5',
    'odd-text',
    {
      zero: { text: 'a\u0000b' },
      'half-a-character': { text: 'a\ud800b' },
      'many-bytes': { text: '🐎'.repeat(30_000) },
    },
    (_row, key) => `poll: a text that is hard to store is kept, or refused: ${key}`,
    async (tools, { text }) => {
      const workspace = await tools.platform.workspace();
      const reply = await tools.platform.send(workspace, text);
      const isTaken = reply.status === 200;
      tools.expect('it is queued, or refused', reply, { status: [200, 400, 500, 502, 503] });
      tools.expect.value('its rows', await rowsNow(tools, workspace), isTaken ? 1 : 0);
    },
    NEEDS,
  ),
];

/** Lets the inserts of a workspace wait while something is done. */
async function heldUp(tools: Tools, way: Way, act: (workspace: Workspace) => Promise<void>): Promise<void> {
  const workspace = await workspaceFor(tools, way);
  await withInserts(tools, workspace, 'wait', () => act(workspace));
}
