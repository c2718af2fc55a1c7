import type { Command } from 'commander';

/** A command as it is completed: what may stand behind it, and its options. */
export interface Known {
  /** Words that lead to it: nothing of the program itself, `report merge` of a command of a command. */
  readonly path: readonly string[];
  readonly words: readonly Described[];
  readonly options: readonly KnownOption[];
}

export interface Described {
  readonly word: string;
  readonly says: string;
}

export interface KnownOption extends Described {
  /** `g` of `-g`. */
  readonly short?: string;
  readonly takesValue: boolean;
}

/** A program and all commands below it; `suites` stand behind those that take any. */
export function knownCommands(program: Command, suites: readonly Described[]): readonly Known[] {
  return visit(program, [], suites);
}

function visit(command: Command, path: readonly string[], suites: readonly Described[]): readonly Known[] {
  const children = command.commands.map((child) => ({
    word: child.name(),
    says: sentence(child.summary() || child.description()),
  }));
  const takesSuites = command.registeredArguments.some((argument) => argument.name() === 'suite');
  return [
    {
      ...{ path, options: optionsOf(command) },
      words: takesSuites ? suites : [...children, ...choicesOf(command)],
    },
    ...command.commands.flatMap((child) => visit(child, [...path, child.name()], suites)),
  ];
}

/** What an argument can only be. */
function choicesOf({ registeredArguments }: Command): readonly Described[] {
  return registeredArguments.flatMap(({ argChoices = [], description }) =>
    argChoices.map((word) => ({ word, says: description })),
  );
}

function optionsOf(command: Command): readonly KnownOption[] {
  const own = command.options.map((option): KnownOption[] => {
    if (!option.long) return [];
    const short = option.short?.replace(/^-/, '');
    const takesValue = option.required || option.optional;
    return [{ word: option.long, says: sentence(option.description), takesValue, ...(short && { short }) }];
  });
  return [...own.flat(), { word: '--help', short: 'h', says: 'display help for command', takesValue: false }];
}

/** A line of a menu has room for the first part of what help says. */
function sentence(text: string): string {
  return (text.split(/[;\n]|, (?:one|and exit)/)[0] ?? '').trim();
}
