import {
  any,
  type ContractCase,
  one,
  regex,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';
import { remove } from './managed.ts';

/** Whose bearer it is, and how it is written. */
interface Bearer {
  readonly header: (tools: Tools, own: Workspace) => Promise<string | undefined>;
  /** The error of the 401; none when it passes. */
  readonly error?: string;
}

const MISSING = 'missing workspace auth token';
const INVALID = 'invalid workspace auth token';
const ADMIN_MISSING = 'admin auth required';
const ADMIN_INVALID = 'invalid admin auth token';

/** 0.2: who may call, and how a bearer is written; what every reply carries. */
export const AUTH: readonly ContractCase[] = [
  ...rows<Bearer>(
    '0.2',
    'workspace',
    {
      own: { header: async (_tools, { token }) => `Bearer ${token}` },
      admin: { header: async ({ platform }) => `Bearer ${platform.adminToken}` },
      org: { header: async (tools) => `Bearer ${await orgToken(tools)}` },
      spaces: { header: async (_tools, { token }) => `Bearer   ${token}` },
      other: {
        header: async ({ platform }) => `Bearer ${(await platform.workspace()).token}`,
        error: INVALID,
      },
      child: {
        header: async ({ platform }, parent) => `Bearer ${(await platform.workspace({ parent })).token}`,
        error: INVALID,
      },
      garbage: { header: async () => 'Bearer garbage', error: INVALID },
      'one-more-letter': { header: async (_tools, { token }) => `Bearer ${token}x`, error: INVALID },
      'one-letter-less': {
        header: async (_tools, { token }) => `Bearer ${token.slice(0, -1)}`,
        error: INVALID,
      },
      'prefix-of-it': { header: async (_tools, { token }) => `Bearer ${token.slice(0, 8)}`, error: INVALID },
      nobody: { header: async () => undefined, error: MISSING },
      empty: { header: async () => 'Bearer ', error: MISSING },
      'lower-case': { header: async (_tools, { token }) => `bearer ${token}`, error: MISSING },
      'upper-case': { header: async (_tools, { token }) => `BEARER ${token}`, error: MISSING },
      raw: { header: async (_tools, { token }) => token, error: MISSING },
      basic: { header: async (_tools, { token }) => `Basic ${token}`, error: MISSING },
    },
    (_row, key) => `Workspace routes, and a bearer that is ${key}`,
    async (tools, { header, error }) => {
      const own = await tools.platform.workspace();
      await expectAt(tools, `/workspaces/${own.id}/activity`, await header(tools, own), error);
    },
    since('failsClosed'),
  ),

  ...rows<Bearer>(
    '0.2',
    'admin',
    {
      admin: { header: async ({ platform }) => `Bearer ${platform.adminToken}` },
      org: { header: async (tools) => `Bearer ${await orgToken(tools)}` },
      workspace: { header: async (_tools, { token }) => `Bearer ${token}`, error: ADMIN_INVALID },
      garbage: { header: async () => 'Bearer garbage', error: ADMIN_INVALID },
      'one-more-letter': {
        header: async ({ platform }) => `Bearer ${platform.adminToken}x`,
        error: ADMIN_INVALID,
      },
      nobody: { header: async () => undefined, error: ADMIN_MISSING },
      empty: { header: async () => 'Bearer ', error: ADMIN_MISSING },
      'lower-case': { header: async ({ platform }) => `bearer ${platform.adminToken}`, error: ADMIN_MISSING },
      raw: { header: async ({ platform }) => `${platform.adminToken}`, error: ADMIN_MISSING },
    },
    (_row, key) => `Admin routes, and a bearer that is ${key}`,
    async (tools, { header, error }) => {
      const own = await tools.platform.workspace();
      await expectAt(tools, '/events', await header(tools, own), error);
    },
  ),

  one(
    '0.2',
    'removed',
    'The bearer of a removed workspace opens nothing, below it neither',
    async (tools) => {
      const root = await tools.platform.workspace();
      const child = await tools.platform.workspace({ parent: root });
      await remove(tools, root, '?confirm=true');
      for (const { id, token } of [root, child])
        await expectAt(tools, `/workspaces/${id}/activity`, `Bearer ${token}`, INVALID);
    },
  ),

  one('0.2', 'org-revoked', 'A bearer of the organisation that was revoked opens nothing', async (tools) => {
    const { platform, expect } = tools;
    const made = await platform.ask('POST', '/org/tokens', { as: 'admin', json: { name: 'short-lived' } });
    expect(
      'it is made',
      made,
      {
        status: 200,
        like: {
          auth_token: regex(/^[\w-]{40,}$/),
          id: any(),
          name: 'short-lived',
          prefix: any(),
          warning: any(),
        },
      },
      '0.3',
    );
    const token = platform.text(made, 'auth_token');
    await expectAt(tools, '/events', `Bearer ${token}`, undefined);
    const path = `/org/tokens/${platform.text(made, 'id')}`;
    expect('it is revoked', await platform.ask('DELETE', path, { as: 'admin' }), { status: 200 });
    await expectAt(tools, '/events', `Bearer ${token}`, ADMIN_INVALID);
  }),

  ...rows<{ readonly method: string; readonly path: string }>(
    '0.2',
    'headers',
    {
      health: { method: 'GET', path: '/health' },
      refused: { method: 'GET', path: '/workspaces/no-uuid' },
      unknown: { method: 'GET', path: '/nowhere' },
      unauthorised: { method: 'POST', path: '/workspaces' },
    },
    (_row, key) => `Browsers are told how careful to be by a reply that is ${key}`,
    async ({ platform, expect }, { method, path }) => {
      expect('its headers', await platform.ask(method, path), {
        headers: {
          'x-frame-options': /.+/,
          'x-content-type-options': /^nosniff$/i,
          'referrer-policy': /.+/,
          'content-security-policy': /.+/,
          'strict-transport-security': /max-age=\d+/,
          'permissions-policy': /.+/,
        },
      });
    },
  ),

  ...rows<{ readonly path: string; readonly origin: string; readonly refused: boolean }>(
    'C.4',
    'origin',
    {
      'health-foreign': { path: '/health', origin: 'http://elsewhere.example', refused: true },
      'socket-foreign': { path: '/ws', origin: 'http://elsewhere.example', refused: true },
      'unknown-foreign': { path: '/nowhere', origin: 'http://elsewhere.example', refused: true },
      'read-foreign': { path: '/workspaces/no-uuid', origin: 'http://localhost:3002', refused: true },
      'https-foreign': { path: '/health', origin: 'https://localhost:3000', refused: true },
      'none-foreign': { path: '/health', origin: 'null', refused: true },
      'below-foreign': { path: '/health', origin: 'http://localhost:3000.example', refused: true },
      'canvas-taken': { path: '/health', origin: 'http://localhost:3000', refused: false },
      'canvas-other-taken': { path: '/health', origin: 'http://localhost:3001', refused: false },
    },
    (_row, key) => `A page of another origin asks: ${key}`,
    async ({ platform, expect }, { path, origin, refused }) => {
      const asked = await platform.ask('GET', path, { headers: { origin } });
      if (refused) expect('it is refused without a word', asked, { status: 403, text: '' });
      else
        expect('it is answered, and the page may read it', asked, {
          status: 200,
          headers: { 'access-control-allow-origin': origin },
        });
    },
  ),
];

async function orgToken({ platform, expect }: Tools): Promise<string> {
  const made = await platform.ask('POST', '/org/tokens', { as: 'admin', json: { name: 'of a case' } });
  expect('a bearer of the organisation is made', made, { status: 200 }, '0.3');
  return platform.text(made, 'auth_token');
}

async function expectAt(
  { platform, expect }: Tools,
  path: string,
  authorization: string | undefined,
  error: string | undefined,
): Promise<void> {
  const headers = authorization === undefined ? {} : { authorization };
  const asked = await platform.ask('GET', path, { headers });
  if (error) expect('it is refused', asked, { status: 401, like: { error } });
  else expect('it passes', asked, { status: 200 });
}
