import {
  before,
  type ContractCase,
  one,
  rows,
  since,
  string,
  type Tools,
} from '../../contract/language/index.ts';

/** How a platform is set up, what a request shows, and what becomes of it. */
interface Knock {
  readonly env: Readonly<Record<string, string>>;
  /** The header as it is sent; `admin` stands for the token of the administrator. */
  readonly authorization?: (admin: string) => string;
  readonly status: number;
  readonly error?: string;
}

const PRODUCTION = {
  MOLECULE_ENV: 'production',
  SECRETS_ENCRYPTION_KEY: 'a key for tests',
  RATE_LIMIT: '1000000',
};
const bearer = (token: string) => `Bearer ${token}`;

/** H.1: tokens for tests. */
export const TEST_TOKEN: readonly ContractCase[] = [
  ...rows<Knock>(
    'H.1',
    'test-token',
    {
      production: { env: PRODUCTION, authorization: bearer, status: 404, error: 'not found' },
      'production-other-word': {
        env: { ...PRODUCTION, MOLECULE_ENABLE_TEST_TOKENS: 'true' },
        ...{ authorization: bearer, status: 404, error: 'not found' },
      },
      'production-switched-on': {
        env: { ...PRODUCTION, MOLECULE_ENABLE_TEST_TOKENS: '1' },
        ...{ authorization: bearer, status: 200 },
      },
      nobody: { env: {}, status: 401, error: 'admin auth required' },
      garbage: { env: {}, authorization: () => 'Bearer garbage', status: 401 },
      admin: { env: {}, authorization: bearer, status: 200 },
      'admin-bare': { env: {}, authorization: (token) => token, status: 200 },
    },
    ({ status }, key) => `Whoever asks for a token for tests is answered ${status}: ${key}`,
    async (tools, { env, authorization, status, error }) => {
      await tools.configure(env);
      const { id } = await tools.platform.workspace();
      const shown = authorization?.(tools.platform.adminToken ?? '');
      const asked = await testToken(tools, id, shown);
      tools.expect('what is answered', asked, {
        status,
        ...(error && { like: { error } }),
        ...(status === 200
          ? { like: { auth_token: string(), workspace_id: id } }
          : { without: ['auth_token'] }),
      });
    },
    before('dropsTestToken'),
  ),

  one(
    'H.1',
    'test-token-of-others',
    'Neither the token of a workspace nor that of the organisation opens the way of tests',
    async (tools) => {
      await tools.configure({});
      const { id, token } = await tools.platform.workspace();
      const org = await tools.platform.ask('POST', '/org/tokens', {
        as: 'admin',
        json: { name: 'of tests' },
      });
      for (const [whose, shown] of [
        ['a workspace', token],
        ['the organisation', tools.platform.text(org, 'auth_token')],
      ] as const)
        tools.expect(`the token of ${whose}`, await testToken(tools, id, bearer(shown)), { status: 401 });
    },
    before('dropsTestToken'),
  ),

  one(
    'H.1',
    'test-token-works',
    'A token for tests is one of its workspace, and there is none of nobody',
    async (tools) => {
      await tools.configure({});
      const { id } = await tools.platform.workspace();
      const shown = bearer(tools.platform.adminToken ?? '');
      const given = tools.platform.text(await testToken(tools, id, shown), 'auth_token');
      const read = await tools.platform.ask('GET', `/workspaces/${id}/activity`, { as: given });
      tools.expect('it opens its workspace', read, { status: 200 });
      tools.expect('one of nobody', await testToken(tools, crypto.randomUUID(), shown), {
        status: 404,
        like: { error: 'workspace not found' },
      });
      tools.expect('one of no UUID', await testToken(tools, 'no-uuid', shown), {
        status: 500,
        like: { error: 'lookup failed' },
      });
    },
    before('dropsTestToken'),
  ),

  one(
    'H.1',
    'test-token-gone',
    'There are no tokens for tests any more',
    async (tools) => {
      await tools.configure({});
      const { id } = await tools.platform.workspace();
      const shown = bearer(tools.platform.adminToken ?? '');
      tools.expect('what is answered', await testToken(tools, id, shown), {
        status: 404,
        without: ['auth_token'],
      });
    },
    since('dropsTestToken'),
  ),

  one(
    'H.1',
    'minted',
    'An admin mints a token of a workspace',
    async (tools) => {
      await tools.configure({});
      const { id, token } = await tools.platform.workspace();
      const mint = (of: string, as: string | undefined) =>
        tools.platform.ask('POST', `/admin/workspaces/${of}/tokens`, { as });
      const minted = await mint(id, 'admin');
      tools.expect('it is minted', minted, {
        status: 201,
        like: { auth_token: string(), workspace_id: id, message: string() },
      });
      const read = await tools.platform.ask('GET', `/workspaces/${id}/activity`, {
        as: tools.platform.text(minted, 'auth_token'),
      });
      tools.expect('it opens its workspace', read, { status: 200 });
      tools.expect('one of nobody', await mint(crypto.randomUUID(), 'admin'), { status: 404 });
      tools.expect('the workspace mints none so', await mint(id, token), { status: 401 });
    },
    since('mintsTokens'),
  ),

  one(
    '0.2',
    'no-admin-token',
    'Without an admin token the token of a workspace is no admin',
    async (tools) => {
      await tools.configure({});
      const { token } = await tools.platform.workspace();
      await tools.configure({ ADMIN_TOKEN: '' });
      tools.expect('the list of workspaces', await tools.platform.ask('GET', '/workspaces', { as: token }), {
        status: 401,
      });
    },
    since('failsClosed'),
  ),
];

function testToken({ platform }: Tools, id: string, authorization: string | undefined) {
  const headers = authorization === undefined ? {} : { authorization };
  return platform.ask('GET', `/admin/workspaces/${id}/test-token`, { headers });
}
