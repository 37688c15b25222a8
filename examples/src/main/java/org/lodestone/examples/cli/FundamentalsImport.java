package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetChange;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.fundamentals.FactChanges;
import org.lodestone.core.fundamentals.Fundamentals;
import org.lodestone.core.fundamentals.Fundamentals.LeftOut;
import org.lodestone.core.fundamentals.Fundamentals.ReadColumn;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;

/** Says what was understood of a file and what it would change, and then changes it. */
record FundamentalsImport(Terminal terminal, DatasetName into, Dataset dataset, Fundamentals read) {

    /** The number of problems alike that are told one by one. */
    private static final int TOLD = 10;

    private static final int BRIEF = 200;

    int run(boolean dryRun) throws IOException {
        tellColumns();
        tellRows();
        read.notes().forEach(note -> print("Note: " + note));
        if (!read.problems().isEmpty()) {
            throw new DataException(read.problems());
        }
        if (read.facts().isEmpty() && read.companies().isEmpty()) {
            terminal.warn("No fact was taken from " + read.file() + ", so there is nothing to write. The reasons"
                    + " are above.");
            return Lodestone.PROBLEMS;
        }
        FactChanges changes = read.changes(dataset);
        tellChanges(changes);
        if (changes.isEmpty() && read.companies().isEmpty()) {
            print("Nothing was written: " + into + " says all of this already.");
            return Lodestone.NOTHING_NEW;
        }
        DatasetChange change = plan(changes);
        if (dryRun) {
            print("Dry run, nothing was written. It would change " + String.join(", ", change.files()) + ".");
        } else {
            change.write();
            print("Wrote " + String.join(", ", change.files()) + " of " + into + ".");
        }
        return Lodestone.FINE;
    }

    private void print(String line) {
        terminal.say(Terminal.visible(line));
    }

    private DatasetChange plan(FactChanges changes) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        rows.add(DatasetTables.SOURCES.row(WrongUse.unlessRefused("", () -> FactChanges.source(dataset, read))));
        read.companies().forEach(company -> rows.add(DatasetTables.COMPANIES.row(company)));
        changes.added().forEach(fact -> rows.add(DatasetTables.FACTS.row(fact)));
        ImmutableList<DatasetChange.Replaced> replaced = changes.replaced().stream()
                .map(one -> new DatasetChange.Replaced(
                        DatasetTables.FACTS.row(one.before()), DatasetTables.FACTS.row(one.now())))
                .collect(toImmutableList());
        DatasetChange change = Datasets.change(into.requireFolder(), rows, replaced);
        if (!change.problems().isEmpty()) {
            throw new DataException(change.problems());
        }
        return change;
    }

    // ---------------------------------------------------------------- what was understood

    private void tellColumns() {
        print(read.source().citation());
        print("");
        List<ReadColumn> taken = read.columns().stream()
                .filter(column -> column.leftOut().isEmpty())
                .toList();
        if (!taken.isEmpty()) {
            terminal.print(PlainTable.of(taken)
                    .words("Fact", ReadColumn::fact)
                    .words("Scope", ReadColumn::scope)
                    .words("Period", ReadColumn::period)
                    .numbers("Taken", ReadColumn::taken)
                    .numbers("Missing", ReadColumn::missing)
                    .words("Unit", ReadColumn::unit)
                    .words("Column", column -> brief(column.header())));
            print("");
        }
        SetMultimap<String, String> leftOut = LinkedHashMultimap.create();
        read.columns().stream()
                .filter(column -> !column.leftOut().isEmpty())
                .forEach(column -> leftOut.put(column.leftOut(), column.header()));
        if (!leftOut.isEmpty()) {
            print("Columns left out:");
            leftOut.asMap().forEach((reason, headers) -> print("  " + few(headers) + ": " + brief(reason) + "."));
            print("");
        }
    }

    private void tellRows() {
        print(OneLine.count(read.rows(), "row") + ", of which " + read.taken() + (read.taken() == 1 ? " was" : " were")
                + " taken.");
        ListMultimap<String, LeftOut> byReason =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        read.leftOut().forEach(one -> byReason.put(one.reason(), one));
        if (!byReason.isEmpty()) {
            print("Left out:");
            byReason.asMap()
                    .forEach((reason, all) -> print("  " + all.size() + ": " + brief(reason) + ". "
                            + few(all.stream().map(FundamentalsImport::told).toList()) + "."));
        }
    }

    private static String told(LeftOut one) {
        return one.what().isEmpty() ? one.place() : one.what() + " (" + one.place() + ")";
    }

    /** The first of them, and how many more there are. */
    private static String few(Collection<String> all) {
        String first = String.join(
                "; ", all.stream().limit(TOLD).map(FundamentalsImport::brief).toList());
        return all.size() > TOLD ? first + " and " + (all.size() - TOLD) + " more" : first;
    }

    /** A text without its middle where it is too long for a few lines, such as a page in the place of a header. */
    private static String brief(String text) {
        String visible = Terminal.visible(text);
        return visible.length() <= 2 * BRIEF
                ? visible
                : visible.substring(0, BRIEF) + " … " + visible.substring(visible.length() - BRIEF);
    }

    // ---------------------------------------------------------------- what it changes

    private void tellChanges(FactChanges changes) {
        print("");
        print("In " + into + ", with the source '" + read.source().id() + "': "
                + OneLine.count(changes.added(), "fact") + " added, "
                + changes.replaced().size() + " replaced, "
                + changes.unchanged().size() + " unchanged; "
                + OneLine.count(read.companies(), "company") + " added.");
        list("New companies", read.companies().stream().map(FundamentalsImport::told));
        list(
                "Replaced, since the same source states another number now",
                changes.replaced().stream()
                        .map(one -> what(one.now()) + " is " + number(one.now()) + " and was " + number(one.before())));
        list(
                "Differs from another source; both are kept",
                changes.differing().stream().map(FundamentalsImport::told));
        changes.slips().stream()
                .limit(TOLD)
                .map(one -> "Warning: " + told(one) + ". They differ by a power of ten: check the unit.")
                .forEach(line -> terminal.warn(Terminal.visible(line)));
        if (changes.slips().size() > TOLD) {
            terminal.warn("Warning: so are " + (changes.slips().size() - TOLD) + " more.");
        }
    }

    private void list(String title, Stream<String> lines) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            print(title + ":");
            all.stream().limit(TOLD).forEach(line -> print("  " + line));
            if (all.size() > TOLD) {
                print("  and " + (all.size() - TOLD) + " more");
            }
        }
    }

    private static String told(Company company) {
        return company.id() + " " + company.name();
    }

    private static String told(FactChanges.Differing pair) {
        return what(pair.fact()) + " is " + number(pair.fact()) + " here and " + number(pair.other()) + " by "
                + String.join(", ", pair.other().citation().sources());
    }

    private static String what(CompanyFact fact) {
        return fact.company() + " " + fact.fact() + " " + fact.period()
                + (fact.scope().isEmpty() ? "" : " (" + fact.scope() + ")");
    }

    private static String number(CompanyFact fact) {
        return fact.value() + " " + fact.unit();
    }
}
