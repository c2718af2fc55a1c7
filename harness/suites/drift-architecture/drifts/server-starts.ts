import type { ArchitectureDrift } from './drift.ts';

const MODULE = 'example.com/agents/workspace-server/internal';
const pack = 'workspace-server';

const HEAD = `package handlers\n\nimport (\n\t"context"\n\n\t"${MODULE}/models"\n)\n\n`;
const MINT =
  '\tif err := h.mintWorkspaceSecrets(ctx, workspace.ID, env); err != nil {\n\t\th.fail(workspace.ID, "provisioning failed", err)\n\t\treturn\n\t}\n';

/** Drifts of the functions that start boxes. */
export const START_DRIFTS: readonly ArchitectureDrift[] = [
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
