# Sourced by every script that builds, with home at the checkout and JAVA_HOME, exported, at a JDK 25.
# find_maven prints the Maven to run: the one on the PATH if the build accepts its version, so that
# nothing is downloaded where one is installed; else mvnw, which downloads a pinned one once.

is_accepted_on_path() {
  command -v mvn >/dev/null 2>&1 || return 1
  case $(mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p') in
    3.8.[789] | 3.8.[1-9][0-9]* | 3.9.* | 3.[1-9][0-9]*) return 0 ;;
    *) return 1 ;;
  esac
}

find_maven() {
  if is_accepted_on_path; then
    echo mvn
  elif "$home/mvnw" -v >/dev/null; then
    printf '%s\n' "$home/mvnw"
  else
    echo "Maven is missing and could not be downloaded: install Maven 3, at least 3.8.7." >&2
    return 1
  fi
}

# maven ARGUMENT... runs the one that was found, which the caller keeps in mvn.
maven() {
  # Maven 3.8's own libraries trip over two warnings of JDK 25 that say nothing about this project.
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    "$mvn" -B -Dstyle.color=never "$@"
}
