package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The section of checks that parts bring: what must hold if the workbook is sound, each live. */
final class CheckSection {

    private static final String NOT_HOLDING = "Checks that do not hold, or wait";

    static final String NAME = "Checks";

    /** The number of checks that do not hold, or cannot be worked out. */
    static final Key FAILING = Term.of("checks that do not hold").key();

    /** The number that hold of all, in words. */
    private static final Key STATE = Term.of("checks").sub("in words").key();

    /** The number of checks that wait for the pack to be made again. */
    private static final Key WAITING = Term.of("checks that wait").key();

    private CheckSection() {}

    /** The number of checks that hold, for the front page. */
    static Block.KeyFigure state() {
        return new Block.KeyFigure("Checks", STATE, Shown.TEXT, "");
    }

    /**
     * @param some the checks, in any order
     * @param more tables that stand after that of the checks
     * @param leftOut which sections are left out, and why
     */
    static Part of(List<Check> some, List<Table> more, List<String> leftOut) {
        List<Check> checks = some.stream()
                .sorted(Comparator.comparingInt(Check::weight).reversed())
                .toList();
        Model.Builder model = Model.builder();
        List<Key> ones = new ArrayList<>();
        for (Check check : checks) {
            ones.add(model.calculation(counts(check), check.key().orElse(ZERO)));
        }
        Key count = model.computed(
                Term.of("checks").key(),
                Value.of((double) checks.size()),
                ValueUnit.NUMBER,
                "the number of checks in this table");
        model.calculation(FAILING, count.minus(checks.isEmpty() ? ZERO : Formula.sum(span(ones))));
        model.calculation(WAITING, waiting(checks));
        Formula hold = count.minus(FAILING);
        Wording words = words().with("hold", hold)
                .with("all", count)
                .with("waiting", WAITING)
                .with("noneFails", FAILING.isEqualTo(WAITING));
        model.calculation(
                STATE,
                words.clause("{waiting>0?{noneFails?{hold} hold, {waiting} {waiting=1?needs|need} a new run"
                        + "|{hold} of {all} hold, {waiting} {waiting=1?waits|wait}}|{hold} of {all} hold}"));
        Table.ListBuilder<Check> table = Table.of("Checks", checks)
                .sentence("Check", Column.Role.PROSE, Check::sentence)
                .value("Holds", Shown.CHECK, Check::key)
                .total(NOT_HOLDING, new Cell.Of(FAILING, Shown.ORDINAL))
                .value("Counted", Shown.ORDINAL, CheckSection::counts)
                .total(NOT_HOLDING, new Cell.Of(count, Shown.ORDINAL));
        if (checks.isEmpty()) {
            table.note("Nothing is calculated from the figures, so that there is nothing to check.");
        }
        Key title = model.calculation(
                Term.of("checks").sub("title").key(),
                words.clause(
                        "{hold} of {all} checks hold"
                                + "{waiting>0?, {waiting} {waiting=1?waits|wait} for the pack to be made again with what was typed}"));
        Section section = Section.of(
                NAME,
                Block.Sentence.live(title),
                "Green holds, red does not; amber is in doubt: a figure is missing or was not read, or an input has changed since",
                blocks(table.build(), more, leftOut));
        return Part.of(section.asReference(), model.build());
    }

    private static List<Block> blocks(Table checks, List<Table> more, List<String> leftOut) {
        List<Block> blocks = new ArrayList<>(List.of(checks));
        blocks.addAll(more);
        if (!leftOut.isEmpty()) {
            blocks.add(new Block.Prose(
                    "Not in this pack, for want of data",
                    leftOut.stream().map(Block.Sentence::plain).collect(toImmutableList())));
        }
        return blocks;
    }

    /** The number of checks that are in doubt for no other reason than that inputs were changed since something was worked out. */
    private static Formula waiting(List<Check> checks) {
        return checks.stream()
                .filter(Check::waits)
                .map(check -> check.key().isKnown().then(ZERO, ONE))
                .reduce(Formula::plus)
                .orElse(ZERO);
    }

    /** 1 where a check holds, and 0 where it does not or is in doubt. */
    private static Key counts(Check check) {
        return check.key().sub("counts");
    }
}
