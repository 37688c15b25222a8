package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on what a note prints: every figure, what the dataset gives, and the verdict. */
public final class ClaimSection {

    private static final int CHECK_WEIGHT = 70;
    private static final Term VERDICTS = Term.of("claims by verdict");

    private ClaimSection() {}

    public static Optional<Part> of(Dataset dataset, ClaimCheck check) {
        if (check.claims().isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder().include(check.model());
        for (CheckedClaim claim : check.claims()) {
            model.label(expected(claim), claim.claim().expected().toString());
            model.calculation(
                    asExpected(claim),
                    Formula.call(
                                    Fn.SAME_TEXT,
                                    claim.judged().ref(),
                                    expected(claim).ref())
                            .then(Definitions.ONE, Definitions.ZERO));
        }
        List<Key> judged = check.claims().stream().map(CheckedClaim::judged).toList();
        for (Verdict verdict : Verdict.values()) {
            model.calculation(
                    count(verdict), Formula.call(Fn.COUNT_TEXT, Formula.span(judged), text(verdict.toString())));
        }
        model.calculation(
                total(),
                Formula.sum(Formula.span(
                        Stream.of(Verdict.values()).map(ClaimSection::count).toList())));
        List<Block> blocks = List.of(
                new Block.Prose(
                        "",
                        ImmutableList.of(new Block.Sentence.Live(model.calculation(
                                Term.of("claims").sub("finding").key(),
                                sentence(
                                        count(Verdict.REPRODUCED).ref(),
                                        text(" of the note's claims are reproduced, "),
                                        count(Verdict.OVERTAKEN).ref(),
                                        text(
                                                " are reproduced from the edition the note used but overtaken by the newest, "),
                                        count(Verdict.NOT_REPRODUCED).ref(),
                                        text(" are not reproduced, and "),
                                        count(Verdict.NOT_CHECKABLE).ref(),
                                        text(" cannot be checked with published figures.")))))),
                verdicts(check),
                ways(check));
        Section section = Section.of(
                "Claims",
                "What the note prints, and what the figures give",
                "Each printed figure recomputed from its edition; a figure is reproduced when the result rounds to it",
                blocks);
        return Optional.of(part(section, check, model));
    }

    private static Part part(Section section, ClaimCheck check, Model.Builder model) {
        Key counted = model.calculation(
                Term.of("claims").sub("in one sentence").key(),
                sentence(
                        text("Of the note's "),
                        total().ref(),
                        text(" claims "),
                        count(Verdict.REPRODUCED).ref(),
                        text(" are reproduced from published figures, "),
                        count(Verdict.OVERTAKEN).ref(),
                        text(" held in the edition it used but not in the newest, "),
                        count(Verdict.NOT_REPRODUCED).ref(),
                        text(" are not reproduced and "),
                        count(Verdict.NOT_CHECKABLE).ref(),
                        text(" cannot be checked.")));
        Part.Builder part = Part.builder(model)
                .section(section)
                .lead(new Block.Sentence.Live(counted))
                .check(Check.that(
                                model,
                                "Every claim has the verdict the dataset expects",
                                Formula.call(
                                                Fn.MIN,
                                                Formula.span(check.claims().stream()
                                                        .map(ClaimSection::asExpected)
                                                        .toList()))
                                        .isEqualTo(Definitions.ONE))
                        .withWeight(CHECK_WEIGHT));
        check.claims().stream()
                .map(CheckedClaim::claim)
                .forEach(claim -> claim.answeredBy().ifPresent(id -> part.statement(id, claim.statement())));
        return part.build();
    }

    /** How many claims have a verdict. */
    public static Key count(Verdict verdict) {
        return VERDICTS.of(Subject.of(verdict.toString()));
    }

    /** How many claims there are. */
    public static Key total() {
        return VERDICTS.sub("all").key();
    }

    /** 1 where the verdict of a claim is the expected one, else 0. */
    public static Key asExpected(CheckedClaim claim) {
        return Term.of("claim").sub("as expected").of(Subject.of(claim.claim().id()));
    }

    private static Key expected(CheckedClaim claim) {
        return Term.of("claim").sub("expected").of(Subject.of(claim.claim().id()));
    }

    private static Table verdicts(ClaimCheck check) {
        return Table.of("Claims", check.claims())
                .prose("What the note says", claim -> claim.claim().statement())
                .column("Printed", Column.Role.VALUE, claim -> new Cell.Of(claim.printed(), shown(claim)))
                .unit(claim -> unit(claim))
                .optional("Recomputed", Shown.PRECISE, CheckedClaim::recomputed)
                .optional("Newest edition", Shown.PRECISE, CheckedClaim::newest)
                .column("Verdict", Column.Role.WORDS, claim -> new Cell.Of(claim.judged(), Shown.TEXT))
                .column("As expected", Column.Role.VALUE, claim -> new Cell.Of(asExpected(claim), Shown.CHECK))
                .prose("Remark", claim -> (claim.remark() + " " + claim.claim().note()).strip())
                .build();
    }

    private static Shown shown(CheckedClaim claim) {
        return claim.claim().finding().isNumber() ? Shown.AS_IS : Shown.TEXT;
    }

    private static String unit(CheckedClaim claim) {
        String unit = claim.claim().unit().toString();
        return unit.equals("x") ? "" : unit;
    }

    private record Line(CheckedClaim claim, CheckedClaim.Way way) {}

    private static Table ways(ClaimCheck check) {
        List<Line> lines = check.claims().stream()
                .flatMap(claim -> IntStream.range(0, claim.ways().size())
                        .mapToObj(i -> new Line(claim, claim.ways().get(i))))
                .toList();
        return Table.of("How each was worked out: the way that counts first, then the others that were tried", lines)
                .prose("Claim", line -> line.claim().claim().statement())
                .value("Result", Shown.PRECISE, line -> line.way().value())
                .unit(line -> unit(line.claim()))
                .column(
                        "Rounds to the print",
                        Column.Role.VALUE,
                        line -> new Cell.Of(line.way().fits(), Shown.TEXT))
                .prose("Way", line -> line.way().words())
                .wide()
                .build();
    }
}
