import { openProgress, type ProgressDisplay } from '../report/progress.ts';
import type { Shell } from './shell.ts';

/** What a command shows while it works; leaving it leaves the screen as it was. */
export type View = ProgressDisplay & Disposable;

/** What every command that judges does first. */
export const READING = 'reading settings and suites';

/** Opens the view of a command on stderr, and says at once what goes on. */
export function openView({ err, errTerminal }: Shell, phase: string): View {
  const { interactive: isTTY, columns } = errTerminal;
  const progress = openProgress({ isTTY, columns, write: err });
  progress.begin(phase);
  return { ...progress, [Symbol.dispose]: progress.end };
}
