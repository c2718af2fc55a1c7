-- One row for each desktop that somebody has had. `serial` makes every grant a token of its own.
CREATE TABLE workspace_display_control_locks (
  workspace_id uuid PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  controller text NOT NULL CHECK (controller IN ('user', 'agent')),
  controlled_by text NOT NULL CHECK (length(controlled_by) <= 200),
  expires_at timestamptz NOT NULL,
  serial text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
