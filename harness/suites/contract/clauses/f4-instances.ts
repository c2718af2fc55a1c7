import { type ContractCase, one, regex, since, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { called, LEAKS, managed, readRemoved, remove } from './managed.ts';

const CONTROLLED = { needs: ['control-plane'] } as const;

/** F.4: what becomes of the instances of a workspace that is deleted. */
export const DELETED_INSTANCES: readonly ContractCase[] = [
  one(
    'F.4',
    'instance-stopped',
    'The instances of a family are stopped, with their ids',
    async (tools) => {
      const parent = await managed(tools);
      const child = await managed(tools, { parent });
      tools.expect('both are removed', await remove(tools, parent, '?confirm=true'), {
        status: 200,
        like: { cascade_deleted: 1 },
      });
      for (const { id } of [parent, child]) {
        const stops = await called(tools, id, 'delete', 1);
        tools.expect.value('it is stopped once', stops.length, 1);
        tools.expect.like('the call', stops[0], { query: { instance_id: regex(/^i-/) } });
      }
    },
    CONTROLLED,
  ),

  one(
    'F.4',
    'erase-data',
    'The data of an instance go too where that is asked for',
    async (tools) => {
      const workspace = await managed(tools);
      await remove(tools, workspace, '?erase_data=true');
      const [stop] = await called(tools, workspace.id, 'delete', 1);
      tools.expect.like('the call', stop, { query: { prune: 'true' } });
    },
    { ...CONTROLLED, ...since('stopHeedsStatus') },
  ),

  one(
    'F.4',
    'stop-fails',
    'A stop that fails is tried three times, and said in words of the platform’s own',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { status: 500, calls: ['delete'] });
      tools.expect('it is said', await remove(tools, workspace), {
        status: 500,
        like: {
          error: regex(/^workspace marked removed, but 1 stop call\(s\) failed — please retry: /),
          ...{ removed_count: 1, stop_failures: 1 },
        },
        leaks: LEAKS,
      });
      tools.expect.value('calls', (await called(tools, workspace.id, 'delete', 3)).length, 3);
      tools.expect.like('it is removed', (await readRemoved(tools, workspace.id)).json, {
        status: 'removed',
      });
    },
    { ...CONTROLLED, ...since('stopHeedsStatus') },
  ),

  one(
    'F.4',
    'retry',
    'The advised retry stops what still runs, descendants included',
    async (tools) => {
      const parent = await managed(tools);
      const child = await managed(tools, { parent });
      const fails = { status: 503, calls: ['delete'], times: 3 };
      await tools.controlPlane.program(child.id, fails);
      const failed = await remove(tools, parent, '?confirm=true');
      tools.expect('one could not be stopped', failed, { status: 500, like: { stop_failures: 1 } });
      tools.expect('the retry stops it', await remove(tools, parent), {
        status: 200,
        like: { status: 'removed' },
      });
      tools.expect.value('stops of the child', (await called(tools, child.id, 'delete', 4)).length, 4);
      tools.expect.value('stops of the parent', (await called(tools, parent.id, 'delete', 1)).length, 1);
      tools.expect('then it is gone', await remove(tools, parent), { status: 410 });
    },
    { ...CONTROLLED, ...since('stopHeedsStatus') },
  ),

  one(
    'F.4',
    'purge-unstopped',
    'Nothing is purged while an instance may still run',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { status: 500, calls: ['delete'], times: 3 });
      tools.expect('it is said', await remove(tools, workspace, '?purge=true'), { status: 500 });
      tools.expect('the row is there', await readRemoved(tools, workspace.id), { status: 200 });
      tools.expect('the retry purges', await remove(tools, workspace, '?purge=true'), {
        status: 200,
        like: { status: 'purged' },
      });
    },
    { ...CONTROLLED, ...since('stopHeedsStatus') },
  ),

  one(
    'F.4',
    'row-first',
    'The row is removed before its instance is stopped',
    async (tools) => {
      const workspace = await managed(tools);
      await tools.controlPlane.program(workspace.id, { delayMs: 300, calls: ['delete'] });
      const removing = remove(tools, workspace);
      await called(tools, workspace.id, 'delete', 1);
      tools.expect.like('its row by then', (await readRemoved(tools, workspace.id)).json, {
        status: 'removed',
      });
      tools.expect('it is removed', await removing, { status: 200 });
    },
    CONTROLLED,
  ),

  one(
    'F.4',
    'hangs-up',
    'A client that hangs up does not end the stops',
    async (tools) => {
      const { platform, expect } = tools;
      const parent = await managed(tools);
      const child = await managed(tools, { parent });
      await tools.controlPlane.program(parent.id, { delayMs: 400, calls: ['delete'] });
      const left = await platform.ask('DELETE', `/workspaces/${parent.id}?confirm=true`, {
        ...{ as: 'admin', deadlineMs: 200 },
        headers: { 'x-confirm-name': parent.name },
      });
      expect.value('the client left before the reply', left.status === undefined, true);
      expect.value('stops of the child', (await called(tools, child.id, 'delete', 1)).length, 1);
    },
    CONTROLLED,
  ),

  one(
    'F.4',
    'stays-removed',
    'What comes up for a workspace that is removed meanwhile is stopped',
    async (tools) => {
      const workspace = await managed(tools);
      await restartHeld(tools, workspace.id, {});
      await remove(tools, workspace);
      const stops = await called(tools, workspace.id, 'delete', 3);
      tools.expect.value('stops: at the restart, by the delete, and of what came up', stops.length, 3);
      tools.expect.like('its row', (await readRemoved(tools, workspace.id)).json, { status: 'removed' });
    },
    CONTROLLED,
  ),

  one(
    'F.4',
    'stays-removed-failed',
    'A start that fails does not bring a removed workspace back',
    async (tools) => {
      const workspace = await managed(tools);
      const heard = await listen(tools);
      await restartHeld(tools, workspace.id, { status: 500 });
      await remove(tools, workspace);
      await heard.until({ event: 'WORKSPACE_PROVISION_FAILED', workspace_id: workspace.id });
      await heard.quiet();
      tools.expect.like('its row', (await readRemoved(tools, workspace.id)).json, { status: 'removed' });
    },
    CONTROLLED,
  ),
];

/** A restart whose start takes 1.5 s at the control plane, and is under way. */
async function restartHeld(tools: Tools, id: string, more: Readonly<Record<string, unknown>>) {
  await tools.controlPlane.program(id, { delayMs: 1_500, calls: ['provision'], ...more });
  await tools.platform.ask('POST', `/workspaces/${id}/restart`, { as: 'admin' });
  await called(tools, id, 'provision', 2);
}
