#!/bin/sh
# Builds what is not built, and measures the whole service: benchmarks/run.sh [--help | options]
# JMH instead: benchmarks/run.sh --jmh [options of JMH]
# Sagas and their scheduler: benchmarks/run.sh --settlements [--help | options]
# A view made anew from the events: benchmarks/run.sh --replay [--help | options]
# A programme with many members: benchmarks/run.sh --memberships [--help | options]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
class_path_file="$here/benchmarks/target/class-path"
# Every module writes its class path there; the benchmarks are the last.
mvn -q -B -DskipTests -pl benchmarks -am package dependency:build-classpath -Dmdep.outputFile="$class_path_file"
class_path="$here/benchmarks/target/classes:$(cat "$class_path_file")"
if [ "${1:-}" = "--jmh" ]; then
  shift
  exec java -cp "$class_path" org.openjdk.jmh.Main "$@"
fi
if [ "${1:-}" = "--settlements" ]; then
  shift
  exec java -Xmx1g -cp "$class_path" dev.creatorledger.benchmarks.settlement.SettlementLoad "$@"
fi
if [ "${1:-}" = "--replay" ]; then
  shift
  exec java -Xmx1g -cp "$class_path" dev.creatorledger.benchmarks.replay.ReplayLoad "$@"
fi
# The service is built before it is timed.
./ledger --help >/dev/null
if [ "${1:-}" = "--memberships" ]; then
  shift
  exec java -Xmx1g -cp "$class_path" dev.creatorledger.benchmarks.membership.MembershipLoad \
    --ledger "$here/ledger" "$@"
fi
if [ "${1:-}" = "--crash-termination" ]; then
  shift
  exec java -Xmx1g -cp "$class_path" dev.creatorledger.benchmarks.membership.CrashTermination "$here/ledger" "$@"
fi
exec java -Xmx3g -cp "$class_path" dev.creatorledger.benchmarks.system.SystemLoad --ledger "$here/ledger" "$@"
