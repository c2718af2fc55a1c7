import { type ContractCase, memberAt, one, regex, rows, since, type Tools } from '../language/index.ts';
import { listen } from './listen.ts';
import { remove } from './managed.ts';

/** E.1: an agent registers. */
export const REGISTER: readonly ContractCase[] = [
  one(
    'E.1',
    'known',
    'An agent with its bearer is registered, and told the inbound secret each time',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      const heard = await listen(tools);
      const url = tools.agent().url;
      const first = await register(tools, { id: workspace.id, url }, workspace.token);
      expect('it is registered', first, {
        status: 200,
        like: { status: 'registered', delivery_mode: 'poll', platform_inbound_secret: regex(/^[\w-]{43}$/) },
        without: ['auth_token'],
      });
      const event = await heard.until({ event: 'WORKSPACE_ONLINE', workspace_id: workspace.id });
      expect.like('its event', event?.payload, { url, agent_card: CARD, delivery_mode: 'poll' });
      const again = await register(tools, { id: workspace.id, url }, workspace.token);
      const secret = memberAt(first.json, 'platform_inbound_secret');
      expect.value('the secret of the second time', memberAt(again.json, 'platform_inbound_secret'), secret);
      expect.value('there is a secret', secret !== undefined, true);
    },
  ),

  one('E.1', 'unknown', 'An unknown workspace is created, and gets its first bearer once', async (tools) => {
    const { platform, expect } = tools;
    const id = crypto.randomUUID();
    const first = await register(tools, { id, delivery_mode: 'poll' });
    expect('it is registered', first, {
      status: 200,
      like: { auth_token: regex(/^[\w-]{43}$/), platform_inbound_secret: regex(/^[\w-]{43}$/) },
    });
    expect('it reads', await platform.ask('GET', `/workspaces/${id}`), {
      status: 200,
      like: { name: id, status: 'online', tier: 1 },
    });
    const token = platform.text(first, 'auth_token');
    expect('nobody registers there any more', await register(tools, { id, delivery_mode: 'poll' }), {
      status: 401,
      like: { error: 'missing workspace auth token' },
    });
    const again = await register(tools, { id, delivery_mode: 'poll' }, token);
    expect('its bearer does, and is not replaced', again, { status: 200, without: ['auth_token'] });
  }),

  ...rows<{
    readonly json: Readonly<Record<string, unknown>>;
    readonly status?: number;
    readonly error: string | RegExp;
  }>(
    'E.1',
    'refused',
    {
      'no-id': { json: { id: undefined }, error: 'invalid request body' },
      'id-empty': { json: { id: '' }, error: 'invalid request body' },
      'id-number': { json: { id: 7 }, error: 'invalid request body' },
      'no-card': { json: { agent_card: undefined }, error: 'invalid request body' },
      'url-number': { json: { url: 7 }, error: 'invalid request body' },
      'mode-unknown': { json: { delivery_mode: 'x' }, error: "delivery_mode must be 'push' or 'poll'" },
      'mode-case': { json: { delivery_mode: 'POLL' }, error: "delivery_mode must be 'push' or 'poll'" },
      'push-without-url': {
        json: { delivery_mode: 'push', url: undefined },
        error: 'url is required for push-mode workspaces',
      },
      'push-empty-url': {
        json: { delivery_mode: 'push', url: '' },
        error: 'url is required for push-mode workspaces',
      },
      'push-unsafe': {
        json: { delivery_mode: 'push', url: 'http://169.254.169.254' },
        error: /^url targets a blocked address: /,
      },
      'id-no-uuid': {
        json: { id: 'no-uuid', delivery_mode: 'poll' },
        ...{ status: 500, error: 'registration failed' },
      },
    },
    (_row, key) => `A registration with ${key} is refused`,
    async (tools, { json, status = 400, error }) => {
      const { id, token } = await tools.platform.workspace();
      tools.expect('it is refused', await register(tools, { id, ...json }, token), {
        status,
        like: { error: error instanceof RegExp ? regex(error) : error },
        without: ['auth_token', 'platform_inbound_secret'],
      });
    },
  ),

  ...rows<{
    readonly json: Readonly<Record<string, unknown>>;
    readonly bearer: boolean;
    readonly status: number;
  }>(
    'E.1',
    'order',
    {
      'body-before-bearer': { json: { agent_card: undefined }, bearer: false, status: 400 },
      'mode-before-bearer': { json: { delivery_mode: 'x' }, bearer: false, status: 400 },
      'bearer-before-url': { json: { delivery_mode: 'push', url: '' }, bearer: false, status: 401 },
      'bearer-before-address': {
        json: { delivery_mode: 'push', url: 'http://169.254.169.254' },
        ...{ bearer: false, status: 401 },
      },
    },
    (_row, key) => `What is refused first: ${key}`,
    async (tools, { json, bearer, status }) => {
      const { id, token } = await tools.platform.workspace();
      const asked = await register(tools, { id, ...json }, bearer ? token : undefined);
      tools.expect('what comes first decides', asked, { status });
    },
  ),

  ...rows<{ readonly whose: 'admin' | 'other' | 'garbage' }>(
    'E.1',
    'bearer',
    { admin: { whose: 'admin' }, other: { whose: 'other' }, garbage: { whose: 'garbage' } },
    (_row, key) => `The bearer of ${key} registers nobody else`,
    async (tools, { whose }) => {
      const [own, other] = [await tools.platform.workspace(), await tools.platform.workspace()];
      const bearer = { admin: 'admin', other: other.token, garbage: 'garbage' }[whose];
      const asked = await register(tools, { id: own.id }, bearer);
      tools.expect('it is refused', asked, { status: 401, like: { error: 'invalid workspace auth token' } });
    },
  ),

  one('E.1', 'mode-kept', 'A registration that names no mode keeps the stored one', async (tools) => {
    const { id, token } = await tools.platform.workspace({ url: tools.agent().url });
    tools.expect('push is kept', await register(tools, { id, url: tools.agent().url }, token), {
      status: 200,
      like: { delivery_mode: 'push' },
    });
    await register(tools, { id, delivery_mode: 'poll' }, token);
    for (const more of [{}, { delivery_mode: '' }, { delivery_mode: null }])
      tools.expect('poll is kept', await register(tools, { id, ...more }, token), {
        status: 200,
        like: { delivery_mode: 'poll' },
      });
  }),

  one('E.1', 'poll-any-url', 'A workspace that polls may say any URL, or none', async (tools) => {
    const { id, token } = await tools.platform.workspace();
    for (const url of ['http://169.254.169.254', 'no url', undefined])
      tools.expect('it is registered', await register(tools, { id, url, delivery_mode: 'poll' }, token), {
        status: 200,
        like: { delivery_mode: 'poll' },
      });
  }),

  one('E.1', 'removed', 'A removed workspace is gone: no bearer, no secret, no event', async (tools) => {
    const workspace = await tools.platform.workspace();
    await remove(tools, workspace);
    const heard = await listen(tools);
    tools.expect('it is gone', await register(tools, { id: workspace.id, delivery_mode: 'poll' }), {
      status: 410,
      like: { error: 'workspace removed' },
      without: ['auth_token', 'platform_inbound_secret'],
    });
    tools.idle();
    await heard.quiet();
    tools.expect.value('its events', heard.namesOf(workspace.id), []);
  }),

  ...rows<{ readonly card: (id: string, name: string) => unknown; readonly kept: (name: string) => unknown }>(
    'E.1',
    'card',
    {
      id: { card: (id) => ({ name: id, skills: [1] }), kept: (name) => ({ ...whole(name), skills: [1] }) },
      'name-empty': { card: () => ({ name: '' }), kept: whole },
      'name-absent': { card: () => ({ url: 'u' }), kept: (name) => ({ ...whole(name), url: 'u' }) },
      'name-blank': { card: () => ({ name: '  ' }), kept: () => ({ name: '  ' }) },
      'name-own': {
        card: () => ({ name: 'Ä' }),
        kept: () => ({ name: 'Ä', description: 'Ä', role: 'writer' }),
      },
      'role-own': { card: () => ({ name: 'A', role: 'x' }), kept: () => ({ name: 'A', role: 'x' }) },
      'description-own': {
        card: () => ({ name: 'A', description: 'd' }),
        kept: () => ({ name: 'A', description: 'd', role: 'writer' }),
      },
      text: { card: () => 'text', kept: () => 'text' },
      null: { card: () => null, kept: () => null },
    },
    (_row, key) => `What is kept of a card: ${key}`,
    async (tools, { card, kept }) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace({ more: { role: 'writer' } });
      const given = { id: workspace.id, agent_card: card(workspace.id, workspace.name) };
      expect('it is registered', await register(tools, given, workspace.token), { status: 200 });
      const read = await platform.ask('GET', `/workspaces/${workspace.id}`);
      expect.like('its card', memberAt(read.json, 'agent_card'), kept(workspace.name));
    },
    since('repairsCard'),
  ),

  one(
    'E.1',
    'card-of-unknown',
    'The card of a workspace that nobody knew is kept as it came',
    async (tools) => {
      const id = crypto.randomUUID();
      await register(tools, { id, agent_card: { name: 'X' }, delivery_mode: 'poll' });
      const read = await tools.platform.ask('GET', `/workspaces/${id}`);
      tools.expect.value('its card', memberAt(read.json, 'agent_card'), { name: 'X' });
    },
    since('repairsCard'),
  ),

  one(
    'E.2',
    'card-updated',
    'A card is replaced behind the same gate as a register, with its event',
    async (tools) => {
      const { platform, expect } = tools;
      const { id, token } = await platform.workspace();
      const heard = await listen(tools);
      const json = { workspace_id: id, agent_card: { name: 'new', n: 1 } };
      expect('nobody is refused', await platform.ask('POST', '/registry/update-card', { json }), {
        status: 401,
      });
      expect('it is replaced', await platform.ask('POST', '/registry/update-card', { as: token, json }), {
        status: 200,
        like: { status: 'updated' },
      });
      const event = await heard.until({ event: 'AGENT_CARD_UPDATED', workspace_id: id });
      expect.like('its event', event?.payload, { agent_card: json.agent_card });
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect.value('its card', memberAt(read.json, 'agent_card'), json.agent_card);
    },
  ),
];

const CARD = { name: 'an agent', description: 'a description', role: 'a role' };

function register({ platform }: Tools, more: Readonly<Record<string, unknown>>, as?: string) {
  return platform.ask('POST', '/registry/register', { as, json: { agent_card: CARD, ...more } });
}

function whole(name: string) {
  return { name, description: name, role: 'writer' };
}
