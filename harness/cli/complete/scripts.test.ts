import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { expect, onTestFinished, test } from 'vitest';
import { knownCommands } from './known.ts';
import { completionScript, SHELLS, type ShellName } from './scripts.ts';

const program = new Command('assay').option('--version', 'tell the version');
program
  .command('run')
  .description("judge a subject: it's what it is for; and more")
  .argument('[suite...]')
  .option('-g, --grep <pattern>', 'only some')
  .option('--json', 'one document');
const report = program.command('report').description('reports');
report.command('merge').description('make one of many').option('--out <folder>', 'where to');
report.command('open').description('show it');
program.command('complete').addArgument(new Argument('<shell>', 'which').choices(['bash', 'zsh']));
const KNOWN = knownCommands(program, [
  { word: 'corpus', says: 'What agents are sent' },
  { word: 'cursor', says: 'Pages' },
]);

/** What is typed, and all that is offered for its last word. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  'assay r': ['report', 'run'],
  'assay run c': ['corpus', 'cursor'],
  'assay run corpus --j': ['--json'],
  'assay report ': ['merge', 'open'],
  'assay report merge --o': ['--out'],
  'assay complete ': ['bash', 'zsh'],
};

/** How each shell is made to tell what it would offer, with our script read from a file. */
const ASKING: Readonly<Record<ShellName, (file: string, typed: string) => readonly string[]>> = {
  bash: (file, typed) => [
    '-c',
    `source ${file}; COMP_WORDS=(${typed}${typed.endsWith(' ') ? " ''" : ''}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _assay; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (file, typed) => [
    '-f',
    '-c',
    `compdef() { :; }; _files() { :; }; _describe() { print -l -- "\${(@P)3}"; }; source ${file}; words=(${typed}${typed.endsWith(' ') ? " ''" : ''}); CURRENT=\${#words}; _assay`,
  ],
  fish: (file, typed) => ['--no-config', '-c', `source ${file}; complete -C '${typed}'`],
};

const isThere = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0;

for (const shell of SHELLS) {
  const there = isThere(shell);
  test.skipIf(!there).each(Object.entries(OFFERED))(
    `${there ? '' : `inconclusive, there is no ${shell}: `}${shell} completes "%s"`,
    (typed, offered) => {
      const folder = mkdtempSync(join(tmpdir(), 'assay-complete-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const [file, cwd] = [join(folder, 'script'), join(folder, 'empty')];
      mkdirSync(cwd);
      writeFileSync(file, completionScript(shell, KNOWN));
      const { stdout, stderr } = spawnSync(shell, ASKING[shell](file, typed), { cwd, encoding: 'utf8' });
      expect(stderr).toBe('');
      const begun = typed.split(' ').at(-1) ?? '';
      const words = stdout.split('\n').map((line) => line.split(/[\t:]/)[0] ?? '');
      const fitting = words.filter(
        (word) => word !== '' && word.startsWith(begun) && (begun !== '' || !word.startsWith('-')),
      );
      expect([...new Set(fitting)].sort()).toEqual(offered);
    },
  );
}

test('a description is what stands before its first clause, and quotes in it end no word', () => {
  expect(KNOWN[0]?.words).toContainEqual({ word: 'run', says: "judge a subject: it's what it is for" });
  expect(completionScript('zsh', KNOWN)).toContain(String.raw`'run:judge a subject: it'\''s what it is for'`);
  expect(completionScript('fish', KNOWN)).toContain(String.raw`-d 'judge a subject: it\'s what it is for'`);
});
