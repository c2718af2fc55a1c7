import {
  type ContractCase,
  memberAt,
  one,
  type Reply,
  regex,
  type Tools,
  type Workspace,
} from '../language/index.ts';

/** 0.2: the tokens that a workspace has. */
export const TOKENS: readonly ContractCase[] = [
  one(
    '0.2',
    'tokens-own',
    'A workspace makes itself one more token, lists both without showing them, and takes one back',
    async (tools) => {
      const { platform, expect } = tools;
      const workspace = await platform.workspace();
      const made = await more(tools, workspace);
      expect('one more is made', made, { status: 201, like: { auth_token: regex(/^[\w-]{43}$/) } });
      const token = platform.text(made, 'auth_token');
      expect('it opens the log', await log(tools, workspace, token), { status: 200 });
      const listed = await list(tools, workspace);
      expect('both are listed', listed, { status: 200, like: { count: 2 }, leaks: [token, workspace.token] });
      const path = `/workspaces/${workspace.id}/tokens/${idOf(listed, token)}`;
      expect('it is taken back', await platform.ask('DELETE', path, { as: workspace.token }), {
        status: 200,
      });
      expect('it opens nothing more', await log(tools, workspace, token), { status: 401 });
      expect('the other one does', await log(tools, workspace, workspace.token), { status: 200 });
      expect('one is listed', await list(tools, workspace), { status: 200, like: { count: 1 } });
    },
  ),

  one('0.2', 'tokens-of-others', 'No workspace takes the token of another one back', async (tools) => {
    const { platform, expect } = tools;
    const [workspace, other] = [await platform.workspace(), await platform.workspace()];
    const id = idOf(await list(tools, workspace), workspace.token);
    const path = `/workspaces/${other.id}/tokens/${id}`;
    expect('it has no such token', await platform.ask('DELETE', path, { as: other.token }), { status: 404 });
    expect('it still opens the log', await log(tools, workspace, workspace.token), { status: 200 });
  }),
];

function more({ platform }: Tools, { id, token }: Workspace): Promise<Reply> {
  return platform.ask('POST', `/workspaces/${id}/tokens`, { as: token });
}

function list({ platform }: Tools, { id, token }: Workspace): Promise<Reply> {
  return platform.ask('GET', `/workspaces/${id}/tokens`, { as: token });
}

function log({ platform }: Tools, { id }: Workspace, as: string): Promise<Reply> {
  return platform.ask('GET', `/workspaces/${id}/activity`, { as });
}

/** A token is known by its beginning. */
function idOf({ json }: Reply, token: string): unknown {
  const listed: readonly unknown[] = Object.values(Object(memberAt(json, 'tokens')));
  return memberAt(
    listed.find((each) => memberAt(each, 'prefix') === token.slice(0, 8)),
    'id',
  );
}
