package org.lodestone.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.RowsAndTotal;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.usgs.PrintedTotal;
import org.lodestone.core.usgs.UsgsFigure;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.core.usgs.UsgsReading;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;
import org.lodestone.core.usgs.UsgsReading.UsgsProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a dataset from releases of the USGS, or lists what is in them. */
@Command(
        description = "Make a dataset of a commodity from the data of USGS Mineral Commodity Summaries, 2022 to 2026."
                + " Several releases become editions of one dataset.")
final class UsgsCommand extends TerminalCommand {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files of one release or of several")
    private List<Path> files = List.of();

    @Option(
            names = "--commodity",
            paramLabel = "NAME",
            description = "A commodity or a chapter, as --list names it, in capitals or not")
    private Optional<String> commodity = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to write, new or empty (default: the name of the commodity)")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--list", description = "List the commodities in the files; write nothing")
    private boolean list;

    @Option(names = "--totals", description = "Compare every printed total with the sum of its rows; write nothing")
    private boolean totals;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public Integer call() {
        if (commodity.isEmpty() && !list && !totals) {
            throw new WrongUse("Name a commodity with --commodity, or list those in the files with --list.");
        }
        if (!format.isForPeople() && (!list || totals)) {
            throw new WrongUse("--format is for --list alone. Leave it out, or write the dataset and read its tables.");
        }
        UsgsReading whole = UsgsReader.read(files);
        if (format.isForPeople()) {
            whole.files().forEach(file -> terminal().say(counts(file)));
        }
        if (whole.figures().isEmpty()) {
            whole.toBeFixed().forEach(terminal().err()::println);
            return Lodestone.PROBLEMS;
        }
        UsgsReading reading = commodity.map(name -> of(whole, name)).orElse(whole);
        List<Problem> toBeFixed = toBeFixed(whole, reading);
        commodity.ifPresent(name -> sayWhatHasNone(whole, reading, name));
        if (list) {
            format.print(
                    PlainTable.of(commodities(reading))
                            .words("Commodity", Commodity::name)
                            .words("Editions", Commodity::editions)
                            .numbers("Figures", Commodity::figures)
                            .numbers("Problems", Commodity::problems),
                    "usgs-commodities",
                    terminal());
        }
        if (totals || (!list && commodity.isPresent())) {
            printTotals(reading);
        }
        if (!list && !totals) {
            write(reading, commodity.orElseThrow());
        }
        doubts(reading).forEach(doubt -> terminal().warn("Doubtful: " + doubt));
        toBeFixed.forEach(terminal().err()::println);
        return toBeFixed.isEmpty() ? Lodestone.FINE : Lodestone.PROBLEMS;
    }

    /** The problems with what was asked for, after those of files of which nothing tells whose they are. */
    private static List<Problem> toBeFixed(UsgsReading whole, UsgsReading reading) {
        return Stream.concat(
                        whole.problems().stream()
                                .filter(problem -> problem.chapter().isEmpty()),
                        reading.problems().stream())
                .map(UsgsProblem::problem)
                .distinct()
                .toList();
    }

    /** Tells of a file that has nothing of what was asked for. */
    private void sayWhatHasNone(UsgsReading whole, UsgsReading reading, String name) {
        Set<String> used = reading.rows().stream().map(UsgsFigure::file).collect(Collectors.toSet());
        whole.files().stream()
                .filter(file -> file.figures() > 0 && !used.contains(file.name()))
                .forEach(file -> terminal()
                        .warn(file.name() + " of " + file.edition() + " has no entry on '" + name + "'. See --list."));
    }

    /** Doubts about what was asked for, chapter by chapter. */
    private List<String> doubts(UsgsReading reading) {
        return commodity
                .map(Stream::of)
                .orElseGet(() -> doubtful(reading))
                .flatMap(name -> {
                    UsgsReading one = reading.of(name);
                    String title = title(one, name);
                    return one.dataset(UsgsReading.nameOf(name), title).doubts().stream()
                            .map(doubt -> title + ": " + doubt);
                })
                .distinct()
                .toList();
    }

    /** The chapters that something can be doubtful about: that have reserves, or several editions. */
    private static Stream<String> doubtful(UsgsReading reading) {
        Map<String, List<UsgsFigure>> chapters = reading.figures().stream()
                .collect(Collectors.groupingBy(UsgsFigure::chapter, TreeMap::new, Collectors.toList()));
        return chapters.entrySet().stream()
                .filter(chapter -> chapter.getValue().stream().anyMatch(figure -> figure.kind() == Kind.RESERVES)
                        || chapter.getValue().stream()
                                        .map(UsgsFigure::edition)
                                        .distinct()
                                        .count()
                                > 1)
                .map(Map.Entry::getKey);
    }

    private static UsgsReading of(UsgsReading whole, String name) {
        try {
            return whole.of(name);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e.getMessage() + " See --list.", e);
        }
    }

    private static String counts(UsgsFile file) {
        return file.edition().isEmpty()
                ? file.name() + " is not read."
                : String.format(
                        Locale.ROOT,
                        "%s is of %s: %,d entries, of which %,d are figures%s and %,d problems.",
                        file.name(),
                        file.edition(),
                        file.entries(),
                        file.figures(),
                        file.repeated() == 0 ? "" : ", " + file.repeated() + " said in another file too",
                        file.problems());
    }

    // ---------------------------------------------------------------- what is in the files

    /** A commodity, and how much the files have of it. */
    private record Commodity(String name, String editions, int figures, int problems) {}

    private static List<Commodity> commodities(UsgsReading reading) {
        return reading.commodities().stream()
                .sorted()
                .map(name -> {
                    UsgsReading one = reading.of(name);
                    String editions = one.figures().stream()
                            .map(UsgsFigure::edition)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "));
                    return new Commodity(
                            name, editions, one.figures().size(), one.problems().size());
                })
                .toList();
    }

    // ---------------------------------------------------------------- totals

    private void printTotals(UsgsReading reading) {
        List<PrintedTotal> all = reading.totals();
        if (all.isEmpty()) {
            terminal().say("No printed total has rows of countries to compare it with.");
            return;
        }
        terminal()
                .print(PlainTable.of(all)
                        .words("Commodity", PrintedTotal::commodity)
                        .words("Measure", PrintedTotal::name)
                        .words("Edition, year", total -> total.edition() + ", " + total.period())
                        .words("Unit", PrintedTotal::unit)
                        .numbers("Rows", total -> total.beside().rows())
                        .numbers("Without a number", total -> total.beside().withoutNumber())
                        .numbers("Sum of known", total -> grouped(total.sumOfKnown()))
                        .numbers("Printed", total -> grouped(total.printed()))
                        .numbers("Difference", total -> difference(total.beside())));
        long beyond = all.stream().filter(total -> total.beside().isMissed()).count();
        terminal()
                .say(
                        beyond == 0
                                ? "No total differs from its rows by more than rounding explains."
                                : beyond + (beyond == 1 ? " total differs" : " totals differ")
                                        + " from the sum of its rows by more than rounding explains: see !.");
    }

    private static String difference(RowsAndTotal total) {
        return total.difference().map(UsgsCommand::grouped).orElse("unknown") + (total.isMissed() ? " !" : "  ");
    }

    private static String grouped(Observation printed) {
        return printed.number().map(UsgsCommand::grouped).orElse(printed.printed());
    }

    private static String grouped(BigDecimal number) {
        return String.format(
                Locale.ROOT, "%,." + Math.max(0, number.stripTrailingZeros().scale()) + "f", number);
    }

    // ---------------------------------------------------------------- the dataset

    private void write(UsgsReading reading, String name) {
        Path folder = output.orElseGet(() -> Path.of(UsgsReading.nameOf(name)));
        Dataset dataset = reading.dataset(UsgsReading.nameOf(name), title(reading, name));
        try {
            Datasets.write(dataset, folder);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse(
                    "'" + folder + "' has something in it already, which is kept. Name another folder with -o.", e);
        } catch (IOException e) {
            throw OutputFile.failed(folder, e);
        }
        terminal()
                .say("Wrote " + folder + ": " + dataset.figures().size() + " figures of "
                        + dataset.measures().size() + " measures in "
                        + String.join(", ", dataset.editions().keySet()) + ". Make a pack of it: lodestone pack "
                        + unmistakable(folder));
    }

    /** The folder as a command takes it, where a bundled dataset of the same name goes before it. */
    private String unmistakable(Path folder) {
        return bundled().find(folder.toString()).isPresent() ? "./" + folder : folder.toString();
    }

    /** The name of the chapter or commodity as the release has it. */
    private static String title(UsgsReading reading, String name) {
        return reading.commodities().stream()
                .filter(known -> UsgsReading.nameOf(known).equals(UsgsReading.nameOf(name)))
                .findFirst()
                .orElse(Words.byItself(name));
    }
}
