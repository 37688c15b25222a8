package org.lodestone.reports.pack;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Table;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.report.Part;

/** An extension from a jar of somebody else, which is named where it fails. */
record FoundExtension(Extension extension) implements Extension {

    private static final Pattern LIBRARIES =
            Pattern.compile("java\\.|jdk\\.|com\\.google\\.|org\\.lodestone\\.|picocli\\.");
    private static final String SERVICE = "META-INF/services/" + Extension.class.getName();

    /** The extensions that a class loader finds. */
    static ImmutableList<Extension> all(ClassLoader loader) {
        try {
            return ServiceLoader.load(Extension.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(FoundExtension::new)
                    .collect(ImmutableList.toImmutableList());
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException(
                    "An extension that is named in " + named(loader) + " cannot be loaded: " + reason(e)
                            + ". Correct the name there; make it a public class that implements Extension and has a public constructor"
                            + " without arguments; or build it against this version of Lodestone.",
                    e);
        }
    }

    /** The files that name extensions, with the jars that they are in. */
    private static String named(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(SERVICE)).stream()
                    .map(URL::getFile)
                    .collect(Collectors.joining(" or "));
        } catch (IOException e) {
            return SERVICE;
        }
    }

    @Override
    public ImmutableList<Table<?>> tables() {
        return made("tables", extension::tables);
    }

    @Override
    public ImmutableList<Part> parts(Analyses analyses) {
        return made("parts for " + analyses.dataset().name(), () -> extension.parts(analyses));
    }

    private <T> T made(String what, Supplier<T> make) {
        try {
            return make.get();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException(
                    "The extension " + this + " could not make its " + what + ": " + reason(e) + where(e)
                            + ". Mend it, or leave its jar out.",
                    e);
        }
    }

    /** The line of a user's own code where it failed: {@code , at RecyclingPage.java:49}; nothing where that is the library's. */
    private static String where(Throwable failure) {
        return Stream.of(Throwables.getRootCause(failure).getStackTrace())
                .filter(frame -> !LIBRARIES.matcher(frame.getClassName()).lookingAt())
                .findFirst()
                .map(frame -> ", at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /** The first cause of a failure, without the full stop at its end. */
    private static String reason(Throwable failure) {
        Throwable first = Throwables.getRootCause(failure);
        String message = first.getMessage();
        String named = message == null || first instanceof LinkageError || !(first instanceof IllegalArgumentException)
                ? first.getClass().getSimpleName() + (message == null ? "" : ", " + message)
                : message;
        return named.endsWith(".") ? named.substring(0, named.length() - 1) : named;
    }

    /** Its class, and the jar or folder that this is from. */
    @Override
    public String toString() {
        return extension.getClass().getName()
                + Optional.ofNullable(extension.getClass().getProtectionDomain().getCodeSource())
                        .map(CodeSource::getLocation)
                        .map(jar -> " in " + jar.getFile())
                        .orElse("");
    }
}
