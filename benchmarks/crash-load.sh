#!/bin/sh
# Cuts a load of the real file by kill -9 at random moments and compares the balances after loading again:
# benchmarks/crash-load.sh [ROUNDS [FILE [SEED]]]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
rounds=${1:-5}
file=${2:-$here/../shared/data/trending-us-2017.csv}
seed=${3:-$(date +%s)}
"$here/ledger" --help >/dev/null # builds what is not built
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
exec "$java" "$here/benchmarks/src/main/java/dev/creatorledger/benchmarks/crash/CrashLoad.java" \
  "$here/ledger" "$file" "$rounds" "$seed"
