# Sourced by papack, and by bin/papack of an image. launch JAVA LIB MODULES ARGUMENT... runs papack, with the
# ahead-of-time caches of the folder LIB, and with the modules of the folder MODULES, or those in Java itself.

# Sets work to how much a command has to do: "much" pays for Java's better compiler; "some" looks at every asset and
# converts none; "little" is over before even what the cache knows of earlier runs could pay. docs/performance.md has
# the figures.
set_work() {
  for word in "$@"; do
    case $word in
      -h | --help | -V | --version) work=little && return ;;
    esac
  done
  for word in "$@"; do
    case $word in
      add | build | check | diff | extract | inspect | lsp | migrate | set | verify) work=much && return ;;
      doctor | list | merge | move | plan | recover | registry | rename | remove) work=some && return ;;
    esac
  done
  work=little
}

launch() {
  java=$1
  cache=$2/papack.aot
  modules=$3
  jit=
  set_work "$@"
  case $work in
    little)
      cache=$2/papack-short.aot
      jit="-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"
      ;;
    some) jit=-XX:TieredStopAtLevel=1 ;;
    *) ;;
  esac
  shift 3

  # Nothing else of the environment changes how papack itself runs. Names of files are UTF-8 whatever the
  # locale says, or whether it is installed, and what the system says of a failure is never translated.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CLASSPATH LANGUAGE
  LC_ALL=C.UTF-8
  export LC_ALL

  # Nothing in the current folder reaches Java, which would look there for .hotspotrc,
  # .hotspot_compiler and .attach_pid files. A crash leaves nothing there: Java prints its report
  # instead, and writes no core and no replay file. Starting Java in another folder instead was
  # refused: every relative path, in arguments and in messages, would have to be translated.
  # Not -XX:-CreateCoredumpOnCrash: a crash would then end with status 1, as an author's mistake does.
  ulimit -c 0
  unread="-XX:Flags=/dev/null -XX:CompileCommandFile=/dev/null -XX:+DisableAttachMechanism"
  unwritten="-XX:+ErrorFileToStderr -XX:-DumpReplayDataOnError -XX:-UsePerfData"
  # PAPACK_HEAP is how much memory Java may take; without it Java takes up to a quarter of the machine's.
  # Native access is for the kernel's filter, which the command line installs before all else.
  heap=${PAPACK_HEAP:-}
  case $heap in
    "") ;;
    *[!0-9kmgKMG]* | [!0-9]* | *[kmgKMG]?*)
      echo "papack: PAPACK_HEAP is a size such as 256m or 1g, not \"$heap\"" >&2
      exit 2
      ;;
    *) heap=-Xmx$heap ;;
  esac
  options="$heap -XX:+UseSerialGC $unread $unwritten --enable-native-access=dev.papack.cli"
  set -- --module dev.papack.cli/dev.papack.cli.Main "$@"
  [ -z "$modules" ] || set -- --module-path "$modules" "$@"
  if [ -f "$cache" ]; then
    # A cache of another Java is passed over, and not worth a word.
    set -- $jit -Xlog:disable "-XX:AOTCache=$cache" "$@"
  fi
  exec "$java" $options "$@"
}
