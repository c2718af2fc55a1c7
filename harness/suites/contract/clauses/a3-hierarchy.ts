import {
  before,
  type Conditions,
  type ContractCase,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';

/** Who writes to whom, and whether that may be. */
interface Relation extends Conditions {
  readonly title: string;
  readonly allowed: boolean;
  make(platform: Tools['platform']): Promise<readonly [from: Workspace, to: Workspace]>;
}

/** A.3: who may talk to whom. */
export const HIERARCHY: readonly ContractCase[] = rows<Relation>(
  'A.3',
  'talks',
  {
    siblings: {
      title: 'Siblings may talk',
      allowed: true,
      make: async (platform) => {
        const parent = await platform.workspace();
        return [await platform.workspace({ parent }), await platform.workspace({ parent })];
      },
    },
    down: {
      title: 'A parent may talk to its child',
      allowed: true,
      make: async (platform) => {
        const parent = await platform.workspace();
        return [parent, await platform.workspace({ parent })];
      },
    },
    up: {
      title: 'A child may talk to its parent',
      allowed: true,
      make: async (platform) => {
        const parent = await platform.workspace();
        return [await platform.workspace({ parent }), parent];
      },
    },
    'down-33': {
      title: '33 levels down are near enough',
      allowed: true,
      make: (platform) => chain(platform, 33),
    },
    'up-33': {
      title: '33 levels up are near enough',
      allowed: true,
      make: async (platform) => reversed(await chain(platform, 33)),
    },
    'down-34': {
      title: '34 levels down are too far',
      allowed: false,
      make: (platform) => chain(platform, 34),
    },
    'up-34': {
      title: '34 levels up are too far',
      allowed: false,
      make: async (platform) => reversed(await chain(platform, 34)),
    },
    aunt: {
      title: 'A child may not talk to the sibling of its parent',
      allowed: false,
      make: async (platform) => {
        const parent = await platform.workspace();
        const [one, other] = [await platform.workspace({ parent }), await platform.workspace({ parent })];
        return [await platform.workspace({ parent: one }), other];
      },
    },
    cousins: {
      title: 'Children of siblings may not talk',
      allowed: false,
      make: async (platform) => {
        const parent = await platform.workspace();
        const [one, other] = [await platform.workspace({ parent }), await platform.workspace({ parent })];
        return [await platform.workspace({ parent: one }), await platform.workspace({ parent: other })];
      },
    },
    roots: {
      title: 'Two without a parent may not talk',
      allowed: false,
      make: roots,
      ...since('separatesRoots'),
    },
    'roots-before': {
      title: 'Two without a parent may talk',
      allowed: true,
      make: roots,
      ...before('separatesRoots'),
    },
  },
  ({ title }) => title,
  async ({ platform, expect }, { allowed, make }) => {
    const [from, to] = await make(platform);
    const sent = await platform.send(to, 'hello', { as: from.token, headers: { 'x-workspace-id': from.id } });
    const error = 'access denied: workspaces cannot communicate per hierarchy rules';
    if (allowed) expect('the message is taken', sent, { status: 200 });
    else expect('the message is refused', sent, { status: 403, like: { error } });
  },
);

async function roots(platform: Tools['platform']): Promise<readonly [Workspace, Workspace]> {
  return [await platform.workspace(), await platform.workspace()];
}

/** A workspace, and the one so many levels below it. */
async function chain(platform: Tools['platform'], levels: number): Promise<readonly [Workspace, Workspace]> {
  const top = await platform.workspace();
  let parent = top;
  for (let level = 0; level < levels; level += 1) parent = await platform.workspace({ parent });
  return [top, parent];
}

function reversed([one, other]: readonly [Workspace, Workspace]): readonly [Workspace, Workspace] {
  return [other, one];
}
