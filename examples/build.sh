# Read by the commands beside it, which say in $home and $examples where they stand.

# build_unless_current JAR MODULE [FOLDER]: builds a jar when it is missing, or older than its sources or what is in FOLDER
build_unless_current() {
    if [ -f "$1" ] &&
        [ -z "$(find "$home/pom.xml" "$home"/*/pom.xml "$home"/examples/*/pom.xml "$home"/*/src/main "$home"/examples/*/src/main \
            ${3:+"$3"} -newer "$1" 2>/dev/null | head -n 1)" ]; then
        return
    fi
    echo "Building Lodestone, once..." >&2
    (cd "$home" && ./mvnw -q -pl "$2" -am package -Dmaven.test.skip -Dspotless.check.skip) >&2
}
