# shellcheck shell=bash
# Part of ./maal: finds a JDK that builds and starts the programs. Needs JAVA_WANTED and fail.

is_wanted_jdk() {
  local home=$1 version
  [[ -n $home && -x $home/bin/java && -x $home/bin/javac ]] || return 1
  if [[ -r $home/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")
  else
    version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
  fi
  [[ ${version%%[.+-]*} == "$JAVA_WANTED" ]]
}

# Beside the default java lie, often, its other versions.
beside_default_java() {
  local java link
  java=$(command -v java) || return 0
  while [[ -L $java ]]; do
    link=$(readlink "$java")
    [[ $link == /* ]] && java=$link || java=$(dirname "$java")/$link
  done
  printf '%s\n' "${java%/bin/java}" "${java%/*/bin/java}"/*
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  printf '%s\n' /usr/lib/jvm/*
  beside_default_java
  printf '%s\n' "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/java/* /usr/java/*
}

find_jdk() {
  local candidate
  while IFS= read -r candidate; do
    if is_wanted_jdk "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

use_jdk() {
  JAVA_HOME=$(find_jdk) || fail "needs a JDK $JAVA_WANTED: install one (Debian, Ubuntu: openjdk-$JAVA_WANTED-jdk-headless) or set JAVA_HOME to it"
  export JAVA_HOME
  # Maven's own libraries use what newer Java warns of; the warnings are not ours to mend.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
}
