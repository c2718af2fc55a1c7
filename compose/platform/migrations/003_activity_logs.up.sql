-- Documents are `json`, not `jsonb`: a message may carry U+0000 and numbers of any size, and both must come back.
CREATE TABLE activity_logs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  activity_type text NOT NULL,
  source_id uuid,
  target_id uuid,
  method text,
  summary text,
  request_body json,
  response_body json,
  tool_trace json,
  duration_ms integer,
  status text NOT NULL DEFAULT 'ok',
  error_detail text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX activity_logs_order ON activity_logs (workspace_id, created_at, seq);
