package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.robustness.Overtaking.ScoreChange;
import org.lodestone.reports.screen.CriterionScores;

/** Blocks on what would change the order: the smallest change by which each company passes the one above it. */
record OvertakingBlocks(Robustness robustness) {

    private static final String OVERTAKINGS = "The smallest change by which each company passes the one above it";

    /** Below it, decimals of a figure matter. */
    private static final int FEW = 100;

    Block sentences() {
        return new Block.Prose(
                OVERTAKINGS,
                robustness.overtakings().stream()
                        .map(overtaking -> new Block.Sentence.Plain(inWords(overtaking)))
                        .collect(toImmutableList()));
    }

    Table table() {
        return Table.of(OVERTAKINGS, robustness.overtakings())
                .id("overtakings")
                .label("Company", overtaking -> overtaking.behind().name())
                .prose("How it passes", this::inWords)
                .build();
    }

    private String inWords(Overtaking overtaking) {
        List<String> said = new ArrayList<>(overtaking.ofWeights(
                name -> robustness.result().criterion(name).criterion().title()));
        ofFigure(overtaking).or(overtaking::ofScore).ifPresent(said::add);
        return String.join(" ", said);
    }

    /** The figures of which one would have to be another, in their own units; empty where a score stands for none. */
    private Optional<String> ofFigure(Overtaking overtaking) {
        if (overtaking.ofScore().isEmpty()) {
            return Optional.empty();
        }
        String figures = overtaking.oneScore().stream()
                .flatMap(change -> instead(overtaking, change).stream())
                .collect(Collectors.joining(", or "));
        return figures.isEmpty() ? Optional.empty() : Optional.of(overtaking.overtakes("with " + figures));
    }

    private Optional<String> instead(Overtaking overtaking, ScoreChange change) {
        CriterionScores scores = robustness.result().criterion(change.criterion());
        OptionalDouble from = scores.raw(
                robustness.result().universe().position(overtaking.behind().id()));
        OptionalDouble to = scores.valueOf(change.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Criterion criterion = scores.criterion();
        String unit = criterion.unit().isEmpty() ? "" : " " + criterion.unit();
        return Optional.of(figure(to.getAsDouble()) + unit + " instead of " + figure(from.getAsDouble()) + " for "
                + Words.inSentence(criterion.title()));
    }

    private static String figure(double value) {
        Shown shown = Math.abs(value) >= FEW || value == Math.rint(value) ? Shown.WHOLE : Shown.TWO_DECIMALS;
        return shown.text(Value.of(value));
    }
}
