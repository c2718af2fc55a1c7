CREATE TYPE workspace_status AS ENUM (
  'provisioning', 'online', 'offline', 'degraded', 'failed', 'removed', 'paused', 'hibernated'
);

CREATE TABLE workspaces (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  role text,
  tier integer NOT NULL DEFAULT 1,
  runtime text NOT NULL,
  status workspace_status NOT NULL DEFAULT 'provisioning',
  parent_id uuid REFERENCES workspaces (id),
  url text,
  agent_card json,
  delivery_mode text NOT NULL DEFAULT 'push' CHECK (delivery_mode IN ('push', 'poll')),
  model text,
  template text,
  workspace_dir text,
  workspace_access text NOT NULL DEFAULT 'none',
  x double precision NOT NULL DEFAULT 0,
  y double precision NOT NULL DEFAULT 0,
  collapsed boolean NOT NULL DEFAULT false,
  broadcast_enabled boolean NOT NULL DEFAULT false,
  talk_to_user_enabled boolean NOT NULL DEFAULT true,
  compute json NOT NULL DEFAULT '{}',
  max_concurrent_tasks integer NOT NULL DEFAULT 1,
  active_tasks integer NOT NULL DEFAULT 0,
  uptime_seconds bigint NOT NULL DEFAULT 0,
  current_task text NOT NULL DEFAULT '',
  last_error_rate double precision NOT NULL DEFAULT 0,
  last_sample_error text NOT NULL DEFAULT '',
  monthly_spend bigint NOT NULL DEFAULT 0,
  budget_limit bigint,
  platform_inbound_secret text,
  instance_id text,
  last_heartbeat_at timestamptz,
  last_outbound_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX workspaces_parent ON workspaces (parent_id);
