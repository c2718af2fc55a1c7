#!/bin/bash
# Starts PostgreSQL where the official image cannot be had; understands the part of its settings that we use:
# POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_INITDB_ARGS, PGDATA, PGPORT. The database is `postgres`.
set -euo pipefail
export PGDATA="${PGDATA:-/var/lib/postgresql/data}"

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA"
  chown postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  : "${POSTGRES_PASSWORD:?must be set}"
  # shellcheck disable=SC2086 # several arguments, as with the official image
  initdb --username="${POSTGRES_USER:-postgres}" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
fi
exec "$@"
