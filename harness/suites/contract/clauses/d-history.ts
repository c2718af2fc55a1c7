import {
  type ContractCase,
  memberAt,
  one,
  type Reply,
  regex,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { remove } from './managed.ts';

const THERE = since('hasChatHistory');

/** D: what was said, read back page by page. */
export const HISTORY: readonly ContractCase[] = [
  one(
    'D',
    'pages',
    'A page is the newest messages, oldest first, and the one before it ends strictly before its first',
    async (tools) => {
      const workspace = await toldOf(tools, ['one', 'two', 'three']);
      const newest = await read(tools, workspace, 'limit=2');
      tools.expect.value('the newest page', textsOf(newest), ['two', 'three']);
      const first = tools.platform.text(newest, 'messages.0.timestamp');
      const earlier = await read(tools, workspace, `limit=2&before_ts=${encodeURIComponent(first)}`);
      tools.expect.value('the page before it', textsOf(earlier), ['one']);
      tools.expect('it is the last', earlier, { status: 200, like: { reached_end: true } });
    },
    THERE,
  ),

  ...rows<{ readonly limit: number; readonly end: boolean }>(
    'D',
    'end',
    { 'exactly-full': { limit: 2, end: false }, 'one-short': { limit: 3, end: true } },
    (_row, key) => `Whether more may follow is told by how full a page is: ${key}`,
    async (tools, { limit, end }) => {
      const workspace = await toldOf(tools, ['one', 'two']);
      const page = await read(tools, workspace, `limit=${limit}`);
      tools.expect('the page', page, { status: 200, like: { reached_end: end } });
    },
    THERE,
  ),

  ...rows<{ readonly limit: string }>(
    'D',
    'limit',
    {
      zero: { limit: '0' },
      negative: { limit: '-1' },
      'no-number': { limit: 'many' },
      empty: { limit: '' },
      'more-than-most': { limit: '1001' },
    },
    (_row, key) => `A limit that cannot be kept is another one, and no empty page: ${key}`,
    async (tools, { limit }) => {
      const workspace = await toldOf(tools, ['one', 'two']);
      const page = await read(tools, workspace, `limit=${limit}`);
      tools.expect.value('the page', textsOf(page), ['one', 'two']);
    },
    THERE,
  ),

  one(
    'D',
    'before-no-time',
    'A time that is none is refused',
    async (tools) => {
      const workspace = await toldOf(tools, ['one']);
      tools.expect('it is refused', await read(tools, workspace, 'before_ts=yesterday'), {
        status: 400,
        like: { error: regex(/^before_ts must be an RFC3339 timestamp/) },
      });
    },
    THERE,
  ),

  ...rows<{ readonly make: (tools: Tools) => Promise<string> }>(
    'D',
    'nobody',
    {
      unknown: { make: async () => crypto.randomUUID() },
      removed: {
        make: async (tools) => {
          const workspace = await toldOf(tools, ['one']);
          await remove(tools, workspace);
          return workspace.id;
        },
      },
    },
    (_row, key) => `A workspace that is ${key} has an empty history`,
    async (tools, { make }) => {
      const id = await make(tools);
      tools.expect('its history', await read(tools, { id, token: 'admin' }), {
        status: 200,
        like: { messages: [], reached_end: true },
      });
    },
    THERE,
  ),

  one(
    'D',
    'of-users',
    'What another workspace has sent is no part of the talk with the user',
    async (tools) => {
      const parent = await tools.platform.workspace();
      const workspace = await tools.platform.workspace({ parent });
      const sent = await tools.platform.send(workspace, 'of a peer', {
        ...{ as: parent.token, headers: { 'x-workspace-id': parent.id } },
      });
      tools.expect('the peer is heard', sent, { status: 200 }, 'A.5');
      await tell(tools, workspace, 'of the user');
      tools.expect.value('the history', textsOf(await read(tools, workspace)), ['of the user']);
    },
    THERE,
  ),
];

type Reader = Pick<Workspace, 'id' | 'token'>;

/** A workspace that polls, and was sent these texts by its user, one after the other. */
async function toldOf(tools: Tools, texts: readonly string[]): Promise<Workspace> {
  const workspace = await tools.platform.workspace();
  for (const text of texts) await tell(tools, workspace, text);
  return workspace;
}

async function tell({ platform, expect }: Tools, workspace: Workspace, text: string): Promise<void> {
  expect('the message is queued', await platform.send(workspace, text), { status: 200 }, 'A.5');
}

function read({ platform }: Tools, { id, token }: Reader, query = ''): Promise<Reply> {
  return platform.ask('GET', `/workspaces/${id}/chat-history?${query}`, { as: token });
}

function textsOf({ json }: Reply): readonly unknown[] {
  const messages = memberAt(json, 'messages');
  return Array.isArray(messages) ? messages.map((each: unknown) => memberAt(each, 'content')) : [];
}
