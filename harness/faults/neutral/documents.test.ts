import { expect, test } from 'vitest';
import { differences } from '../../wire/document/compare.ts';
import { parseBytes, parseText } from '../../wire/document/parse.ts';
import { eventsOf } from '../../wire/reply/events.ts';
import { agentsWrite, platformWrites } from './documents.ts';
import { everyText, otherTimestamp } from './nodes.ts';

const OWN = [['content-type', 'application/json; charset=utf-8']] as const;
const VERBATIM = [['content-type', 'application/json']] as const;
const PROXY = { method: 'POST', path: '/workspaces/w-1/a2a', requestHeaders: [] };
const SPACED = { spaced: true, reversed: true };

function passed(
  style: ReturnType<typeof platformWrites>,
  headers: typeof OWN | typeof VERBATIM,
  text: string,
) {
  return style.change?.({ headers, body: Buffer.from(text) }, PROXY).body.toString() ?? '';
}

test('what the platform makes itself is written otherwise, and stays the same document', () => {
  for (const [headers, text] of [
    [OWN, '{"error":"invalid JSON","hint":"<h>"}'],
    [VERBATIM, '{"delivery_mode":"poll","method":"message/send","status":"queued"}'],
  ] as const) {
    const said = passed(platformWrites(SPACED), headers, text);
    expect(said).not.toBe(text);
    expect(differences(parseText(text), parseText(said))).toEqual([]);
  }
});

test('what an agent said passes through the platform verbatim', () => {
  const text = '{"jsonrpc":"2.0","id":9007199254740993,"result":{}}';
  expect(passed(platformWrites(SPACED), VERBATIM, text)).toBe(text);
});

test('a document in which nothing is put otherwise keeps its bytes, so that it is no hit', () => {
  const times = platformWrites({ change: (document) => everyText(document, 'created_at', otherTimestamp) });
  const text = '{"curl":"\\u003cURL\\u003e","id":"w-1"}';
  expect(passed(times, OWN, text)).toBe(text);
  const row = '[{"created_at":"2026-11-21T10:16:51.21Z"}]';
  expect(passed(times, OWN, row)).toBe('[{"created_at":"2026-11-21T10:16:51.210000000+00:00"}]');
});

test('a document of any depth and width is put otherwise', () => {
  const times = platformWrites({ change: (document) => everyText(document, 'created_at', otherTimestamp) });
  const put = (value: string) => `{"created_at":"${value}","wide":[${'0,'.repeat(200_000)}1]}`;
  const around = (inner: string) => `${'[{"in":'.repeat(20_000)}${inner}${'}]'.repeat(20_000)}`;
  const said = passed(times, OWN, around(put('2026-11-28T10:00:00.5Z')));
  expect(said === around(put('2026-11-28T10:00:00.500000000+00:00'))).toBe(true);
});

test('the data of an event may come in several lines, and is the same document', () => {
  const data = '{"jsonrpc":"2.0","result":{"kind":"message","parts":[{"text":"ü"}]}}';
  const said = agentsWrite({ spaced: true }).event?.(`data: ${data}\n\n`) ?? '';
  const [read = ''] = eventsOf(said);
  expect(said.match(/^data: /gm)?.length).toBeGreaterThan(5);
  expect(differences(parseText(data), parseBytes(Buffer.from(read)))).toEqual([]);
});

test.each([
  ['2026-11-28T10:00:00.5Z', '2026-11-28T10:00:00.500000000+00:00'],
  ['2026-11-28T10:00:00Z', '2026-11-28T10:00:00+00:00'],
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:00:00+00:00'],
  ['no time', 'no time'],
])('%s is the same moment as %s', (given, other) => {
  expect(otherTimestamp(given)).toBe(other);
  expect(Date.parse(otherTimestamp(given))).toEqual(Date.parse(given));
});
