package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.robustness.Overtaking;
import org.lodestone.reports.robustness.Overtaking.ProportionalChange;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.robustness.Robustness.RankBand;

/**
 * How sure the order of the first companies is, as a page tells it: how often each has each rank, and what lets it rise.
 *
 * @param most so many companies are told of, the first
 * @param model takes the weights with which companies pass others
 */
record RankCertainty(Robustness robustness, int most, Model.Builder model) {

    private static final Term TERM = Term.of("robustness");

    /** How often the first company stays first, and which is first more often; as long as all is as it was tried. */
    Formula first() {
        String leader = robustness.companies().get(0);
        String oftenest = Collections.max(robustness.companies(), Comparator.comparingDouble(this::first));
        return whileCurrent(words().with("leader", robustness.name(leader))
                .with("share", share(leader))
                .with("other", first(oftenest) > first(leader))
                .with("oftenest", robustness.name(oftenest))
                .with("most", share(oftenest))
                .say("{leader} is first in {share:0%} of draws{other?, {oftenest} in {most:0%}}"));
    }

    private double first(String company) {
        return robustness.ranks(robustness.any(), company).share(1);
    }

    /** By which weight the first company loses its lead; as long as all is as it was tried. */
    Formula passed() {
        if (robustness.overtakings().isEmpty()) {
            return whileCurrent(text("No company is ranked behind the first"));
        }
        Overtaking overtaking = robustness.overtakings().get(0);
        return whileCurrent(words().with("behind", overtaking.behind().name())
                .with("ahead", overtaking.ahead().name())
                .with("canPass", !overtaking.oneWeight().isEmpty())
                .with("criterion", Words.inSentence(criterion(overtaking)))
                .with("from", weight(overtaking, ProportionalChange::from))
                .with("to", weight(overtaking, ProportionalChange::to))
                .say("{canPass?{behind} passes {ahead} if the weight of {criterion} goes from {from:0.0%} to {to:0.0%}"
                        + "|No change of one weight lets {behind} pass {ahead}}"));
    }

    private static Formula whileCurrent(Formula told) {
        return Dated.of(Robustness.CURRENT, told, Dated.SENTENCE);
    }

    private Key share(String company) {
        return Robustness.acceptability(company, robustness.bands().get(0));
    }

    /** In what share of draws each of the first companies comes first. */
    Chart chart(int companies) {
        return Chart.bars("In how many draws each company comes first", "%")
                .series(
                        "First",
                        span(companies().stream()
                                .limit(companies)
                                .map(this::share)
                                .toList()))
                .labelled(Shown.PART_OF_DRAWS)
                .build();
    }

    private List<String> companies() {
        return robustness.companies().stream().limit(most).toList();
    }

    /** How often each company has each rank, and what change of weight would lift it. */
    Table table() {
        return ranks().optional("Weight from", Shown.PERCENT, weight(ProportionalChange::from))
                .optional("to", Shown.PERCENT, weight(ProportionalChange::to))
                .optional(
                        "Criterion to change",
                        Shown.TEXT,
                        company -> overtaking(company).map(this::toChange))
                .build();
    }

    /** How often each company has each rank. */
    Table.ListBuilder<String> ranks() {
        List<RankBand> bands =
                robustness.bands().stream().limit(Robustness.ON_A_PAGE).toList();
        var table = Table.of("How sure the order is", companies())
                .id("rank-certainty")
                .label("Company", robustness::name);
        for (RankBand band : bands) {
            table.value(
                    Words.capitalised(band.toString()),
                    Shown.PART_OF_DRAWS,
                    company -> Robustness.acceptability(company, band));
        }
        for (String company : companies()) {
            table.shade(span(bands, band -> Robustness.acceptability(company, band)));
        }
        return table;
    }

    private Optional<Overtaking> overtaking(String company) {
        return robustness.overtakings().stream()
                .filter(overtaking -> overtaking.behind().id().equals(company))
                .findFirst();
    }

    private Function<String, Optional<Key>> weight(ToDoubleFunction<ProportionalChange> end) {
        return company -> overtaking(company).flatMap(one -> weight(one, end));
    }

    private Key toChange(Overtaking overtaking) {
        return model.calculation(
                TERM.sub("criterion to change")
                        .of(Subject.of(overtaking.behind().id())),
                Dated.of(Robustness.CURRENT, text(criterion(overtaking))));
    }

    /** The criterion whose weight has to change least, or that none does it. */
    private String criterion(Overtaking overtaking) {
        return overtaking.oneWeight().stream()
                .findFirst()
                .map(change -> robustness
                        .result()
                        .criterion(change.criterion())
                        .criterion()
                        .title())
                .orElse("No single weight");
    }

    private Optional<Key> weight(Overtaking overtaking, ToDoubleFunction<ProportionalChange> end) {
        return overtaking.oneWeight().stream()
                .findFirst()
                .map(change -> Counted.add(
                        model,
                        Robustness.CURRENT,
                        TERM.sub(end.applyAsDouble(change) == change.from() ? "weight" : "weight to pass")
                                .of(Subject.of(overtaking.behind().id())),
                        end.applyAsDouble(change),
                        Counted.SIMULATED));
    }
}
