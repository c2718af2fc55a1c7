import { expect, test } from 'vitest';
import { openSpectator } from './spectator.ts';
import { broken } from './testing.ts';

const ENDED = broken('v02-b');

test.each([true, false])('a quiet spectator writes nothing but its notes, on a terminal: %s', (isTTY) => {
  const { written, stream } = screen(isTTY);
  const spectator = openSpectator({ total: 1, color: false, quiet: true }, undefined, stream);
  spectator.show(ENDED);
  spectator.end();
  expect(written).toEqual([]);
  spectator.note('Events are being lost');
  expect(written).toEqual(['Events are being lost\n']);
});

test('one that is not quiet shows how far the run is, and removes its line at the end', () => {
  const { written, stream } = screen(true);
  const spectator = openSpectator({ total: 1, color: false }, undefined, stream);
  spectator.show(ENDED);
  spectator.end();
  expect(written.join('')).toContain('1/1 cases, 1 failed');
  expect(written.at(-1)).toBe('\r\x1b[2K');
});

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { written, stream: { isTTY, columns: 80, write: (text: string) => written.push(text) } };
}
