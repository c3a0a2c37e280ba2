# Sourced by build-app.sh, scripts/dist, and bin/papack-start-cache of an image.

# train JAVA LIB MODULES STARTER makes the ahead-of-time caches LIB/papack.aot and LIB/papack-short.aot: what the
# commands load and compute first is kept for the next starts; without it papack is only slower. In two steps: one alone
# would start a program at its end, which the filter refuses. Java opens the file that it records to before papack has
# the kernel refuse that.
train() {
  starter=$4
  train_one "$2/papack.aot" in_workspace "$1" "$3" && train_one "$2/papack-short.aot" start_training "$1" "$3"
}

train_one() {
  cache=$1
  shift
  status=0
  "$@" -XX:AOTMode=record "-XX:AOTConfiguration=$cache.recorded" || status=1
  shift
  [ $status = 0 ] && start_training "$@" -XX:AOTMode=create "-XX:AOTConfiguration=$cache.recorded" \
    "-XX:AOTCache=$cache.new" || status=1
  # What is interrupted leaves no half of a cache.
  [ $status = 0 ] && mv "$cache.new" "$cache" || status=1
  rm -f "$cache.recorded" "$cache.new"
  return $status
}

# in_workspace JAVA MODULES OPTION... runs the commands of a training in a copy of the workspace STARTER.
in_workspace() {
  workspace=$(mktemp -d) || return 1
  status=0
  cp -R "$starter/." "$workspace" &&
    cp "$starter/assets/hero/hero.png" "$workspace/assets/undeclared.png" &&
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
