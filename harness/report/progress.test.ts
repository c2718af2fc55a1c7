import { expect, test } from 'vitest';
import { openProgress, progressLine } from './progress.ts';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, columns: 30, written, write: (text: string) => written.push(text) };
};
const at = (done: number) => ({ done, total: 120, failed: 1, elapsedMs: 2000 });

test('a line says how far, how bad and how fast', () => {
  expect(progressLine(at(50))).toBe('50/120 cases, 1 failed, 25.0/s');
  expect(progressLine({ done: 0, total: 0, failed: 0, elapsedMs: 0 })).toBe('0/0 cases, 0 failed, 0.0/s');
});

test('a terminal has one line rewritten, within its width, and removed at the end', () => {
  const terminal = stream(true);
  const progress = openProgress(terminal);
  progress.update(at(1));
  progress.note(['first failure']);
  progress.end();
  expect(terminal.written.join('')).not.toMatch(/cases[^\r]*\n/);
  expect(terminal.written[0]?.replace('\r\u001b[2K', '').length).toBeLessThan(30);
  expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
});

test('off a terminal there is a line per 50 cases and one at the end, without control characters', () => {
  const pipe = stream(false);
  const progress = openProgress(pipe);
  for (let done = 1; done <= 120; done += 1) progress.update(at(done));
  progress.end();
  expect(pipe.written.map((line) => line.split(' ')[0])).toEqual(['50/120', '100/120', '120/120']);
  expect(pipe.written.join('')).not.toContain('\u001b');
});
