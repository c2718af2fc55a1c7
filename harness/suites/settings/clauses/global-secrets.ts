import {
  type ContractCase,
  memberAt,
  one,
  type Tools,
  type Workspace,
} from '../../contract/language/index.ts';

/** F.7: everybody's secrets, which restart every workspace: in a world of their own. */
export const GLOBAL_SECRETS: readonly ContractCase[] = [
  one(
    'F.7',
    'global',
    'Everybody’s secrets are merged in, and give way to a workspace’s own',
    async (tools) => {
      await tools.configure({});
      const workspace = await tools.platform.workspace();
      const [shared, own] = [`S_${crypto.randomUUID()}`, `O_${crypto.randomUUID()}`];
      const global = (method: string, path: string, json?: object) =>
        tools.platform.ask(method, `/settings/secrets${path}`, { as: 'admin', json });
      for (const key of [shared, own])
        tools.expect('it is saved for everybody', await global('PUT', '', { key, value: 'of all' }), {
          status: 200,
          like: { status: 'saved', key, scope: 'global' },
        });
      await ask(tools, workspace, 'POST', '', { json: { key: own, value: 'its own' } });
      const { json } = await ask(tools, workspace, 'GET', '');
      const scopes = (json as readonly object[]).map((each) => [
        memberAt(each, 'key'),
        memberAt(each, 'scope'),
      ]);
      const scopeOf = (key: string) => scopes.filter(([each]) => each === key).map(([, scope]) => scope);
      tools.expect.value('how they are listed', [scopeOf(shared), scopeOf(own)], [['global'], ['workspace']]);
      tools.expect('their values', await ask(tools, workspace, 'GET', '/values'), {
        status: 200,
        like: { [shared]: 'of all', [own]: 'its own' },
      });
      for (const key of [shared, own])
        tools.expect('it is taken away', await global('DELETE', `/${key}`), { status: 200 });
      tools.expect(
        'nobody saves for everybody',
        await tools.platform.ask('PUT', '/settings/secrets', {
          json: { key: shared, value: 'x' },
          as: workspace.token,
        }),
        { status: 401 },
      );
    },
  ),
];

function ask(
  { platform }: Tools,
  { id, token }: Workspace,
  method: string,
  path: string,
  asking: { readonly json?: unknown } = {},
) {
  return platform.ask(method, `/workspaces/${id}/secrets${path}`, { as: token, ...asking });
}
