import type { ArchitectureDrift } from './drift.ts';

const MODULE = 'example.com/agents/workspace-server/internal';

/** What every drift of this file has in common. */
export const MINTS = { pack: 'workspace-server', rule: 'every-start-mints-secrets' } as const;

/** A new Go file that knows rows and, by these lines, other packages of the platform. */
export function goFile(name: string, body: string, ...imports: readonly string[]) {
  const [folder = ''] = name.split('/');
  const all = ['"context"', '', `"${MODULE}/models"`, ...imports].map((each) =>
    each === '' ? '' : `\t${each}`,
  );
  return {
    file: `internal/${name}`,
    text: `package ${folder}\n\nimport (\n${all.join('\n')}\n)\n\n${body}\n`,
  };
}

export const PROVISIONER = `"${MODULE}/provisioner"`;
export const LAUNCH = 'ctx, models.LaunchConfig{WorkspaceID: id}';
/** Nothing that runs agents, though it starts like one. */
export const PREVIEW = goFile(
  'preview/preview.go',
  'type Docker struct{}\n\nfunc (d *Docker) Start(ctx context.Context, config models.LaunchConfig) (string, error) { return config.Image, ctx.Err() }\n\nfunc NewDocker(string) *Docker { return &Docker{} }',
);
export const PREVIEWER = `"${MODULE}/preview"`;

/** Drifts of boxes that are started by whoever holds a back end, whatever it is called there. */
export const ORIGIN_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'an-importer-starts-what-it-is-given',
    title: 'the importer of bundles starts the back end that it is given as prov (M137)',
    ...MINTS,
    plant: [
      goFile(
        'bundle/importer.go',
        `func Import(ctx context.Context, prov *provisioner.Docker, id string) error {\n\t_, err := prov.Start(${LAUNCH})\n\treturn err\n}`,
        PROVISIONER,
      ),
    ],
    twin: [
      PREVIEW,
      goFile(
        'bundle/importer.go',
        `func Import(ctx context.Context, provisioner *preview.Docker, id string) error {\n\t_, err := provisioner.Start(${LAUNCH})\n\treturn err\n}`,
        PREVIEWER,
      ),
    ],
    at: { file: 'internal/bundle/importer.go', text: 'prov.Start(' },
  },
  {
    id: 'an-importer-asks-for-an-interface',
    title: 'the importer of bundles takes anything that starts like a back end (M137)',
    ...MINTS,
    plant: [
      goFile(
        'bundle/importer.go',
        `type Starter interface {\n\tStart(ctx context.Context, config models.LaunchConfig) (string, error)\n}\n\ntype Importer struct{ box Starter }\n\nfunc (i Importer) Run(ctx context.Context, id string) error {\n\t_, err := i.box.Start(${LAUNCH})\n\treturn err\n}`,
      ),
    ],
    twin: [
      goFile(
        'bundle/importer.go',
        'type Starter interface {\n\tStart(ctx context.Context, row models.Workspace) error\n}\n\ntype Importer struct{ provisioner Starter }\n\nfunc (i Importer) Run(ctx context.Context, id string) error {\n\treturn i.provisioner.Start(ctx, models.Workspace{ID: id})\n}',
      ),
    ],
    at: { file: 'internal/bundle/importer.go', text: 'i.box.Start(' },
  },
  {
    id: 'a-start-by-embedding',
    title: 'a pool embeds the back end and is started itself (M137)',
    ...MINTS,
    plant: [
      goFile(
        'warm/pool.go',
        `type slot struct{ *provisioner.ControlPlane }\n\ntype Pool struct{ slot }\n\nfunc (p *Pool) Warm(ctx context.Context, id string) {\n\tgo p.Start(${LAUNCH})\n}`,
        PROVISIONER,
      ),
    ],
    twin: [
      PREVIEW,
      goFile(
        'warm/pool.go',
        `type slot struct{ *preview.Docker }\n\ntype Pool struct{ slot }\n\nfunc (p *Pool) Warm(ctx context.Context, id string) {\n\tgo p.Start(${LAUNCH})\n}`,
        PREVIEWER,
      ),
    ],
    at: { file: 'internal/warm/pool.go', text: 'p.Start(' },
  },
  {
    id: 'a-start-behind-an-import-alias',
    title: 'the package of the back ends has another name, and its constructor gives one (M137)',
    ...MINTS,
    plant: [
      goFile(
        'warm/once.go',
        `func Once(ctx context.Context, host, id string) {\n\tif box := engines.NewDocker(host); box != nil {\n\t\tdefer box.Start(${LAUNCH})\n\t}\n}`,
        `engines ${PROVISIONER}`,
      ),
    ],
    twin: [
      PREVIEW,
      goFile(
        'warm/once.go',
        `func Once(ctx context.Context, host, id string) {\n\tif box := provisioner.NewDocker(host); box != nil {\n\t\tdefer box.Start(${LAUNCH})\n\t}\n}`,
        `provisioner ${PREVIEWER}`,
      ),
    ],
    at: { file: 'internal/warm/once.go', text: 'box.Start(' },
  },
  {
    id: 'a-start-by-its-value',
    title: 'the start of the back end is handed on and called elsewhere (M137)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/later.go',
        'func (h *Workspaces) later(add func(func(context.Context, models.LaunchConfig) (string, error))) {\n\tstart := h.cpProv.Start\n\tadd(start)\n}',
      ),
    ],
    twin: [
      goFile(
        'handlers/later.go',
        'func (h *Workspaces) later(ctx context.Context, id string, add func(func(context.Context, models.LaunchConfig) (string, error))) {\n\tmint := h.mintWorkspaceSecrets\n\tif mint(ctx, id, nil) == nil {\n\t\tstart := h.cpProv.Start\n\t\tadd(start)\n\t}\n}',
      ),
    ],
    at: { file: 'internal/handlers/later.go', text: 'h.cpProv.Start' },
  },
  {
    id: 'a-wrapper-starts-without-a-mint',
    title: 'a start moves into a helper of its own, and nothing mints there (M137)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/boxes.go',
        `func (h *Workspaces) box(ctx context.Context, id string) error {\n\t_, err := h.provisioner.Start(${LAUNCH})\n\treturn err\n}\n\nfunc (h *Workspaces) again(ctx context.Context, id string) error { return h.box(ctx, id) }`,
      ),
    ],
    twin: [
      goFile(
        'handlers/boxes.go',
        `func (h *Workspaces) prepare(ctx context.Context, id string) error {\n\treturn h.mintWorkspaceSecrets(ctx, id, map[string]string{})\n}\n\nfunc (h *Workspaces) box(ctx context.Context, id string) error {\n\tif err := h.prepare(ctx, id); err != nil {\n\t\treturn err\n\t}\n\t_, err := h.provisioner.Start(${LAUNCH})\n\treturn err\n}`,
      ),
    ],
    at: { file: 'internal/handlers/boxes.go', text: 'h.provisioner.Start(' },
  },
  {
    id: 'a-mint-of-the-same-name',
    title: 'what is called before the start is only called like the mint (M134)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/quick.go',
        `func (h *Workspaces) quick(ctx context.Context, id string) {\n\tmintWorkspaceSecrets := func(context.Context, string) error { return nil }\n\tif mintWorkspaceSecrets(ctx, id) == nil {\n\t\t_, _ = h.provisioner.Start(${LAUNCH})\n\t}\n}`,
      ),
    ],
    twin: [
      goFile(
        'handlers/quick.go',
        `func (h *Workspaces) quick(ctx context.Context, id string) {\n\tfresh := h.mintWorkspaceSecrets\n\tif fresh(ctx, id, nil) == nil {\n\t\t_, _ = h.provisioner.Start(${LAUNCH})\n\t}\n}`,
      ),
    ],
    at: { file: 'internal/handlers/quick.go', text: 'h.provisioner.Start(' },
  },
  {
    id: 'a-helper-keeps-its-mint',
    title: 'a start relies on a launch that mints for itself alone (M136)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/both.go',
        `func (h *Workspaces) both(ctx context.Context, first models.Workspace, id string) {\n\th.launch(ctx, first)\n\t_, _ = h.cpProv.Start(${LAUNCH})\n}`,
      ),
    ],
    twin: [
      goFile(
        'handlers/both.go',
        'func (h *Workspaces) both(ctx context.Context, first, second models.Workspace) {\n\th.launch(ctx, first)\n\th.launchRemote(ctx, second)\n}',
      ),
    ],
    at: { file: 'internal/handlers/both.go', text: 'h.cpProv.Start(' },
  },
];
