package org.lodestone.reports.screen;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Normalisation.Scale;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Screen.Level;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of a screen, or of a league that is screened anew. */
record ScreenTables(LiveScreen screen) {

    /** The criteria whose values and scores stand side by side on a page. */
    private static final int BAND = 6;

    private List<Criterion> criteria() {
        return screen.screen().criteria();
    }

    Table.ListBuilder<String> companies(String id, String heading) {
        return Table.of(heading, screen.companies())
                .id(id, screen.screen().name())
                .labelOf("Company", screen::name);
    }

    /** The criteria, with all that an analyst may change of them. */
    Table weights(ScreenSection.Weights typed) {
        var table = Table.of("Criteria and weights", criteria())
                .id("criteria", screen.screen().name())
                .labelOf("Criterion", screen::title)
                .unit("Unit", one -> one.unit());
        if (criteria().stream().anyMatch(one -> !one.basis().isEmpty())) {
            table.unit("Basis", one -> one.basis());
        }
        if (typed == ScreenSection.Weights.HERE) {
            table.value("Typed", Shown.AS_IS, screen::typedWeight);
        }
        if (screen.isWhole()) {
            table.value("Own weight", Shown.AS_IS, screen::ownWeight);
        }
        table.value("Weight", Shown.AS_IS, screen::weight)
                .value("Share of weight", Shown.PERCENT, screen::share)
                .value("Most it adds", Shown.THREE_DECIMALS, screen::most)
                .value("Low end", this::shownEnd, screen.scores()::low)
                .value("High end", this::shownEnd, screen.scores()::high);
        if (criteria().stream().anyMatch(one -> LiveScores.isTreated(one) && !OwnRules.isOwnTreatment(one))) {
            table.optional("Lower bound", Shown.PRECISE, ifUsed(screen.scores()::lowerBound))
                    .optional("Upper bound", Shown.PRECISE, ifUsed(screen.scores()::upperBound));
        }
        if (criteria().stream()
                .anyMatch(one -> one.normalisation().asGoalposts().isEmpty())) {
            table.optional("Values known", Shown.WHOLE, ifUsed(screen.scores()::known));
        }
        if (criteria().stream().anyMatch(one -> one.normalisation() == Relative.Z_SCORE)) {
            table.optional("Mean", Shown.PRECISE, ifUsed(screen.scores()::mean))
                    .optional("Standard deviation", Shown.PRECISE, ifUsed(screen.scores()::deviation));
        }
        table.words("Better is", one -> one.direction().toString())
                .words("If missing", one -> one.missing().toString());
        if (!screen.screen().levels().isEmpty()) {
            table.words("Level", Criterion::level);
        }
        table.words("Normalised by", ScreenTables::inWords).wide();
        criteria().stream()
                .filter(OwnRules::isOwnTreatment)
                .forEach(one -> table.note("Extreme values under " + Words.inSentence(one.title()) + " are treated: "
                        + OwnRules.treatment(one) + "."));
        List<Criterion> fixed =
                criteria().stream().filter(screen.scores()::isFixed).toList();
        if (!fixed.isEmpty()) {
            table.note("Scores under " + named(fixed)
                    + " are fixed: the rule has no formula. When a value under it changes,"
                    + " they are out of date until the pack is made again.");
        }
        return table.note("Weights are divided by their sum, and the scores of a company become one by the "
                        + screen.screen().aggregation() + " mean.")
                .build();
    }

    /** A post that is set stands as it was set; an end that follows from the values is shown as they are, or in full in the unit of its table. */
    private Shown shownEnd(Criterion criterion) {
        if (criterion.normalisation().asGoalposts().isPresent()) {
            return Shown.AS_IS;
        }
        return criterion.indicator().tableColumn().isPresent() ? Shown.PRECISE : screen.shown(criterion);
    }

    /** A value that the rules of the screen ask for; empty where they do not. */
    private Function<Criterion, Optional<Key>> ifUsed(Function<Criterion, Key> step) {
        return criterion -> Optional.of(step.apply(criterion)).filter(screen.model()::has);
    }

    static String inWords(Criterion criterion) {
        return criterion
                .normalisation()
                .fold(
                        Relative::toString,
                        posts -> "goalposts" + (posts.scale() == Scale.LOG10 ? ", log10" : ""),
                        Normalisation.Own::name);
    }

    Table levels() {
        return levels(screen.screen(), screen::weight)
                .id("levels", screen.screen().name())
                .build();
    }

    static Table.ListBuilder<Level> levels(Screen screen, Function<Level, Key> weight) {
        var table =
                Table.of("Levels", screen.levels()).label("Level", Level::name).value("Weight", Shown.AS_IS, weight);
        if (screen.levels().stream().anyMatch(level -> !level.level().isEmpty())) {
            table.words("Part of", Level::level);
        }
        return table;
    }

    /** The companies from the first down, with what each criterion adds. */
    Table list() {
        SortedList sorted = screen.sorted();
        var table = Table.of("Ranking", sorted.places())
                .id("sorted-ranking", screen.screen().name())
                .labelOf("Company", sorted::name)
                .value("Rank", Shown.ORDINAL, sorted::rank)
                .word("At best", sorted::standing)
                .value("Score", Shown.THREE_DECIMALS, sorted::score);
        if (screen.isShortlist()) {
            table.note("These are the first " + screen.companies().size() + " of " + screen.amongInWords()
                    + " companies. They are ranked among themselves; with other weights, one that is not here may come"
                    + " before them, which only a new run of the screen tells.");
        }
        return table.proseOf("Why", sorted::reason).wide().build();
    }

    /** The points that each criterion adds to the score of each company, the score with its lowest and highest, and the ranks. */
    Table.ListBuilder<String> ranks() {
        var table = companies("scores", "Points of the score, and ranks");
        for (Criterion criterion : criteria()) {
            table.value(criterion.title(), Shown.THREE_DECIMALS, company -> screen.contribution(criterion, company));
        }
        table.value("Score", Shown.THREE_DECIMALS, screen::score)
                .value("Lowest score", Shown.THREE_DECIMALS, screen::low)
                .value("Highest score", Shown.THREE_DECIMALS, screen::high)
                .value("Rank", Shown.ORDINAL, screen::rank);
        if (screen.isShortlist()) {
            table.value("Rank among all", Shown.ORDINAL, screen::rankAmongAll)
                    .note("The rank among all " + screen.amongInWords()
                            + " companies is as it was when the report was made, and does not follow.");
        }
        return table.note("Points: share of weight × score of the value"
                + (screen.screen().aggregation() == Aggregation.ARITHMETIC
                        ? "."
                        : "; the deduction for imbalance is not among them.")
                + " Equals share the better rank. The lowest and the highest score are what all that is missing, or"
                + " may be more than it is known, could make of it.");
    }

    /** The values of the companies, for a reader to type over, each with its score; so many criteria as fit on a page side by side, and what places they have among all. */
    List<Table> values() {
        int bands = (criteria().size() + BAND - 1) / BAND;
        Stream<Table> byBand = Lists.partition(criteria(), (criteria().size() + bands - 1) / bands).stream()
                .map(this::values);
        return Stream.concat(byBand, standings().stream()).toList();
    }

    private Table values(List<Criterion> band) {
        boolean isLast = band.contains(criteria().get(criteria().size() - 1));
        String of = band.size() == criteria().size() ? "" : ": " + named(band);
        var table = Table.of("Values, and the score of each from the worst, 0, to the best, 1" + of, screen.companies())
                .id("screen-values", screen.screen().name() + of)
                .labelOf("Company", screen::name);
        for (Criterion criterion : band) {
            String unit = screen.unit(criterion);
            table.value(
                            criterion.title() + (unit.isEmpty() ? "" : ", " + unit),
                            screen.shown(criterion),
                            company -> LiveScreen.value(criterion, company))
                    .value(
                            criterion.title() + ", score",
                            Shown.THREE_DECIMALS,
                            company -> screen.normalised(criterion, company));
        }
        if (isLast) {
            table.value("Weight on known values", Shown.PERCENT, screen::coverage);
        }
        return table.build();
    }

    private static String named(List<Criterion> criteria) {
        return Words.listed(
                criteria.stream().map(one -> Words.inSentence(one.title())).toList());
    }

    /** The places of values of a shortlist among those of all, for criteria that score by that. */
    private Optional<Table> standings() {
        List<Criterion> ranked =
                criteria().stream().filter(screen.scores()::isRankedAmongAll).toList();
        return ranked.isEmpty()
                ? Optional.empty()
                : Optional.of(matrix(
                                ranked,
                                "value-standings",
                                "Where the values stand among those of all companies",
                                screen.scores()::standing,
                                Shown.THREE_DECIMALS)
                        .note("Percentiles and ranks of " + screen.amongInWords()
                                + " companies, from 0 for the lowest value to 1"
                                + " for the highest; they do not follow when a value is typed.")
                        .build());
    }

    // ---------------------------------------------------------------- steps that the workbook takes

    /** The steps that ranks and reasons take from values and points; nobody need read them. */
    List<Table> steps() {
        return List.of(
                matrix(
                                criteria(),
                                "lost-contributions",
                                "Behind the best company: the most a criterion adds − what it adds here",
                                screen::lost,
                                Shown.THREE_DECIMALS)
                        .build(),
                matrix(criteria(), "weights-without-evidence", "Weight without evidence", screen::gap, Shown.PERCENT)
                        .build(),
                order());
    }

    /** How scores become ranks, and ranks an order. */
    private Table order() {
        return companies("score-order", "From scores to ranks")
                .value("Enough is known", Shown.ORDINAL, screen::isRanked)
                .value("Score, rounded", Shown.AS_IS, screen::rounded)
                .value("Rank at best", Shown.ORDINAL, screen::rankAtBest)
                .value("Place", Shown.ORDINAL, screen::place)
                .value("Line in the list", Shown.ORDINAL, screen::line)
                .symbol("Evidence", screen::evidence)
                .note("Ranks are taken on scores rounded to " + RankedRows.DECIMALS
                        + " decimals, so that the last bits of a calculation decide nothing. Of equal ranks, the first in"
                        + " this table comes first in the list; those that are not ranked stand behind.")
                .build();
    }

    private Table.ListBuilder<String> matrix(
            List<Criterion> criteria, String id, String heading, BiFunction<Criterion, String, Key> step, Shown shown) {
        var table = companies(id, heading);
        for (Criterion criterion : criteria) {
            table.value(criterion.title(), shown, company -> step.apply(criterion, company));
        }
        return table;
    }
}
