import { before, type ContractCase, memberAt, one, regex, rows, since } from '../language/index.ts';
import { both, delegate, eventsOf, named, rowsOf } from './c5-scene.ts';
import { makeFamily } from './family.ts';
import { listen } from './listen.ts';

/** C.5: tasks that come twice, those that an agent sends itself, and long ones. */
export const DELEGATION_REPEATS: readonly ContractCase[] = [
  one(
    'C.5',
    'repeated',
    'A key that was used is the first delegation, whatever its new target',
    async (tools) => {
      const family = await makeFamily(tools);
      const key = crypto.randomUUID();
      const { id } = await delegate(tools, family, { idempotency_key: key });
      await rowsOf(tools, family, both('completed'));
      const again = await delegate(tools, family, { idempotency_key: key, target_id: family.parent.id });
      tools.expect('it is the first one', again.reply, {
        status: 200,
        like: { ...named(family, id), status: 'completed', idempotent_hit: true },
      });
      tools.expect.value('requests to the agent', family.agent.received.length, 1);
    },
  ),

  one('C.5', 'repeated-elsewhere', 'The key of one workspace means nothing to another', async (tools) => {
    const family = await makeFamily(tools);
    const key = crypto.randomUUID();
    const { id } = await delegate(tools, family, { idempotency_key: key });
    const swapped = { ...family, source: await tools.platform.workspace({ parent: family.parent }) };
    const other = await delegate(tools, swapped, { idempotency_key: key });
    tools.expect('it is another one', other.reply, { status: 202, without: ['idempotent_hit'] });
    tools.expect.value('both have one number', other.id === id, false);
  }),

  one('C.5', 'repeated-after-failure', 'A key whose task failed is free again', async (tools) => {
    const family = await makeFamily(tools);
    family.agent.answers({ status: 500, json: { error: 'not now' } }, {});
    const key = crypto.randomUUID();
    const { id } = await delegate(tools, family, { idempotency_key: key });
    await rowsOf(tools, family, both('failed'));
    const again = await delegate(tools, family, { idempotency_key: key });
    tools.expect('it is accepted anew', again.reply, { status: 202 });
    tools.expect.value('it has the same number', again.id === id, false);
    tools.expect.value('requests to the agent', (await family.agent.arrived(2)).length, 2);
  }),

  one('C.5', 'recorded', 'A task that the agent sends itself is recorded, and not sent', async (tools) => {
    const heard = await listen(tools);
    const family = await makeFamily(tools);
    const json = { target_id: family.target.id, task: 'own', delegation_id: 'own-1' };
    const { id, token } = family.source;
    const asked = await tools.platform.ask('POST', `/workspaces/${id}/delegations/record`, {
      as: token,
      json,
    });
    tools.expect('it is recorded', asked, {
      status: 202,
      like: { delegation_id: 'own-1', status: 'recorded' },
    });
    const listed = await rowsOf(tools, family, (all) => all.length === 1);
    tools.expect.like('its row', listed[0], {
      ...{ type: 'delegation', delegation_id: 'own-1', target_id: family.target.id, status: 'dispatched' },
    });
    const done = { status: 'completed', response_preview: 'done it' };
    const path = `/workspaces/${id}/delegations/own-1/update`;
    const updated = await tools.platform.ask('POST', path, { as: token, json: done });
    tools.expect('it is updated', updated, {
      status: 200,
      like: { status: 'completed', delegation_id: 'own-1' },
    });
    await heard.until({ event: 'DELEGATION_COMPLETE', workspace_id: id });
    tools.expect.like('what is told last', eventsOf(heard.events, id).at(-1), {
      event: 'DELEGATION_COMPLETE',
      payload: { delegation_id: 'own-1', response_preview: 'done it' },
    });
    tools.expect.like('its rows', await rowsOf(tools, family, both('completed')), [
      { status: 'completed', response_preview: 'done it' },
      { status: 'completed', delegation_id: 'own-1' },
    ]);
    tools.expect.value('requests to the agent', family.agent.received.length, 0);
  }),

  ...rows<{ readonly end: RegExp }>(
    'C.5',
    'preview',
    {
      within: { end: /^x{1,4}ä+…$/, ...since('previewsEndWithin') },
      behind: { end: /^x{1,4}ä+.{0,2}\.\.\.$/, ...before('previewsEndWithin') },
    },
    () => 'The preview of a long task keeps its length',
    async (tools, { end }) => {
      const heard = await listen(tools);
      const family = await makeFamily(tools);
      const { id } = await delegate(tools, family, { task: `x${'ä'.repeat(80)}` });
      const sent = await heard.until({ event: 'DELEGATION_SENT', workspace_id: family.source.id });
      tools.expect.like('what is told', sent, { payload: { delegation_id: id, task_preview: regex(end) } });
      const preview = String(memberAt(sent, 'payload.task_preview'));
      tools.expect.value('it is cut', Buffer.byteLength(preview) <= 105, true);
    },
  ),
];
