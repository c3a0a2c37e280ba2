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
  compile_app "$1"
  . "$home/scripts/train.sh"
  train "$1/bin/java" "$app" "$app/lib" "$home/examples/starter" ||
    echo "papack: Java could not make its cache; papack starts slowly." >&2
  mv "$app/begun" "$app/built"
}

# compile_app JDK ARGUMENT... has Maven make all jars, or ends the script. PAPACK_COMMIT="ID DATE" says what is built,
# where there is no git to ask.
compile_app() {
  JAVA_HOME=$1
  export JAVA_HOME
  shift
  [ -z "${PAPACK_COMMIT:-}" ] || set -- "-Dpapack.commit=$PAPACK_COMMIT" "$@"
  app=$home/cli/target/app
  . "$home/scripts/find-maven.sh"
  mvn=$(find_maven) || exit 4
  rm -f "$app/built"
  mkdir -p "$app"
  : >"$app/begun"
  log=$home/cli/target/build.log
  if ! (cd "$home" && maven -Dmaven.test.skip=true "$@" package) >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "papack: the build failed; $log says why." >&2
    exit 70
  fi
}
