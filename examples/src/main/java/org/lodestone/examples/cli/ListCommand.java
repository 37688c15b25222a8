package org.lodestone.examples.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import picocli.CommandLine.Command;

/** Lists the bundled datasets. */
@Command(description = "List the bundled datasets with their titles and editions.")
final class ListCommand extends TerminalCommand {

    private record Line(String name, String title, String edition, String others) {}

    @Override
    public Integer call() {
        List<Line> lines = bundled().names().stream().map(this::line).toList();
        terminal()
                .print(PlainTable.of(lines)
                        .words("Name", Line::name)
                        .words("Title", Line::title)
                        .words("Edition", Line::edition)
                        .words("Other editions, as NAME@EDITION", Line::others));
        return Lodestone.FINE;
    }

    private Line line(String name) {
        return bundled()
                .find(name)
                .flatMap(found -> found.read().dataset())
                .map(dataset -> new Line(name, dataset.title(), dataset.defaultEdition(), others(dataset)))
                .orElse(new Line(name, "cannot be read: run 'lodestone check " + name + "'", "", ""));
    }

    private static String others(Dataset dataset) {
        return dataset.editions().keySet().stream()
                .filter(edition -> !edition.equals(dataset.defaultEdition()))
                .collect(Collectors.joining(", "));
    }
}
