import { type Answer, type ContractCase, memberAt, one, regex, rows, since } from '../language/index.ts';
import { answerInQueue, both, delegate, eventsOf, named, rowsOf, spoken, text } from './c5-scene.ts';
import { beat, makeFamily } from './family.ts';
import { listen } from './listen.ts';

/** C.5: what becomes of a task. */
export const DELEGATION: readonly ContractCase[] = [
  one('C.5', 'completed', 'A task is sent, and its answer is written down and told', async (tools) => {
    const heard = await listen(tools);
    const family = await makeFamily(tools);
    const task = `count-${crypto.randomUUID()}`;
    const { reply, id } = await delegate(tools, family, { task });
    tools.expect('it is accepted', reply, {
      status: 202,
      like: { delegation_id: id, status: 'delegated', target_id: family.target.id },
      without: ['warning'],
    });
    const [sent] = await family.agent.arrived(1);
    tools.expect.like('the message of the task', memberAt(sent?.json, 'params.message'), {
      ...{ role: 'user', messageId: id, metadata: { delegation_id: id } },
      parts: [{ text: task }],
    });
    await heard.until({ event: 'DELEGATION_COMPLETE', workspace_id: family.source.id });
    const about = eventsOf(heard.events, family.source.id);
    tools.expect.like('what is told', about, [
      { event: 'DELEGATION_SENT', payload: { ...named(family, id), task_preview: task } },
      { event: 'DELEGATION_STATUS', payload: { ...named(family, id), status: 'dispatched' } },
      {
        event: 'DELEGATION_COMPLETE',
        payload: { ...named(family, id), response_preview: 'said by a scripted agent' },
      },
    ]);
    tools.expect.value('how often it is told', about.length, 3);
    const listed = await rowsOf(tools, family, both('completed'));
    tools.expect.like('its rows', listed, [
      {
        ...{ status: 'completed', summary: 'Delegation completed (said by a scripted agent)' },
        ...{ type: 'delegation', delegation_id: id, response_preview: 'said by a scripted agent' },
      },
      { status: 'completed', type: 'delegation', delegation_id: id, target_id: family.target.id },
    ]);
  }),

  ...rows<{ readonly answer: Answer; readonly text: string | RegExp }>(
    'C.5',
    'answer',
    {
      'two-texts': { answer: { json: spoken([text('one'), text('two')]) }, text: /one/ },
      artifacts: {
        answer: { json: { jsonrpc: '2.0', id: 1, result: { artifacts: [{ parts: [text('made')] }] } } },
        text: /made/,
      },
      html: { answer: { body: '<p>no JSON</p>' }, text: '<p>no JSON</p>' },
      'error-object': {
        answer: { json: { jsonrpc: '2.0', id: 1, error: { code: -1, message: 'I will not' } } },
        text: /I will not/,
      },
      'string-result': { answer: { json: { result: 'a plain result' } }, text: /a plain result/ },
      'type-parts': { answer: { json: spoken([{ type: 'text', text: 'by type' }]) }, text: /by type/ },
      unicode: { answer: { json: spoken([text('žluťoučký 🐎')]) }, text: 'žluťoučký 🐎' },
    },
    (_row, key) => `An answer completes a task whatever its form: ${key}`,
    async (tools, { answer, text: wanted }) => {
      const family = await makeFamily(tools);
      family.agent.answers(answer);
      await delegate(tools, family);
      const listed = await rowsOf(tools, family, both('completed'));
      tools.expect.like('its row', listed[0], {
        status: 'completed',
        response_preview: typeof wanted === 'string' ? wanted : regex(wanted),
      });
    },
  ),

  one(
    'C.5',
    'answer-empty',
    'An empty answer is none',
    async (tools) => {
      const family = await makeFamily(tools);
      family.agent.answers({ body: '' });
      await delegate(tools, family);
      const listed = await rowsOf(tools, family, both('failed'));
      tools.expect.like('its rows', listed, [
        { status: 'failed', summary: 'Delegation failed', error: 'agent returned empty response body' },
        { status: 'failed' },
      ]);
    },
    since('refusesEmptyAnswer'),
  ),

  ...rows<{ readonly polls?: true }>(
    'C.5',
    'waiting',
    { busy: {}, polling: { polls: true } },
    (_row, key) => `A target that is ${key} has not answered: the task waits`,
    async (tools, { polls }) => {
      const heard = await listen(tools);
      const family = await makeFamily(tools, polls && 'poll');
      family.agent.answers({ breaks: 'close' });
      const { id } = await delegate(tools, family);
      await heard.until({ event: 'DELEGATION_STATUS', workspace_id: family.source.id });
      const listed = await rowsOf(tools, family, both('queued'));
      tools.expect.like('its rows', listed, [
        { status: 'queued', summary: 'Delegation queued — target at capacity', delegation_id: id },
        { status: 'queued' },
      ]);
      const told = JSON.stringify(listed);
      for (const leak of ['busy', 'request queued', 'delivery_mode'])
        tools.expect.value(`the rows tell ${leak}`, told.includes(leak), false);
      await tools.eventually(async () => eventsOf(heard.events, family.source.id)[2]);
      tools.expect.like('what is told', eventsOf(heard.events, family.source.id), [
        { event: 'DELEGATION_SENT' },
        { event: 'DELEGATION_STATUS', payload: { status: 'dispatched' } },
        { event: 'DELEGATION_STATUS', payload: { ...named(family, id), status: 'queued' } },
      ]);
    },
  ),

  one(
    'C.5',
    'drained',
    'A task that waited gets its answer when its target is free',
    async (tools) => {
      const heard = await listen(tools);
      const family = await makeFamily(tools);
      family.agent.answers({ breaks: 'close' }, { json: spoken([text('later, then')]) });
      const { id } = await delegate(tools, family);
      await rowsOf(tools, family, both('queued'));
      await beat(tools, family.target);
      const listed = await rowsOf(tools, family, (all) => all.length === 2 && all[0]?.status === 'completed');
      tools.expect.like('its rows', listed, [
        { status: 'completed', response_preview: 'later, then', delegation_id: id },
        { status: 'queued', delegation_id: id },
      ]);
      await heard.until({ event: 'DELEGATION_COMPLETE', workspace_id: family.source.id });
      tools.expect.like('what is told last', eventsOf(heard.events, family.source.id).at(-1), {
        event: 'DELEGATION_COMPLETE',
        payload: { ...named(family, id), response_preview: 'later, then', via: 'queue_drain' },
      });
      tools.expect.like('the answer of the queue', await answerInQueue(tools, family), {
        text: 'later, then',
        delegation_id: id,
      });
    },
    { needs: ['database'] },
  ),
];
