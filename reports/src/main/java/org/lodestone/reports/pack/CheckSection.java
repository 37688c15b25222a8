package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Formula.ONE;
import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.attribution.AttributionSection;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.claim.ClaimSection;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RunSection;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The section of checks: what must hold if the workbook is sound, each live. */
final class CheckSection {

    /** How many checks do not hold, or cannot be worked out. */
    static final Key FAILING = Term.of("checks that do not hold").key();

    private static final Term CHECK = Term.of("check");
    /** To the sixth decimal shares sum to one, and the index of one holder alone is its share squared. */
    private static final int DIGITS = 6;

    /** What must hold, and the key of whether it does. */
    record Check(String name, Key key) {}

    private CheckSection() {}

    static Part of(Analyses analyses) {
        Model.Builder model = Model.builder();
        List<Check> checks = new ArrayList<>();
        unread(analyses.dataset(), model, checks);
        supply(analyses.supplies(), model, checks);
        totals(analyses.supplies(), model, checks);
        claims(analyses.claims(), model, checks);
        analyses.forecast().ifPresent(forecast -> forecast(forecast, model, checks));
        analyses.risk().ifPresent(risk -> {
            model.include(risk.model());
            checks.add(check(
                    model,
                    "The results worked out in Java belong to the inputs as they stand",
                    RunSection.INPUTS_AS_RUN.ref().isEqualTo(ONE)));
        });
        analyses.robustness().ifPresent(robustness -> {
            analyses.screen().ifPresent(study -> model.include(study.model()));
            model.include(robustness.model());
            checks.add(asRun(model));
        });
        if (!analyses.attribution().ownership().register().stakes().isEmpty()) {
            checks.add(check(
                    model,
                    "Effective stakes belong to the direct stakes as they stand",
                    AttributionSection.STAKES_AS_COMPUTED.ref().isEqualTo(ONE)));
        }
        return of(
                checks,
                model,
                analyses.dataset().unread().isEmpty() ? List.of() : List.of(new NotRead(analyses.dataset()).table()));
    }

    /** Whether how sure the order of a screen is was worked out with what the sheet has now. */
    static Check asRun(Model.Builder model) {
        return check(
                model,
                "How sure the order of the screen is belongs to its weights and values as they stand",
                Robustness.AS_RUN.ref().isEqualTo(ONE));
    }

    /** The section on some checks, whose keys are in the model. */
    static Part of(List<Check> checks, Model.Builder model) {
        return of(checks, model, List.of());
    }

    private static Part of(List<Check> checks, Model.Builder model, List<Table> more) {
        List<Key> ones = new ArrayList<>();
        for (Check check : checks) {
            ones.add(model.calculation(
                    check.key().sub("counts"), check.key().ref().orElse(ZERO)));
        }
        Key count = model.computed(
                Term.of("checks").key(), Value.of((double) checks.size()), "the number of checks in this table");
        model.calculation(FAILING, count.ref().minus(checks.isEmpty() ? ZERO : Formula.sum(span(ones))));
        Table.ListBuilder<Check> table = Table.of("Checks", checks)
                .prose("What must hold", Check::name)
                .value("Holds", Shown.CHECK, Check::key)
                .value("Counted", Shown.ORDINAL, check -> check.key().sub("counts"))
                .total(
                        new Cell.Words("Checks that do not hold"),
                        new Cell.Of(FAILING, Shown.ORDINAL),
                        new Cell.Of(count, Shown.ORDINAL));
        if (checks.isEmpty()) {
            table.note("Nothing is calculated from the figures, so that there is nothing to check.");
        }
        Section section = Section.of(
                "Checks",
                "Does the workbook hold together?",
                "Green holds, red does not; amber is in doubt: a figure is missing or was not read, or an input has changed since",
                ImmutableList.<Table>builder().add(table.build()).addAll(more).build());
        return Part.of(section, model.build());
    }

    /** Of each measure of which something could not be read, and of what is of none. */
    private static void unread(Dataset dataset, Model.Builder model, List<Check> checks) {
        List<Unread> others = new ArrayList<>(dataset.unread());
        for (Measure measure : dataset.measures().values()) {
            unread(measure.name(), dataset.unread(measure), model, checks);
            others.removeAll(dataset.unread(measure));
        }
        unread("other entries", others, model, checks);
    }

    private static void unread(String what, List<Unread> missing, Model.Builder model, List<Check> checks) {
        if (!missing.isEmpty()) {
            String name = "Every entry of its sources was read: " + what;
            Key key = model.label(CHECK.of(Subject.of(name)), missing.size() + " not read");
            checks.add(new Check(name, key));
        }
    }

    /** Of every edition that prints a total. */
    private static void totals(Supplies supplies, Model.Builder model, List<Check> checks) {
        for (Measure measure : supplies.dataset().measures().values()) {
            for (Supply supply : supplies.editions(measure.id())) {
                model.include(supply.model());
                supply.years()
                        .forEach(year -> supply.sumsToPrinted(year).ifPresent(sums -> {
                            String name = "Rows sum to the printed total within its rounding: " + measure.name() + " "
                                    + year + ", " + supply.edition();
                            Key key = CHECK.of(Subject.of(name));
                            model.calculation(key, sums.ref().isEqualTo(ONE).then(ONE, text("missed")));
                            checks.add(new Check(name, key));
                        }));
            }
        }
    }

    private static void supply(Supplies supplies, Model.Builder model, List<Check> checks) {
        Dataset dataset = supplies.dataset();
        for (Measure measure : dataset.measures().values()) {
            if (measure.kind() != Measure.Kind.RESERVES
                    && measure.kind() != Measure.Kind.PRODUCTION
                    && measure.kind() != Measure.Kind.CAPACITY) {
                continue;
            }
            supplies.supply(measure.id()).ifPresent(supply -> {
                model.include(supply.model());
                for (Period year : supply.years()) {
                    String what = measure.name() + " " + year + ", " + supply.edition();
                    if (supply.value(supply.total(year)).number().orElse(0) == 0) {
                        checks.add(check(
                                model,
                                "There is a sum where there is a figure, and only there: " + what,
                                sumWhereFigure(supply, year)));
                        continue;
                    }
                    List<Key> shares = supply.rows().stream()
                            .map(place -> supply.share(place, year))
                            .toList();
                    Formula good = dataset.unread(measure).isEmpty() ? ONE : text("not all read");
                    checks.add(check(
                            model,
                            "Shares sum to one: " + what,
                            good,
                            Formula.sumOfKnown(span(shares)).rounded(DIGITS).isEqualTo(ONE)));
                    checks.add(check(
                            model,
                            "HHI is at least the largest share squared: " + what,
                            good,
                            supply.hhi(year)
                                    .ref()
                                    .minus(supply.rankedShare(1, year)
                                            .ref()
                                            .times(supply.rankedShare(1, year).ref())
                                            .times(Definitions.INDEX_SCALE))
                                    .rounded(DIGITS)
                                    .isAtLeast(ZERO)));
                    Formula ranks = Formula.call(
                            Fn.MAX_OF_KNOWN,
                            span(supply.places().stream()
                                    .map(place -> supply.rank(place, year))
                                    .toList()));
                    Formula known = Formula.countOfKnown(span(supply.places().stream()
                            .map(place -> supply.amount(place, year))
                            .toList()));
                    checks.add(check(model, "Ranks run from one without a gap: " + what, good, ranks.isEqualTo(known)));
                }
            });
        }
    }

    /** For a year in which nothing is known, or nothing is made: there are no shares to sum. */
    private static Formula sumWhereFigure(Supply supply, Period year) {
        Formula known = supply.total(year).ref().isKnown().then(ONE, ZERO);
        return supply.count(year)
                .ref()
                .isAbove(ZERO)
                .then(known, ONE.minus(known))
                .isEqualTo(ONE);
    }

    /** The chosen column is the column of the scenario that is chosen. */
    private static void forecast(ForecastStudy forecast, Model.Builder model, List<Check> checks) {
        model.include(forecast.model());
        for (ForecastStudy.Comparison headline : forecast.comparison()) {
            Formula difference = headline.chosen().ref().minus(Scenarios.pick(headline.inEach()));
            checks.add(check(
                    model,
                    "The chosen scenario is the one of that name: " + headline.name(),
                    difference.rounded(DIGITS).isEqualTo(ZERO)));
        }
    }

    private static void claims(ClaimCheck claims, Model.Builder model, List<Check> checks) {
        if (!claims.claims().isEmpty()) {
            List<Key> flags =
                    claims.claims().stream().map(ClaimSection::asExpected).toList();
            checks.add(check(
                    model,
                    "Every claim has the verdict the dataset expects",
                    Formula.call(Fn.MIN, span(flags)).isEqualTo(ONE)));
        }
    }

    static Check check(Model.Builder model, String name, Formula holds) {
        return check(model, name, ONE, holds);
    }

    /** @param good what is shown where it holds: a text is a doubt */
    private static Check check(Model.Builder model, String name, Formula good, Formula holds) {
        Key key = CHECK.of(Subject.of(name));
        model.calculation(key, holds.then(good, ZERO));
        return new Check(name, key);
    }
}
