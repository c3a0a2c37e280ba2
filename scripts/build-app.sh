# Sourced by papack and scripts/dist, with home at the checkout.

# is_fresh STAMP: whether something was built, and since then nothing changed that it was built from.
is_fresh() {
  [ -f "$1" ] &&
    [ -z "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/container/src/main \
      "$home"/core/src/main "$home"/report/src/main "$home"/lsp/src/main "$home"/cli/src/main \
      "$home"/docs/diagnostics "$home"/docs/schemas \
      -newer "$1" -print 2>/dev/null)" ]
}

# build_app JDK builds cli/target/app, or ends the script. Whatever changes meanwhile is newer than its stamp.
build_app() {
  jdk=$1
  app=$home/cli/target/app
  . "$home/scripts/find-maven.sh"
  JAVA_HOME=$jdk
  export JAVA_HOME
  mvn=$(find_maven) || exit 4
  rm -f "$app/built"
  mkdir -p "$app"
  : >"$app/begun"
  log=$home/cli/target/build.log
  if ! (cd "$home" && maven -Dmaven.test.skip=true package) >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "papack: the build failed; $log says why." >&2
    exit 70
  fi
  train "$jdk/bin/java" "$app" "$app/lib" || echo "papack: Java could not make its cache; papack starts slowly." >&2
  mv "$app/begun" "$app/built"
}

# train JAVA LIB MODULES makes the ahead-of-time caches LIB/papack.aot and LIB/papack-short.aot: what the commands load
# and compute first is kept for the next starts; without it papack is only slower. In two steps: one alone would start
# a program at its end, which the filter refuses. Java opens the file that it records to before papack has the kernel
# refuse that.
train() {
  train_one "$2/papack.aot" in_workspace "$1" "$3" && train_one "$2/papack-short.aot" start_training "$1" "$3"
}

train_one() {
  cache=$1
  shift
  status=0
  "$@" -XX:AOTMode=record "-XX:AOTConfiguration=$cache.recorded" || status=1
  shift
  [ $status = 0 ] && start_training "$@" -XX:AOTMode=create "-XX:AOTConfiguration=$cache.recorded" \
    "-XX:AOTCache=$cache" || status=1
  rm -f "$cache.recorded"
  [ $status = 0 ] || rm -f "$cache"
  return $status
}

# in_workspace JAVA MODULES OPTION... runs the commands of a training in a workspace of their own.
in_workspace() {
  workspace=$(mktemp -d) || return 1
  status=0
  cp -R "$home/examples/starter/." "$workspace" &&
    cp "$home/examples/starter/assets/hero/hero.png" "$workspace/assets/undeclared.png" &&
    start_training "$@" || status=1
  rm -rf "$workspace"
  workspace=
  return $status
}

workspace=

# start_training JAVA MODULES OPTION...
start_training() {
  (
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH
    java=$1
    modules=$2
    shift 2
    [ -z "$modules" ] || set -- "$@" --module-path "$modules"
    set -- -XX:+UseSerialGC --enable-native-access=dev.papack.cli "$@" --module dev.papack.cli/dev.papack.cli.Training
    [ -z "$workspace" ] || set -- "$@" "$workspace"
    exec "$java" "$@" >/dev/null 2>&1
  )
}
