package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.comparison.WhatIf.TypedFact;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/**
 * The section on what changed: facts, then what they do to totals and shares, claims, conclusions, ranks and profits.
 *
 * <p>The newer side follows the model, so that in a workbook it is live; the older side is its figures with their citations,
 * and what was worked out from them.
 */
final class ComparisonSection {

    /** The name of the section. */
    static final String NAME = "What changed";

    /** A page of new facts is enough to see what they are. */
    static final int A_PAGE = 60;

    static final Term SECTION = Term.of("what changed");

    private final Comparison comparison;
    private final Optional<WhatIf> typed;
    private final Model.Builder model;
    private final int most;
    private int count;

    private ComparisonSection(Comparison comparison, Optional<WhatIf> typed, int most) {
        this.comparison = comparison;
        this.typed = typed;
        this.most = most;
        this.model = Model.builder().include(comparison.model());
    }

    /** The section on two datasets or editions, or on facts that were typed in, with so many new and dropped facts at most. */
    static Part of(Comparison comparison, Optional<WhatIf> typed, int most) {
        return new ComparisonSection(comparison, typed, most).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        if (comparison.isNothing()) {
            blocks.add(prose("", List.of("Nothing changed: every fact and every result is the same on both sides.")));
            typed.map(ComparisonSection::typed).ifPresent(blocks::add);
        } else {
            Told told = Told.of(comparison);
            Sentences sentences = new Sentences(comparison, typed, told);
            ShiftTables shifts = new ShiftTables(comparison, model);
            blocks.add(prose("In brief", List.of(new InBrief(comparison, typed, told).sentence())));
            blocks.addAll(shifts.gains());
            blocks.add(prose("Not moved, and not known", sentences.gains()));
            typed.map(ComparisonSection::typed).ifPresent(blocks::add);
            blocks.add(prose("", sentences.others()));
            blocks.add(prose("In detail", sentences.inDetail()));
            blocks.addAll(shifts.blocks());
            blocks.addAll(new FactTables(comparison, most, model).blocks());
            if (typed.isEmpty()) { // the rows of what was typed in stand above
                blocks.addAll(new RowTables(comparison, most, model).blocks());
            }
            blocks.add(notComparable());
        }
        return Part.of(
                Section.of(NAME, title(), subtitle(), Block.withContent(blocks)).in(Section.Group.CHANGED),
                model.build());
    }

    private String title() {
        return typed.map(one -> one.facts().size() == 1 ? "What one new fact changes" : "What new facts change")
                .orElse("What changed from " + comparison.from() + " to " + comparison.to());
    }

    private String subtitle() {
        return typed.isPresent()
                ? "Before: the dataset as it is. After: with the facts that the analyst typed in, which are not published"
                : comparison.from() + " as it stood when it came out, with the assumptions of today; " + comparison.to()
                        + " as it is";
    }

    /** Sentences whose numbers are as they were when the comparison was made. */
    private Block prose(String heading, List<String> sentences) {
        return new Block.Prose(
                heading,
                sentences.stream()
                        .map(sentence -> new Block.Sentence.Live(model.computed(
                                SECTION.sub("sentence").of(Subject.of(Integer.toString(++count))),
                                Value.of(sentence),
                                ValueUnit.ANY,
                                "told of the two sides as they were compared")))
                        .collect(toImmutableList()));
    }

    private static Block typed(WhatIf facts) {
        return Table.of("What was typed in", facts.facts())
                .id("typed-facts")
                .prose("Fact", one -> one.fact().key().toString())
                .words("Value", one -> one.fact().withUnit())
                .words("Instead of", TypedFact::instead)
                .words("Edition", one -> one.fact().edition())
                .prose("Remark", one -> String.join(" ", one.remarks()))
                .wide()
                .note(
                        "Typed in by the analyst, and secondary like everything that nobody read at a source: not published.")
                .build();
    }

    private Table notComparable() {
        List<Comparison.NotComparable> all = new ArrayList<>(comparison.notComparable());
        comparison.claims(ClaimShift.Kind.NOT_COMPARABLE).stream()
                .map(one -> new Comparison.NotComparable(
                        one.claim().statement(),
                        one.remark().isEmpty() ? "It can be checked on neither side." : one.remark()))
                .forEach(all::add);
        return Table.of("Not comparable", all)
                .prose("What", Comparison.NotComparable::what)
                .prose("Why", Comparison.NotComparable::reason)
                .wide()
                .build();
    }
}
