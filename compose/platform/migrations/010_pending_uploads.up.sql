CREATE TABLE pending_uploads (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  name text NOT NULL,
  mime_type text NOT NULL,
  content bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  acked_at timestamptz
);

CREATE INDEX pending_uploads_workspace ON pending_uploads (workspace_id);
