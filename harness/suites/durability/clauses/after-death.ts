import { type ContractCase, rows, since, type Tools, type Workspace } from '../../contract/language/index.ts';
import { WAYS, type Way, workspaceFor } from './ways.ts';

const ROUNDS = 3;
const MESSAGES = 6;

/** D: what was acknowledged outlives whatever dies. */
export const AFTER_DEATH: readonly ContractCase[] = [
  ...rows<Way>(
    'D',
    'killed',
    WAYS,
    (_way, key) => `${key}: nothing that was acknowledged is lost when the platform is killed right after`,
    async (tools, way) => {
      const workspace = await workspaceFor(tools, way);
      const acknowledged: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        acknowledged.push(...(await burst(tools, way, workspace, () => tools.kill('platform'))));
        await tools.start('platform');
      }
      const kept = await textsIn(tools, workspace);
      tools.expect.value('messages were acknowledged', acknowledged.length > 0, true);
      tools.expect.value(
        'acknowledged and lost',
        acknowledged.filter((text) => !kept.includes(text)),
        [],
      );
    },
  ),

  ...rows<Way>(
    'D',
    'database-restarts',
    WAYS,
    (_way, key) => `${key}: a database that restarts loses nothing, and is found again`,
    async (tools, way) => {
      const workspace = await workspaceFor(tools, way);
      const before = await burst(tools, way, workspace);
      tools.expect.value('messages were acknowledged', before.length, MESSAGES);
      await tools.restart('postgres');
      const again = await tools.eventually(async () => {
        const reply = await way.send(tools, workspace, 'after the restart');
        return reply.status === 200 || undefined;
      });
      tools.expect.value('it is acknowledged again', again ?? false, true);
      const kept = await textsIn(tools, workspace);
      tools.expect.value(
        'acknowledged and lost',
        [...before, 'after the restart'].filter((text) => !kept.includes(text)),
        [],
      );
    },
    { needs: ['database'], ...since('commitsPushRowFirst') },
  ),
];

/** Sends messages all at once, and does something as soon as the first is acknowledged; answers those that were. */
async function burst(
  tools: Tools,
  way: Way,
  workspace: Workspace,
  then: () => Promise<unknown> = async () => undefined,
): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const sending = Array.from({ length: MESSAGES }, async () => {
    const text = crypto.randomUUID();
    const { status } = await way.send(tools, workspace, text);
    if (status !== 200) throw new Error('not acknowledged');
    acknowledged.push(text);
  });
  await Promise.any(sending).catch(() => undefined);
  await then();
  await Promise.allSettled(sending);
  return acknowledged;
}

/** The texts that the log of a workspace holds, of messages and notices alike. */
async function textsIn({ platform }: Tools, { id, token }: Workspace): Promise<readonly string[]> {
  const log = await platform.ask('GET', `/workspaces/${id}/activity?limit=500`, { as: token });
  return log.text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|after the restart/g) ?? [];
}
