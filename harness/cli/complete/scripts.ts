import { inQuotes } from '../../support/command.ts';
import type { Described, Known } from './known.ts';

/** Shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof SHELLS)[number];

/** What a shell reads to complete `assay`; where nothing fits, it completes files. */
export function completionScript(shell: ShellName, known: readonly Known[]): string {
  switch (shell) {
    case 'bash':
      return bash(known);
    case 'zsh':
      return zsh(known);
    case 'fish':
      return fish(known);
    default:
      return shell satisfies never;
  }
}

/** `/report/merge`: how scripts tell where they are. */
function placeOf({ path }: Known): string {
  return path.map((word) => `/${word}`).join('');
}

function all({ words, options }: Known): readonly Described[] {
  return [...words, ...options];
}

/** Goes down the commands that were typed, as far as they are known. */
function walk(words: string, known: readonly Known[]): readonly string[] {
  const places = known.map(placeOf).filter((place) => place !== '');
  return [
    `  for word in ${words}; do`,
    `    case "$at/$word" in ${places.join('|')}) at="$at/$word" ;; esac`,
    '  done',
  ];
}

function bash(known: readonly Known[]): string {
  return lines([
    '# eval "$(npx assay complete bash)"; an alias such as assay=\'npx assay\' is completed too.',
    '_assay() {',
    '  local at="" word words=""',
    ...walk(`"\${COMP_WORDS[@]:1:COMP_CWORD-1}"`, known),
    '  case "$at" in',
    ...known.map(
      (each) =>
        `    ${inQuotes(placeOf(each))}) words=${inQuotes(
          all(each)
            .map(({ word }) => word)
            .join(' '),
        )} ;;`,
    ),
    '  esac',
    `  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))`,
    '}',
    'complete -o default -F _assay assay',
  ]);
}

function zsh(known: readonly Known[]): string {
  const item = ({ word, says }: Described) => inQuotes(`${word.replaceAll(':', '\\:')}:${says}`);
  return lines([
    '#compdef assay',
    '# eval "$(npx assay complete zsh)", behind compinit.',
    '_assay() {',
    '  local at="" word',
    '  local -a found',
    ...walk(`"\${(@)words[2,CURRENT-1]}"`, known),
    '  case "$at" in',
    ...known.map((each) => `    ${inQuotes(placeOf(each))}) found=(${all(each).map(item).join(' ')}) ;;`),
    '  esac',
    '  _describe -o assay found || _files',
    '}',
    'compdef _assay assay',
  ]);
}

function fish(known: readonly Known[]): string {
  return lines([
    '# npx assay complete fish | source',
    ...known.flatMap((each) => {
      const when = `-n ${inFish(conditionOf(each, known))}`;
      return [
        ...each.words.map(
          ({ word, says }) => `complete -c assay ${when} -a ${inFish(word)} -d ${inFish(says)}`,
        ),
        ...each.options.map(({ word, short, says, takesValue }) => {
          const names = `${short ? `-s ${short} ` : ''}-l ${word.replace(/^--/, '')}`;
          return `complete -c assay ${when} ${names}${takesValue ? ' -r' : ''} -d ${inFish(says)}`;
        }),
      ];
    }),
  ]);
}

/** Where a command was typed, and none of those below it. */
function conditionOf({ path, words }: Known, known: readonly Known[]): string {
  const below = known.filter((each) => each.path.length === path.length + 1 && isBelow(each, path));
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const deeper = below
    .map((each) => each.path.at(-1))
    .filter((word) => words.some((each) => each.word === word));
  const none = deeper.length > 0 ? [`not __fish_seen_subcommand_from ${deeper.join(' ')}`] : [];
  return [...seen, ...none].join('; and ') || 'true';
}

function isBelow({ path }: Known, parent: readonly string[]): boolean {
  return parent.every((word, index) => path[index] === word);
}

function inFish(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
