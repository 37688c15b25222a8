package org.lodestone.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lodestone.excel.Theme;
import picocli.CommandLine.Option;

/** The look of a house that somebody asks for, or that lies beside the data. */
final class ThemeOption {

    @Option(
            names = "--theme",
            paramLabel = "FILE",
            description = "A JSON file with the colours, font, logo and name of your house (default: " + Theme.FILE
                    + " beside the data)")
    private Optional<Path> file = Optional.empty();

    /** The theme for data in a folder, or for data that is in none. Throws what is wrong with it, and {@link WrongUse} where the file is none. */
    Theme in(Optional<Path> folder) {
        file.filter(path -> !Files.isRegularFile(path)).ifPresent(path -> {
            throw new WrongUse("The theme '" + path + "' is not a file. Check its path, or leave --theme out.");
        });
        return file.map(Theme::read).orElseGet(() -> folder.map(Theme::in).orElse(Theme.STANDARD));
    }
}
