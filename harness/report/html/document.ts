import { createHash } from 'node:crypto';
import { html } from 'htm/preact';
import { renderToString } from 'preact-render-to-string';
import { jsonOf, packedJson } from './pack.ts';
import type { Page } from './page/page.ts';
import { Shell } from './page/shell.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

/**
 * The document: the first view as text, for whoever runs no script, then all data as blocks that nothing executes. Its
 * policy lets the one script and the one style run, by their hashes, and nothing else; no request leaves the page, and
 * no text can become markup.
 */
export async function documentOf(page: Page, blocks: readonly string[]): Promise<string> {
  const [script, style] = [await pageScript(), await pageStyle()];
  const json = jsonOf(page);
  const shown = JSON.parse(json) as Page;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    renderToString(html`<title>${shown.title}</title>`),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<div id="root">${renderToString(html`<${Shell} page=${shown} />`)}</div>`,
    '<noscript><p class="foot">Without scripts this is all there is to see; every case stands in summary.md and report.json beside this page.</p></noscript>',
    dataBlock('index', await packedJson(json)),
    ...blocks.map((block, index) => dataBlock(`block-${index}`, block)),
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Base64 has no character that HTML would act upon. */
function dataBlock(id: string, base64: string): string {
  return `<script type="application/octet-stream" id="${id}">${base64}</script>`;
}
