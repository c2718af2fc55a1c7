import type { ArchitectureDrift } from './drift.ts';
import { goFile, LAUNCH, MINTS, PREVIEW, PREVIEWER, PROVISIONER } from './server-origins.ts';

const SHELF =
  'type shelf[T any] struct{ held T }\n\nfunc (s *shelf[T]) get() T { return s.held }\n\nfunc keep[T any](held T) *shelf[T] { return &shelf[T]{held: held} }\n\n';

/** Five helpers, of which the last may mint, and a start that relies on each of some. */
function chain(last: string, from: readonly number[]): string {
  const helpers = [1, 2, 3, 4].map(
    (at) => `func (h *Workspaces) step${at}(ctx context.Context, id string) { h.step${at + 1}(ctx, id) }\n`,
  );
  const starts = from.map(
    (at) =>
      `func (h *Workspaces) from${at}(ctx context.Context, id string) {\n\th.step${at}(ctx, id)\n\t_, _ = h.provisioner.Start(${LAUNCH})\n}\n`,
  );
  const end = `func (h *Workspaces) step5(ctx context.Context, id string) { ${last} }\n`;
  return [...helpers, end, ...starts].join('\n').trimEnd();
}

/** Drifts that are seen only by who follows types and calls as far as they go. */
export const REACH_DRIFTS: readonly ArchitectureDrift[] = [
  {
    id: 'a-start-out-of-a-generic-box',
    title: 'a generic type hands the back end out, and what it gives is started (M137)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/shelf.go',
        `${SHELF}func fromShelf(ctx context.Context, prov *provisioner.Docker, id string) {\n\t_, _ = keep(prov).get().Start(${LAUNCH})\n}`,
        PROVISIONER,
      ),
    ],
    twin: [
      PREVIEW,
      goFile(
        'handlers/shelf.go',
        `${SHELF}func fromShelf(ctx context.Context, prov *preview.Docker, id string) {\n\t_, _ = keep(prov).get().Start(${LAUNCH})\n}`,
        PREVIEWER,
      ),
    ],
    at: { file: 'internal/handlers/shelf.go', text: 'keep(prov)' },
  },
  {
    id: 'a-start-by-a-type-of-its-function',
    title: 'a function declares the interface by which it starts, behind a label (M137)',
    ...MINTS,
    plant: [
      goFile(
        'handlers/again.go',
        `func (h *Workspaces) again(ctx context.Context, id string) {\n\ttype starter interface {\n\t\tStart(ctx context.Context, config models.LaunchConfig) (string, error)\n\t}\n\tvar held starter = h.provisioner\nonce:\n\tbox := held\n\tif _, err := box.Start(${LAUNCH}); err != nil {\n\t\tgoto once\n\t}\n}`,
      ),
    ],
    twin: [
      goFile(
        'handlers/again.go',
        'func (h *Workspaces) again(ctx context.Context, held models.Workspace) {\n\ttype starter interface{ Start(ctx context.Context) error }\n\tvar timer starter\nonce:\n\tbox := timer\n\tif err := box.Start(ctx); err != nil {\n\t\tgoto once\n\t}\n\th.launch(ctx, held)\n}',
      ),
    ],
    at: { file: 'internal/handlers/again.go', text: 'box.Start(' },
  },
  {
    id: 'a-chain-of-helpers-mints-nowhere',
    title: 'a start relies on a helper of helpers that mints no more (M136)',
    ...MINTS,
    plant: [goFile('handlers/steps.go', chain('_, _ = ctx, id', [1]))],
    twin: [goFile('handlers/steps.go', chain('_ = h.mintWorkspaceSecrets(ctx, id, nil)', [1, 4]))],
    at: { file: 'internal/handlers/steps.go', text: 'h.provisioner.Start(' },
  },
];
