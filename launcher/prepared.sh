# shellcheck shell=bash
# Part of ./maal: how ./maal run starts quickly (decision 0054). Needs STATE, ROOT, JAVA_ALWAYS, JAVA_HOME and jar_of.
#
# .maal/prepared has a folder for each build of the program and each Java: its jars side by side, what Java learned in a practice
# (classes.aot), and `done`, which is written last; or `failed`. A folder with neither was broken off and is made anew. Whoever starts from
# a folder holds a lock on it for as long as the program runs, so that nobody removes it meanwhile.

readonly PREPARED=$STATE/prepared

# What a practice learns holds for one program on one Java. Times of files say nothing: every build gives its jars the same.
prepared_folder() {
  local jar
  jar=$(jar_of app)
  {
    cksum <"$jar"
    printf '%s\n' "$ROOT" "$JAVA_HOME" "${JAVA_ALWAYS[@]}"
    cat "$JAVA_HOME/release" 2>/dev/null || "$JAVA_HOME/bin/java" -version 2>&1
  } | cksum | { read -r sum length && printf '%s/%s-%s\n' "$PREPARED" "$sum" "$length"; }
}

# Makes the folder, unless it is there, or may not be. Two that start at once make it once: the other one waits.
prepare() {
  local folder
  [[ ${MAAL_BUILD:-} != never && ${MAAL_PRACTICE:-} != never ]] || return 0
  command -v flock >/dev/null 2>&1 || return 0
  folder=$(prepared_folder)
  [[ ! -e $folder/done && ! -e $folder/failed ]] || return 0
  { mkdir -p "$PREPARED" && exec 8>>"$PREPARED/lock"; } 2>/dev/null || return 0
  flock -n 8 || { printf 'Waiting for another start, which practises ... ' >&2 && flock 8 && printf 'done.\n' >&2; }
  [[ -e $folder/done || -e $folder/failed ]] || practise "$folder"
  exec 8>&-
}

practise() {
  local folder=$1 begun=$SECONDS
  printf 'Practising, once for each build, so that it starts faster from now on (MAAL_PRACTICE=never does without) ... ' >&2
  rm -rf "$folder" || true
  if mkdir "$folder" && unpack "$folder" && rehearse "$folder" && on_disk "$folder" && touch "$folder/done"; then
    printf 'done in %d s.\n' "$((SECONDS - begun))" >&2
    remove_others "$folder"
  else
    printf 'failed. It starts all the same, as slowly as before; the output is in %s. Remove %s to try again.\n' "$folder.log" "$folder" >&2
    rm -rf "$folder" || true
    { mkdir "$folder" && touch "$folder/failed"; } 2>/dev/null || true
  fi
}

# Java keeps what it learned with jars side by side only.
unpack() {
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$(jar_of app)" extract --force --destination "$1" >"$1.log" 2>&1
}

# Starts a ledger in a folder that is thrown away, uses it and ends it. Nothing of the user's environment says anything to it; whoever
# is told to stop meanwhile stops it, database and all, and leaves nothing.
rehearse() {
  local folder=$1 name java end=0 kept=()
  for name in PATH HOME LANG LC_ALL LC_CTYPE TMPDIR TZ LD_LIBRARY_PATH; do
    [[ -z ${!name:-} ]] || kept+=("$name=${!name}")
  done
  mkdir "$folder/practice" || return
  (
    cd "$folder/practice" && exec env -i "${kept[@]}" "$JAVA_HOME/bin/java" "${JAVA_ALWAYS[@]}" "-XX:AOTCacheOutput=$folder/classes.aot" \
      -jar "$(unpacked_jar "$folder")" practise "$folder/practice/ledger"
  ) >>"$folder.log" 2>&1 &
  java=$!
  trap 'end_practice "$java" "$folder" 130' INT
  trap 'end_practice "$java" "$folder" 143' HUP TERM
  wait "$java" || end=$?
  trap - HUP INT TERM
  rm -rf "$folder/practice"
  [[ $end == 0 && -s $folder/classes.aot ]]
}

end_practice() {
  trap '' HUP INT TERM PIPE
  printf 'stopping.\n' >&2 || true
  kill -TERM "$1" 2>/dev/null || true
  wait "$1" || true
  rm -rf "$2" "$2.log"
  exit "$3"
}

# Before it is called done: what a loss of power leaves must not look whole.
on_disk() {
  sync -f "$1" 2>/dev/null || sync
}

unpacked_jar() {
  printf '%s/%s\n' "$1" "$(basename "$(jar_of app)")"
}

# What earlier builds left, unless a program still runs from it.
remove_others() {
  local folder
  for folder in "$PREPARED"/*/; do
    folder=${folder%/}
    [[ $folder == "$1" ]] || { flock -n "$folder" rm -rf "$folder" "$folder.log" || true; }
  done
}

# Says in QUICKLY and JAR how Java starts MODULE in the quickest way there is now.
# shellcheck disable=SC2034 # they are for ./maal
choose_program() {
  local folder
  QUICKLY=()
  JAR=$(jar_of "$1")
  [[ $1 == app && ${MAAL_PRACTICE:-} != never ]] || return 0
  folder=$(prepared_folder)
  { [[ -e $folder/done ]] && exec 9<"$folder" && flock -s -n 9 && [[ -e $folder/done ]]; } 2>/dev/null || return 0
  JAR=$(unpacked_jar "$folder")
  case " ${MAAL_JAVA_OPTS:-} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}" in
    # Java has one such file, and does not start with two.
    *' -Xshare'* | *' -XX:Shared'* | *' -XX:ArchiveClassesAtExit'* | *' -XX:DumpLoadedClassList'* | *' -XX:AOTC'*) ;;
    # Where what was learned does not fit, as with other collectors of garbage, Java goes on without it, but not without words.
    *) QUICKLY=("-XX:AOTCache=$folder/classes.aot" '-Xlog:aot*=off') ;;
  esac
}
