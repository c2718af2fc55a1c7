import { readFileSync } from 'node:fs';
import { inProject } from '../../support/paths.ts';

/** Workflows that are in order. */
export const CLEAN = {
  github: readFileSync(inProject('harness/wiring/fixtures/github.yaml'), 'utf8'),
  gitea: readFileSync(inProject('harness/wiring/fixtures/gitea.yaml'), 'utf8'),
};

/** An expression of a workflow, which is no template of ours. */
const expression = (text: string) => ['$', `{{ ${text} }}`].join('');
const IMAGE = expression('needs.judge.outputs.image');
const GATE = `npx assay gate --policy policy.yaml --digest ${IMAGE} judged | tee told/gate.txt`;
const BARE = `npx assay gate --policy policy.yaml --digest ${IMAGE} judged`;
const IF = `if ! npx assay gate --digest "$IMAGE" judged; then
            echo held
            exit 1
          fi`;
const GITEA = 'npx assay gate --digest "$IMAGE" judged';

type Flavour = keyof typeof CLEAN;
/** A rule, the file it is planted in, what is replaced by what, and what stands where it must be found. */
export type Planted = readonly [rule: string, file: Flavour, from: string, to: string, at: string];

/** Faults, each planted into a workflow that is in order. */
export const FAULTS: readonly Planted[] = [
  ['or-true', 'github', GATE, `${BARE} || true`, '|| true'],
  ['or-true', 'github', GATE, `${BARE} || echo "held, never mind"`, '|| echo'],
  ['or-true', 'gitea', IF, `${GITEA} || :`, '|| :'],
  ['or-true', 'gitea', IF, `(${GITEA}) || true`, '|| true'],
  ['pipe', 'github', '          set -euo pipefail\n', '          set +o pipefail\n', '| tee told'],
  [
    'pipe',
    'github',
    '        shell: bash\n        run: |\n          set -euo pipefail\n',
    '        run: |\n',
    '| tee told',
  ],
  ['pipe', 'gitea', IF, `${GITEA} 2>&1 | tee gate.txt`, '| tee'],
  ['and-list', 'github', GATE, `${BARE} && echo promoted`, '&& echo'],
  ['background', 'gitea', IF, `${GITEA} &\n          wait`, '&\n'],
  ['condition', 'gitea', IF, `if ${GITEA}; then\n            echo promoted\n          fi`, 'if npx'],
  ['negated', 'gitea', IF, `! ${GITEA}`, '! npx'],
  ['substitution', 'gitea', IF, `echo "$(${GITEA})"`, '$(npx'],
  ['substitution', 'gitea', IF, `export ANSWER=$(${GITEA})`, '$(npx'],
  ['errexit-off', 'github', 'set -euo pipefail', 'set +e -o pipefail', 'npx assay gate'],
  [
    'errexit-off',
    'github',
    'shell: bash\n        run: |\n          set -euo pipefail',
    'shell: bash -o pipefail {0}\n        run: |\n          true',
    'npx assay gate',
  ],
  ['trap', 'github', 'set -euo pipefail', "set -euo pipefail\n          trap 'exit 0' EXIT", 'trap'],
  ['exit-before', 'github', 'set -euo pipefail', 'set -euo pipefail\n          exit 0', 'exit 0'],
  [
    'step-continue-on-error',
    'github',
    '      - name: gate\n',
    '      - name: gate\n        continue-on-error: true\n',
    'true\n        shell',
  ],
  [
    'step-continue-on-error',
    'gitea',
    '      - name: gate\n',
    `      - name: gate\n        continue-on-error: ${expression('vars.LENIENT')}\n`,
    expression('vars.LENIENT'),
  ],
  [
    'job-continue-on-error',
    'github',
    '    needs: judge\n',
    '    needs: judge\n    continue-on-error: true\n',
    'true\n    runs-on',
  ],
  [
    'step-condition',
    'github',
    '      - name: gate\n',
    "      - name: gate\n        if: github.event_name == 'push'\n",
    'github.event_name',
  ],
  ['step-condition', 'github', '      - name: gate\n', '      - name: gate\n        if: false\n', 'false'],
  [
    'job-condition',
    'github',
    '    needs: judge\n',
    "    needs: judge\n    if: github.ref == 'refs/heads/main'\n",
    'github.ref',
  ],
  ['promotes-anyway', 'github', '    needs: [gate]\n', '    needs: [gate]\n    if: always()\n', 'always()'],
  [
    'promotes-anyway',
    'gitea',
    '      - run: skopeo',
    `      - if: ${expression('!cancelled()')}\n        run: skopeo`,
    expression('!cancelled()'),
  ],
  ['not-needed', 'github', '    needs: [gate]\n', '    needs: [judge]\n', 'promote:\n    needs'],
  ['not-needed', 'github', '    needs: [gate]\n', '', 'promote:\n    runs-on'],
  [
    'promotes-before',
    'gitea',
    '      - run: npx assay run --out judged\n',
    '      - run: npx assay run --out judged\n      - run: crane tag $IMAGE stable\n',
    'run: crane',
  ],
  ['needs-unknown', 'github', '    needs: judge\n', '    needs: jugde\n', 'jugde'],
  ['shard-lost', 'github', '[1, 2, 3]', '[1, 3]', 'shard: [1'],
  ['shard-lost', 'github', '[1, 2, 3]', '[0, 1, 2]', 'shard: [0'],
  [
    'shard-lost',
    'github',
    '        shard: [1, 2, 3]\n',
    '        shard: [1, 2, 3]\n        exclude: [{ shard: 2 }]\n',
    'exclude',
  ],
  ['trigger-none', 'github', 'on:\n  push:\n    branches: [main]\n  pull_request:\n', '', 'name: release'],
  ['trigger-empty', 'github', 'branches: [main]', 'branches: []', 'branches'],
  ['trigger-empty', 'github', 'branches: [main]', "branches: ['!main']", 'branches'],
  [
    'trigger-paths',
    'github',
    'branches: [main]',
    "branches: [main]\n    paths-ignore: ['docs/**']",
    'paths-ignore',
  ],
  ['no-digest', 'gitea', ' --digest "$IMAGE" judged', ' judged', 'npx assay gate'],
  ['tag-for-digest', 'gitea', '"$IMAGE" judged', 'registry.test/platform:1.4 judged', 'npx assay gate'],
  ['dry-run', 'gitea', 'judged; then', '--dry-run judged; then', 'npx assay gate'],
  ['no-run', 'gitea', ' judged; then', '; then', 'npx assay gate'],
  ['policy-missing', 'github', 'policy.yaml', 'polciy.yaml', 'npx assay gate'],
  ['evidence-from-cache', 'github', 'path: node_modules', 'path: judged', 'judged\n          key'],
  ['shell-unknown', 'github', 'shell: bash', 'shell: pwsh', 'pwsh'],
  ['nothing-waits', 'gitea', '      - run: skopeo copy docker://$IMAGE docker://stable\n', '', 'name: gate'],
  ['no-gate', 'gitea', IF, 'true', 'run: skopeo'],
  ['no-gate', 'gitea', IF, `cat <<END\n          ${GITEA}\n          END`, 'run: skopeo'],
  ['no-gate', 'gitea', IF, `# ${GITEA}`, 'run: skopeo'],
];

/** Other ways to write the same, which are in order. */
export const TWINS: readonly Planted[] = [
  ['', 'github', GATE, `${BARE} || exit 1`, ''],
  ['', 'github', GATE, `${BARE} || { echo held; exit 1; }`, ''],
  ['', 'github', GATE, `answer=$(${BARE})`, ''],
  ['', 'github', 'set -euo pipefail', 'set -o pipefail', ''],
  [
    '',
    'github',
    `${GATE}\n          echo gated`,
    `set +e\n          ${BARE}\n          code=$?\n          exit $code`,
    '',
  ],
  ['', 'github', 'echo gated', 'true && echo gated', ''],
  ['', 'gitea', IF, `${GITEA} && echo promoted`, ''],
  ['', 'gitea', IF, `timeout 60 ${GITEA}`, ''],
  ['', 'gitea', IF, `node ../assay/scripts/assay.mjs gate --digest=$IMAGE judged >told.txt 2>&1`, ''],
  [
    '',
    'github',
    '      - name: gate\n',
    '      - name: gate\n        if: always()\n        continue-on-error: false\n',
    '',
  ],
  ['', 'github', '    needs: [gate]\n', '    needs: [gate]\n    if: success()\n', ''],
  [
    '',
    'github',
    'jobs:\n',
    'jobs:\n  other:\n    needs: promote\n    steps: [{ run: npm test || true, continue-on-error: true }]\n',
    '',
  ],
];
