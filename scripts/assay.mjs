#!/usr/bin/env node
// The `assay` command: runs a bundle of harness/cli, because loading hundreds of small files costs a second.
import { existsSync, writeSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { currentBundle } from './assay/current-bundle.mjs';
import { exitWith } from './assay/exit-with.mjs';

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

// A full disk below the log is told by what comes later; by the stream it would be told as an error that nobody caught.
function say(text) {
  try {
    writeSync(2, text);
  } catch {}
}

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
if (!existsSync(`${root}/node_modules`)) {
  give(`${root} has no packages installed. [NOT_SET_UP]\nFix: Run npm start or npm ci there.\n`);
  process.exit(2);
}
// For harness/support/paths.ts: the bundle itself need not lie in this clone.
Object.assign(globalThis, { [Symbol.for('assay.root')]: root });

// Whoever has pressed Enter sees at once that something goes on, before anything is loaded. A log has that line only
// before what takes its time; all else has answered by then.
const CLEAR_LINE = '\r\u001b[2K';
const words = process.argv.slice(2);
const isLong = ['run', 'prove', 'up'].includes(words[0]) && !words.some((word) => /^(-h|--help)$/.test(word));
if (process.stderr.isTTY) say('loading…');
else if (isLong) say('loading …\n');

const startMs = performance.now();
const before = process.cpuUsage();
const bundle = await currentBundle(root);
const { user, system } = process.cpuUsage(before);
// For `--timings`: harness/run/timeline.ts.
performance.measure('assay: sources', { start: startMs, detail: (user + system) / 1000 });
const { main } = await import(pathToFileURL(bundle).href);
if (process.stderr.isTTY) say(CLEAR_LINE);
await exitWith(main(words), give);
