import { type ContractCase, memberAt, one, type Tools } from '../language/index.ts';
import { called, callsFor, managed, registers, restart } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.6: restarts that meet. */
export const CYCLES: readonly ContractCase[] = [
  one(
    'F.6',
    'in-turn',
    'A restart does not stop what is just being started',
    async (tools) => {
      const workspace = await managed(tools);
      const delayMs = 1_200;
      await tools.controlPlane.program(workspace.id, { delayMs, calls: ['provision'], times: 1 });
      await restart(tools, workspace.id);
      const [, start] = await called(tools, workspace.id, 'provision', 2);
      await restart(tools, workspace.id);
      await called(tools, workspace.id, 'provision', 3);
      tools.expect.value('the calls', await callsFor(tools, workspace.id), [
        ...['provision', 'delete', 'provision', 'delete', 'provision'],
      ]);
      const [, stop] = await called(tools, workspace.id, 'delete', 2);
      const betweenMs = Date.parse(String(stop?.at)) - Date.parse(String(start?.at));
      tools.expect.value('the next stop waits until that start is answered', betweenMs > delayMs / 2, true);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'coalesced',
    'Whatever asks for a restart while one is under way shares one more',
    async (tools) => {
      const workspace = await dead(tools);
      const stop = { state: 'stopped', delayMs: 2_500, calls: ['delete'], times: 1 } as const;
      await tools.controlPlane.program(workspace.id, stop);
      tools.expect('the first sender is told', await tools.platform.send(workspace, 'x'), DEAD, 'A.9');
      await called(tools, workspace.id, 'delete', 1);
      const sent = [1, 2, 3, 4, 5].map(() => tools.platform.send(workspace, 'x'));
      for (const reply of await Promise.all(sent)) tools.expect('the others are told', reply, DEAD, 'A.9');
      await called(tools, workspace.id, 'provision', 3);
      await tools.pause(150);
      tools.expect.value('cycles', await cyclesOf(tools, workspace.id), 2);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'secrets-reach',
    'Secrets that come while a restart is under way reach the instance',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { delayMs: 600, calls: ['provision'], times: 1 });
      const save = async (key: string) => {
        const path = `/workspaces/${workspace.id}/secrets`;
        const saved = await tools.platform.ask('POST', path, { as: 'admin', json: { key, value: 'v' } });
        tools.expect('a secret is saved', saved, { status: 200, like: { status: 'saved', key } }, 'F.7');
      };
      await save('ALPHA');
      await called(tools, workspace.id, 'provision', 2);
      for (const key of ['BETA', 'GAMMA']) await save(key);
      const env = await tools.eventually(async () => {
        const last = (await called(tools, workspace.id, 'provision', 2)).at(-1);
        const names = Object.keys(Object(memberAt(last, 'body.env')));
        return names.includes('GAMMA') ? names.filter((name) => /^[A-Z]+$/.test(name)) : undefined;
      });
      tools.expect.value('secrets of the last start', env?.filter((name) => name !== 'MODEL').sort(), [
        ...['ALPHA', 'BETA', 'GAMMA'],
      ]);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'one-after-the-other',
    'Restarts that follow each other are one each',
    async (tools) => {
      const workspace = await dead(tools);
      for (const cycle of [2, 3]) {
        await tools.platform.send(workspace, 'x');
        await called(tools, workspace.id, 'provision', cycle);
        const token = await registers(tools, workspace, workspace.url);
        tools.expect.value('it has a bearer again', token.length > 0, true);
        await tools.controlPlane.program(workspace.id, { state: 'stopped' });
      }
      tools.expect.value('cycles', await cyclesOf(tools, workspace.id), 2);
    },
    CONTROLLED,
  ),

  one(
    'F.6',
    'others-unhindered',
    'A restart does not wait for that of another workspace',
    async (tools) => {
      const [slow, quick] = [await dead(tools), await dead(tools)];
      await tools.controlPlane.program(slow.id, { state: 'stopped', delayMs: 3_000, calls: ['delete'] });
      await tools.platform.send(slow, 'x');
      await called(tools, slow.id, 'delete', 1);
      await tools.platform.send(quick, 'x');
      await called(tools, quick.id, 'provision', 2);
      tools.expect.value('cycles of the quick one', await cyclesOf(tools, quick.id), 1);
      tools.expect.value('cycles of the slow one by then', await cyclesOf(tools, slow.id), 0);
    },
    CONTROLLED,
  ),
];

const DEAD = { status: 503, headers: { 'retry-after': '15' }, like: { restarting: true, retry_after: 15 } };

/** A managed workspace whose agent answers 502, and whose instance is stopped for all that the control plane knows. */
async function dead(tools: Tools) {
  const agent = tools.agent();
  agent.answers({ status: 502, json: { error: 'bad gateway' } });
  const workspace = await managed(tools);
  await registers(tools, workspace, agent.url);
  await tools.controlPlane.program(workspace.id, { state: 'stopped' });
  return { ...workspace, url: agent.url };
}

/** How often an instance was started after its first time. */
async function cyclesOf(tools: Tools, id: string): Promise<number> {
  return (await callsFor(tools, id)).filter((call) => call === 'provision').length - 1;
}
