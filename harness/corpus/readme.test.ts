import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inProject } from '../support/paths.ts';
import { parseSidecar } from './sidecar.ts';

const readme = await readFile(inProject('corpus/README.md'), 'utf8');

it('shows an example sidecar that the format accepts', () => {
  const example = /```yaml\n(formatVersion[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(parseSidecar(example, 'README.md')).toMatchObject({ sidecar: { id: 'hg-content-string' } });
});

it('shows the other expectations in a form that the format accepts', () => {
  const example = /```yaml\n(formatVersion[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const others = [...readme.matchAll(/^expect: \{ outcome.*$/gm)].map(([line]) => line);
  expect(others).toHaveLength(3);
  for (const line of others) {
    const text = example.replace(/^expect:[^\n]*\n( .*\n)*/m, `${line}\n`);
    expect(parseSidecar(text, 'README.md')).toHaveProperty('sidecar');
  }
});
