import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const ASSAY = fileURLToPath(new URL('../assay.mjs', import.meta.url));
const BOOTSTRAP = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url));

/** Puts a command that never ends, and keeps nothing alive, in the place of the bundle. */
const ENDLESS = 'export const main = () => new Promise(() => undefined);';
const HOOK = `
  export const load = (url, context, next) => url.endsWith('/main.mjs')
    ? { format: 'module', shortCircuit: true, source: ${JSON.stringify(ENDLESS)} }
    : next(url, context);`;
const PRELOAD = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOK))});`;

test.each([
  ['assay', [ASSAY, 'ps']],
  ['npm start', [BOOTSTRAP, 'ps']],
])('%s that waits for what can no longer come says so, and is exit 2', async (_what, words) => {
  const { exitCode, stderr, stdout } = await execa(
    process.execPath,
    ['--import', dataUrl(PRELOAD), ...words],
    { reject: false },
  );
  expect(stderr).toContain('[UNFINISHED]');
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
});

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
