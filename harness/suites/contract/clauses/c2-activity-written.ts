import { type ContractCase, one, rows, type Tools, type Workspace } from '../language/index.ts';
import { readLog } from './activity-log.ts';

const TYPES = [
  'a2a_send',
  'a2a_receive',
  'task_update',
  'agent_log',
  'skill_promotion',
  'memory_write',
  'error',
];
const NOT_A_TYPE = `invalid activity_type, must be one of: ${TYPES.join(', ')}`;
const LOG = { activity_type: 'agent_log' };

/** C.2: what an agent may write into its log. */
export const ACTIVITY_WRITTEN: readonly ContractCase[] = [
  ...rows<object>(
    'C.2',
    'takes',
    Object.fromEntries(TYPES.map((type) => [type, {}])),
    (_row, type) => `A row of type ${type} is logged`,
    async (tools, _row, type) => {
      const workspace = await tools.platform.workspace();
      const logged = await write(tools, workspace, { activity_type: type, summary: 'said' });
      tools.expect('it is logged', logged, { status: 200, like: { status: 'logged' } });
      const page = await readLog(tools, workspace, `type=${type}`);
      tools.expect('its row', page, {
        status: 200,
        like: [{ activity_type: type, summary: 'said', status: 'ok', source_id: workspace.id }],
      });
    },
  ),

  ...rows<{ readonly json: unknown; readonly error: string; readonly status?: number }>(
    'C.2',
    'refuses',
    {
      delegation: { json: { activity_type: 'delegation' }, error: NOT_A_TYPE },
      'unknown-type': { json: { activity_type: 'thought' }, error: NOT_A_TYPE },
      'type-in-capitals': { json: { activity_type: 'AGENT_LOG' }, error: NOT_A_TYPE },
      'no-type': { json: {}, error: 'invalid request body' },
      'empty-type': { json: { activity_type: '' }, error: 'invalid request body' },
      'number-as-type': { json: { activity_type: 7 }, error: 'invalid request body' },
      'number-as-summary': { json: { ...LOG, summary: 7 }, error: 'invalid request body' },
      'text-as-duration': { json: { ...LOG, duration_ms: '7' }, error: 'invalid request body' },
      list: { json: [], error: 'invalid request body' },
      'source-of-another': {
        json: { ...LOG, source_id: '00000000-0000-4000-8000-000000000001' },
        error: 'source_id must match authenticated workspace',
        status: 403,
      },
    },
    (_row, key) => `What is not logged: ${key}`,
    async (tools, { json, error, status = 400 }) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is refused', await write(tools, workspace, json), { status, like: { error } });
      tools.expect.value('its log', (await readLog(tools, workspace)).json, []);
    },
  ),

  one('C.2', 'bad-target', 'A target that is no workspace is not logged', async (tools) => {
    const workspace = await tools.platform.workspace();
    tools.expect('it is refused', await write(tools, workspace, { ...LOG, target_id: 'x' }), { status: 400 });
    tools.expect.value('its log', (await readLog(tools, workspace)).json, []);
  }),

  one(
    'C.2',
    'unknown-workspace',
    'Nothing is logged for a workspace that is not there',
    async ({ platform, expect }) => {
      const path = `/workspaces/${crypto.randomUUID()}/activity`;
      expect('the administrator is told', await platform.ask('POST', path, { as: 'admin', json: LOG }), {
        status: 404,
        like: { error: 'workspace not found' },
      });
    },
  ),

  ...rows<{ readonly json: object; readonly like: object }>(
    'C.2',
    'keeps',
    {
      documents: {
        json: { ...LOG, request_body: { a: [1, null] }, response_body: { b: 'ü' } },
        like: { request_body: { a: [1, null] }, response_body: { b: 'ü' } },
      },
      metadata: { json: { ...LOG, metadata: { a: 1 } }, like: { request_body: { a: 1 } } },
      'request-before-metadata': {
        json: { ...LOG, metadata: { a: 1 }, request_body: { b: 2 } },
        like: { request_body: { b: 2 } },
      },
      'text-as-request': { json: { ...LOG, request_body: 'said' }, like: { request_body: 'said' } },
      'empty-texts': {
        json: { ...LOG, method: '', summary: '', error_detail: '' },
        like: { method: null, summary: null, error_detail: null },
      },
      status: { json: { ...LOG, status: 'odd', duration_ms: 12 }, like: { status: 'odd', duration_ms: 12 } },
      'long-duration': {
        json: { ...LOG, duration_ms: 99_999_999_999 },
        like: { duration_ms: 99_999_999_999 },
      },
      'source-left-empty': { json: { ...LOG, source_id: '' }, like: { status: 'ok' } },
    },
    (_row, key) => `What of a row is kept: ${key}`,
    async (tools, { json, like }) => {
      const workspace = await tools.platform.workspace();
      tools.expect('it is logged', await write(tools, workspace, json), { status: 200 });
      tools.expect('its row', await readLog(tools, workspace), {
        status: 200,
        like: [{ ...like, source_id: workspace.id }],
      });
    },
  ),
];

function write({ platform }: Tools, { id, token }: Workspace, json: unknown) {
  return platform.ask('POST', `/workspaces/${id}/activity`, { as: token, json });
}
