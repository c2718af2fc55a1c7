import { randomBytes } from 'node:crypto';
import { type ContractCase, one, rows, since } from '../language/index.ts';
import { download, headerOf, multipart, upload } from './g-scene.ts';

/** G.1: the files of a chat on their way to an agent and back. */
export const FILES: readonly ContractCase[] = [
  one('G.1', 'upload', 'An upload reaches the agent byte for byte', async (tools) => {
    const agent = tools.agent();
    agent.answers({
      status: 201,
      headers: { 'content-type': 'text/x-told', 'x-own': '1' },
      body: '{"files":[]}',
    });
    const workspace = await tools.platform.workspace({ url: agent.url });
    const form = multipart({ name: 'ž.bin', type: 'application/x-own', content: randomBytes(70_000) });
    const headers = { ...form.headers, 'x-of-client': '1', cookie: 'a=b' };
    tools.expect('the answer of the agent', await upload(tools, workspace, { ...form, headers }), {
      status: 201,
      text: '{"files":[]}',
      headers: { 'content-type': /^text\/x-told/i, 'x-own': null },
    });
    const [received] = await agent.arrived(1);
    tools.expect.value(
      'where it arrives',
      `${received?.method} ${received?.path}`,
      'POST /internal/chat/uploads/ingest',
    );
    tools.expect.value(
      'the bytes are those that were sent',
      received?.body.equals(form.body as Buffer) ?? false,
      true,
    );
    tools.expect.value(
      'its content type',
      headerOf(received, 'content-type'),
      form.headers?.['content-type'],
    );
    for (const name of ['x-of-client', 'cookie'])
      tools.expect.value(`the agent gets ${name}`, headerOf(received, name) ?? 'not', 'not');
  }),

  one('G.1', 'secret', 'An agent is shown the secret that it got when it registered', async (tools) => {
    const agent = tools.agent();
    const workspace = await tools.platform.workspace({ url: agent.url });
    const { id, token } = workspace;
    const json = { id, url: agent.url, agent_card: {} };
    const registered = await tools.platform.ask('POST', '/registry/register', { as: token, json });
    const secret = tools.platform.text(registered, 'platform_inbound_secret');
    await upload(tools, workspace);
    await download(tools, workspace);
    const shown = (await agent.arrived(2)).map((each) => headerOf(each, 'authorization'));
    tools.expect.value('what it is shown', shown, [`Bearer ${secret}`, `Bearer ${secret}`]);
  }),

  one('G.1', 'download', 'A download comes byte for byte, with the headers of a file', async (tools) => {
    const agent = tools.agent();
    const content = randomBytes(70_000);
    const disposition = 'attachment; filename="a.png"';
    const headers = { 'content-type': 'image/png', 'content-disposition': disposition, 'x-own': '1' };
    agent.answers({ headers, body: content });
    const workspace = await tools.platform.workspace({ url: agent.url });
    const answer = await download(tools, workspace, '/workspace/a.png');
    tools.expect('the answer of the agent', answer, {
      status: 200,
      headers: { 'content-type': /^image\/png/i, 'content-disposition': disposition, 'x-own': null },
    });
    tools.expect.value('the bytes are those of the agent', answer.bytes.equals(content), true);
  }),

  ...rows<{ readonly path: string }>(
    'G.1',
    'path',
    {
      plain: { path: '/workspace/a.png' },
      root: { path: '/workspace' },
      configs: { path: '/configs/a' },
      home: { path: '/home/a' },
      plugins: { path: '/plugins/a' },
      space: { path: '/workspace/a b' },
      ampersand: { path: '/workspace/a&path=/etc/b' },
      plus: { path: '/workspace/a+b' },
      percent: { path: '/workspace/100%25' },
      unicode: { path: '/workspace/žluťoučký 🐎.png' },
    },
    (_row, key) => `A path reaches the agent as it is: ${key}`,
    async (tools, { path }) => {
      const agent = tools.agent();
      const workspace = await tools.platform.workspace({ url: agent.url });
      tools.expect('it is answered', await download(tools, workspace, path), { status: 200 });
      const [received] = await agent.arrived(1);
      const { pathname, searchParams } = new URL(received?.path ?? '', 'http://agent');
      tools.expect.value(
        'what is asked for',
        [pathname, searchParams.getAll('path')],
        ['/internal/file/read', [path]],
      );
    },
  ),

  one('G.1', 'below-url', 'The URL of an agent may end in a slash', async (tools) => {
    const agent = tools.agent();
    const workspace = await tools.platform.workspace({ url: `${agent.url}/` });
    await download(tools, workspace);
    const [received] = await agent.arrived(1);
    tools.expect.value('where it arrives', received?.path.split('?')[0], '/internal/file/read');
  }),

  one('G.1', 'redirect', 'An agent that sends elsewhere is not followed', async (tools) => {
    const elsewhere = tools.agent();
    const agent = tools.agent();
    agent.answers({ status: 302, headers: { location: `${elsewhere.url}/metadata` }, body: '' });
    const workspace = await tools.platform.workspace({ url: agent.url });
    tools.expect('it is unreachable', await download(tools, workspace), {
      status: 502,
      like: { error: 'workspace unreachable' },
    });
    tools.expect.value('requests elsewhere', elsewhere.received.length, 0);
  }),

  one(
    'G.1',
    'limits',
    'Everyone is told how much may be uploaded',
    async ({ platform, expect }) => {
      const limit = 104_857_600;
      expect('the limits', await platform.ask('GET', '/uploads/limits'), {
        status: 200,
        like: { per_file_bytes: limit, per_request_bytes: limit, max_attachments_per_message: 10 },
      });
    },
    since('hasUploadLimits'),
  ),
];
