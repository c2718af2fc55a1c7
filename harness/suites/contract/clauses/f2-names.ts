import { before, type ContractCase, one, since, type Tools } from '../language/index.ts';

/** F.2: names that siblings have. */
export const CREATE_NAMES: readonly ContractCase[] = [
  one(
    'F.2',
    'name-repeated',
    'A name that a live sibling has is numbered, and the reply does not say so',
    async (tools) => {
      const { platform, expect } = tools;
      const first = await platform.workspace();
      const { reply } = await create(tools, { name: first.name });
      expect('it is created', reply, { status: 201, without: ['name'] });
      const id = platform.text(reply, 'id');
      const read = await platform.ask('GET', `/workspaces/${id}`);
      expect('its name is numbered', read, { status: 200, like: { name: `${first.name} (2)` } });
      const below = await create(tools, { name: first.name, parent_id: first.id });
      const child = await platform.ask('GET', `/workspaces/${platform.text(below.reply, 'id')}`);
      expect('below another it is its own', child, { status: 200, like: { name: first.name } });
    },
    since('numbersRepeatedNames'),
  ),

  one(
    'F.2',
    'name-exhausted',
    'A name that twenty live siblings have is taken',
    async (tools) => {
      const name = unique(12);
      for (let count = 1; count <= 20; count += 1) {
        const { reply } = await create(tools, { name });
        tools.expect(`number ${count} is created`, reply, { status: 201 });
      }
      const { reply } = await create(tools, { name });
      tools.expect('the next is refused', reply, {
        status: 409,
        like: { error: 'workspace name already in use; please pick a different name' },
      });
    },
    since('numbersRepeatedNames'),
  ),

  one(
    'F.2',
    'name-free',
    'A name may be used again',
    async (tools) => {
      const first = await tools.platform.workspace();
      const { reply } = await create(tools, { name: first.name });
      const read = await tools.platform.ask('GET', `/workspaces/${tools.platform.text(reply, 'id')}`);
      tools.expect('its name is as given', read, { status: 200, like: { name: first.name } });
    },
    before('numbersRepeatedNames'),
  ),
];

async function create({ platform }: Tools, more: Readonly<Record<string, unknown>>) {
  const json = { name: unique(12), external: true, runtime: 'external', ...more };
  return { reply: await platform.ask('POST', '/workspaces', { as: 'admin', json }) };
}

function unique(characters: number): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, characters);
}
