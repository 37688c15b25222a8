package org.lodestone.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.internal.file.StagedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a dataset: a folder of tables with an example row in each. */
@Command(
        description =
                "Start a dataset of your own: a folder of tables with example rows to replace. check and pack work on it from"
                        + " the start.")
final class NewCommand extends TerminalCommand {

    private static final String README = "README.md";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]++)*+");

    @Parameters(
            paramLabel = "NAME",
            description = "The name of the dataset and its folder: letters, digits and hyphens")
    private String name = "";

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Where to put the folder (default: the working directory)")
    private Path in = Path.of("");

    @Option(
            names = "--figures",
            description = "Only the tables of figures, which make a smaller pack (default: every table)")
    private boolean figures;

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw new WrongUse(
                    "'" + name + "' cannot be the name of a dataset. Use letters and digits, with hyphens between"
                            + " words: tin, nickel-ore.");
        }
        if (bundled().names().contains(name)) {
            throw new WrongUse(
                    "'" + name + "' is a bundled dataset, which would be taken for yours. Use another name.");
        }
        Path folder = in.resolve(name);
        write(folder);
        terminal()
                .say("Wrote " + folder + ": tables with example rows to replace. Read " + folder.resolve(README)
                        + ", and run 'lodestone check " + folder + "' after each edit.");
        return Lodestone.FINE;
    }

    private void write(Path folder) {
        if (!Files.isDirectory(in.toAbsolutePath())) {
            throw new WrongUse("There is no folder '" + in + "'. Create it first.");
        }
        if (Files.exists(folder)) {
            throw new WrongUse("'" + folder + "' is there already, and is kept. Use another name.");
        }
        Template template = figures ? Template.ofFigures(name) : Template.of(name);
        try (StagedFolder staged = StagedFolder.beside(folder)) {
            Datasets.write(template.dataset(), staged.path());
            staged.put(README, template.readme());
            staged.moveIntoPlace();
        } catch (IOException e) {
            throw new WrongUse("'" + folder + "' cannot be written: " + OutputFile.reason(e) + ".", e);
        }
    }
}
