import {
  type ContractCase,
  memberAt,
  one,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { listen } from './listen.ts';

const REQUIRED = 'message is required';
const FILE = { uri: 'workspace:/a.png', name: 'a.png', mimeType: 'image/png', size: 5 };

/** C.3: what an agent tells its user. */
export const NOTIFY: readonly ContractCase[] = [
  one(
    'C.3',
    'sent',
    'A message is told to those who listen, and kept for those who come later',
    async (tools) => {
      const heard = await listen(tools);
      const workspace = await tools.platform.workspace();
      tools.expect('it is sent', await notify(tools, workspace, { message: 'ready' }), {
        status: 200,
        like: { status: 'sent' },
      });
      const event = await heard.until({ event: 'AGENT_MESSAGE', workspace_id: workspace.id });
      const { id, name } = workspace;
      tools.expect.like('what is told', event, { payload: { message: 'ready', workspace_id: id, name } });
      const told = Object.hasOwn(Object(memberAt(event, 'payload')), 'attachments');
      tools.expect.value('attachments are told', told, false);
      tools.expect.like('its row', await rowOf(tools, workspace), {
        ...{ activity_type: 'a2a_receive', method: 'notify', source_id: null, status: 'ok' },
        ...{ summary: 'Agent message: ready', response_body: { result: 'ready' } },
      });
      await heard.quiet();
      tools.expect.value('the log is told of', heard.namesOf(id).includes('ACTIVITY_LOGGED'), false);
    },
  ),

  one('C.3', 'attachments', 'Attachments are told and kept', async (tools) => {
    const heard = await listen(tools);
    const workspace = await tools.platform.workspace();
    const json = { message: 'see', attachments: [FILE, { uri: 'u', name: 'n' }] };
    tools.expect('it is sent', await notify(tools, workspace, json), { status: 200 });
    const event = await heard.until({ event: 'AGENT_MESSAGE', workspace_id: workspace.id });
    tools.expect.like('what is told', event, { payload: { message: 'see', attachments: json.attachments } });
    const parts = json.attachments.map((file) => ({ kind: 'file', file }));
    tools.expect.like('its row', await rowOf(tools, workspace), { response_body: { result: 'see', parts } });
  }),

  ...rows<{ readonly json: unknown; readonly error: string }>(
    'C.3',
    'refused',
    {
      nothing: { json: {}, error: REQUIRED },
      list: { json: [], error: REQUIRED },
      empty: { json: { message: '' }, error: REQUIRED },
      null: { json: { message: null }, error: REQUIRED },
      number: { json: { message: 5 }, error: REQUIRED },
      'attachments-no-list': { json: { message: 'x', attachments: {} }, error: REQUIRED },
      'attachment-no-object': { json: { message: 'x', attachments: ['a'] }, error: REQUIRED },
      'no-uri': attached({ name: 'a' }, 0),
      'empty-uri': attached({ uri: '', name: 'a' }, 0),
      'empty-name': attached({ uri: 'a', name: '' }, 0),
      both: attached({ uri: '', name: '' }, 0),
      second: { ...attached({ uri: '', name: 'a' }, 1, [FILE]) },
    },
    (_row, key) => `A message is refused: ${key}`,
    async (tools, { json, error }) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is refused', await notify(tools, workspace, json), { status: 400, like: { error } });
      tools.expect.value('its row', await rowOf(tools, workspace), undefined);
    },
  ),

  ...rows<{ readonly message: string }>(
    'C.3',
    'kept',
    {
      spaces: { message: '   ' },
      long: { message: 'x'.repeat(5_000) },
      'two-bytes': { message: `x${'ä'.repeat(100)}` },
      'four-bytes': { message: `xx${'🐎'.repeat(100)}` },
    },
    (_row, key) => `A message is kept whole: ${key}`,
    async (tools, { message }) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is sent', await notify(tools, workspace, { message }), { status: 200 });
      tools.expect.like('its row', await rowOf(tools, workspace), { response_body: { result: message } });
    },
  ),

  one(
    'C.3',
    'history',
    'What an agent told is there after a reload',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      await notify(tools, workspace, { message: 'still here', attachments: [FILE] });
      const read = await tools.platform.ask('GET', `/workspaces/${workspace.id}/chat-history`, {
        as: workspace.token,
      });
      tools.expect('the history', read, {
        status: 200,
        like: { messages: [{ role: 'agent', content: 'still here', attachments: [{ uri: FILE.uri }] }] },
      });
    },
    since('hasChatHistory'),
  ),

  one('C.3', 'unauthorised', 'Nobody speaks for another workspace', async (tools) => {
    const workspace = await tools.platform.workspace();
    const other = await tools.platform.workspace();
    for (const [who, token] of [
      ['nobody', ''],
      ['another', other.token],
    ] as const)
      tools.expect(`${who} may not`, await notify(tools, { ...workspace, token }, { message: 'x' }), {
        status: 401,
      });
    const unknown = { ...workspace, id: crypto.randomUUID(), token: 'admin' };
    tools.expect('one that is not there', await notify(tools, unknown, { message: 'x' }), {
      status: 404,
      like: { error: 'workspace not found' },
    });
  }),

  one(
    'C.3',
    'disabled',
    'A workspace that may not talk to its user does not',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const allow = (talks: boolean) =>
        tools.platform.ask('PATCH', `/workspaces/${workspace.id}/abilities`, {
          ...{ as: 'admin', json: { talk_to_user_enabled: talks } },
        });
      tools.expect('it is switched off', await allow(false), { status: 200 });
      const refused = await notify(tools, workspace, { message: 'x' });
      tools.expect('it is refused', refused, { status: 403, like: { error: 'talk_to_user_disabled' } });
      const odd = await notify(tools, workspace, { message: 'x', attachments: [{ uri: '', name: '' }] });
      tools.expect('its attachments come first', odd, { status: 400 });
      tools.expect.value('its row', await rowOf(tools, workspace), undefined);
      tools.expect('it is switched on', await allow(true), { status: 200 });
      tools.expect('it is sent', await notify(tools, workspace, { message: 'x' }), { status: 200 });
      const own = await tools.platform.ask('PATCH', `/workspaces/${workspace.id}/abilities`, {
        ...{ as: workspace.token, json: { talk_to_user_enabled: true } },
      });
      tools.expect('only an admin switches it', own, { status: 401 });
    },
    since('hasAbilities'),
  ),

  one(
    'C.3',
    'abilities',
    'Of what a workspace may do only that is changed which is named',
    async ({ platform, expect }) => {
      const { id } = await platform.workspace();
      for (const json of [{ broadcast_enabled: true }, { talk_to_user_enabled: false }]) {
        const changed = await platform.ask('PATCH', `/workspaces/${id}/abilities`, { as: 'admin', json });
        expect('it is changed', changed, { status: 200 });
      }
      expect('what it may do', await platform.ask('GET', `/workspaces/${id}`), {
        status: 200,
        like: { broadcast_enabled: true, talk_to_user_enabled: false },
      });
    },
    since('hasAbilities'),
  ),
];

function attached(file: object, index: number, before: readonly object[] = []) {
  const json = { message: 'x', attachments: [...before, file] };
  return { json, error: `attachment[${index}]: uri and name are required` };
}

function notify({ platform }: Tools, { id, token }: Workspace, json: unknown) {
  const as = token === '' ? undefined : token;
  return platform.ask('POST', `/workspaces/${id}/notify`, { as, json });
}

async function rowOf({ platform }: Tools, { id, token }: Workspace): Promise<unknown> {
  return memberAt((await platform.ask('GET', `/workspaces/${id}/activity`, { as: token })).json, '0');
}
