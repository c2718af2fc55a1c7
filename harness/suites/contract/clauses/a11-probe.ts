import { type Conditions, type ContractCase, one, rows, since, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { called, managed, registers } from './managed.ts';

const NEEDS = { needs: ['control-plane'] } as const;
const DEAD = 'workspace agent unreachable — container restart triggered';

/** A.11: whether a box that does not answer is gone, and what becomes of it. */
export const PROBE: readonly ContractCase[] = [
  ...rows<Conditions>(
    'A.11',
    'dead',
    {
      502: {},
      503: {},
      504: {},
      524: {},
      521: since('probesDeadOrigins'),
      522: since('probesDeadOrigins'),
      523: since('probesDeadOrigins'),
    },
    (_row, status) => `A box that is gone and answers ${status} is started again`,
    async (tools, _row, status) => {
      const { workspace, sent } = await gone(tools, Number(status));
      tools.expect('the sender is told', sent, {
        status: 503,
        like: { error: DEAD, restarting: true, retry_after: 15 },
        headers: { 'retry-after': '15' },
      });
      tools.expect.value(
        'calls to start it again',
        (await called(tools, workspace.id, 'provision', 2)).length,
        2,
      );
    },
    NEEDS,
  ),

  ...rows<object>(
    'A.11',
    'asked-nothing',
    Object.fromEntries([400, 401, 404, 408, 429, 500, 501, 505, 520, 525].map((status) => [status, {}])),
    (_row, status) => `Nobody asks for a box that answers ${status}`,
    async (tools, _row, status) => {
      const { sent } = await gone(tools, Number(status));
      tools.expect('the sender is told', sent, { status: Number(status), like: { error: 'I will not' } });
    },
    NEEDS,
  ),

  one(
    'A.11',
    'offline',
    'A box that is gone is told to be offline, once',
    async (tools) => {
      const heard = await listen(tools);
      const { workspace } = await gone(tools, 502);
      await heard.until({ event: 'WORKSPACE_OFFLINE', workspace_id: workspace.id });
      const names = heard.namesOf(workspace.id).filter((name) => name === 'WORKSPACE_OFFLINE');
      tools.expect.value('what is told', names, ['WORKSPACE_OFFLINE']);
    },
    NEEDS,
  ),

  one(
    'A.11',
    'running',
    'A box that runs is left alone, whatever it answers',
    async (tools) => {
      const { sent } = await gone(tools, 502, { state: 'running' });
      tools.expect('the sender is told', sent, { status: 502, like: { error: 'I will not' } });
    },
    NEEDS,
  ),

  one(
    'A.11',
    'unknown-is-alive',
    'A box of which nobody knows is taken to be alive',
    async (tools) => {
      const { sent } = await gone(tools, 502, { status: 500, calls: ['status'] });
      tools.expect('the sender is told', sent, { status: 502, like: { error: 'I will not' } });
    },
    NEEDS,
  ),

  one(
    'A.10',
    'dead-and-unreached',
    'A box that is gone and not reached is started again, and nobody says when',
    async (tools) => {
      const workspace = await managed(tools);
      await registers(tools, workspace, 'http://localhost:1');
      await tools.controlPlane.program(workspace.id, { state: 'terminated' });
      tools.expect('the sender is told', await tools.platform.send(workspace, 'hello'), {
        status: 503,
        like: { error: DEAD, restarting: true },
        headers: { 'retry-after': null },
        without: ['retry_after'],
      });
    },
    NEEDS,
  ),
];

/** Sends a message to a box whose agent answers that, and of which the control plane says this. */
async function gone(tools: Tools, status: number, program: object = { state: 'terminated' }) {
  const agent = tools.agent();
  agent.answers({ status, json: { error: 'I will not' } });
  const workspace = await managed(tools);
  await registers(tools, workspace, agent.url);
  await tools.controlPlane.program(workspace.id, { ...program });
  return { workspace, sent: await tools.platform.send(workspace, 'hello') };
}
