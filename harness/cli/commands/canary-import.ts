import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { FORMAT_NAMES } from '../../canary/import/detect.ts';
import { importCanaries, isPartial } from '../../canary/import/import.ts';
import { readDomain } from '../../canary/import/rasa/domain.ts';
import { readSource } from '../../canary/import/source.ts';
import { printable, printableJson } from '../../report/printable.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { importAsJson, renderImport } from '../canary-import/render.ts';
import { planFiles, refuseChanged, writeFiles } from '../canary-import/write.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly format?: string;
  readonly domain?: string;
  readonly out: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `assay canary import`: takes conversations over from the files of other tools; exit 1 where not all of them were. */
export function importCommand(shell: Shell, finish: Finish): Command {
  return new Command('import')
    .summary('take conversations over from Pipecat, a2a-proof, promptfoo or Rasa')
    .description(
      'take conversations over from a file of Pipecat, a2a-proof, promptfoo or Rasa, and write them as canaries; tells what could not be taken over, and exits with 1 where there is any',
    )
    .argument('<file>', 'YAML or JSON, such as promptfooconfig.yaml')
    .addOption(
      new Option('--format <format>', 'what the file is; told by its keys by default').choices(FORMAT_NAMES),
    )
    .option('--domain <path>', 'with Rasa: file or folder of the domain, which has the texts of `utter`')
    .option('--out <folder>', 'folder of the canaries', 'canaries-imported')
    .option('--dry-run', 'write nothing, and tell what would be written')
    .option('--force', 'also write over files that were changed since they were imported')
    .option('--json', 'print one JSON document on stdout')
    .action(async (file: string, _: unknown, command: Command) => {
      refuseOthers(command);
      // Options that `assay canary` has too are found there, wherever they stand.
      const flags: Flags = command.optsWithGlobals();
      const source = await readSource(resolve(shell.cwd, file));
      const besides =
        flags.domain === undefined ? {} : { domain: await readDomain(resolve(shell.cwd, flags.domain)) };
      const imported = importCanaries(source, flags.format, besides);
      const drafts = imported.conversations.flatMap(({ draft }) => draft ?? []);
      const planned = await planFiles(drafts, resolve(shell.cwd, flags.out), source.file, imported.format);
      const isDryRun = flags.dryRun === true;
      if (flags.force !== true) refuseChanged(planned);
      if (!isDryRun) await writeFiles(planned);
      const told = { source, imported, planned, isDryRun, cwd: shell.cwd, out: flags.out };
      shell.out(flags.json ? `${printableJson(importAsJson(told))}\n` : printable(renderImport(told)));
      finish(isPartial(imported) ? EXIT.failed : EXIT.ok);
    });
}

/** Options of `assay canary` are taken for its own wherever they stand, and would count for nothing here. */
function refuseOthers({ parent, options }: Command): void {
  const own = options.map(({ long }) => long);
  const given = parent?.options.find(
    (option) => parent.getOptionValueSource(option.attributeName()) === 'cli' && !own.includes(option.long),
  );
  if (!given) return;
  throw new UsageError({
    code: 'NOT_OF_IMPORT',
    message: `${given.long} is an option of \`assay canary\`, and counts for nothing where files are imported.`,
    fix: 'Leave it away; assay canary import --help tells what there is.',
  });
}
