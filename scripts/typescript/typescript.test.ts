import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../harness/cli/test-support/clone.ts';
import { inProject } from '../../harness/support/paths.ts';
import { RUN_TYPESCRIPT } from '../../harness/support/typescript.ts';

const SOURCE = "export const suite: string = 'what lies there';\nprocess.stdout.write(suite);\n";
const LOAD = pathToFileURL(inProject('scripts/typescript/load.mjs')).href;

/** Ways to run the program `file`, as words for `node`. */
const WAYS: Readonly<Record<string, (file: string) => readonly string[]>> = {
  'as a program of its own': (file) => [...RUN_TYPESCRIPT, file],
  'loaded by another': (file) => [
    ...['--input-type=module', '-e'],
    `import { loadTypeScript } from '${LOAD}'; await loadTypeScript('${pathToFileURL(file).href}');`,
  ],
};

/** What tsx without our hand on it keeps in `temp`, as somebody else who can write there would leave it. */
async function plant(temp: string, file: string): Promise<readonly string[]> {
  const cache = join(temp, `tsx-${process.geteuid?.()}`);
  mkdirSync(cache, { mode: 0o777 });
  chmodSync(cache, 0o777);
  const program = WAYS['as a program of its own']?.(file) ?? [];
  const trusting = program.map((word) =>
    RUN_TYPESCRIPT.includes(word) && word !== '--import' ? 'tsx' : word,
  );
  const options = { cwd: inProject(''), env: { TMPDIR: temp, TSX_DISABLE_CACHE: undefined } };
  await execa(process.execPath, trusting, options);
  const kept = readdirSync(cache).map((name) => join(cache, name));
  for (const path of kept)
    writeFileSync(path, readFileSync(path, 'utf8').replace('what lies there', 'PLANTED'));
  const { stdout } = await execa(process.execPath, trusting, options);
  expect(stdout).toBe('PLANTED');
  return kept;
}

test.each(Object.keys(WAYS))(
  'TypeScript that runs %s is what lies there, whatever others have compiled',
  async (way) => {
    using folder = temporaryFolder();
    using temp = temporaryFolder();
    const file = join(folder.path, 'program.ts');
    writeFileSync(file, SOURCE);
    const [cache = ''] = await plant(temp.path, file);
    const env = { TMPDIR: temp.path, TSX_DISABLE_CACHE: undefined };
    const { stdout } = await execa(process.execPath, [...(WAYS[way]?.(file) ?? [])], { env });
    expect(stdout).toBe('what lies there');
    rmSync(join(cache, '..'), { recursive: true });
    await execa(process.execPath, [...(WAYS[way]?.(file) ?? [])], { env });
    expect(readdirSync(temp.path)).toEqual([]);
  },
);

test('no script of the manifest starts tsx past the one place that tells it what to trust', () => {
  const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  expect(Object.values(scripts).filter((line) => /\btsx\b/.test(String(line)))).toEqual([]);
  expect(Object.values(scripts).filter((line) => /\.ts\b/.test(String(line)))).not.toEqual([]);
  for (const line of Object.values(scripts)
    .map(String)
    .filter((each) => each.endsWith('.ts')))
    expect(line).toMatch(/^node --import \.\/scripts\/typescript\/run\.mjs /);
});
