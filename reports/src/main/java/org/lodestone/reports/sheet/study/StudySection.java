package org.lodestone.reports.sheet.study;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.study.AuditedPlan;
import org.lodestone.reports.study.AuditedPlan.Entry;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.study.StudyAudit.Audited;
import org.lodestone.reports.study.StudyAudit.Moved;

/** The section on what studies print of the worth of projects, and what follows from their own figures. */
public record StudySection(StudyAudit audit, Model.Builder model) {

    /** The name of its sheet. */
    public static final String NAME = "Studies";

    private static final Term STUDIES = Term.of("studies");
    private static final int CHECK_WEIGHT = 40;

    /** The section, with the cash flows of one study after it; empty where no study prints a result. */
    public static Optional<Part> of(StudyAudit audit) {
        return audit.figures().isEmpty() && audit.moved().isEmpty()
                ? Optional.empty()
                : Optional.of(new StudySection(audit, Model.builder().include(audit.model())).part());
    }

    private Part part() {
        List<AuditedPlan> followed =
                audit.plans().stream().filter(AuditedPlan::isLive).toList();
        Part.Builder part = Part.builder(model).section(section());
        if (!audit.judged().isEmpty()) {
            part.check(waiting("Studies print what they were audited with", StudyAudit.AS_AUDITED));
        }
        if (!followed.isEmpty()) {
            part.section(new CashFlowSection(followed, model).section())
                    .check(waiting(
                            "Cash flows of the picked study are worth what was audited",
                            CashFlowSection.IS_AS_AUDITED));
        }
        return part.build();
    }

    private Check waiting(String name, Formula holds) {
        return Dated.check(model, name, holds).withWeight(CHECK_WEIGHT);
    }

    private Section section() {
        Formula said = audit.judged().isEmpty()
                ? Formula.text("No study prints what its results follow from")
                : audit.words()
                        .say(
                                "{asAudited?Of {judged} results that studies print, {cannot} cannot be reconciled with their own figures, with {within}"
                                        + " within what these leave open and {reproduced} reproduced"
                                        + "|Out of date: a figure of a study is no longer what it was audited with}");
        Block prose = new Block.Prose(
                "",
                ImmutableList.of(
                        new Block.Sentence.Plain(
                                "Reproduced: the middle case is within a tenth. The middle case was chosen on such studies, so its count is in"
                                        + " sample. Within range: not refuted, and no more."),
                        new Block.Sentence.Plain(
                                "Left open where a study does not print it: output of the first years (40, 70 and 90%; at the ends 25, 50 and"
                                        + " 75% or 70%), years of building (one more or less), sustaining capital (2% of capital a year; 4% or"
                                        + " none), depreciation (10 years; the life or 5), whether year 0 is discounted, a rate of 8 to 10%, tax,"
                                        + " and half of the last printed digit.")));
        return Section.of(
                NAME,
                Block.Sentence.live(model.calculation(STUDIES.sub("title").key(), said)),
                "Net present value (NPV), internal rate of return (IRR) and payback, recomputed from the printed cost of building,"
                        + " earnings and life; ranges are solved for and stored",
                Block.withContent(List.of(prose, figures(), plans(), moved(), notCheckable())));
    }

    private Table plans() {
        List<AuditedPlan> plans = audit.plans().stream()
                .sorted(Comparator.comparing(plan -> !plan.isLive()))
                .toList();
        return Table.of("What studies can earn at most", plans)
                .id("study-bounds")
                .label("Study", AuditedPlan::name)
                .unit("Published", AuditedPlan::published)
                .words("Earnings", plan -> Words.capitalised(plan.way()))
                .unit(plan -> plan.money().toString())
                .optional(Entry.CAPEX.title(), Shown.ONE_DECIMAL, plan -> plan.key(Entry.CAPEX))
                .optional(Entry.EBITDA.title(), Shown.ONE_DECIMAL, plan -> plan.key(Entry.EBITDA))
                .optional(Entry.LIFE.title(), Shown.AS_IS, plan -> plan.key(Entry.LIFE))
                .optional(Entry.MOST_NPV.title(), Shown.WHOLE, plan -> plan.key(Entry.MOST_NPV))
                .optional(Entry.MOST_IRR.title(), Shown.PERCENT, plan -> plan.key(Entry.MOST_IRR))
                .sources()
                .note(
                        "NPV is less than EBITDA times life less capital, and IRR less than EBITDA over capital, whatever else a study assumes."
                                + " Where EBITDA differs by years it is not shown.")
                .build();
    }

    private Table figures() {
        return Table.of("What they print, and what follows from it", audit.judged())
                .id("study-results")
                .grouped(figure -> Words.capitalised(figure.verdict().inWords()))
                .label("Study", Audited::study)
                .words("Result", Audited::figure)
                .unit("Printed", Audited::printedText)
                .value("Low", Shown.TWO_DECIMALS, found("low"))
                .value("Middle", Shown.TWO_DECIMALS, found("middle"))
                .value("High", Shown.TWO_DECIMALS, found("high"))
                .optional(
                        "Middle, year 0 discounted",
                        Shown.TWO_DECIMALS,
                        figure -> figure.yearEnd().isPresent()
                                ? Optional.of(found("year end").apply(figure))
                                : Optional.empty())
                .sources(figure -> figure.printed().citation().sources())
                .words("Recomputed from", figure -> Words.capitalised(figure.from()))
                .prose("What it may be", Audited::remark)
                .wide()
                .build();
    }

    private static Function<Audited, Key> found(String what) {
        return figure -> figure.key().orElseThrow().sub(what);
    }

    private Table moved() {
        return Table.of("Tables of sensitivity", audit.moved())
                .id("study-sensitivities")
                .label("Study", Moved::study)
                .words(
                        "Driver",
                        table -> Words.capitalised(table.rows().get(0).driver().toString()))
                .unit("Result", table -> table.rows().get(0).outcome().name())
                .words("Printed at", StudySection::changes)
                .words(
                        "Implies a present value of",
                        table -> table.presentValue()
                                .map(value -> value + " " + table.rows().get(0).unit())
                                .orElse(""))
                .sources(table -> table.rows().get(0).citation().sources())
                .prose("Finding", Moved::finding)
                .note(
                        "Net present value is a straight line in price, recovery, operating and capital cost, but for tax, so that its slope is the"
                                + " present value of revenue or of that cost.")
                .wide()
                .build();
    }

    private static String changes(Moved table) {
        return table.rows().stream()
                .map(row -> row.change().toPlainString().replace('-', '−') + "%: " + row.value())
                .collect(Collectors.joining(", "));
    }

    private Table notCheckable() {
        return Table.of("What cannot be checked", audit.notCheckable())
                .id("study-results-unchecked")
                .label("Study", Audited::study)
                .words("Result", Audited::figure)
                .unit("Printed", Audited::printedText)
                .sources(figure -> figure.printed().citation().sources())
                .words("Row", figure -> figure.printed().citation().row())
                .prose("Why not", figure -> Words.capitalised(figure.from()) + ".")
                .wide()
                .build();
    }
}
