import { execa } from 'execa';
import { findProgram } from '../environment/index.ts';

/** A program that shows a page to whoever sits at this machine, and what it is told besides the page. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

const OPEN_DEADLINE_MS = 10_000;

/** What opens a page here: what BROWSER names, else what the system has for it; nothing where nobody could see it. */
export function openerIn(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Opener | undefined {
  if (env.BROWSER) return { program: env.BROWSER, args: [] };
  if (platform === 'darwin') return { program: 'open', args: [] };
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const program = findProgram('xdg-open', env.PATH);
  return program === undefined ? undefined : { program, args: [] };
}

/** Opens a page, and answers why not where that did not succeed. */
export async function openPage({ program, args }: Opener, url: string): Promise<string | undefined> {
  const { failed, shortMessage } = await execa(program, [...args, url], {
    ...{ reject: false, stdio: 'ignore', timeout: OPEN_DEADLINE_MS, cleanup: false },
  });
  return failed ? (shortMessage ?? `${program} failed`) : undefined;
}
