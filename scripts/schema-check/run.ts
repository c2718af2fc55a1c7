import { parseArgs } from 'node:util';
import { AssayError, EXIT, type ExitCode, UsageError } from '../../harness/support/errors.ts';
import { inProject } from '../../harness/support/paths.ts';
import { compare } from './compare.ts';
import { officialJudges } from './official.ts';
import { ourJudges } from './ours.ts';
import { renderComparison } from './report.ts';
import { collectSubjects } from './subjects.ts';

/** Runs the comparison for command-line arguments; throws for what cannot be compared. */
export async function checkSchemas(
  argv: readonly string[],
  print: (text: string) => void,
): Promise<ExitCode> {
  const { folder, corpus, seed, json } = options(argv);
  const official = officialJudges(folder);
  const found = await collectSubjects(corpus, seed, official);
  if (found.payloads === 0) throw nothingCompared(corpus);
  const comparison = compare(found.subjects, ourJudges(), official);
  print(json ? JSON.stringify(comparison) : renderComparison(comparison, found));
  return comparison.disagreements.length === 0 ? EXIT.ok : EXIT.failed;
}

function options(argv: readonly string[]) {
  const { values, positionals } = parse(argv);
  const [folder, ...others] = positionals;
  const seed = Number(values.seed);
  if (folder === undefined || others.length > 0)
    throw usage(`expected one folder, got ${positionals.length}`);
  if (!Number.isInteger(seed)) throw usage(`--seed takes an integer, not \`${values.seed}\``);
  return { folder, seed, corpus: values.corpus, json: values.json };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        corpus: { type: 'string', default: inProject('corpus') },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(message: string): UsageError {
  return new UsageError({
    code: 'SCHEMA_CHECK_USAGE',
    message,
    fix: 'npm run check:schemas -- <folder with the official files> [--json] [--seed n] [--corpus folder]',
  });
}

function nothingCompared(corpus: string): AssayError {
  return new AssayError({
    code: 'NOTHING_COMPARED',
    message: `no payload below ${corpus} could be read as JSON, so nothing was compared`,
    fix: 'Give a corpus with at least one JSON payload by --corpus.',
  });
}
