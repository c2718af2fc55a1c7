CREATE TABLE structure_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_type text NOT NULL,
  workspace_id uuid,
  payload json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
