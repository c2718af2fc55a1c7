import {
  any,
  type ContractCase,
  memberAt,
  one,
  type Reply,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { type FilePart, multipart, upload } from './g-scene.ts';

const WAITS = since('keepsPendingUploads');

/** G.1: files for a workspace that polls. */
export const PENDING: readonly ContractCase[] = [
  one(
    'G.1',
    'kept',
    'Files for a workspace that polls wait, and its log tells of each',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const reply = await send(
        tools,
        workspace,
        { name: 'a.png', content: 'PNG' },
        { name: 'b.png', content: 'B' },
      );
      tools.expect('they are kept', reply, {
        status: 200,
        like: { files: [shown('a.png', 3), shown('b.png', 1)] },
      });
      const uri = tools.platform.text(reply, 'files.0.uri');
      tools.expect.value('its address', uri.startsWith(`platform-pending:${workspace.id}/`), true);
      const { json } = await tools.platform.ask('GET', `/workspaces/${workspace.id}/activity`, {
        as: workspace.token,
      });
      const method = 'chat_upload_receive';
      tools.expect.like('its rows', json, [
        { activity_type: 'a2a_receive', method, request_body: { name: 'b.png' } },
        {
          method,
          source_id: null,
          status: 'ok',
          request_body: { uri, name: 'a.png', file_id: uri.split('/')[1] },
        },
      ]);
    },
    WAITS,
  ),

  one(
    'G.1',
    'fetched',
    'A file that waits is given to its workspace, until it says that it has it',
    async (tools) => {
      const workspace = await tools.platform.workspace();
      const content = Buffer.from([0, 255, 13, 10, 45, 45, 1]);
      const path = await waiting(tools, workspace, { name: 'a.png', content });
      const ask = (method: string, of: string) =>
        tools.platform.ask(method, path + of, { as: workspace.token });
      const fetched = await ask('GET', '/content');
      tools.expect('it is given', fetched, {
        status: 200,
        headers: { 'content-type': /^image\/png/i, 'content-disposition': /^attachment;.*a\.png/ },
      });
      tools.expect.value('the bytes are those that were sent', fetched.bytes.equals(content), true);
      tools.expect('it is had', await ask('POST', '/ack'), { status: 200, like: { acked: true } });
      tools.expect('it is had, once more', await ask('POST', '/ack'), { status: 200 });
    },
    WAITS,
  ),

  ...rows<{ readonly method: string; readonly of: string }>(
    'G.1',
    'foreign',
    { content: { method: 'GET', of: '/content' }, ack: { method: 'POST', of: '/ack' } },
    (_row, key) => `A file that waits is nobody else's: ${key}`,
    async (tools, { method, of }) => {
      const workspace = await tools.platform.workspace();
      const other = await tools.platform.workspace();
      const path = await waiting(tools, workspace, { name: 'a.png', content: 'PNG' });
      const foreign = path.replace(workspace.id, other.id);
      const asked = await tools.platform.ask(method, foreign + of, { as: other.token });
      tools.expect('it is not found', asked, { status: 404, leaks: ['PNG'] });
      const mixed = await tools.platform.ask(method, path + of, { as: other.token });
      tools.expect('it is refused', mixed, { status: 401 });
      const own = await tools.platform.ask('GET', `${path}/content`, { as: workspace.token });
      tools.expect('it is there still', own, { status: 200, text: 'PNG' });
    },
    WAITS,
  ),

  ...rows<{ readonly body: string; readonly type?: string }>(
    'G.1',
    'malformed',
    {
      garbage: { body: 'garbage' },
      empty: { body: '' },
      'cut-off': { body: '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nhalf' },
      'no-boundary': { body: '--b--\r\n', type: 'multipart/form-data' },
    },
    (_row, key) => `An upload that cannot be read leaves nothing: ${key}`,
    async (tools, { body, type = 'multipart/form-data; boundary=b' }) => {
      const workspace = await tools.platform.workspace();
      const asked = await upload(tools, workspace, { headers: { 'content-type': type }, body });
      tools.expect('it is refused', asked, { status: 400, like: { error: 'malformed multipart body' } });
      const { json } = await tools.platform.ask('GET', `/workspaces/${workspace.id}/activity`, {
        as: workspace.token,
      });
      tools.expect.value('its rows', json, []);
    },
    WAITS,
  ),

  ...rows<{ readonly name: string; readonly kept: string }>(
    'G.1',
    'name',
    {
      spaces: { name: 'my own.png', kept: 'my_own.png' },
      folders: { name: '../../etc/passwd', kept: 'passwd' },
      unicode: { name: 'žluť.png', kept: '_lu_.png' },
      dots: { name: '..', kept: 'file' },
      long: { name: `${'x'.repeat(200)}.png`, kept: `${'x'.repeat(96)}.png` },
    },
    (_row, key) => `A file is kept under a name that is safe: ${key}`,
    async (tools, { name, kept }) => {
      const reply = await send(tools, await tools.platform.workspace(), { name, content: 'x' });
      tools.expect('its name', reply, { status: 200, like: { files: [{ name: kept }] } });
    },
    WAITS,
  ),
];

function shown(name: string, size: number) {
  return { name, size, mimeType: 'image/png', uri: any() };
}

function send(tools: Tools, workspace: Workspace, ...files: readonly FilePart[]): Promise<Reply> {
  return upload(tools, workspace, multipart(...files));
}

/** A file that waits: where it is asked for. */
async function waiting(tools: Tools, workspace: Workspace, file: FilePart): Promise<string> {
  const reply = await send(tools, workspace, file);
  const fileId = String(memberAt(reply.json, 'files.0.uri')).split('/')[1];
  return `/workspaces/${workspace.id}/pending-uploads/${fileId}`;
}
