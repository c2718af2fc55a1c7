import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildReport } from '../build.ts';
import type { CaseResult, NewEvent } from '../event.ts';
import { broken, judged, sampleRun } from '../testing.ts';
import { renderHtml } from './render-html.ts';
import { dataIn, HOSTILE } from './testing.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-html-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const rendered = (...results: readonly (NewEvent & CaseResult)[]) =>
  renderHtml(buildReport(sampleRun(results)), directory);
const write = async (path: string, content: string) => {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), content);
  return path;
};
const body = (content: string) => ({
  bytes: content.length,
  sha256: '',
  encoding: 'utf8',
  content,
  truncated: false,
});
const RECORD = JSON.stringify({
  steps: [
    {
      sent: body('{"text":"hello there"}'),
      exchange: { response: { status: 200, body: body('{"result":1}') } },
      said: [{ status: 409, body: body('{"error":1}') }],
      inboxAfter: {
        arrivals: [{ bodyBase64: Buffer.from('{"parts":["hello there"]}').toString('base64') }],
        handed: [],
      },
    },
  ],
});

const TAG = /<\/?([a-z][\w]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const KNOWN = (
  'html head meta title style body div a header svg path span nav main section h1 h2 h3 p strong ul li b ol code button ' +
  'noscript table thead tr th tbody td rect details summary pre dl dt dd footer kbd script'
).split(' ');

/** The markup of a page, what attributes it has, and what is left of the page without it. */
function markupOf(html: string) {
  const bare = html
    .replace(/<!doctype html>/, '')
    .replace(/(<(script|style)[^>]*>)[\s\S]*?(?=<\/\2>)/g, '$1');
  const tags = [...bare.matchAll(TAG)];
  return {
    names: tags.map(([, name = '']) => name),
    attributes: tags.flatMap(([, , text = '']) =>
      [...text.matchAll(/\s([\w:-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name),
    ),
    left: bare.replace(TAG, ''),
  };
}

describe('the page', () => {
  test('says its verdict in text, for whoever runs no script', async () => {
    const html = await rendered(judged('v03-a'), broken('v02-b'));
    expect(html).toContain('<span class="word">HOLD</span>');
    expect(html).toContain('1 of 2 cases broke a clause (A.4), in 1 way.');
    expect(html.indexOf('class="word"')).toBeLessThan(html.indexOf('id="digests"'));
    const order = ['verdict', 'digests', 'changes', 'suites', 'broke', 'facts'];
    const places = order.map((id) => html.indexOf(`id="${id}"`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('has each case once, what needs attention first', async () => {
    const html = await rendered(judged('v03-a'), broken('v02-b'), judged('v03-p', { policy: 'as-recorded' }));
    expect(dataIn(html).page.cases.map(({ id, heading }) => [id, heading])).toEqual([
      ['corpus/v02-b', 'failed'],
      ['corpus/v03-p', 'policy'],
      ['corpus/v03-a', 'passed'],
    ]);
  });

  test('is the same for the same run', async () => {
    expect(await rendered(broken('v02-b'))).toBe(await rendered(broken('v02-b')));
  });

  test('lets no text of a report become markup, and has no script but its own', async () => {
    const quiet = await rendered(broken('v02-b', { logLines: ['x'], diff: 'x' }));
    const text = HOSTILE;
    const loud = await rendered(
      broken('v02-b', {
        ...{ title: text, clause: text, diff: text, table: text, logLines: [text], unjudged: [text] },
        ...{ outcome: text, expectedOutcome: text, reproduce: text, evidence: [text, 'javascript:1'] },
        ...{ facets: { runtime: text, [text]: text }, reason: text },
        findings: [
          { clause: text, expected: [text], actual: text, rule: text, place: { file: text, line: 1 } },
        ],
      }),
    );
    for (const html of [quiet, loud]) {
      expect(html.match(/<script>/g)).toHaveLength(1);
      const { names, attributes, left } = markupOf(html);
      expect(left).not.toContain('<');
      expect(names.filter((name) => !KNOWN.includes(name))).toEqual([]);
      expect(attributes.filter((name) => /^(?:on|style|src)/.test(name))).toEqual([]);
      expect(html).not.toMatch(/href="(?!#|evidence\/|[\w.]+"|\.)/);
    }
  });
});

describe('the evidence of a case', () => {
  test('is told by its way: what was sent, forwarded, answered and told', async () => {
    const evidence = [await write('evidence/corpus/v02-b/record.json', RECORD)];
    const { cases } = dataIn(await rendered(broken('v02-b', { evidence })));
    expect(cases['corpus/v02-b']).toMatchObject({
      isEmbedded: true,
      journey: [
        {
          sent: { text: '{"text":"hello there"}' },
          forwarded: { text: '{"parts":["hello there"]}' },
          answered: { status: 409 },
          told: { status: 200 },
          remarks: ['Agent code was not called.'],
        },
      ],
    });
  });

  test('is left out where it is no recording, or lies elsewhere', async () => {
    await write('evidence/corpus/v02-b/.keep', '');
    await write('secret/record.json', RECORD);
    await symlink(join(directory, 'secret'), join(directory, 'evidence/link'));
    const paths = [
      'secret/record.json',
      'evidence/../secret/record.json',
      'evidence/link/record.json',
      'evidence/none/record.json',
      await write('evidence/torn/record.json', RECORD.slice(0, -9)),
      await write('evidence/other/record.json', '[1,null,"x"]'),
      await write(
        'evidence/odd/record.json',
        '{"steps":[null,{"sent":{"content":7}},{"inboxAfter":{"arrivals":9}}]}',
      ),
      await write('evidence/odd/exchanges.ndjson', 'null\n{"request":1}\n{"request":{"method":"GET"}}\n{'),
    ];
    for (const path of paths) {
      const { cases } = dataIn(await rendered(broken('v02-b', { evidence: [path] })));
      expect(JSON.stringify(cases)).not.toContain('hello there');
    }
  });

  test('stays beside the page where there is too much of it, and the page says so', async () => {
    const large = JSON.stringify({ steps: [], padding: 'x'.repeat(1_200_000) });
    const evidence = [await write('evidence/corpus/v03-a/record.json', large)];
    const { page, cases } = dataIn(await rendered(judged('v03-a', { evidence }), judged('v03-b')));
    expect(page.embedded).toBe(1);
    expect(cases['corpus/v03-a']).toMatchObject({ isEmbedded: false, evidence });
  });

  test('is cut between two characters, and says so', async () => {
    const record = { steps: [{ sent: body('ü'.repeat(40_000)), inboxAfter: {} }] };
    const evidence = [await write('evidence/corpus/v02-b/record.json', JSON.stringify(record))];
    const { cases } = dataIn(await rendered(broken('v02-b', { evidence })));
    expect(cases['corpus/v02-b']?.journey[0]?.sent).toMatchObject({
      isCut: true,
      text: 'ü'.repeat(24 * 1024),
    });
  });
});
