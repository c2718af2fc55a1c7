import type { ArchitectureDrift } from './drift.ts';

const MODULE = 'example.com/agents/workspace-server/internal';
const pack = 'workspace-server';

/** Drifts of the Go workspace-server against its layers. */
const layers: readonly ArchitectureDrift[] = [
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

const HEAD = `package handlers\n\nimport (\n\t"context"\n\n\t"${MODULE}/models"\n)\n\n`;
const MINT =
  '\tif err := h.mintWorkspaceSecrets(ctx, workspace.ID, env); err != nil {\n\t\th.fail(workspace.ID, "provisioning failed", err)\n\t\treturn\n\t}\n';

/** Drifts of the functions that start boxes. */
const starts: readonly ArchitectureDrift[] = [
  {
    id: 'launch-forgets-to-mint',
    title: 'the mint call is gone from the local launch (M134)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [{ file: 'internal/handlers/provision.go', find: `${MINT}\tbox, err :=`, put: '\tbox, err :=' }],
    twin: [
      {
        file: 'internal/handlers/provision.go',
        find: `${MINT}\tbox, err :=`,
        put: '\tif err := h.mintWorkspaceSecrets(ctx, workspace.ID, env); err != nil {\n\t\treturn\n\t}\n\tbox, err :=',
      },
    ],
    at: { file: 'internal/handlers/provision.go', text: 'h.provisioner.Start(' },
  },
  {
    id: 'remote-launch-forgets-to-mint',
    title: 'the mint call is gone from the remote launch (M134)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [
      {
        file: 'internal/handlers/provision.go',
        find: `${MINT}\tif _, err :=`,
        put: '\t// mintWorkspaceSecrets(ctx, workspace.ID, env) happens elsewhere.\n\tif _, err :=',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/provision.go',
        find: `${MINT}\tif _, err :=`,
        put: '\t_ = h.mintWorkspaceSecrets(ctx, workspace.ID, env)\n\tif _, err :=',
      },
    ],
    at: { file: 'internal/handlers/provision.go', text: 'h.cpProv.Start(' },
  },
  {
    id: 'expand-bypasses-the-mint',
    title: 'children of a team start without secrets (M136)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [
      {
        file: 'internal/handlers/team.go',
        find: '\t\tif err := h.mintWorkspaceSecrets(ctx, child.ID, env); err != nil {\n\t\t\treturn err\n\t\t}\n',
        put: '',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/team.go',
        find: '\t\tif err := h.mintWorkspaceSecrets(ctx, child.ID, env); err != nil {\n\t\t\treturn err\n\t\t}\n\t\tgo func() {\n',
        put: '\t\tgo func() {\n\t\t\t_ = h.mintWorkspaceSecrets(ctx, child.ID, env)\n',
      },
    ],
    at: { file: 'internal/handlers/team.go', text: 'h.provisioner.Start(' },
  },
  {
    id: 'a-new-provision-function',
    title: 'a new function with a name that no list knows starts a box (M137)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [
      {
        file: 'internal/handlers/thaw.go',
        text: `${HEAD}func (x *Workspaces) thaw(ctx context.Context, id string) error {\n\t_, err := x.cpProv.\n\t\tStart(ctx, models.LaunchConfig{WorkspaceID: id})\n\treturn err\n}\n`,
      },
    ],
    twin: [
      {
        file: 'internal/handlers/thaw.go',
        text: `${HEAD}func (x *Workspaces) thaw(ctx context.Context, id string) error {\n\tenv := map[string]string{}\n\tif err := x.mintWorkspaceSecrets(ctx, id, env); err != nil {\n\t\treturn err\n\t}\n\t_, err := x.cpProv.\n\t\tStart(ctx, models.LaunchConfig{WorkspaceID: id, Env: env})\n\treturn err\n}\n`,
      },
    ],
    at: { file: 'internal/handlers/thaw.go', text: 'x.cpProv.' },
  },
  {
    id: 'a-start-behind-an-alias',
    title: 'the back end is called by another name (M137)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [
      {
        file: 'internal/handlers/wake.go',
        text: `${HEAD}func wake(ctx context.Context, h *Workspaces, id string) {\n\tlocal, remote := h.provisioner, h.cpProv\n\t_ = remote\n\tbackend := local\n\tgo func() {\n\t\t_, _ = backend.Start(ctx, models.LaunchConfig{WorkspaceID: id})\n\t}()\n}\n`,
      },
    ],
    twin: [
      {
        file: 'internal/handlers/wake.go',
        text: `${HEAD}func wake(ctx context.Context, h *Workspaces, id string) {\n\tlocal, remote := h.provisioner, h.cpProv\n\t_ = remote\n\tbackend := local\n\tgo func() {\n\t\t_ = backend.Stop(ctx, models.Workspace{ID: id}.ID)\n\t}()\n}\n`,
      },
    ],
    at: { file: 'internal/handlers/wake.go', text: 'backend.Start(' },
  },
  {
    id: 'a-route-borrows-the-mint-of-another',
    title: 'one closure mints, the one beside it starts (M137)',
    pack,
    rule: 'every-start-mints-secrets',
    plant: [
      {
        file: 'internal/handlers/jobs.go',
        text: `${HEAD}func jobs(h *Workspaces, add func(func(context.Context))) {\n\tadd(func(ctx context.Context) {\n\t\t_ = h.mintWorkspaceSecrets(ctx, "a", nil)\n\t})\n\tadd(func(ctx context.Context) {\n\t\t_, _ = h.provisioner.Start(ctx, models.LaunchConfig{WorkspaceID: "a"})\n\t})\n}\n`,
      },
    ],
    twin: [
      {
        file: 'internal/handlers/jobs.go',
        text: `${HEAD}func jobs(h *Workspaces, add func(func(context.Context))) {\n\tadd(func(ctx context.Context) {\n\t\t_ = h.mintWorkspaceSecrets(ctx, "a", nil)\n\t\t_, _ = h.provisioner.Start(ctx, models.LaunchConfig{WorkspaceID: "a"})\n\t})\n}\n`,
      },
    ],
    at: { file: 'internal/handlers/jobs.go', text: 'h.provisioner.Start(' },
  },
];

/** Drifts of types and names. */
const shapes: readonly ArchitectureDrift[] = [
  {
    id: 'force-is-back',
    title: 'the body of the org import has its force field again',
    pack,
    rule: 'org-import-has-no-force',
    plant: [
      {
        file: 'internal/handlers/org.go',
        find: '\t\tTemplate string `json:"template"`\n',
        put: '\t\tTemplate string `json:"template"`\n\t\tForce    bool   `json:"force"`\n',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/org.go',
        find: '\trequired   []string\n',
        put: '\trequired   []string\n\tForce      bool\n',
      },
    ],
    at: { file: 'internal/handlers/org.go', text: '`json:"force"`' },
  },
  {
    id: 'force-is-back-by-embedding',
    title: 'the force field comes back through an embedded struct',
    pack,
    rule: 'org-import-has-no-force',
    plant: [
      {
        file: 'internal/handlers/org.go',
        find: '\tvar body struct {\n',
        put: '\tvar body struct {\n\t\timportOptions\n',
      },
      {
        file: 'internal/handlers/options.go',
        text: 'package handlers\n\ntype importOptions struct {\n\tSkipPreflight bool `json:"force"`\n}\n',
      },
    ],
    twin: [
      {
        file: 'internal/handlers/org.go',
        find: '\tvar body struct {\n',
        put: '\tvar body struct {\n\t\timportOptions\n',
      },
      {
        file: 'internal/handlers/options.go',
        text: 'package handlers\n\ntype importOptions struct {\n\tReconcile bool `json:"enforce"`\n}\n',
      },
    ],
    at: { file: 'internal/handlers/options.go', text: 'SkipPreflight' },
  },
  {
    id: 'an-event-is-renamed',
    title: 'an event has another name on the wire',
    pack,
    rule: 'event-names-match-the-snapshot',
    plant: [{ file: 'internal/events/types.go', find: '"WORKSPACE_PAUSED"', put: '"WORKSPACE_SUSPENDED"' }],
    twin: [{ file: 'internal/events/types.go', find: 'EventWorkspacePaused ', put: 'EventPaused          ' }],
    at: { file: 'internal/events/types.go', text: 'WORKSPACE_SUSPENDED' },
  },
  {
    id: 'an-event-is-new',
    title: 'an event is sent that the snapshot does not know',
    pack,
    rule: 'event-names-match-the-snapshot',
    plant: [
      {
        file: 'internal/events/types.go',
        find: '// EventType is',
        put: 'const EventThawed EventType = "WORKSPACE_THAWED"\n\n// EventType is',
      },
    ],
    twin: [
      {
        file: 'internal/events/types.go',
        find: '// EventType is',
        put: 'const prefix = "workspace: "\n\n// EventType is',
      },
    ],
    at: { file: 'internal/events/types.go', text: 'WORKSPACE_THAWED' },
  },
];

/** Every drift of the Go workspace-server. */
export const SERVER_DRIFTS: readonly ArchitectureDrift[] = [...layers, ...starts, ...shapes];
