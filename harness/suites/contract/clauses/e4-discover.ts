import { type ContractCase, memberAt, one, rows, type Tools, uuid } from '../language/index.ts';
import { type Family, makeFamily } from './family.ts';

/** E.4: where another agent is, who the peers are, and who may speak to whom. */
export const DISCOVER: readonly ContractCase[] = [
  one('E.4', 'discover', 'A sibling is told where an agent is', async (tools) => {
    const family = await makeFamily(tools);
    const url = 'http://8.8.8.8:9/agent';
    await moveTo(tools, family, url);
    tools.expect('its address is told', await discover(tools, family), {
      status: 200,
      like: { id: family.target.id, name: family.target.name, url },
    });
  }),

  ...rows<{ readonly url: string; readonly error?: string }>(
    'E.4',
    'address',
    {
      metadata: { url: 'http://169.254.169.254/', error: 'workspace URL failed safety check' },
      'test-net': { url: 'http://192.0.2.1/', error: 'workspace URL failed safety check' },
      'carrier-grade': { url: 'http://100.64.0.1/', error: 'workspace URL failed safety check' },
      scheme: { url: 'file:///etc/passwd', error: 'workspace URL failed safety check' },
      public: { url: 'http://8.8.8.8/' },
      none: { url: '', error: 'workspace not available' },
    },
    ({ error }, key) => `An address that is ${key} is ${error ? 'not told' : 'told'}`,
    async (tools, { url, error }) => {
      const family = await makeFamily(tools);
      await tools.database.query('UPDATE workspaces SET url = $2 WHERE id = $1', [family.target.id, url]);
      const status = error ? 503 : 200;
      tools.expect('what is answered', await discover(tools, family), {
        status,
        like: error ? { error } : { url },
        ...(error && url !== '' && { leaks: [url], without: ['status', 'url'] }),
      });
    },
    { needs: ['database'] },
  ),

  ...rows<{
    readonly asking: (family: Family, tools: Tools) => Promise<Asking>;
    readonly status: number;
    readonly error?: string;
  }>(
    'E.4',
    'discover-refused',
    {
      anonymous: { asking: async () => ({}), status: 400 },
      'no-token': {
        asking: async ({ source }) => ({ header: source.id }),
        ...{ status: 401, error: 'missing workspace auth token' },
      },
      'token-of-target': {
        asking: async ({ source, target }) => ({ header: source.id, as: target.token }),
        ...{ status: 401, error: 'invalid workspace auth token' },
      },
      admin: {
        asking: async ({ source }) => ({ header: source.id, as: 'admin' }),
        ...{ status: 401, error: 'invalid workspace auth token' },
      },
      stranger: {
        asking: async (_family, { platform }) => asItself(await platform.workspace()),
        ...{ status: 403, error: 'not authorized to discover this workspace' },
      },
      'unknown-target': {
        asking: async ({ source }) => ({ ...asItself(source), target: crypto.randomUUID() }),
        ...{ status: 403, error: 'not authorized to discover this workspace' },
      },
      'target-no-uuid': {
        asking: async ({ source }) => ({ ...asItself(source), target: 'no-uuid' }),
        ...{ status: 403, error: 'not authorized to discover this workspace' },
      },
    },
    (_row, key) => `An address is not told: ${key}`,
    async (tools, { asking, status, error }) => {
      const family = await makeFamily(tools);
      const asked = await discover(tools, family, await asking(family, tools));
      tools.expect('it is refused', asked, {
        status,
        ...(error && { like: { error } }),
        leaks: [family.agent.url],
      });
    },
  ),

  one('E.4', 'peers', 'Peers are siblings, children and the parent', async (tools) => {
    const { platform, expect } = tools;
    const family = await makeFamily(tools);
    const child = await platform.workspace({ parent: family.source });
    const stranger = await platform.workspace();
    const asked = await peers(tools, family);
    expect.value('who they are', idsOf(asked.json), [family.parent.id, family.target.id, child.id].sort());
    expect.value('a stranger is among them', asked.text.includes(stranger.id), false);
    expect.like('how one is shown', memberAt(asked.json, '0'), {
      ...{
        id: uuid(),
        status: memberAt(asked.json, '0.status'),
        parent_id: memberAt(asked.json, '0.parent_id'),
      },
      ...{ active_tasks: 0, name: memberAt(asked.json, '0.name') },
    });
    for (const key of [
      'id',
      'name',
      'tier',
      'status',
      'url',
      'parent_id',
      'active_tasks',
      'role',
      'agent_card',
    ])
      expect.value(`it has ${key}`, Object.hasOwn(Object(memberAt(asked.json, '0')), key), true);
  }),

  ...rows<{ readonly query: string; readonly found: boolean }>(
    'E.4',
    'peers-query',
    {
      'part-of-role': { query: 'rite', found: true },
      'other-case': { query: 'WRITER', found: true },
      unicode: { query: 'žlu', found: true },
      nothing: { query: 'zzz', found: false },
      'percent-sign': { query: '%', found: false },
      empty: { query: '', found: true },
    },
    ({ found }, key) => `A peer is ${found ? '' : 'not '}found by its role: ${key}`,
    async (tools, { query, found }) => {
      const { platform, expect } = tools;
      const parent = await platform.workspace();
      const source = await platform.workspace({ parent });
      const role = 'Writer of žluťoučký prose';
      const target = await platform.workspace({ parent, more: { role } });
      const asked = await platform.ask('GET', `/registry/${source.id}/peers?q=${encodeURIComponent(query)}`, {
        as: source.token,
      });
      expect('peers are told', asked, { status: 200 });
      expect.value('it is among them', idsOf(asked.json).includes(target.id), found);
    },
  ),

  one(
    'E.4',
    'peers-roots',
    'A workspace without a parent has no siblings',
    async ({ platform, expect }) => {
      const one = await platform.workspace();
      const other = await platform.workspace();
      const asked = await platform.ask('GET', `/registry/${one.id}/peers`, { as: one.token });
      expect('peers are told', asked, { status: 200, leaks: [other.id] });
      expect.value('how many', (asked.json as readonly unknown[]).length, 0);
    },
    { holds: [{ rule: 'separatesRoots', form: 'later' }] },
  ),

  one('E.4', 'peers-refused', 'The peers of a workspace are told to itself alone', async (tools) => {
    const family = await makeFamily(tools);
    const path = `/registry/${family.source.id}/peers`;
    const ask = (as?: string) => tools.platform.ask('GET', path, { as });
    for (const [who, as] of [
      ['nobody', undefined],
      ['a sibling', family.target.token],
      ['the admin', 'admin'],
    ] as const)
      tools.expect(`${who} is refused`, await ask(as), { status: 401, leaks: [family.target.id] });
    const unknown = await tools.platform.ask('GET', `/registry/${crypto.randomUUID()}/peers`);
    tools.expect('one that is not there', unknown, { status: 404, like: { error: 'workspace not found' } });
  }),

  ...rows<{
    readonly pair: (family: Family, stranger: string) => readonly [string, string];
    readonly allowed: boolean;
  }>(
    'E.4',
    'access',
    {
      siblings: { pair: ({ source, target }) => [source.id, target.id], allowed: true },
      'child-to-parent': { pair: ({ source, parent }) => [source.id, parent.id], allowed: true },
      'parent-to-child': { pair: ({ source, parent }) => [parent.id, source.id], allowed: true },
      self: { pair: ({ source }) => [source.id, source.id], allowed: true },
      stranger: { pair: ({ source }, stranger) => [source.id, stranger], allowed: false },
      unknown: { pair: ({ source }) => [source.id, crypto.randomUUID()], allowed: false },
    },
    ({ allowed }, key) => `Access is ${allowed ? 'granted' : 'denied'}: ${key}`,
    async (tools, { pair, allowed }) => {
      const family = await makeFamily(tools);
      const [caller_id, target_id] = pair(family, (await tools.platform.workspace()).id);
      const json = { caller_id, target_id };
      const asked = await tools.platform.ask('POST', '/registry/check-access', { json });
      tools.expect('the answer', asked, { status: 200, like: { allowed } });
    },
  ),
];

interface Asking {
  readonly header?: string;
  readonly as?: string;
  readonly target?: string;
}

function asItself({ id, token }: { readonly id: string; readonly token: string }): Asking {
  return { header: id, as: token };
}

/** Asks for the address of the target, as its sibling unless told otherwise. */
function discover({ platform }: Tools, { source, target }: Family, asking: Asking = asItself(source)) {
  const headers = asking.header === undefined ? {} : { 'x-workspace-id': asking.header };
  return platform.ask('GET', `/registry/discover/${asking.target ?? target.id}`, { as: asking.as, headers });
}

async function moveTo({ platform, expect }: Tools, { target }: Family, url: string) {
  const json = { id: target.id, url, agent_card: {} };
  const moved = await platform.ask('POST', '/registry/register', { as: target.token, json });
  expect('it registers', moved, { status: 200 }, 'E.1');
}

function peers({ platform }: Tools, { source }: Family) {
  return platform.ask('GET', `/registry/${source.id}/peers`, { as: source.token });
}

function idsOf(listed: unknown): readonly string[] {
  return Array.isArray(listed) ? listed.map((each) => String(memberAt(each, 'id'))).sort() : [];
}
