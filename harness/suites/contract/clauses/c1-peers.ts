import { type ContractCase, one, since } from '../language/index.ts';
import { readLog, summariesOf, writeRows } from './activity-log.ts';

/** C.1: the pages of a peer, and of a time. */
export const ACTIVITY_OF_PEERS: readonly ContractCase[] = [
  one(
    'C.1',
    'peer',
    'A page with peers names who has spoken, and only who was asked for',
    async (tools) => {
      const { platform, expect } = tools;
      const parent = await platform.workspace();
      const [target, peer, third] = [
        await platform.workspace({ parent }),
        await platform.workspace({ parent }),
        await platform.workspace({ parent }),
      ];
      for (const { id, token } of [peer, third])
        await platform.send(target, 'hello', { as: token, headers: { 'x-workspace-id': id } });
      const page = await readLog(tools, target, `include=peer_info&peer_id=${peer.id}`);
      expect('rows of the peer', page, {
        status: 200,
        like: [{ source_id: peer.id, peer_name: peer.name }],
      });
      const url: unknown = Reflect.get(Object(Reflect.get(Object(page.json), '0')), 'agent_card_url');
      expect.value('the way to its card', String(url).endsWith(`/registry/discover/${peer.id}`), true);
    },
    since('readsPeerParameters'),
  ),
  one(
    'C.1',
    'peer-as-target',
    'The rows of a peer are those too in which it was spoken to',
    async (tools) => {
      const [workspace, peer] = [await tools.platform.workspace(), await tools.platform.workspace()];
      await writeRows(tools, workspace, [
        { summary: 'to a peer', target_id: peer.id },
        { summary: 'to nobody' },
      ]);
      const page = await readLog(tools, workspace, `peer_id=${peer.id}`);
      tools.expect('rows of the peer', page, { status: 200, like: [{ summary: 'to a peer' }] });
    },
    since('readsPeerParameters'),
  ),
  one(
    'C.1',
    'before',
    'A page before a time has no row of that time',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await writeRows(tools, workspace, [{ summary: 'one' }, { summary: 'two' }]);
      const time = tools.platform.text(await readLog(tools, workspace, 'limit=1'), '0.created_at');
      const page = await readLog(tools, workspace, `before_ts=${encodeURIComponent(time)}`);
      tools.expect.value('the rows', summariesOf(page), ['one']);
    },
    since('readsPeerParameters'),
  ),
  one('C.1', 'no-peer-unasked', 'A page that was not asked for peers names none', async (tools) => {
    const parent = await tools.platform.workspace();
    const workspace = await tools.platform.workspace({ parent });
    await tools.platform.send(workspace, 'hello', { as: parent.token });
    const page = await readLog(tools, workspace);
    const row = Object(Reflect.get(Object(page.json), '0'));
    const told = ['peer_name', 'peer_role', 'agent_card_url'].filter((key) => Object.hasOwn(row, key));
    tools.expect.value('its source', row.source_id, parent.id);
    tools.expect.value('members of the row about a peer', told, []);
  }),
];
