# Sourced by papack and verify. find_jdk prints the home of a JDK 25: JAVA_HOME, then PATH, then the
# places where the platforms usually put one. It reads each JDK's "release" file and starts none.

jdk_25_at() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[".+]' "$1/release"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_25_at "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  # javac on the PATH is often a chain of links into the JDK.
  while [ -n "$on_path" ] && [ -L "$on_path" ]; do
    target=$(readlink "$on_path")
    case $target in
      /*) on_path=$target ;;
      *) on_path=$(dirname "$on_path")/$target ;;
    esac
  done
  if [ -n "$on_path" ]; then
    candidate=$(cd "$(dirname "$on_path")/.." && pwd -P)
    if jdk_25_at "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  fi
  for candidate in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/jdk* /opt/java* /opt/*/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/*; do
    if jdk_25_at "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}
