ALTER TABLE activity_logs ALTER COLUMN duration_ms TYPE bigint;
