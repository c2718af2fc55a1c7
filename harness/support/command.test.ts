import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { typedFrom } from './command.ts';
import { inProject, projectRoot } from './paths.ts';

const BY_PATH = `node ${inProject('scripts/assay.mjs')}`;

it('is typed by npx everywhere in the clone', () => {
  expect(typedFrom(projectRoot)).toBe('npx assay');
  expect(typedFrom(inProject('corpus/valid'))).toBe('npx assay');
});

it('is never typed so that npx would ask a registry for it', () => {
  expect(typedFrom('/')).toBe(BY_PATH);
  const folder = temporaryFolder();
  expect(typedFrom(folder)).toBe(BY_PATH);
  writeFileSync(join(folder, 'package.json'), '{}');
  expect(typedFrom(folder)).toBe(BY_PATH);
});

it('is typed by npx where this package is installed, and not where another of that name is', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(inProject('scripts/assay.mjs'), join(folder, 'node_modules/.bin/assay'));
  expect(typedFrom(folder)).toBe('npx assay');
  rmSync(join(folder, 'node_modules/.bin/assay'));
  writeFileSync(join(folder, 'node_modules/.bin/assay'), '#!/bin/sh\n');
  expect(typedFrom(folder)).toBe(BY_PATH);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
