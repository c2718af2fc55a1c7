ALTER TABLE activity_logs ADD COLUMN delegation_id text;
ALTER TABLE activity_logs ADD COLUMN idempotency_key text;

CREATE INDEX activity_logs_delegation ON activity_logs (workspace_id, delegation_id) WHERE delegation_id IS NOT NULL;

CREATE UNIQUE INDEX activity_logs_idempotency ON activity_logs (workspace_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
