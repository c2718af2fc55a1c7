import type { ArchitectureDrift } from './drift.ts';

const MODULE = 'example.com/agents/workspace-server/internal';
const HEAD = `package handlers\n\nimport (\n\t"context"\n\n\t"${MODULE}/models"\n\t"${MODULE}/provisioner"\n)\n\n`;
const START = 'engine.Start(ctx, models.LaunchConfig{WorkspaceID: id})';

/** What every drift of this file changes: rules that hold at all revisions find it in older trees too. */
const RESUME = {
  rule: 'every-start-mints-secrets',
  plant: [
    {
      file: 'internal/handlers/resume.go',
      text: `${HEAD}func resume(ctx context.Context, engine *provisioner.Docker, id string) {\n\t_, _ = ${START}\n}\n`,
    },
  ],
  twin: [
    {
      file: 'internal/handlers/resume.go',
      text: `${HEAD}func (h *Workspaces) resume(ctx context.Context, engine *provisioner.Docker, id string) {\n\tif h.mintWorkspaceSecrets(ctx, id, nil) == nil {\n\t\t_, _ = ${START}\n\t}\n}\n`,
    },
  ],
  at: { file: 'internal/handlers/resume.go', text: 'engine.Start(' },
} as const;

/** Drifts of servers that are older than the latest revision. */
export const REVISION_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'an-r1-server-starts-without-a-mint',
    title: 'a server of R1 resumes without secrets (M137)',
    pack: 'workspace-server at R1',
    ...RESUME,
  },
  {
    id: 'a-dated-server-starts-without-a-mint',
    title: 'a server of a day between the revisions resumes without secrets (M137)',
    pack: 'workspace-server of 2026-05-16',
    ...RESUME,
  },
];
