#!/usr/bin/env node
// The `assay` command: runs a bundle of harness/cli, because loading hundreds of small files costs a second.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { currentBundle } from './assay/current-bundle.mjs';

// Whatever nobody caught is a fault of ours, and must not exit with the code of a broken clause.
process.on('uncaughtException', (error) => {
  give(`${process.stderr.isTTY ? '\n' : ''}${error.stack || error}\n`);
  process.exit(2);
});

// Where nobody can be told, the exit code is all that is left to say.
function give(text) {
  try {
    process.stderr.write(text);
  } catch {}
}

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
if (!existsSync(`${root}/node_modules`)) {
  give(`${root} has no packages installed. [NOT_SET_UP]\nFix: Run npm start or npm ci there.\n`);
  process.exit(2);
}
// For harness/support/paths.ts: the bundle itself need not lie in this clone.
Object.assign(globalThis, { [Symbol.for('assay.root')]: root });

// Whoever has pressed Enter sees at once that something goes on, before anything is loaded.
const CLEAR_LINE = '\r\u001b[2K';
const say = (text) => process.stderr.isTTY && process.stderr.write(text);
say('loading…');

const startMs = performance.now();
const before = process.cpuUsage();
const bundle = await currentBundle(root);
const { user, system } = process.cpuUsage(before);
// For `--timings`: harness/run/timeline.ts.
performance.measure('assay: sources', { start: startMs, detail: (user + system) / 1000 });
const { main } = await import(pathToFileURL(bundle).href);
say(CLEAR_LINE);
process.exitCode = await main(process.argv.slice(2));
