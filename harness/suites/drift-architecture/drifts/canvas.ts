import type { ArchitectureDrift } from './drift.ts';

const pack = 'canvas';
const RECONNECT = 'src/store/reconnect.ts';
const ACQUIRE =
  "  const session = await acquire(workspaceId, { controller: 'user', ttl_seconds: LEASE_TTL_SECONDS });\n  await dialler.dial(session.url);\n";

/** Every drift of the TypeScript canvas. */
export const CANVAS_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'lease-constants-are-swapped',
    title: 'the renewal interval and the lease have changed places (M164)',
    pack,
    rule: 'leases-are-renewed-before-they-end',
    plant: [
      { file: 'src/lib/display.ts', find: 'LEASE_TTL_SECONDS = 300', put: 'LEASE_TTL_SECONDS = 120' },
      {
        file: 'src/lib/display.ts',
        find: 'RENEW_INTERVAL_MS = 2 * 60 * 1000',
        put: 'RENEW_INTERVAL_MS = 5 * 60 * 1000',
      },
    ],
    twin: [
      {
        file: 'src/lib/display.ts',
        find: 'RENEW_INTERVAL_MS = 2 * 60 * 1000',
        put: 'RENEW_INTERVAL_MS = 299_999',
      },
    ],
    at: { file: 'src/lib/display.ts', text: 'RENEW_INTERVAL_MS = 5' },
  },
  {
    id: 'renewal-comes-with-the-end',
    title: 'the renewal interval equals the lease (M164)',
    pack,
    rule: 'leases-are-renewed-before-they-end',
    plant: [
      {
        file: 'src/lib/display.ts',
        find: 'RENEW_INTERVAL_MS = 2 * 60 * 1000',
        put: 'RENEW_INTERVAL_MS = LEASE_TTL_SECONDS * 1_000',
      },
    ],
    twin: [
      {
        file: 'src/lib/display.ts',
        find: 'RENEW_INTERVAL_MS = 2 * 60 * 1000',
        put: 'RENEW_INTERVAL_MS = (LEASE_TTL_SECONDS / 2) * 1_000',
      },
    ],
    at: { file: 'src/lib/display.ts', text: 'RENEW_INTERVAL_MS =' },
  },
  {
    id: 'a-cached-token-is-dialled',
    title: 'a reconnect dials first and acquires afterwards (M155)',
    pack,
    rule: 'reconnects-acquire-first',
    plant: [
      {
        file: RECONNECT,
        find: ACQUIRE,
        put: "  const { dial } = dialler;\n  await dial(workspaceId);\n  await acquire(workspaceId, { controller: 'user', ttl_seconds: LEASE_TTL_SECONDS });\n",
      },
    ],
    twin: [
      {
        file: RECONNECT,
        find: ACQUIRE,
        put: "  const { dial } = dialler;\n  const session = await acquire(workspaceId, { controller: 'user', ttl_seconds: LEASE_TTL_SECONDS });\n  await dial(session.url);\n",
      },
    ],
    at: { file: RECONNECT, text: 'await dial(' },
  },
  {
    id: 'the-lease-is-fresh-sometimes',
    title: 'a reconnect acquires on one of two ways only (M155)',
    pack,
    rule: 'reconnects-acquire-first',
    plant: [
      {
        file: RECONNECT,
        find: ACQUIRE,
        put: "  let url = workspaceId;\n  if (url === '') url = (await acquire(workspaceId, { controller: 'user', ttl_seconds: 300 })).url;\n  await dialler?.dial(url);\n",
      },
    ],
    twin: [
      {
        file: RECONNECT,
        find: ACQUIRE,
        put: "  const { url } = await acquire(workspaceId, { controller: 'user', ttl_seconds: 300 });\n  if (url !== '') await dialler?.dial(url);\n",
      },
    ],
    at: { file: RECONNECT, text: 'dialler?.dial(' },
  },
  {
    id: 'a-library-knows-a-hook',
    title: 'a library takes a type from a hook through an alias (M113)',
    pack,
    rule: 'libraries-know-no-components',
    plant: [
      {
        file: 'src/lib/api.ts',
        find: "import type { DisplaySession } from './display';",
        put: "import type { DisplaySession } from './display';\nimport type { useLease } from '@/hooks/use-lease';",
      },
    ],
    twin: [
      {
        file: 'src/lib/api.ts',
        find: "import type { DisplaySession } from './display';",
        put: "import type { DisplaySession } from '@/lib/display';\n// import type { useLease } from '@/hooks/use-lease';",
      },
    ],
    at: { file: 'src/lib/api.ts', text: "from '@/hooks/use-lease'" },
  },
  {
    id: 'a-store-loads-a-component',
    title: 'the store loads a component when it runs (M113)',
    pack,
    rule: 'libraries-know-no-components',
    plant: [
      {
        file: 'src/store/index.ts',
        text: "export const tab = () =>\n  import(\n    '../components/tabs/DisplayTab'\n  );\n",
      },
    ],
    twin: [
      {
        file: 'src/store/index.ts',
        text: "export * from './reconnect';\nexport const tab = \"import('../components/tabs/DisplayTab')\";\n",
      },
    ],
    at: { file: 'src/store/index.ts', text: "'../components/tabs/DisplayTab'" },
  },
];
