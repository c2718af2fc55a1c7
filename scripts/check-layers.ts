// Checks every import of the project against harness/layers.yaml: `npx tsx scripts/check-layers.ts`.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Lang, parse } from '@ast-grep/napi';
import { execa } from 'execa';
import { parse as parseYaml } from 'yaml';
import { inProject, projectRoot } from '../harness/support/paths.ts';

interface Layers {
  readonly layers: readonly { readonly name: string; readonly paths: readonly string[] }[];
  readonly apart: readonly {
    readonly name: string;
    readonly paths: readonly string[];
    readonly may: readonly string[];
    readonly reason: string;
  }[];
}

interface Import {
  readonly from: string;
  readonly line: number;
  readonly to: string;
}

const rules: Layers = parseYaml(readFileSync(inProject('harness/layers.yaml'), 'utf8'));
const { stdout } = await execa('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], {
  cwd: projectRoot,
});
const files = stdout.split('\n').filter((file) => /^(harness|compose|specs|canaries)\//.test(file));
const imports = files.filter((file) => !file.includes('/fixtures/')).flatMap(importsOf);
const faults = [...files.flatMap(homeless), ...imports.flatMap(judge)];

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${imports.length} imports in ${files.length} files, ${faults.length} against the layers\n`,
);
process.exitCode = faults.length > 0 || imports.length === 0 ? 1 : 0;

function importsOf(file: string): readonly Import[] {
  const root = parse(Lang.TypeScript, readFileSync(inProject(file), 'utf8')).root();
  const statements = ['import_statement', 'export_statement'].flatMap((kind) =>
    root.findAll({ rule: { kind } }),
  );
  return statements.flatMap((statement) => {
    const source = statement.field('source')?.text().slice(1, -1);
    if (!source?.startsWith('.')) return [];
    const to = relative(projectRoot, join(projectRoot, dirname(file), source));
    return [{ from: file, line: statement.range().start.line + 1, to }];
  });
}

function homeless(file: string): readonly string[] {
  const known = layerOf(file) >= 0 || apartOf(file) !== undefined;
  return known ? [] : [`${file}:1: belongs to no layer of harness/layers.yaml`];
}

function judge({ from, line, to }: Import): readonly string[] {
  const apart = apartOf(from);
  if (apart) {
    const allowed = [...apart.may, ...apart.paths].some((path) => to.startsWith(path));
    return allowed ? [] : [`${from}:${line}: ${apart.name} must not import ${to}: ${apart.reason}`];
  }
  const [own, other] = [layerOf(from), layerOf(to)];
  if (other >= 0 && other <= own) return [];
  return [
    `${from}:${line}: layer ${rules.layers[own]?.name} must not import ${to}: folders import downward only`,
  ];
}

function layerOf(file: string): number {
  return rules.layers.findIndex(({ paths }) => paths.some((path) => file.startsWith(path)));
}

function apartOf(file: string): Layers['apart'][number] | undefined {
  return rules.apart.find(({ paths }) => paths.some((path) => file.startsWith(path)));
}
