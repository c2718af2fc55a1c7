import type { Command } from 'commander';
import type { Finish, Shell } from './shell.ts';

/** A command as the list of all shows it; its options, and whatever it does, are loaded when it is chosen. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(shell: Shell, finish: Finish) => Command>;
}
