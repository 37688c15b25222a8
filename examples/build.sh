# Read by the commands beside it, which say in $command who they are, and in $home and $examples where they stand.

fail() {
    echo "$command: $1" >&2
    exit 2
}

# find_java: says in $java which one is used
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is '$JAVA_HOME', but there is no bin/java in it. Set it to a Java of 17 or newer."
    else
        java=$(command -v java) || fail "no java was found. Install Java 17 or newer, or set JAVA_HOME to it."
    fi
}

# sources_of [FOLDER]: a number for the names and contents of all sources and of what is in FOLDER, which a copy has too
sources_of() {
    (
        cd "$home" && find pom.xml */pom.xml examples/*/pom.xml */src/main examples/*/src/main ${1:+"$1"} \
            -type f -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum
    )
}

# build_unless_current JAR MODULE [FOLDER]: builds a jar when it is missing, or its sources or what is in FOLDER are no longer
# those that it was built from; FOLDER as seen from $home. Where nothing can be written a jar is used as it is.
build_unless_current() {
    stamp=$1.sources
    sources=$(sources_of ${3:+"$3"})
    if [ -f "$1" ]; then
        [ "$sources $(wc -c <"$1")" != "$(cat "$stamp" 2>/dev/null)" ] || return 0
        [ -w "$(dirname "$1")" ] || return 0
    fi
    echo "Building Lodestone, once..." >&2
    (cd "$home" && ./mvnw -q -pl "$2" -am package -Dmaven.test.skip -Dspotless.check.skip) >&2 ||
        fail "Lodestone could not be built: see above."
    echo "$sources $(wc -c <"$1")" >"$stamp"
}

# use_utf8: Java takes the spelling of file names from the locale, which may be named and not installed
use_utf8() {
    [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || { LC_ALL=C.UTF-8 && export LC_ALL; }
}
