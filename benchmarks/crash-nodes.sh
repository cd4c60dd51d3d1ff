#!/bin/sh
# Two nodes of each side on one PostgreSQL and one MongoDB, under a load of overlapping batches; one node of each side is
# cut off by kill -9 and started again every so often: benchmarks/crash-nodes.sh [ROUNDS [SECONDS]]
# LEDGER_IT_POSTGRES and LEDGER_IT_MONGO name servers that run; else it brings its own.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
exec mvn -B verify -pl standalone -am -Dtest=None -Dit.test=NodesIT \
  -Dnodes.rounds="${1:-12}" -Dnodes.every="${2:-10}" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
