import { type ContractCase, message, one, regex, rows, type Tools } from '../language/index.ts';
import { type Asker, send, statusOf, wait } from './b-waiting.ts';
import type { Family } from './family.ts';

/** B: who may ask how a message fares that waits, and who may drop it. */
export const QUEUE_STATUS: readonly ContractCase[] = [
  ...rows<{ readonly of: (family: Family) => { readonly header?: string; readonly bearer?: string } }>(
    'B',
    'status',
    {
      'header-of-sender': { of: ({ source }) => ({ header: source.id }) },
      'header-of-receiver': { of: ({ target }) => ({ header: target.id }) },
      'bearer-of-sender': { of: ({ source }) => ({ bearer: source.token }) },
      'bearer-of-receiver': { of: ({ target }) => ({ bearer: target.token }) },
    },
    (_row, key) => `The status of a waiting message is told by ${key}`,
    async (tools, { of }) => {
      const { family, queueId, text } = await wait(tools);
      const { header, bearer } = of(family);
      tools.expect('the status is told', await statusOf(tools, queueId, { header, bearer }), {
        status: 200,
        like: {
          ...{ queue_id: queueId, workspace_id: family.target.id, status: 'queued' },
          ...{ priority: 50, attempts: 0, enqueued_at: regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/) },
        },
        without: ['body', 'request_body', 'caller_id', 'response_body'],
        leaks: [text],
      });
    },
  ),

  one('B', 'status-path', 'The workspace in the path of a status is not compared', async (tools) => {
    const { family, queueId } = await wait(tools);
    const { id, token } = family.source;
    const asked = await tools.platform.ask('GET', `/workspaces/${id}/a2a/queue/${queueId}`, { as: token });
    tools.expect('the status is told', asked, { status: 200, like: { queue_id: queueId } });
  }),

  ...rows<{ readonly of: (family: Family, tools: Tools) => Asker }>(
    'B',
    'stranger',
    {
      nobody: { of: () => ({}) },
      'header-of-parent': { of: ({ parent }) => ({ header: parent.id }) },
      'bearer-of-parent': { of: ({ parent }) => ({ bearer: parent.token }) },
      'header-no-uuid': { of: () => ({ header: 'nobody' }) },
      'header-empty': { of: () => ({ header: '' }) },
      'garbage-bearer': { of: () => ({ bearer: 'garbage' }) },
      admin: { of: () => ({ bearer: 'admin' }) },
    },
    (_row, key) => `${key} is told the same of a waiting message as of one that never was`,
    async (tools, { of }) => {
      const { family, queueId } = await wait(tools);
      const asked = await statusOf(tools, queueId, of(family, tools));
      const never = await statusOf(tools, crypto.randomUUID(), { header: family.source.id });
      const pattern = { status: 404, like: { error: 'queue item not found' } };
      tools.expect('it is not found', asked, pattern);
      tools.expect('one that never was is not found', never, pattern);
      tools.expect.value('both answers are the same', asked.text, never.text);
    },
  ),

  one('B', 'status-no-uuid', 'A number that is no UUID is not looked for by nobody', async (tools) => {
    const asked = await statusOf(tools, 'no-uuid', {});
    tools.expect('it is not found', asked, { status: 404, like: { error: 'queue item not found' } });
  }),

  ...rows<{ readonly age: string }>(
    'B',
    'stale-age',
    Object.fromEntries(['0', '1.5', 'x'].map((age) => [age, { age }])),
    ({ age }) => `A greatest age of ${age} is refused`,
    async ({ platform, expect }, { age }) => {
      const path = `/admin/a2a-queue/drop-stale?max_age_minutes=${age}&workspace_id=${crypto.randomUUID()}`;
      expect('it is refused', await platform.ask('POST', path, { as: 'admin' }), {
        status: 400,
        like: { error: 'max_age_minutes must be a positive integer' },
      });
    },
  ),

  one('B', 'stale-no-admin', 'Only an admin drops what waits', async (tools) => {
    const { family, queueId } = await wait(tools);
    const path = `/admin/a2a-queue/drop-stale?workspace_id=${family.target.id}`;
    tools.expect('nobody may', await tools.platform.ask('POST', path), { status: 401 });
    const own = await tools.platform.ask('POST', path, { as: family.target.token });
    tools.expect('the workspace may not', own, { status: 401 });
    const asked = await statusOf(tools, queueId, { header: family.source.id });
    tools.expect('it waits still', asked, { status: 200, like: { status: 'queued' } });
  }),

  one(
    'B',
    'stale-dropped',
    'What has waited for longer than an hour is dropped, and nothing younger',
    async (tools) => {
      const { family, queueId } = await wait(tools);
      const second = await send(tools, family, message('young'));
      const young = tools.platform.text(second, 'queue_id');
      const drop = (query = '') =>
        tools.platform.ask('POST', `/admin/a2a-queue/drop-stale?workspace_id=${family.target.id}${query}`, {
          as: 'admin',
        });
      const old = `UPDATE a2a_queue SET enqueued_at = enqueued_at - interval '61 minutes' WHERE id = $1`;
      await tools.database.query(old, [queueId]);
      tools.expect('nothing is so old', await drop('&max_age_minutes=62'), {
        status: 200,
        like: { dropped: 0 },
      });
      tools.expect('one is older than an hour', await drop(), { status: 200, like: { dropped: 1 } });
      const header = family.source.id;
      tools.expect('the old one is dropped', await statusOf(tools, queueId, { header }), {
        like: { status: 'dropped' },
      });
      tools.expect('the young one waits', await statusOf(tools, young, { header }), {
        like: { status: 'queued' },
      });
    },
    { needs: ['database'] },
  ),
];
