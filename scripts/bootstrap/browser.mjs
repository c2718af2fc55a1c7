import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Sees to it that some suites find a browser, where none is on PATH; whether there is one then is theirs to tell. */
export function provideBrowser(root) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => PROGRAMS.some((name) => existsSync(join(folder, name))))) return;
  process.stderr.write('Looking for a browser, which Debian is asked for where there is none…\n');
  const program = [`${root}scripts/typescript/run.mjs`, `${root}scripts/browser/provide.ts`];
  spawnSync(process.execPath, ['--import', ...program], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
