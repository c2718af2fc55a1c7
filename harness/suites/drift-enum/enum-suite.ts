import { type CheckMemory, checkEnums, loadEnumSettings, tablesMarkdown } from '../../drift/index.ts';
import { type CheckedTree, DRIFT_CLAUSE, judgeDrift } from '../drift-result.ts';
import { NO_PROOF, type Suite } from '../suite.ts';

/** What to look at instead of the tree that the settings name, and what to remember of it until it is looked at again. */
interface OtherTree {
  readonly root?: string;
  readonly memory?: CheckMemory;
}

/** The enums of a settings file as a suite of one case, `drift-enum/<name>`. */
export function enumSuite(settingsFile: string, other: OtherTree = {}): Suite<AsyncDisposable, CheckedTree> {
  return {
    name: 'drift-enum',
    title: 'Database enums are declared, used and typed alike in migrations and code.',
    needs: ['source-tree'],
    isolation: 'shared',
    runner: 'in-line',
    groups: [],
    plan: async () => {
      const { name } = loadEnumSettings(settingsFile);
      const title = `Enums of ${name}: declared, used and typed alike`;
      const facets = { tree: name };
      const id = `drift-enum/${name}`;
      return { cases: [{ id, suite: 'drift-enum', title, clause: DRIFT_CLAUSE, facets }], excluded: [] };
    },
    open: async () => ({ [Symbol.asyncDispose]: () => Promise.resolve() }),
    perform: () => check(settingsFile, other),
    judge: (checked, at) => judgeDrift(checked, at),
    proof: async () => NO_PROOF,
  };
}

async function check(settingsFile: string, { root, memory }: OtherTree): Promise<CheckedTree> {
  const settings = loadEnumSettings(settingsFile);
  const looked = root === undefined ? settings : { ...settings, root };
  const report = await checkEnums(looked, memory && { memory });
  const filesRead = report.counts.codeFiles + report.counts.migrations;
  return { report, filesRead, table: tablesMarkdown(report.tables) };
}
