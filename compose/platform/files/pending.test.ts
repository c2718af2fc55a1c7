import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import type { CallOptions } from '../test-support/world.ts';
import { safeFileName } from './file-name.ts';

const platforms = inBothRevisions();

async function polling() {
  const on = platforms.latest;
  const { id, token } = await on.join(undefined, { delivery_mode: 'poll' });
  const ask = (method: 'GET' | 'POST', path: string, options: CallOptions = {}) =>
    on.call(method, `/workspaces/${id}${path}`, { bearer: token, ...options });
  return { id, token, ask, on };
}

function form(body: string): CallOptions {
  return { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body };
}

function file(name: string, content: string, field = 'files'): string {
  const head = `Content-Disposition: form-data; name="${field}"; filename="${name}"`;
  return `--b\r\n${head}\r\nContent-Type: image/png\r\n\r\n${content}\r\n`;
}

test('files for a workspace that polls wait until it has fetched them', async () => {
  const { ask, id, on } = await polling();
  const told: object[] = [];
  on.platform.broadcaster.on(id, ({ event, payload }) => told.push({ event, payload }));
  const sent = await ask(
    'POST',
    '/chat/uploads',
    form(`${file('my ž.png', 'PNG\0')}${file('b.png', 'B')}--b--\r\n`),
  );
  expect(sent.status).toBe(200);
  const [first, second] = sent.json.files;
  expect(first).toEqual({
    uri: expect.stringMatching(new RegExp(`^platform-pending:${id}/[0-9a-f-]{36}$`)),
    name: 'my__.png',
    mimeType: 'image/png',
    size: 4,
  });
  const fileId = first.uri.split('/')[1];
  const rows = (await ask('GET', '/activity')).json;
  expect(rows).toMatchObject([
    { method: 'chat_upload_receive', request_body: { uri: second.uri, name: 'b.png' } },
    {
      activity_type: 'a2a_receive',
      source_id: null,
      summary: 'chat_upload_receive: my__.png',
      request_body: { ...first, file_id: fileId },
    },
  ]);
  expect(told).toHaveLength(2);
  const content = await ask('GET', `/pending-uploads/${fileId}/content`);
  expect([content.status, content.text]).toEqual([200, 'PNG\0']);
  expect(content.headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': '4',
    'content-disposition': 'attachment; filename="my__.png"',
  });
  const ack = () => ask('POST', `/pending-uploads/${fileId}/ack`);
  expect([(await ack()).json, (await ack()).json]).toEqual([{ acked: true }, { acked: true }]);
  expect((await ask('GET', `/pending-uploads/${fileId}/content`)).status).toBe(404);
});

test('a file that waits is nobody else’s', async () => {
  const { ask } = await polling();
  const other = await polling();
  const sent = await ask('POST', '/chat/uploads', form(`${file('a.png', 'A')}--b--\r\n`));
  const fileId = sent.json.files[0].uri.split('/')[1];
  expect((await other.ask('GET', `/pending-uploads/${fileId}/content`)).status).toBe(404);
  expect((await other.ask('POST', `/pending-uploads/${fileId}/ack`)).status).toBe(404);
  expect((await ask('GET', '/pending-uploads/x/content')).json.error).toBe('invalid file_id');
  expect((await ask('GET', `/pending-uploads/${fileId}/content`)).status).toBe(200);
});

test.each([
  ['no content type', { body: file('a', 'a') }, 'malformed multipart body'],
  [
    'no boundary',
    { ...form(file('a', 'a')), headers: { 'content-type': 'multipart/form-data' } },
    'malformed multipart body',
  ],
  ['no end', form(file('a', 'a')), 'malformed multipart body'],
  ['garbage', form('garbage'), 'malformed multipart body'],
  ['another field', form(`${file('a', 'a', 'file')}--b--\r\n`), "expected at least one 'files' field"],
] as const)('an upload with %s is refused, and leaves nothing', async (_name, options, error) => {
  const { ask } = await polling();
  expect(await ask('POST', '/chat/uploads', options)).toMatchObject({ status: 400, json: { error } });
  expect((await ask('GET', '/activity')).json).toEqual([]);
});

test('a workspace that polls without an address cannot be asked for a file', async () => {
  const { ask } = await polling();
  const answer = await ask('GET', '/chat/download?path=/workspace/a');
  expect(answer.status).toBe(422);
  expect(answer.json).toEqual({
    error: 'workspace has no callback URL — chat download requires push-mode + public URL',
    detail: expect.any(String),
  });
});

test('in R1 an upload goes to an agent whatever its workspace does', async () => {
  const on = platforms.first;
  const { id, token } = await on.join(undefined, { delivery_mode: 'poll' });
  const options = { bearer: token, ...form(`${file('a', 'a')}--b--\r\n`) };
  expect(await on.call('POST', `/workspaces/${id}/chat/uploads`, options)).toMatchObject({
    status: 503,
    json: { error: 'workspace url not registered yet' },
  });
  expect((await on.call('GET', `/workspaces/${id}/pending-uploads/x/content`)).status).toBe(404);
  expect((await on.call('GET', '/uploads/limits')).status).toBe(404);
});

test('limits are told to everyone', async () => {
  expect((await platforms.latest.call('GET', '/uploads/limits')).json).toEqual({
    per_file_bytes: 104_857_600,
    per_request_bytes: 104_857_600,
    max_attachments_per_message: 10,
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\a\\b c.txt', 'b_c.txt'],
  ['', 'file'],
  ['..', 'file'],
  ['a"\r\nb', 'a___b'],
  [`${'x'.repeat(200)}.tar.gz`, `${'x'.repeat(97)}.gz`],
  [`${'x'.repeat(90)}.${'y'.repeat(20)}`, `${'x'.repeat(90)}.${'y'.repeat(9)}`],
] as const)('the name %j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});
