// Makes a bare clone ready and hands over: `node scripts/bootstrap.mjs <run|test> [args…]`.
// Needs nothing but Node and npm; everything else is installed here when it is missing or stale.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { provideBrowser } from './bootstrap/browser.mjs';
import { install } from './bootstrap/install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}node_modules/.assay-installed`;

requireNode();
if (!isInstalled()) await provide();
await handOver(process.argv[2] ?? 'run', process.argv.slice(3));

function requireNode() {
  const wanted = manifest().engines.node;
  if (wanted.split('||').some(includesThisNode)) return;
  fail(`Assay needs Node ${wanted}, this is ${process.versions.node}.`, 3);
}

/** Whether a part of a range, `^20.19` or `>=24`, has the Node that runs this in it. */
function includesThisNode(part) {
  const [, sign, major, minor = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part) ?? [];
  const [foundMajor, foundMinor] = process.versions.node.split('.').map(Number);
  if (sign === '>=' && foundMajor > Number(major)) return true;
  return foundMajor === Number(major) && foundMinor >= Number(minor);
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

async function provide() {
  process.stderr.write('Installing packages (once, about half a minute)…\n');
  const beat = (ms) => {
    if (!process.stderr.isTTY)
      process.stderr.write(`still installing packages, ${Math.round(ms / 1000)} s\n`);
  };
  const problem = await install(root, beat);
  if (problem !== undefined) fail(problem, 2);
  writeFileSync(stampFile, fingerprint());
}

// Packages are stale when the manifest, the lock file or the major version of Node changed.
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]).update(process.platform);
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(`${root}${file}`));
  return hash.digest('hex');
}

// The same process goes on, so that signals and the exit code need no forwarding.
async function handOver(job, args) {
  if (job === 'run' && args.length === 0) provideBrowser(root);
  const [script, words] = job === 'test' ? ['./test.mjs', args] : ['./assay.mjs', [job, ...args]];
  process.argv = [process.argv[0], fileURLToPath(new URL(script, import.meta.url)), ...words];
  await import(script);
}

function manifest() {
  return JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
}

function fail(message, exitCode) {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}
