import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';

const HEARTBEAT_MS = 5_000;

/** Installs the packages of the clone at `root`; answers why it could not, if so. `beat` is called again and again. */
export async function install(root, beat, command = 'npm') {
  const locked = whatIsLocked(root);
  if (locked !== undefined) {
    return `Packages have to be installed, and ${locked} cannot be written to. Let its owner run npm start once, or clone anew.`;
  }
  const startMs = performance.now();
  const heart = setInterval(() => beat(performance.now() - startMs), HEARTBEAT_MS);
  const ended = await npmCi(root, command);
  clearInterval(heart);
  if (ended.error) return `npm could not be started: ${ended.error.message}. Install npm, then try again.`;
  return ended.how === 0 ? undefined : `npm ci failed (exit ${ended.how}); its words stand above.`;
}

/** On a terminal npm shows a spinner of its own. */
function npmCi(cwd, command) {
  return new Promise((resolve) => {
    const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = spawn(command, words, { cwd, stdio: ['ignore', 2, 2] });
    npm.on('error', (error) => resolve({ error }));
    npm.on('exit', (status, signal) => resolve({ how: status ?? signal }));
  });
}

function whatIsLocked(root) {
  const packages = join(root, 'node_modules');
  const written = existsSync(packages) ? packages : root;
  try {
    accessSync(written, constants.W_OK);
    return undefined;
  } catch {
    return written;
  }
}
