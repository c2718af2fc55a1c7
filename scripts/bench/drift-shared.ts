/** Names that every file of a measured tree shares with all others: a search by name alone finds them everywhere. */
export function sharedNames(packageName: string, file: number, isFirst: boolean): readonly string[] {
  const lines = `
// Runner${file} starts many things, none of them a box but one.
type Runner${file} struct {
	next  *Runner${file}
	all   []*Runner${file}
	timer *time.Timer
	boxes *provisioner.Docker
}

func (r *Runner${file}) Start(ctx context.Context) error { return ctx.Err() }

func (r *Runner${file}) Run(ctx context.Context, starters map[string]interface{ Start(ctx context.Context) error }) {
	_ = r.Start(ctx)
	_ = r.next.Start(ctx)
	_ = r.next.next.Start(ctx)
	for _, each := range r.all {
		_ = each.Start(ctx)
		_ = each.next.Start(ctx)
	}
	for _, each := range starters {
		_ = each.Start(ctx)
	}
	command := exec.Command("true")
	_ = command.Start()
	_ = r.prepare(ctx)
}

func (r *Runner${file}) prepare(ctx context.Context) error { return mintWorkspaceSecrets(ctx) }

func (r *Runner${file}) Launch(ctx context.Context, id string) (string, error) {
	if err := r.prepare(ctx); err != nil {
		return "", err
	}
	return r.boxes.Start(ctx, models.LaunchConfig{WorkspaceID: id})
}`;
  const mint = `
func mintWorkspaceSecrets(ctx context.Context) error { return ctx.Err() }`;
  const text = isFirst ? `${lines}\n${mint}` : lines;
  return [`// The names of ${packageName} are those of every package.`, ...text.split('\n'), ''];
}

/** What a file with these names imports. */
export const SHARED_IMPORTS = [
  'context',
  'os/exec',
  'time',
  'example.com/agents/workspace-server/internal/models',
  'example.com/agents/workspace-server/internal/provisioner',
] as const;
