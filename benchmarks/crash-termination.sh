#!/bin/sh
# Cuts the termination of a programme by kill -9 at random moments and looks whether everybody was refunded once:
# benchmarks/crash-termination.sh [MEMBERS [KILLS [SEED]]]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
members=${1:-20000}
kills=${2:-5}
seed=${3:-$(date +%s)}
exec "$here/benchmarks/run.sh" --crash-termination "$members" "$kills" "$seed"
