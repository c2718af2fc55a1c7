import { relative } from 'node:path';
import { inQuotes, quoted } from '../../harness/support/command.ts';
import { escapePattern } from '../../harness/support/escape-pattern.ts';
import { projectRoot } from '../../harness/support/paths.ts';
import type { Tally } from './tally.ts';

/** A file of tests as vitest's JSON reporter tells of it. */
export interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** How vitest is called so that it writes its results to `file`; no colours go where no terminal is. */
export function vitestInto(file: string, isTTY: boolean) {
  return {
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    env: isTTY ? {} : { NO_COLOR: '1' },
  };
}

/** What the tests came to, with a command for each that failed. */
export function tallyOf(results: readonly FileResult[]): Tally {
  const tests = results.flatMap(({ name, assertionResults }) =>
    assertionResults.map((each) => ({ ...each, file: relative(projectRoot, name) })),
  );
  const unloaded = results.filter(isUnloadable);
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const failed = [...tests.filter(({ status }) => status === 'failed'), ...skipped.filter(isSilent)];
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + unloaded.length,
    names: [...unloaded.map(unloadedLine), ...failed.map(({ file, fullName }) => lineFor(file, fullName))],
    inconclusive: skipped.filter((each) => !isSilent(each)).map(({ fullName }) => fullName),
  };
}

/** Runs this test and no other; vitest takes a name for a pattern. */
function lineFor(file: string, fullName: string): string {
  return `npx vitest run ${quoted(file)} -t ${inQuotes(`^${escapePattern(fullName)}$`)}`;
}

/** A file of which no test is known to have failed, and which has failed all the same: it could not be loaded. */
export function isUnloadable({ status, assertionResults }: FileResult): boolean {
  return status === 'failed' && !assertionResults.some((each) => each.status === 'failed');
}

function unloadedLine({ name, message }: FileResult): string {
  return `npx vitest run ${quoted(relative(projectRoot, name))} (${message.split('\n')[0]})`;
}

/** A test that could not run here says so in its name; any other that is skipped has failed. */
function isSilent({ fullName }: { readonly fullName: string }): boolean {
  return !fullName.includes('inconclusive');
}
