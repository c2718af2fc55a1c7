import type { ArchitectureDrift } from './drift.ts';

const RECONNECT = 'src/store/reconnect.ts';
const IMPORT = "import { acquire } from '../lib/api.js';\n";
const UPLOADS = 'agent_runtime/uploads.py';
const CHECKED = '    target = check_inside(ROOT / name)\n    target.unlink()';

/** Drifts of calls that only bear the right name, and twins that call the right thing by another. */
export const MODULE_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'a-lease-of-another-module',
    title: 'a reconnect acquires by a function of that name that remembers old leases (M155)',
    pack: 'canvas',
    rule: 'reconnects-acquire-first',
    plant: [
      { file: RECONNECT, find: IMPORT, put: "import { acquire } from '../lib/remembered.js';\n" },
      {
        file: 'src/lib/remembered.ts',
        text: 'export const acquire = async (id: string, _: object) => ({ url: id });\n',
      },
    ],
    twin: [
      { file: RECONNECT, find: IMPORT, put: "import { lease as acquire } from '../lib/leases.js';\n" },
      { file: 'src/lib/leases.ts', text: "export { acquire as lease } from './api.js';\n" },
    ],
    at: { file: RECONNECT, text: 'dialler.dial(' },
  },
  {
    id: 'a-check-of-the-same-name',
    title: 'a path is checked by a local function of that name, which looks at nothing',
    pack: 'workspace-runtime',
    rule: 'paths-are-checked-before-they-are-used',
    plant: [
      {
        file: UPLOADS,
        find: CHECKED,
        put: '    check_inside = str\n    target = ROOT / name\n    check_inside(target)\n    target.unlink()',
      },
    ],
    twin: [
      {
        file: UPLOADS,
        find: CHECKED,
        put: '    inside = check_inside\n    target = inside(ROOT / name)\n    target.unlink()',
      },
    ],
    at: { file: UPLOADS, text: 'target.unlink()' },
  },
  {
    id: 'the-environment-under-another-name',
    title: 'a room takes the environment out of its process',
    pack: 'assay',
    rule: 'one-reader-of-the-environment',
    plant: [
      {
        file: 'harness/corpus/home.ts',
        text: "const { env } = process;\nexport const home = env['HOME'];\n",
      },
    ],
    twin: [
      {
        file: 'harness/corpus/home.ts',
        text: "export const home = ({ env }: { env: Record<string, string> }) => env['HOME'];\n",
      },
    ],
    at: { file: 'harness/corpus/home.ts', text: "env['HOME']" },
  },
];
