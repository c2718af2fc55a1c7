import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import { loadRules } from '../architecture/rules/load.ts';
import { loadEnumSettings } from '../enum/settings.ts';
import { loadKnownDrifts } from './baseline.ts';

/** Each kind of file: how it is read, what it is called, and the page and heading that describe it. */
const KINDS: readonly (readonly [string, (file: string) => unknown, string, string])[] = [
  ['rule pack', loadRules, 'specs/drift/packs/README.md', '# Rule packs'],
  ['settings of an enum check', loadEnumSettings, 'specs/drift/README.md', '## Settings of an enum check'],
  ['baseline of drifts', loadKnownDrifts, 'specs/drift/README.md', '## Known drifts'],
];

test.each(KINDS)(
  'a bad %s is called one, and sent to the page that describes it',
  (called, load, page, heading) => {
    const error = refusal(load, 'formatVersoin: 1\n');
    expect(error.message).toMatch(new RegExp(`^The ${called} /\\S+/it\\.yaml `));
    expect(error.fix).toContain(page);
    expect(readFileSync(inProject(page), 'utf8')).toContain(`${heading}\n`);
  },
);

test('a rule that cannot be used is sent to the page about rules', () => {
  const pack = readFileSync(inProject('specs/drift/packs/canvas.yaml'), 'utf8');
  const [one = '', other = ''] = [...pack.matchAll(/^ {2}- id: (.*)$/gm)].map(([, id]) => id);
  const error = refusal(loadRules, pack.replace(`id: ${other}\n`, `id: ${one}\n`));
  expect(error.details).toContain(`${one}: two rules have this id`);
  expect(error.fix).toContain('specs/drift/packs/README.md');
});

test('the baseline of drifts that the page shows is one', () => {
  const page = readFileSync(inProject('specs/drift/README.md'), 'utf8');
  const [, yaml = ''] = /^## Known drifts\n.*?```yaml\n(.*?)```/ms.exec(page) ?? [];
  expect(loadKnownDrifts(written(yaml))).toMatchObject([{ rule: 'enum/undeclared', expires: '2027-01-31' }]);
});

function written(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'it.yaml'), text);
  return join(folder, 'it.yaml');
}

function refusal(load: (file: string) => unknown, text: string): UsageError {
  try {
    load(written(text));
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
