import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../environment/process/free-port.ts';
import { projectRoot } from '../support/paths.ts';
import { assayIn, temporaryFolder } from './test-support/clone.ts';

test('a platform can be had at a port of one’s choice and without an admin token, and judged like that', async () => {
  using folder = temporaryFolder();
  const assay = (...args: readonly string[]) => assayIn(projectRoot, args);
  const port = await freePort();
  const asked = ['up', '--port', `${port}`, '--no-admin-token', '--revision', 'R1'];
  const up = await assay(...asked, '--json');
  expect(up).toMatchObject({ exitCode: 0 });
  const world = JSON.parse(up.stdout);
  try {
    expect(world.platform.url).toBe(`http://127.0.0.1:${port}`);
    expect(world.platform).not.toHaveProperty('adminToken');

    const again = await assay(...asked);
    expect(again).toMatchObject({ exitCode: 2 });
    expect(again.stderr).toContain(`Port ${port} on 127.0.0.1 cannot be used (EADDRINUSE). [PORT_IN_USE]`);
    expect(again.stderr).toContain(`Stop what listens on port ${port}, or leave \`--port\` away`);

    const remote = { kind: 'remote', name: 'open', revision: 'R1', capabilities: [], adminToken: 'none' };
    const file = join(folder.path, 'open.yaml');
    writeFileSync(file, JSON.stringify({ ...remote, url: world.platform.url }));
    const out = ['--out', join(folder.path, 'report'), '--json'];
    const ran = await assay('run', 'corpus', '-g', '^corpus/hg-content-string@', '--subject', file, ...out);
    expect(JSON.parse(ran.stdout)).toMatchObject({ exitCode: 0, totals: { passed: 4 }, warnings: [] });
  } finally {
    await assay('down', world.id);
  }
});

test('a port that is taken is refused before anything boots', async () => {
  using folder = temporaryFolder();
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as { readonly port: number };
  const { exitCode, stderr } = await assayIn(projectRoot, ['up', '--port', `${port}`], {
    TMPDIR: folder.path,
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('[PORT_IN_USE]');
  expect(stderr).not.toContain('platform started');
});

test.each([
  [['--port', '0'], /--port 0 is not a whole number from 1 to 65535/],
  [['--port', '7000', '--mode', 'compose'], /--port cannot be set in containers.*\n.*--mode process/],
  [['--no-admin-token', '--mode', 'compose'], /--no-admin-token cannot be set in containers/],
  [['--port', '7000', '--subject', 'remote.yaml'], /--port cannot be set of theirs, which runs elsewhere/],
  [
    ['--no-admin-token', '--subject', 'command.yaml'],
    /has its own.*\n.*`adminToken: none` into .*command.yaml/,
  ],
] as const)('what is not ours to set is refused with what to do instead: up %j', async (words, said) => {
  using folder = temporaryFolder();
  const base = { name: 'theirs', revision: 'R3', capabilities: [] };
  const documents = {
    remote: { kind: 'remote', url: 'http://127.0.0.1:9', adminToken: 'none', ...base },
    command: { kind: 'command', command: ['./server'], ...base },
  };
  mkdirSync(join(folder.path, 'tmp'));
  for (const [kind, document] of Object.entries(documents))
    writeFileSync(join(folder.path, `${kind}.yaml`), JSON.stringify(document));
  const at = words.map((word) => (word.endsWith('.yaml') ? join(folder.path, word) : word));
  const { exitCode, stderr } = await assayIn(projectRoot, ['up', ...at], {
    TMPDIR: join(folder.path, 'tmp'),
  });
  expect(stderr).toMatch(said);
  expect(exitCode).toBe(3);
});
