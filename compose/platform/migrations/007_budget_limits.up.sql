ALTER TABLE workspaces ADD COLUMN budget_limits jsonb NOT NULL DEFAULT '{}';

-- Every increase of the monthly spend that a heartbeat reports; the shorter budget periods are sums over it.
CREATE TABLE workspace_spend (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  cents bigint NOT NULL,
  spent_at timestamptz NOT NULL
);

CREATE INDEX workspace_spend_recent ON workspace_spend (workspace_id, spent_at);
