import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInNodeRange } from './node-range.ts';
import { inProject } from './paths.ts';

const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

test.each([
  ['18.20.0', false],
  ['20.18.1', false],
  ['20.19.0', true],
  ['21.9.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.1.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is supported: %s', (version, supported) => {
  expect(isInNodeRange(version, engines.node)).toBe(supported);
});
