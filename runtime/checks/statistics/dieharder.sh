#!/bin/sh
# All tests of dieharder on the words of one selection of streams: dieharder.sh [selection [seed [dieharder's options]]]
# Needs the classes of this module: mvn verify -DskipTests -Pstatistics -Dexec.skip -pl runtime/checks/statistics -am
set -eu

selection=${1:-single}
seed=${2:-42}
[ $# -gt 2 ] && shift 2 || set -- -a

here=${0%/*}
classes="$here/target/classes:$here/../../core/target/classes"

if ! command -v dieharder >/dev/null; then
  echo "dieharder is not installed; on Debian and Ubuntu: apt-get install dieharder" >&2
  exit 1
fi
if [ ! -d "$here/target/classes" ]; then
  echo "runtime/checks/statistics is not built: mvn verify -DskipTests -Pstatistics -Dexec.skip -pl runtime/checks/statistics -am" >&2
  exit 1
fi

java -Xmx64m -cp "$classes" org.initweights.statistics.RawWords "$selection" "$seed" | dieharder "$@" -g 200
