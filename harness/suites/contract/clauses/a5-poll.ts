import { type ContractCase, message, one, rows, type Tools, uuid } from '../language/index.ts';

/** A.5: a message to a workspace that polls is written down and nothing else. */
export const POLL: readonly ContractCase[] = [
  one('A.5', 'queued', 'A message to a polled workspace is queued, and its row is there', async (tools) => {
    const { platform, expect } = tools;
    const workspace = await platform.workspace();
    const sent = await platform.send(workspace, 'hello');
    expect('the message is queued', sent, {
      status: 200,
      headers: { 'content-type': /^application\/json/i },
      like: { status: 'queued', delivery_mode: 'poll', method: 'message/send' },
    });
    const row = await theRow(tools, workspace);
    expect.like('its row', row, {
      ...{ activity_type: 'a2a_receive', method: 'message/send', status: 'ok', source_id: null },
      ...{ workspace_id: workspace.id, target_id: workspace.id, id: uuid() },
      summary: `message/send → ${workspace.name} (queued for poll)`,
    });
  }),

  ...rows(
    'A.5',
    'method',
    {
      absent: { request: { ...message('x'), method: undefined }, told: '' },
      number: { request: { ...message('x'), method: 7 }, told: '' },
      null: { request: { ...message('x'), method: null }, told: '' },
      list: { request: { jsonrpc: '2.0', id: 1, method: 'tasks/list' }, told: 'tasks/list' },
      unicode: { request: { ...message('x'), method: 'méthode/‮x' }, told: 'méthode/‮x' },
    },
    (_row, key) => `The method of a queued message that is ${key}`,
    async ({ platform, expect }, { request, told }) => {
      const sent = await platform.send(await platform.workspace(), request);
      expect('the method is told', sent, {
        status: 200,
        like: { status: 'queued', delivery_mode: 'poll', method: told },
      });
    },
  ),

  one('A.5', 'never-pushed', 'Nothing is sent to the URL of a workspace that polls', async (tools) => {
    const { platform, expect, agent } = tools;
    const scripted = agent();
    const workspace = await platform.workspace({ url: scripted.url });
    const polls = { id: workspace.id, url: scripted.url, agent_card: {}, delivery_mode: 'poll' };
    const registered = await platform.ask('POST', '/registry/register', { as: workspace.token, json: polls });
    expect('it polls from now on', registered, { status: 200, like: { delivery_mode: 'poll' } }, 'E.1');
    expect('the message is queued', await platform.send(workspace, 'hello'), {
      status: 200,
      like: { status: 'queued' },
    });
    tools.idle();
    await scripted.arrived(1, 300);
    expect.value('requests to its URL', scripted.received.length, 0);
  }),
];

async function theRow({ platform }: Tools, { id, token }: { readonly id: string; readonly token: string }) {
  const rows = await platform.ask('GET', `/workspaces/${id}/activity?type=a2a_receive`, { as: token });
  return Reflect.get(Object(rows.json), '0');
}
