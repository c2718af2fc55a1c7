#!/usr/bin/env bash
# Gates the image of an agent template, in its CI or by hand:
#   TEMPLATE_IMAGE=my-template:ci scripts/run-canary.sh [options of `assay canary`]
#
# TEMPLATE_IMAGE   the image; required
# CANARY_RUN_ID    its container is called canary-<id>; random when absent
# RUNTIME_PORT     port of this machine that leads to it; a free one when absent
# KEEP_RUNNING=1   leaves the container running
#
# Exit code: 0 passed, 1 a canary failed, 2 nobody could judge, whatever the cause was.
set -u

cannot() {
  echo "run-canary: $*" >&2
  exit 2
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || cannot 'the clone of Assay is not there.'
[ -n "${TEMPLATE_IMAGE:-}" ] || cannot 'TEMPLATE_IMAGE is not set. Name the image: TEMPLATE_IMAGE=my-template:ci'
command -v node >/dev/null || cannot 'there is no node on PATH. Install Node 20.19 or newer.'

words=(canary --image "$TEMPLATE_IMAGE" --ready-within 90 --deadline 480)
[ -z "${CANARY_RUN_ID:-}" ] || words+=(--name "canary-$CANARY_RUN_ID")
[ -z "${RUNTIME_PORT:-}" ] || words+=(--publish "$RUNTIME_PORT")
[ "${KEEP_RUNNING:-}" != 1 ] || words+=(--keep)

# In the background, for a shell hands on no signal while it waits in the foreground. Ctrl-C reaches both by itself, and a
# second signal would end the run before it has taken its container down.
node "$root/scripts/bootstrap.mjs" "${words[@]}" "$@" &
judge=$!
trap 'kill -TERM "$judge" 2>/dev/null' TERM HUP
trap : INT
wait "$judge"
code=$?
while [ "$code" -gt 128 ] && kill -0 "$judge" 2>/dev/null; do
  wait "$judge"
  code=$?
done

case $code in
  0 | 1) exit "$code" ;;
  *) exit 2 ;;
esac
