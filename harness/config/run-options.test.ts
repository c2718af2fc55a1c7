import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RunFlags, resolveRunOptions } from './run-options.ts';
import { loadSubject } from './subject.ts';

const BAD: Readonly<Record<'workers' | 'seed' | 'mode' | 'revision', string>> = {
  workers: '99',
  seed: '-1',
  mode: 'vm',
  revision: 'R2',
};

test.each(Object.entries(BAD))(
  'a bad value of %s is named as the variable that holds it',
  async (name, value) => {
    const variable = `ASSAY_${name.toUpperCase()}`;
    const message = await refusal({ env: { [variable]: value } });
    expect(message).toContain(`${variable}=${value} `);
    expect(message).not.toContain('--');
  },
);

test.each(Object.entries(BAD))(
  'a bad value of %s is named as the flag that gives it',
  async (name, value) => {
    const env = { [`ASSAY_${name.toUpperCase()}`]: '1' };
    expect(await refusal({ env, flags: { [name]: value } })).toContain(`--${name} ${value} `);
  },
);

test.each(Object.entries(BAD))(
  'a bad value of %s is named as the line of the settings file',
  async (name, value) => {
    const message = await refusal({ file: `${name}: ${value}\n` });
    expect(message).toMatch(new RegExp(`^${name}: ${value} in /\\S+/assay\\.config\\.yaml `));
    expect(message).not.toContain('--');
  },
);

test.each<[string, Given, string]>([
  ['variable', { env: { ASSAY_SUBJECT: 'nowhere.yaml' } }, 'ASSAY_SUBJECT=nowhere.yaml'],
  ['flag', { flags: { subject: 'nowhere.yaml' } }, '--subject nowhere.yaml'],
  ['settings file', { file: 'subject: nowhere.yaml\n' }, 'subject: nowhere.yaml in /'],
])('a subject file that is not there is named as the %s names it', async (_where, given, words) => {
  const { subjectFile, subjectAs } = await resolved(given);
  await expect(loadSubject(subjectFile, {}, subjectAs)).rejects.toThrow(`cannot be read: ${words}`);
});

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: RunFlags;
  readonly file?: string;
}

async function refusal(given: Given): Promise<string> {
  const error = await resolved(given).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ exitCode: 3 });
  const { message, fix } = error as { readonly message: string; readonly fix: string };
  return `${message} ${fix}`;
}

function resolved({ env = {}, flags = {}, file }: Given) {
  const directory = mkdtempSync(join(tmpdir(), 'assay-options-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  if (file !== undefined) writeFileSync(join(directory, 'assay.config.yaml'), file);
  return resolveRunOptions([], flags, env, directory);
}
