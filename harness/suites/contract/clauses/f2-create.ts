import { type ContractCase, one, regex, rows, type Tools, uuid } from '../language/index.ts';
import { listen } from './listen.ts';

/** Members of a create, what comes of them, and what is read behind it. */
interface Create {
  readonly json: Readonly<Record<string, unknown>>;
  readonly status?: number;
  readonly error?: string | RegExp;
  readonly code?: string;
  readonly read?: unknown;
}

const MANAGED = { external: undefined, runtime: undefined } as const;

/** F.2: what a workspace may be made of. */
export const CREATE: readonly ContractCase[] = [
  one(
    'F.2',
    'external',
    'An external workspace waits for its agent, and is told how to connect',
    async (tools) => {
      const heard = await listen(tools);
      const made = await create(tools, {});
      tools.expect('it is created', made.reply, {
        status: 201,
        like: {
          ...{ id: uuid(), external: true, status: 'awaiting_agent' },
          connection: {
            ...{ workspace_id: uuid(), auth_token: regex(/^[\w-]{43}$/), platform_url: regex(/^http/) },
            registry_endpoint: regex(/\/registry\/register$/),
            heartbeat_endpoint: regex(/\/registry\/heartbeat$/),
            ...{ curl_register_template: regex(/.+/), python_snippet: regex(/.+/) },
            claude_code_channel_snippet: regex(/.+/),
          },
        },
      });
      const id = tools.platform.text(made.reply, 'id');
      await heard.until({ event: 'WORKSPACE_AWAITING_AGENT', workspace_id: id });
      tools.expect.value('its events', heard.namesOf(id), [
        'WORKSPACE_PROVISIONING',
        'WORKSPACE_AWAITING_AGENT',
      ]);
    },
  ),

  one(
    'F.2',
    'external-url',
    'An external workspace with a URL is online, without a bearer',
    async (tools) => {
      const { reply } = await create(tools, { url: tools.agent().url });
      tools.expect('it is online', reply, {
        status: 201,
        like: { external: true, status: 'online' },
        without: ['connection', 'auth_token'],
      });
    },
  ),

  ...rows<Create>(
    'F.2',
    'field',
    {
      'name-absent': { json: { name: undefined }, error: 'invalid workspace payload' },
      'name-empty': { json: { name: '' }, error: 'invalid workspace payload' },
      'name-number': { json: { name: 7 }, error: 'invalid workspace payload' },
      'name-line': { json: { name: 'a\nb' }, error: 'invalid workspace fields' },
      'name-brace': { json: { name: 'a{b' }, error: 'invalid workspace fields' },
      'name-255': { json: { name: 'é'.repeat(127) + unique(1) }, status: 201 },
      'name-256': { json: { name: 'é'.repeat(128) }, error: 'invalid workspace fields' },
      'role-1001': { json: { role: 'r'.repeat(1001) }, error: 'invalid workspace fields' },
      'role-empty': { json: { role: '' }, status: 201, read: { role: null } },
      'model-101': { json: { model: 'm'.repeat(101) }, error: 'invalid workspace fields' },
      'tier-nine': { json: { tier: 9 }, status: 201, read: { tier: 9 } },
      'tier-zero': { json: { tier: 0 }, status: 201, read: { tier: 3 } },
      'tier-absent': { json: {}, status: 201, read: { tier: 3 } },
      'tier-text': { json: { tier: '1' }, error: 'invalid workspace payload' },
      'tasks-zero': { json: { max_concurrent_tasks: 0 }, status: 201, read: { max_concurrent_tasks: 1 } },
      'tasks-three': { json: { max_concurrent_tasks: 3 }, status: 201, read: { max_concurrent_tasks: 3 } },
      'external-text': { json: { external: 'true' }, error: 'invalid workspace payload' },
      'mode-unknown': { json: { delivery_mode: 'x' }, error: "delivery_mode must be 'push' or 'poll'" },
      'parent-unknown': {
        json: { parent_id: '33333333-3333-4333-8333-333333333333' },
        ...{ status: 500, error: 'failed to create workspace' },
      },
    },
    (_row, key) => `A create whose field is ${key}`,
    async (tools, row) => judge(tools, row),
  ),

  ...rows<Create>(
    'F.2',
    'place',
    {
      'template-up': { json: { template: '../etc' }, error: 'invalid template' },
      'dir-relative': { json: { workspace_dir: 'rel' }, error: 'invalid workspace directory' },
      'dir-etc': { json: { workspace_dir: '/etc' }, error: 'invalid workspace directory' },
      'dir-proc': { json: { workspace_dir: '/proc/x' }, error: 'invalid workspace directory' },
      'dir-fine': { json: { workspace_dir: '/srv/a', workspace_access: 'read_only' }, status: 201 },
      'access-without-dir': { json: { workspace_access: 'read_only' }, error: 'invalid workspace access' },
      'access-unknown': { json: { workspace_access: 'all' }, error: 'invalid workspace access' },
      'access-empty': { json: { workspace_access: '' }, status: 201 },
      'canvas-text': { json: { canvas: { x: 'a' } }, error: 'invalid workspace payload' },
      'canvas-list': { json: { canvas: [] }, error: 'invalid workspace payload' },
      'canvas-fine': { json: { canvas: { x: 1.5, y: -2 } }, status: 201, read: { x: 1.5, y: -2 } },
      'secrets-list': { json: { secrets: [] }, error: 'invalid workspace payload' },
      'secrets-number': { json: { secrets: { K: 5 } }, error: 'invalid workspace payload' },
      'memories-text': { json: { initial_memories: 'x' }, error: 'invalid workspace payload' },
    },
    (_row, key) => `A create whose place or content is ${key}`,
    async (tools, row) => judge(tools, row),
  ),

  ...rows<Create>(
    'F.2',
    'later',
    {
      'vendor-key': {
        json: { secrets: { OPENAI_API_KEY: 'x' } },
        error: /^direct vendor key writes are blocked/,
      },
      'display-mode': {
        json: { compute: { display: { mode: 'x' } } },
        error: 'unsupported compute.display.mode',
      },
      'display-width-799': {
        json: { compute: { display: { mode: 'desktop-control', width: 799 } } },
        error: 'compute.display.width must be between 800 and 3840',
      },
      'display-width-800': {
        json: { compute: { display: { mode: 'desktop-control', width: 800 } } },
        ...{ status: 201, read: { compute: { display: { mode: 'desktop-control', width: 800 } } } },
      },
      'instance-unknown': {
        json: { compute: { instance_type: 't3.huge' } },
        error: 'unsupported compute.instance_type',
      },
      'model-none': { json: { ...MANAGED, runtime: 'claude-code' }, status: 422, code: 'MODEL_REQUIRED' },
      'model-before-mode': {
        json: { ...MANAGED, runtime: 'claude-code', delivery_mode: 'x' },
        ...{ status: 422, code: 'MODEL_REQUIRED' },
      },
      'model-of-another': {
        json: { ...MANAGED, runtime: 'claude-code', model: 'gpt-4o' },
        ...{ status: 422, code: 'UNREGISTERED_MODEL_FOR_RUNTIME' },
      },
      'runtime-unknown': {
        json: { ...MANAGED, runtime: 'langgraph', model: 'm' },
        ...{ status: 422, code: 'RUNTIME_UNSUPPORTED' },
      },
      'runtime-managed-outside': {
        json: { external: true, runtime: 'hermes' },
        ...{ status: 422, code: 'RUNTIME_UNSUPPORTED' },
      },
      'template-unknown': {
        json: { ...MANAGED, template: 'nowhere' },
        ...{ status: 422, code: 'RUNTIME_UNRESOLVED' },
      },
    },
    (_row, key) => `A create that later platforms judge: ${key}`,
    async (tools, row) => judge(tools, row),
    {
      holds: [
        'blocksVendorKeys',
        'showsCompute',
        'requiresModel',
        'refusesUnknownModel',
        'refusesUnknownRuntime',
      ].map((rule) => ({ rule, form: 'later' })),
    },
  ),

  ...rows<{ readonly as: string | undefined; readonly error: string }>(
    'F.2',
    'bearer',
    {
      nobody: { as: undefined, error: 'admin auth required' },
      garbage: { as: 'garbage', error: 'invalid admin auth token' },
    },
    (_row, key) => `The bearer of ${key} creates nothing`,
    async ({ platform, expect }, { as, error }) => {
      const json = { name: unique(12), external: true, runtime: 'external' };
      const asked = await platform.ask('POST', '/workspaces', { as, json });
      expect('it is refused', asked, { status: 401, like: { error } }, '0.2');
    },
  ),
];

async function judge(tools: Tools, { json, status, error, code, read }: Create): Promise<void> {
  const { platform, expect } = tools;
  const { reply } = await create(tools, json);
  const text = error instanceof RegExp ? regex(error) : error;
  expect(status === 201 ? 'it is created' : 'it is refused', reply, {
    status: status ?? 400,
    ...((text || code) && { like: { ...(text && { error: text }), ...(code && { code }) } }),
  });
  if (!read) return;
  const asked = await platform.ask('GET', `/workspaces/${platform.text(reply, 'id')}`);
  expect('it reads', asked, { status: 200, like: read });
}

async function create({ platform }: Tools, more: Readonly<Record<string, unknown>>) {
  const json = { name: unique(12), external: true, runtime: 'external', ...more };
  return { reply: await platform.ask('POST', '/workspaces', { as: 'admin', json }) };
}

function unique(characters: number): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, characters);
}
