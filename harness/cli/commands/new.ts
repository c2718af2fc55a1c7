import { Command, Option } from 'commander';
import { SHELVES, type Shelf } from '../../corpus/entry.ts';
import { EXIT } from '../../support/errors.ts';
import type { Started, Step } from '../new/draft.ts';
import { newEntry } from '../new/entry.ts';
import { type FaultFlags, newFault } from '../new/fault.ts';
import { type NeutralFlags, newNeutral } from '../new/neutral.ts';
import { newSuite } from '../new/suite.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay new`: writes what something new consists of into this clone, and says what to do with it next. */
export function newCommand(shell: Shell, finish: Finish): Command {
  const kind = (name: string, description: string) =>
    new Command(name).description(description).argument('<name>', 'in kebab-case');
  const show = (started: Started) => {
    shell.out(render(started));
    finish(EXIT.ok);
  };
  const entry = kind('entry', 'an entry of the corpus: payload and sidecar')
    .addOption(new Option('--shelf <shelf>', 'where it stands').choices(SHELVES).default('valid'))
    .action(async (name: string, { shelf }: { shelf: Shelf }) => show(await newEntry(name, shelf)));
  const fault = kind('fault', 'a known regression of a service, which cases must find')
    .option('--suite <suite>', 'suite that it proves', 'corpus')
    .option('--kills <case...>', 'cases that must find it (default: one that no fault kills yet)')
    .option('--seam <seam>', 'seam of compose/seams.ts (default: the one that most faults of the suite use)')
    .option('--in <folder>', 'folder below faults/ (default: that of the service)')
    .action(async (name: string, flags: FaultFlags) => show(await newFault(name, flags)));
  const neutral = kind('neutral', 'a variant of a service that is different and conforms')
    .option('--suite <suite>', 'suite that must stay green in it', 'corpus')
    .option('--seam <seam>', 'seam of compose/seams.ts (default: the one that the suite uses most)')
    .action(async (name: string, flags: NeutralFlags) => show(await newNeutral(name, flags)));
  const suite = kind('suite', 'a gated suite with a case, a fault and a variant to begin with').action(
    async (name: string) => show(await newSuite(name)),
  );
  return new Command('new')
    .description('write a new corpus entry, fault, neutral variant or suite to start from')
    .addCommand(entry)
    .addCommand(fault)
    .addCommand(neutral)
    .addCommand(suite);
}

function render({ draft, next }: Started): string {
  const files = [
    ...draft.made.map(({ path }) => `wrote    ${path}`),
    ...draft.changed.map(({ path }) => `changed  ${path}`),
  ];
  return `${[...files, '', 'Next:', ...next.flatMap(linesOf)].join('\n')}\n`;
}

function linesOf({ what, commands }: Step, index: number): readonly string[] {
  return [`  ${index + 1}. ${what}`, ...commands.map((command) => `       ${command}`)];
}
