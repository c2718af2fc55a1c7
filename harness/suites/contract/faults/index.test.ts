import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../../faults/fault.ts';
import { inProject } from '../../../support/paths.ts';

test.each(['contract', 'settings', 'timing'])(
  'every fault in the folders of %s stands in its list, once',
  async (suite) => {
    const folder = inProject(`harness/suites/${suite}/faults`);
    const { FAULTS }: { readonly FAULTS: readonly Fault[] } = await import(join(folder, 'index.ts'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.includes('/') && file.endsWith('.ts'),
    );
    const held = await Promise.all(
      files.map(async (file) => Object.values(await import(join(folder, file))).filter(isFault)),
    );
    expect(FAULTS.map(({ id }) => id).sort()).toEqual(
      held
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  },
);

test.each(['contract', 'settings', 'timing'])(
  'every case in the folder of %s has a name of its own',
  async (suite) => {
    const folder = inProject(`harness/suites/${suite}/clauses`);
    const { CASES }: { readonly CASES: readonly { readonly name: string }[] } = await import(
      join(folder, 'index.ts')
    );
    const lists = await Promise.all(
      readdirSync(folder)
        .filter((file) => file !== 'index.ts' && file.endsWith('.ts'))
        .map(async (file) =>
          Object.values(await import(join(folder, file)))
            .filter(Array.isArray)
            .flat(),
        ),
    );
    const names = CASES.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const cases = lists.flat().filter((each) => typeof Reflect.get(Object(each), 'act') === 'function');
    expect(new Set(names)).toEqual(new Set(cases.map(({ name }) => name)));
  },
);

function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'kills' in value;
}
