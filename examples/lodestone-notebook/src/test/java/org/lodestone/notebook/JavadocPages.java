package org.lodestone.notebook;

import com.google.common.base.Splitter;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Makes the Javadoc of the four libraries as one set of pages, with links from each to the others. The goal
 * {@code antrun:run@javadoc} runs it.
 */
final class JavadocPages {

    private JavadocPages() {}

    /** Makes them in a folder, from the root of the checkout. */
    public static void main(String[] args) throws IOException {
        make(Path.of(args[0]));
    }

    /** Makes them, and gives what the tool said of the comments. Throws where it fails. */
    static String make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-quiet",
                        "-notimestamp",
                        "-Xdoclint:all",
                        "-Xmaxwarns",
                        "100000",
                        "-windowtitle",
                        "Lodestone",
                        "-d",
                        folder.toString(),
                        "--module-source-path",
                        "org.lodestone.core=" + sources("core") + File.pathSeparator
                                + Path.of("core", "target", "generated-sources", "annotations"),
                        "--module-source-path",
                        "org.lodestone.reports=" + sources("reports"),
                        "--module-source-path",
                        "org.lodestone.excel=" + sources("excel-export"),
                        "--module-source-path",
                        "org.lodestone.notebook=" + sources("examples/lodestone-notebook") + File.pathSeparator
                                + Path.of("examples", "lodestone-notebook", "src", "javadoc"),
                        "--patch-module",
                        "org.lodestone.excel=" + Path.of("excel-export", "target", "aalto.jar"),
                        // what is no module is read from the class path: the mark of builders, and all that notebooks
                        // take
                        "--add-reads",
                        "org.lodestone.core=ALL-UNNAMED",
                        "--add-reads",
                        "org.lodestone.notebook=ALL-UNNAMED",
                        "--module-path",
                        modules(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--module",
                        "org.lodestone.core,org.lodestone.reports,org.lodestone.excel,org.lodestone.notebook");
        if (code != 0) {
            throw new IllegalStateException("javadoc ended with " + code + ":\n" + said);
        }
        return said.toString();
    }

    private static Path sources(String module) {
        return Path.of(module).resolve(Path.of("src", "main", "java"));
    }

    /** The jars of others that the three modules take. */
    private static String modules() throws IOException {
        String jars = Files.readString(Path.of("excel-export", "target", "consumer-classpath"));
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(jars.strip())
                .filter(jar -> jar.endsWith(".jar"))
                .filter(jar -> !name(jar).startsWith("lodestone-") && !name(jar).startsWith("auto-value"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String name(String jar) {
        return Path.of(jar).getFileName().toString();
    }
}
