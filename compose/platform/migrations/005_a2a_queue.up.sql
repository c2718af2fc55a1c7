CREATE TABLE a2a_queue (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  caller_id uuid,
  priority smallint NOT NULL DEFAULT 50,
  body json NOT NULL,
  method text,
  idempotency_key text,
  enqueued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  dispatched_at timestamptz,
  completed_at timestamptz,
  expires_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  status text NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'dispatched', 'completed', 'dropped', 'failed')),
  last_error text
);

CREATE UNIQUE INDEX a2a_queue_idempotency ON a2a_queue (workspace_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL AND status IN ('queued', 'dispatched');

CREATE INDEX a2a_queue_next ON a2a_queue (workspace_id, priority DESC, enqueued_at) WHERE status = 'queued';
