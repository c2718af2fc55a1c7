import {
  before,
  type Conditions,
  type ContractCase,
  one,
  rows,
  since,
  type Tools,
  type Workspace,
} from '../language/index.ts';

/** Workspaces with one parent: the target, who speaks, and a third that has nothing to do with it. */
interface Family {
  readonly target: Workspace;
  readonly sibling: Workspace;
  readonly third: Workspace;
}

/** What a request says of its sender, and what becomes of it: a refusal, or the source that is written down. */
interface Speech extends Conditions {
  readonly header?: (family: Family) => string;
  readonly bearer?: (family: Family) => string;
  /** Instead of a bearer. */
  readonly authorization?: (family: Family) => string;
  readonly refused?: readonly [number, string];
  readonly source?: (family: Family) => string | null;
}

const NOBODY = () => null;
const MISSING = [401, 'missing caller auth token'] as const;
const INVALID = [401, 'invalid caller auth token'] as const;
const STRANGER = [403, 'access denied: workspaces cannot communicate per hierarchy rules'] as const;
const FORGED = [403, 'invalid caller ID'] as const;

/** A.2: who speaks is who can show it. */
export const CALLER: readonly ContractCase[] = [
  ...rows<Speech>(
    'A.2',
    'speaks',
    {
      canvas: { source: NOBODY },
      'garbage-bearer': { bearer: () => 'no-token-of-anybody', source: NOBODY },
      self: { header: ({ target }) => target.id, source: ({ target }) => target.id },
      sibling: {
        header: ({ sibling }) => sibling.id,
        bearer: ({ sibling }) => sibling.token,
        source: ({ sibling }) => sibling.id,
      },
      'bearer-alone': { bearer: ({ sibling }) => sibling.token, source: ({ sibling }) => sibling.id },
      'header-alone': { header: ({ sibling }) => sibling.id, refused: MISSING },
      'token-of-the-target': {
        header: ({ sibling }) => sibling.id,
        bearer: ({ target }) => target.token,
        refused: INVALID,
      },
      'token-of-a-third': {
        header: ({ sibling }) => sibling.id,
        bearer: ({ third }) => third.token,
        refused: INVALID,
      },
      'token-garbage': { header: ({ sibling }) => sibling.id, bearer: () => 'garbage', refused: INVALID },
      'scheme-in-small-letters': {
        header: ({ sibling }) => sibling.id,
        authorization: ({ sibling }) => `bearer ${sibling.token}`,
        refused: MISSING,
      },
      'id-in-capitals': {
        header: ({ sibling }) => sibling.id.toUpperCase(),
        bearer: ({ sibling }) => sibling.token,
        refused: INVALID,
      },
      'unknown-workspace': { header: () => crypto.randomUUID(), refused: STRANGER },
      'no-uuid': { header: () => 'somebody', refused: STRANGER },
      'prefix-webhook': { header: () => 'webhook:x', refused: FORGED },
      'prefix-system': { header: () => 'system:', refused: FORGED },
      'prefix-test': { header: () => 'test:x', refused: FORGED },
      'prefix-channel': { header: () => 'channel:x', refused: FORGED },
      'prefix-in-capitals': { header: () => 'System:x', refused: STRANGER },
      'administrator-for-another': {
        header: ({ sibling }) => sibling.id,
        bearer: () => 'admin',
        source: ({ sibling }) => sibling.id,
        ...since('canvasUserSpeaksForAll'),
      },
      'administrator-is-no-workspace': {
        header: ({ sibling }) => sibling.id,
        bearer: () => 'admin',
        refused: INVALID,
        ...before('canvasUserSpeaksForAll'),
      },
    },
    (_row, key) => `Who speaks: ${key}`,
    async (tools, { header, bearer, authorization, refused, source }) => {
      const family = await makeFamily(tools);
      const named = header?.(family);
      const given = authorization?.(family);
      const sent = await tools.platform.send(family.target, 'hello', {
        as: bearer?.(family),
        headers: {
          ...(named !== undefined && { 'x-workspace-id': named }),
          ...(given !== undefined && { authorization: given }),
        },
      });
      if (refused) {
        const [status, error] = refused;
        tools.expect('the sender is refused', sent, { status, like: { error } });
        tools.expect.value('the log of the target', await logOf(tools, family.target), []);
      } else {
        tools.expect('the message is taken', sent, { status: 200 });
        const [row] = await logOf(tools, family.target);
        tools.expect.like('its row', row, { source_id: source?.(family) ?? null });
      }
    },
  ),

  one(
    'A.2',
    'removed-speaks-for-nobody',
    'The token of a removed workspace is that of nobody',
    async (tools) => {
      const { platform, expect } = tools;
      const { target, sibling } = await makeFamily(tools);
      const path = `/workspaces/${sibling.id}?confirm=true`;
      const gone = await platform.ask('DELETE', path, {
        as: 'admin',
        headers: { 'x-confirm-name': sibling.name },
      });
      expect('the workspace is removed', gone, { status: 200 }, 'F.4');
      expect('a message with its token is taken', await platform.send(target, 'x', { as: sibling.token }), {
        status: 200,
      });
      const [row] = await logOf(tools, target);
      expect.like('its row', row, { source_id: null });
    },
  ),
];

async function makeFamily({ platform }: Tools): Promise<Family> {
  const parent = await platform.workspace();
  const child = () => platform.workspace({ parent });
  return { target: await child(), sibling: await child(), third: await child() };
}

async function logOf({ platform }: Tools, { id, token }: Workspace): Promise<readonly unknown[]> {
  const log = await platform.ask('GET', `/workspaces/${id}/activity?type=a2a_receive`, { as: token });
  return Array.isArray(log.json) ? log.json : [];
}
