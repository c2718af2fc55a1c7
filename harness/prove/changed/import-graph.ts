import { EnvironmentError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';

/** Who imports whom among the files of the project, by paths from its root; what only lends types is in no file. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Follows the imports of some files, as the bundler resolves them. Throws `EnvironmentError` for what does not parse. */
export async function importGraph(entries: readonly string[], root = projectRoot): Promise<ImportGraph> {
  const { build } = await import('esbuild');
  const made = build({
    ...{ entryPoints: [...entries], absWorkingDir: root, outdir: root, outbase: root },
    ...{ bundle: true, write: false, metafile: true, logLevel: 'silent' },
    ...{ format: 'esm', platform: 'node', packages: 'external' },
  });
  const { metafile } = await made.catch((cause: Error) => {
    throw unreadable(cause);
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map(({ path }) => path),
    ]),
  );
}

/** A file and everything that it imports, also by way of others; `without` are not entered. */
export function closureOf(
  graph: ImportGraph,
  files: Iterable<string>,
  without: (file: string) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    for (const imported of graph.get(file) ?? []) if (!without(imported)) reached.add(imported);
  }
  return reached;
}

function unreadable(cause: Error): EnvironmentError {
  return new EnvironmentError({
    code: 'IMPORTS_UNKNOWN',
    message: 'The imports of the project cannot be followed, so nobody knows what a change touches.',
    details: cause.message.split('\n'),
    fix: 'Correct the source that is named above.',
  });
}
