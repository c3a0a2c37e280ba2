#!/bin/sh
# Builds the jars a second time, elsewhere, and compares them byte for byte with those of the
# checkout. Called by verify, which has set JAVA_HOME.
set -eu
unset CDPATH

home=$(cd "$(dirname "$0")/.." && pwd -P)
. "$home/scripts/find-maven.sh"
mvn=$(find_maven) || exit 4
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
(cd "$home" && tar cf - pom.xml .mvn docs/diagnostics docs/schemas scripts/RaiseClassFiles.java \
  campaign/pom.xml campaign/src/main container/pom.xml container/src/main \
  core/pom.xml core/src/main report/pom.xml report/src/main lsp/pom.xml lsp/src/main cli/pom.xml cli/src/main processes/pom.xml processes/src/main \
  conformance/pom.xml conformance/src/main fuzz/pom.xml \
  benchmarks/kernels/pom.xml) | (cd "$copy" && tar xf -)
# The copy has no .git to ask. What only looks at the sources, and changes no jar, has been done: gates, formatting,
# checks.
commit=$(cat "$home/cli/target/classes/dev/papack/cli/commit.txt")
(cd "$copy" && TZ=Pacific/Kiritimati && export TZ && maven -q -DskipTests -Denforcer.skip \
  -Dspotless.check.skip -Derror-prone.checks=-XepDisableAllChecks "-Dpapack.commit=$commit" package >/dev/null)
count=0
for jar in "$copy"/*/target/papack-*.jar "$copy"/cli/target/app/lib/papack-cli-*.jar \
  "$copy"/cli/target/app/lib/picocli-*.jar; do
  name=${jar#"$copy/"}
  if ! cmp "$jar" "$home/$name"; then
    echo "check-reproducible: $name differs between two builds" >&2
    exit 1
  fi
  count=$((count + 1))
done
if [ "$count" -lt 3 ]; then
  echo "check-reproducible: only $count jars were compared" >&2
  exit 1
fi
echo "check-reproducible: $count jars are the same from two builds"
