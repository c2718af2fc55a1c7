import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Joined, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start({ PLATFORM_URL: '' });
});
afterAll(() => worlds[Symbol.asyncDispose]());

const activity = ({ id }: Joined) => `/workspaces/${id}/activity`;
async function logged(body: object) {
  const workspace = await world.join();
  const whole = { activity_type: 'a2a_receive', ...body };
  const { json } = await world.call('POST', activity(workspace), { bearer: workspace.token, body: whole });
  expect(json).toEqual({ status: 'logged' });
  const path = `${activity(workspace)}?include=peer_info`;
  const rows = await world.call('GET', path, { bearer: workspace.token });
  return { workspace, row: rows.json[0] };
}
const withParts = (...parts: object[]) => ({ request_body: { params: { message: { parts } } } });

describe('include=peer_info (C.1)', () => {
  test('the peer is the source of the row, and its card has a whole address', async () => {
    const other = await world.join();
    const { workspace, row } = await logged({ target_id: other.id });
    expect(row.agent_card_url).toBe(`${world.url}/registry/discover/${workspace.id}`);
    expect(row.peer_name).toBe('N');
  });

  test.each([
    [withParts({ kind: 'file', file: { uri: 'u', name: 'n' } }), [{ kind: 'file', uri: 'u', name: 'n' }]],
    [withParts({ type: 'image', uri: 'u' }), [{ kind: 'image', uri: 'u' }]],
    [withParts({ kind: 'file', file: {} }), undefined],
    [withParts({ kind: 'data', file: { uri: 'u' } }), undefined],
    [
      { request_body: { uri: 'u', name: 'n', mimeType: 'image/png', file_id: 'f' } },
      [{ kind: 'image', uri: 'u', name: 'n', mime_type: 'image/png' }],
    ],
    [
      { request_body: { uri: 'u', name: 'n', mimeType: 'text/csv', file_id: 'f' } },
      [{ kind: 'file', uri: 'u', name: 'n', mime_type: 'text/csv' }],
    ],
  ])('%j has the attachments %j', async (body, attachments) => {
    expect((await logged(body)).row.attachments).toEqual(attachments);
  });
});

describe('writing activity (C.2)', () => {
  test.each([['str'], [[1, 2]], [5], [false]])('%j is a document like any other', async (document) => {
    const { row } = await logged({ request_body: document, response_body: document });
    expect([row.request_body, row.response_body]).toEqual([document, document]);
    expect((await logged({ metadata: document })).row.request_body).toEqual(document);
  });

  test('what is empty is null, and a duration may be long', async () => {
    const { row } = await logged({ method: '', summary: '', error_detail: '', duration_ms: 99_999_999_999 });
    expect(row).toMatchObject({
      method: null,
      summary: null,
      error_detail: null,
      duration_ms: 99_999_999_999,
    });
  });
});
