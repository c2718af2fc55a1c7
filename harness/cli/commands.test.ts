import { expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { createProgram } from './program.ts';
import type { Shell } from './shell.ts';

function quietShell(): Shell & { readonly said: () => string } {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const terminal = { color: false, columns: 100, interactive: false };
  return {
    ...{ out: say, err: say, argv: [], cwd: '/', env: {}, outTerminal: terminal, errTerminal: terminal },
    flush: () => Promise.resolve(),
    said: () => said,
  };
}

async function ask(...argv: readonly string[]): Promise<string> {
  const shell = quietShell();
  const program = await createProgram(argv, shell, () => undefined);
  await program.parseAsync([...argv], { from: 'user' }).catch(() => undefined);
  return shell.said();
}

test.each(COMMANDS)('what is listed as $name is loaded under that name', async ({ name, load }) => {
  const command = (await load())(quietShell(), () => undefined);
  expect(command.name()).toBe(name);
  expect(command.description()).not.toBe('');
});

test('--help lists every command with what it is for', async () => {
  const help = await ask('--help');
  for (const { name, summary } of COMMANDS) expect(help).toContain(`${name.padEnd(15)}${summary}`);
});

test.each([
  ['run', '--help'],
  ['help', 'run'],
])('%s %s shows the options of that command', async (...argv) => {
  expect(await ask(...argv)).toContain('--last-failed');
});

test('an option in front of a command is refused, and the command is not run', async () => {
  expect(await ask('--list', 'run')).toContain("unknown option '--list'");
});

test('a subcommand that does not exist gets the nearest one', async () => {
  expect(await ask('drift', 'enmu')).toContain('Did you mean enum?');
});
