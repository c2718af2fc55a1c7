import { type ContractCase, one, rows, since, type Tools } from '../language/index.ts';
import { both, delegate, rowsOf } from './c5-scene.ts';
import { makeFamily } from './family.ts';
import { listen } from './listen.ts';

const OTHER = crypto.randomUUID();
const INVALID = 'invalid delegation request';

/** C.5: tasks that are not taken, and those that come to nothing. */
export const DELEGATION_REFUSALS: readonly ContractCase[] = [
  ...rows<{ readonly json: unknown; readonly error: string }>(
    'C.5',
    'refused',
    {
      empty: { json: {}, error: INVALID },
      list: { json: [], error: INVALID },
      'no-target': { json: { task: 'x' }, error: INVALID },
      'null-target': { json: { target_id: null, task: 'x' }, error: INVALID },
      'no-task': { json: { target_id: OTHER }, error: INVALID },
      'empty-task': { json: { target_id: OTHER, task: '' }, error: INVALID },
      'number-task': { json: { target_id: OTHER, task: 5 }, error: INVALID },
      'target-no-uuid': { json: { target_id: 'x', task: 'x' }, error: 'target_id must be a valid UUID' },
    },
    (_row, key) => `A task is refused: ${key}`,
    async ({ platform, expect }, { json, error }) => {
      const { id, token } = await platform.workspace();
      const asked = await platform.ask('POST', `/workspaces/${id}/delegate`, { as: token, json });
      expect('it is refused', asked, { status: 400, like: { error } });
    },
  ),

  one('C.5', 'self', 'Nobody delegates to himself', async ({ platform, expect }) => {
    const { id, token } = await platform.workspace();
    const json = { target_id: id, task: 'x' };
    const asked = await platform.ask('POST', `/workspaces/${id}/delegate`, { as: token, json });
    expect('it is refused', asked, { status: 400, like: { error: 'self-delegation not permitted' } });
  }),

  one('C.5', 'unauthorised', 'Only a workspace itself delegates its tasks', async (tools) => {
    const { source, target } = await makeFamily(tools);
    const json = { target_id: target.id, task: 'x' };
    const ask = (as: string | undefined) =>
      tools.platform.ask('POST', `/workspaces/${source.id}/delegate`, { as, json });
    tools.expect('nobody may', await ask(undefined), { status: 401 });
    tools.expect('another may not', await ask(target.token), { status: 401 });
  }),

  ...rows<{ readonly target: (tools: Tools) => Promise<string> }>(
    'C.5',
    'unreachable',
    {
      stranger: {
        target: async ({ platform, agent }) => (await platform.workspace({ url: agent().url })).id,
      },
      unknown: { target: async () => crypto.randomUUID() },
    },
    (_row, key) => `A target that is ${key} makes the task fail behind its 202`,
    async (tools, { target }) => {
      const heard = await listen(tools);
      const family = await makeFamily(tools);
      const to = await target(tools);
      const { reply, id } = await delegate(tools, family, { target_id: to });
      tools.expect('it is accepted', reply, { status: 202 });
      const error = 'access denied: workspaces cannot communicate per hierarchy rules';
      const failed = await heard.until({ event: 'DELEGATION_FAILED', workspace_id: family.source.id });
      tools.expect.like('what is told', failed, { payload: { delegation_id: id, target_id: to, error } });
      const listed = await rowsOf(tools, family, both('failed'));
      tools.expect.like('its rows', listed, [
        { status: 'failed', error, summary: 'Delegation failed' },
        { status: 'failed' },
      ]);
    },
  ),

  one(
    'C.5',
    'agent-502',
    'An agent that answered 502 in words is not asked again',
    async (tools) => {
      const family = await makeFamily(tools);
      family.agent.answers({ status: 502, json: { error: 'I am a gateway myself' } });
      await delegate(tools, family);
      const listed = await rowsOf(tools, family, both('failed'));
      tools.expect.like('its row', listed[0], { status: 'failed', error: 'I am a gateway myself' });
      tools.expect.value('requests to the agent', family.agent.received.length, 1);
    },
    since('retriesUndeliveredOnly'),
  ),

  one('C.5', 'agent-500', 'An agent that failed is not asked again', async (tools) => {
    const family = await makeFamily(tools);
    family.agent.answers({ status: 500, json: { error: 'I broke' } });
    await delegate(tools, family);
    const listed = await rowsOf(tools, family, both('failed'));
    tools.expect.like('its row', listed[0], { status: 'failed', error: 'I broke' });
    tools.expect.value('requests to the agent', family.agent.received.length, 1);
  }),

  ...rows<{ readonly path: string; readonly json: object; readonly error: string }>(
    'C.5',
    'report-refused',
    {
      'record-no-id': {
        path: 'record',
        json: { target_id: OTHER, task: 'x' },
        error: 'invalid request body',
      },
      'record-target': {
        path: 'record',
        json: { target_id: 'x', task: 'x', delegation_id: 'd' },
        error: 'target_id must be a valid UUID',
      },
      'update-empty': { path: 'd/update', json: {}, error: 'invalid request body' },
      'update-status': {
        path: 'd/update',
        json: { status: 'dispatched' },
        error: "status must be 'completed' or 'failed'",
      },
    },
    (_row, key) => `What an agent reports is refused: ${key}`,
    async ({ platform, expect }, { path, json, error }) => {
      const { id, token } = await platform.workspace();
      const asked = await platform.ask('POST', `/workspaces/${id}/delegations/${path}`, { as: token, json });
      expect('it is refused', asked, { status: 400, like: { error } });
    },
  ),
];
