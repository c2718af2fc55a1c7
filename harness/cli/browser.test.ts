import { chmodSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser } from '../playwright/browser.ts';
import { assayIn, copyClone, temporaryFolder } from './test-support/clone.ts';

const SUITE = `import type { Suite } from '../suite.ts';
import { NO_PROOF } from '../suite.ts';

export const suite: Suite = {
  name: 'pages',
  title: 'What the platform says can be seen in a browser.',
  needs: ['platform', 'browser'],
  isolation: 'shared',
  runner: 'playwright',
  groups: [],
  plan: async () => ({
    cases: ['health', 'nowhere'].map((name) => ({
      id: \`pages/\${name}\`, suite: 'pages', title: name, clause: 'A.1', facets: { path: name },
    })),
    excluded: [],
  }),
  open: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
  perform: async (_bench, { page, world, planned, evidence }) => {
    await page?.goto(\`\${world?.platform?.url}/\${planned.facets.path}\`);
    const text = await page?.evaluate('document.body.innerText + " in " + navigator.userAgent');
    evidence.text('page.txt', [String(text)]);
    return text;
  },
  judge: (text) => {
    const counted = { observations: 1, bytesSent: 0 };
    if (/"status":\\s*"ok".* in .*Chrome/.test(String(text))) return { ...counted, verdict: 'passed', findings: [] };
    const findings = [{ clause: 'A.1', expected: ['a healthy platform'], actual: String(text) }];
    return { ...counted, verdict: 'failed', findings };
  },
  proof: async () => NO_PROOF,
};
`;

const browser = findBrowser();
const title = 'a case of a suite that needs a browser gets a page of a real one';

test.skipIf(browser === undefined)(
  browser ? title : `inconclusive, there is no Chromium: ${title}`,
  async () => {
    using folder = temporaryFolder();
    copyClone(folder.path, 'specs', 'compose', 'playwright.config.ts', 'corpus');
    await mkdir(join(folder.path, 'harness/suites/pages'));
    await writeFile(join(folder.path, 'harness/suites/pages/suite.ts'), SUITE);
    const list = join(folder.path, 'harness/suites/index.ts');
    const line = "  pages: async () => (await import('./pages/suite.ts')).suite,\n";
    const before = await readFile(list, 'utf8');
    await writeFile(
      list,
      before.replace("  'drift-enum':", () => `${line}  'drift-enum':`),
    );
    using shared = temporaryFolder();
    chmodSync(shared.path, 0o711);
    const args = ['run', 'pages', 'drift-enum', '--json'];
    const { exitCode, stdout, stderr } = await assayIn(folder.path, args, { TMPDIR: shared.path });
    expect(exitCode, stderr).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.totals).toMatchObject({ planned: 3, executed: 3, passed: 2, failed: 1 });
    const byId = Object.fromEntries(report.cases.map((each: { id: string }) => [each.id, each]));
    expect(byId['pages/health'], stdout).toMatchObject({ verdict: 'passed' });
    expect(byId['pages/nowhere'].findings[0].actual).toMatch(/404 page not found in .*Chrome/);
    expect(byId['drift-enum/reference-platform']).toMatchObject({ verdict: 'passed' });
    expect(readdirSync(join(folder.path, 'node_modules/.cache/assay/playwright'))).not.toEqual([]);
    expect(readdirSync(shared.path).filter((name) => name.startsWith('playwright-transform'))).toEqual([]);
  },
);
