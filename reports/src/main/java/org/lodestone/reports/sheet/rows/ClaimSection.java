package org.lodestone.reports.sheet.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.ClaimedTexts;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The backup sheet on what a note prints, with every way in which it was worked out; and what becomes of the note as findings. */
public final class ClaimSection {

    /** The name of the section's sheet. */
    public static final String NAME = "Claim detail";

    /** The sentence that counts the claims by what became of them. */
    public static final Key COUNTED = Term.of("claims").sub("in one sentence").key();

    private static final int CHECK_WEIGHT = 70;

    private ClaimSection() {}

    /**
     * The section; empty where the dataset has no claims.
     *
     * @param sources of the dataset, by id: the one that all claims are from names the note
     */
    public static Optional<Part> of(ClaimCheck check, Map<String, Source> sources) {
        if (check.claims().isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder().include(check.model());
        for (CheckedClaim claim : check.claims()) {
            model.label(expected(claim), claim.claim().expected().inWords());
            model.calculation(
                    asExpected(claim),
                    Formula.call(Fn.SAME_TEXT, claim.judged(), expected(claim))
                            .then(Definitions.ONE, Definitions.ZERO));
        }
        Section section = Section.of(
                NAME,
                "How each claim was worked out",
                "The way that counts first, then the others that were tried",
                List.of(ways(check)));
        return Optional.of(part(section, check, note(check, sources), model));
    }

    /** {@code Industrial Securities 2025}; {@code 8 texts} where the claims are not all from one source. */
    private static String note(ClaimCheck check, Map<String, Source> sources) {
        ClaimedTexts texts =
                ClaimedTexts.of(check.claims().stream().map(CheckedClaim::claim).toList());
        return texts.areSeveral()
                ? OneLine.count(texts.ids(), "text")
                : texts.note()
                        .flatMap(id -> Optional.ofNullable(sources.get(id)))
                        .map(Source::shortName)
                        .orElse("the note");
    }

    private static Part part(Section section, ClaimCheck check, String note, Model.Builder model) {
        model.calculation(
                COUNTED,
                ClaimCheck.words()
                        .with("note", note)
                        .say("Of {all} {all=1?claim|claims} of {note}, {reproduced} {reproduced=1?is|are} reproduced"
                                + "{overtaken>0?, newer figures overtake {overtaken}}"
                                + "{notReproduced>0?, {notReproduced} {notReproduced=1?is|are} not reproduced}"
                                + "{notCheckable>0?, and {notCheckable} cannot be checked}."));
        return Part.builder(model)
                .section(section)
                .check(Check.that(
                                model,
                                "Every claim has the verdict the dataset expects",
                                Formula.call(Fn.MIN, Formula.span(check.claims(), ClaimSection::asExpected))
                                        .isEqualTo(Definitions.ONE))
                        .withWeight(CHECK_WEIGHT))
                .build();
    }

    /** 1 where the verdict of a claim is the expected one, else 0. */
    private static Key asExpected(CheckedClaim claim) {
        return Term.of("claim").sub("as expected").of(Subject.of(claim.claim().id()));
    }

    private static Key expected(CheckedClaim claim) {
        return Term.of("claim").sub("expected").of(Subject.of(claim.claim().id()));
    }

    private record Line(CheckedClaim claim, CheckedClaim.Way way) {}

    private static Table ways(ClaimCheck check) {
        List<Line> lines = check.claims().stream()
                .flatMap(claim -> claim.ways().stream().map(way -> new Line(claim, way)))
                .toList();
        return Table.of("Ways", lines)
                .id("claim-ways")
                .prose("Claim", line -> line.claim().claim().statement())
                .value("Result", Shown.PRECISE, line -> line.way().value())
                .unit(line -> line.claim().unit())
                .value(
                        "Rounds to the printed figure",
                        Shown.TEXT,
                        line -> line.way().fits())
                .proseOf("Way", line -> line.way().words())
                .wide()
                .build();
    }
}
