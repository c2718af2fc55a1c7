import { type ContractCase, one, since } from '../../contract/language/index.ts';

/** 0.1: what runs says what it was built from. */
export const BUILD: readonly ContractCase[] = [
  one(
    '0.3',
    'build',
    'The build that runs is the one that was asked for',
    async ({ platform, expect, configure }) => {
      const sha = crypto.randomUUID().replaceAll('-', '');
      await configure({ GIT_SHA: sha });
      expect('it names its commit', await platform.ask('GET', '/buildinfo'), {
        status: 200,
        like: { git_sha: sha },
      });
    },
    since('hasBuildInfo'),
  ),
];
