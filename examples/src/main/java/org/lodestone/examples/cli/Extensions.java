package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.dataset.Table;
import org.lodestone.reports.pack.Extension;
import org.lodestone.reports.pack.ResearchPack;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Tables and parts of a user's own, in jars that a command is given or that stand on its class path. */
final class Extensions {

    private static final String SERVICE = "META-INF/services/" + Extension.class.getName();

    @Option(
            names = "--extensions",
            paramLabel = "JARS",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:LODESTONE_EXTENSIONS:-}",
            description =
                    "Jars with tables and parts of your own, written as a class path is (default: what the variable"
                            + " LODESTONE_EXTENSIONS says)")
    private String jars = "";

    private final Supplier<ImmutableList<Extension>> found = Suppliers.memoize(this::load);

    private ImmutableList<Extension> load() {
        ClassLoader own = Extensions.class.getClassLoader();
        URL[] urls = Splitter.on(File.pathSeparatorChar)
                .omitEmptyStrings()
                .splitToStream(jars)
                .map(Extensions::url)
                .toArray(URL[]::new);
        // is closed with the process: classes are loaded from it until then
        return asked(() -> Extension.found(urls.length == 0 ? own : new URLClassLoader(urls, own)));
    }

    /** The result of what extensions are asked for: where one fails, a command was given the wrong jar. */
    static <T> T asked(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    /** An extension that failed: who writes it wants to see where. */
    static final class Failure extends WrongUse {
        private static final long serialVersionUID = 1L;

        private Failure(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static URL url(String jar) {
        Path path = Mistakes.path(jar);
        if (!Files.exists(path)) {
            throw new WrongUse(
                    "There is no '" + jar + "', which --extensions or LODESTONE_EXTENSIONS names. Build it first.");
        }
        try {
            URL url = path.toUri().toURL();
            try (URLClassLoader alone = new URLClassLoader(new URL[] {url}, null)) {
                URL service = alone.findResource(SERVICE);
                if (service == null || !namesOne(service)) {
                    throw new WrongUse("'" + jar + "' names no extension. Put the file " + SERVICE
                            + " into it, with the name of your class and its package in a line.");
                }
            }
            return url;
        } catch (IOException e) {
            throw new WrongUse("'" + jar + "' cannot be read: " + OutputFile.reason(e) + ".", e);
        }
    }

    private static boolean namesOne(URL service) throws IOException {
        return Resources.readLines(service, UTF_8).stream().anyMatch(line -> !line.isBlank() && !line.startsWith("#"));
    }

    /** The tables that they declare. */
    ImmutableList<Table<?>> tables() {
        return asked(
                () -> found.get().stream().flatMap(one -> one.tables().stream()).collect(toImmutableList()));
    }

    /** A pack with the parts that they have for it. */
    ResearchPack in(ResearchPack pack) {
        return asked(() -> {
            ResearchPack whole = pack;
            for (Extension one : found.get()) {
                whole = whole.with(one);
            }
            return whole;
        });
    }

    /** Makes something of a pack with the parts that they have for it, of which one may not go with it. */
    <T> T made(ResearchPack pack, Function<ResearchPack, T> make) {
        ResearchPack whole = in(pack);
        return found.get().isEmpty() ? make.apply(whole) : asked(() -> make.apply(whole));
    }
}
