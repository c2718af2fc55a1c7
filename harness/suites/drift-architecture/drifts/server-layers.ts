import type { ArchitectureDrift } from './drift.ts';

const MODULE = 'example.com/agents/workspace-server/internal';
const pack = 'workspace-server';

/** Drifts of the Go workspace-server against its layers. */
export const LAYER_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'wsauth-reads-the-database',
    title: 'the package of tokens opens the database (M113)',
    pack,
    rule: 'wsauth-is-a-leaf',
    plant: [
      {
        file: 'internal/wsauth/tokens.go',
        find: '\t"encoding/hex"\n',
        put: `\t"encoding/hex"\n\n\t"${MODULE}/db"\n`,
      },
    ],
    twin: [
      {
        file: 'internal/wsauth/tokens.go',
        find: '\t"encoding/hex"\n',
        put: `\t"encoding/hex"\n\t"log" // never "${MODULE}/db"\n`,
      },
    ],
    at: { file: 'internal/wsauth/tokens.go', text: '/internal/db"' },
  },
  {
    id: 'models-know-events',
    title: 'rows know the events that they cause (M113)',
    pack,
    rule: 'models-is-a-leaf',
    plant: [
      {
        file: 'internal/models/audit.go',
        text: `package models\n\nimport ev "${MODULE}/events"\n\ntype Audit struct{ Event ev.EventType }\n`,
      },
    ],
    twin: [
      {
        file: 'internal/models/audit.go',
        text: 'package models\n\nimport ev "example.com/agents/audit/internal/events"\n\ntype Audit struct{ Event ev.EventType }\n',
      },
    ],
    at: { file: 'internal/models/audit.go', text: '/events"' },
  },
  {
    id: 'db-checks-tokens',
    title: 'the database package checks tokens (M113)',
    pack,
    rule: 'db-is-a-leaf',
    plant: [
      {
        file: 'internal/db/db.go',
        find: '\t_ "github.com/lib/pq"\n',
        put: `\t_ "github.com/lib/pq"\n\t_ \`${MODULE}/wsauth\`\n`,
      },
    ],
    twin: [{ file: 'internal/db/db_test.go', text: `package db\n\nimport _ "${MODULE}/wsauth"\n` }],
    at: { file: 'internal/db/db.go', text: '/wsauth`' },
  },
  {
    id: 'provisioner-calls-handlers',
    title: 'a back end calls the handlers (M113)',
    pack,
    rule: 'provisioner-knows-no-handlers',
    plant: [
      {
        file: 'internal/provisioner/notify.go',
        text: `package provisioner\n\nimport (\n\t"context"\n\t/* the page */ pages "${MODULE}/handlers"\n)\n\nvar _ = context.TODO\nvar _ = pages.NewWorkspaces\n`,
      },
    ],
    twin: [
      {
        file: 'internal/provisioner/notify.go',
        text: `package provisioner\n\nimport (\n\t"context"\n\n\t"${MODULE}/events"\n)\n\nvar _ = context.TODO\nvar _ = events.NewBroadcaster\n`,
      },
    ],
    at: { file: 'internal/provisioner/notify.go', text: '/handlers"' },
  },
  {
    id: 'provisioner-reaches-the-router',
    title: 'a back end reaches the router through a new package (M113)',
    pack,
    rule: 'provisioner-knows-no-handlers',
    plant: [
      {
        file: 'internal/provisioner/control_plane.go',
        find: '\t"context"\n',
        put: `\t"context"\n\n\t"${MODULE}/paths"\n`,
      },
      {
        file: 'internal/paths/paths.go',
        text: `package paths\n\nimport "${MODULE}/router"\n\nvar New = router.New\n`,
      },
    ],
    twin: [
      {
        file: 'internal/provisioner/control_plane.go',
        find: '\t"context"\n',
        put: `\t"context"\n\n\t"${MODULE}/paths"\n`,
      },
      {
        file: 'internal/paths/paths.go',
        text: `package paths\n\nimport "${MODULE}/models"\n\ntype Config = models.LaunchConfig\n`,
      },
    ],
    at: { file: 'internal/provisioner/control_plane.go', text: '/paths"' },
  },
];
