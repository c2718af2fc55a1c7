import { inflateRawSync } from 'node:zlib';
import type { CaseDetail, Page } from './page/page.ts';

/** What a page holds as data: the index, and the details of its cases. */
export function dataIn(html: string): {
  readonly page: Page;
  readonly cases: Readonly<Record<string, CaseDetail>>;
} {
  const blocks = [
    ...html.matchAll(/<script type="application\/octet-stream" id="([\w-]+)">([^<]*)<\/script>/g),
  ];
  const [index, ...rest] = blocks.map(([, , base64 = '']) =>
    JSON.parse(inflateRawSync(Buffer.from(base64, 'base64')).toString()),
  );
  return { page: index, cases: Object.assign({}, ...rest) };
}

/** What a stranger might write wherever a report has room for text. */
export const HOSTILE = [
  '</script><script>globalThis.assayRan = 1</script>',
  '<img src=x onerror="globalThis.assayRan = 2">',
  '<svg/onload=globalThis.assayRan=3>',
  '"><a href="javascript:globalThis.assayRan=4" autofocus onfocus="globalThis.assayRan=5">x</a>',
  "' onmouseover='globalThis.assayRan=6",
  'javascript:globalThis.assayRan=7',
  '<!--</title></style></textarea><iframe srcdoc="<script>parent.assayRan=8</script>">',
  '{{globalThis.assayRan=9}}`',
  '\u001b]8;;javascript:1\u0007\u001b[31mred\u0000\u202e\u2028\u2029\ufeff\ud800',
  '&lt;script&gt;globalThis.assayRan=10&lt;/script&gt;',
].join('\n');
