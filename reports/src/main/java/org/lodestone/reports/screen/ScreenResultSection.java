package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Screen.Level;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.Interval;
import org.lodestone.reports.screen.ScreenResult.Ranked;

/**
 * The section on the result of a screen, without formulas: for a terminal, and for universes of any size.
 *
 * <p>{@link ScreenStudy#part} says the same in live cells, with every step between.
 */
final class ScreenResultSection {

    /** The number of companies shown of which too little is known: those that could come out best. */
    private static final int PROVISIONAL = 50;

    /** The number of companies that a sentence names. */
    private static final int NAMED = 5;

    private static final Term SCREEN = Term.of("screen result");
    private static final String HOW = "calculated from the evidence";

    /** Says why a criterion is not known of a company; nothing where a table of companies just has an empty cell. */
    private interface Gaps {
        String why(int company, CriterionScores criterion);
    }

    private final ScreenResult result;
    private final int top;
    private final int leftOut;
    private final Gaps gaps;
    private final boolean hasNames;
    private final Model.Builder model = Model.builder();

    private ScreenResultSection(ScreenResult result, int top, int leftOut, Gaps gaps) {
        this.result = result;
        this.top = top;
        this.leftOut = leftOut;
        this.gaps = gaps;
        this.hasNames = result.passed().stream()
                .anyMatch(company -> !result.universe()
                        .name(company)
                        .equals(result.universe().id(company)));
    }

    /**
     * The section on a universe.
     *
     * @param top so many ranked companies are shown, of all and of each league
     * @param leftOut how many companies of the table were left out when it was read, as {@code UniverseReading} tells
     */
    static Part of(ScreenResult result, int top, int leftOut) {
        return new ScreenResultSection(result, top, leftOut, (company, criterion) -> "").part();
    }

    /**
     * The section on the companies of a dataset, which says of what is missing why it is not known.
     *
     * @param top so many ranked companies are shown, of all and of each league
     */
    static Part of(ScreenStudy study, int top) {
        ScreenResult result = study.result();
        return new ScreenResultSection(
                        result,
                        top,
                        0,
                        (company, criterion) -> study.evidence()
                                .of(result.universe().id(company), criterion.criterion())
                                .what())
                .part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(criteria());
        if (!result.screen().levels().isEmpty()) {
            blocks.add(levels());
        }
        if (result.rankedCount() > 0) {
            blocks.add(ranked());
            blocks.add(reasons());
        }
        if (!result.provisional().isEmpty()) {
            blocks.add(provisional());
        }
        result.screen().leagues().forEach(league -> blocks.add(league(league, result.in(league))));
        Part.Builder part = Part.builder(model).section(Section.of("Screen", finding() + leftOut(), counted(), blocks));
        contenders().ifPresent(said -> part.finding(found("contenders", said)));
        result.top(1).stream()
                .findFirst()
                .ifPresent(first -> part.finding(
                        found("first", first.name() + " " + Words.inSentence(result.why(first.company())))));
        return part.finding(found("counted", counted())).build();
    }

    private static Finding found(String id, String said) {
        return Finding.of(id, "Screen", Block.Sentence.plain(said));
    }

    // ---------------------------------------------------------------- who comes first

    private String finding() {
        int ranked = result.rankedCount();
        if (ranked == 0) {
            return words().told("No company can be ranked: too little is known about each");
        }
        ImmutableList<Ranked> top = result.top(NAMED);
        Ranked first = top.get(0);
        int level = result.sharing(first.company());
        Wording words =
                words().with("first", first.name()).with("score", score(first)).with("ranked", ranked);
        return level > 1
                ? words.with("level", names(top.stream().map(Ranked::name), level))
                        .told("{level} share the first place of {ranked}, with a score of {score}")
                : words.with("second", ranked > 1, () -> text(top.get(1).name()))
                        .with("less", ranked > 1, () -> text(score(top.get(1))))
                        .told(
                                "{first} ranks first of {ranked} with a score of {score}[, ahead of {second} with {less}]");
    }

    private static String score(Ranked one) {
        return Shown.THREE_DECIMALS.text(Value.of(one.score()));
    }

    /** The number of companies of the table that were left out, for a headline; nothing where none was. */
    private String leftOut() {
        return words().with("ranked", result.rankedCount())
                .with("all", result.universe().size() + leftOut)
                .withSome("out", leftOut)
                .told("[; {ranked} of {all} ranked, {out} left out]");
    }

    private String counted() {
        int provisional = result.provisional().length();
        int stopped = result.universe().size() - result.passed().length();
        return words().with("screen", result.screen().name())
                .with("all", result.universe().size() + leftOut)
                .with("ranked", result.rankedCount())
                .withSome("lacking", provisional)
                .with("oneLacks", provisional == 1)
                .withSome("stopped", stopped)
                .with("oneStopped", stopped == 1)
                .withSome("out", leftOut)
                .with("oneOut", leftOut == 1)
                .told("{screen}: of {all} companies {ranked} are ranked[, {lacking} {oneLacks?lacks|lack} a criterion]"
                        + "[, {stopped} {oneStopped?does|do} not pass the filters]"
                        + "[, {out} {oneOut?was|were} left out for a problem]");
    }

    /** {@code A, B and 3 others}. */
    private static String names(Stream<String> companies, int all) {
        List<String> told =
                new ArrayList<>(companies.limit(Math.min(all, NAMED)).toList());
        int others = all - told.size();
        if (others > 0) {
            told.add(words().with("others", others).with("one", others == 1).told("{others} {one?other|others}"));
        }
        return Words.listed(told);
    }

    // ---------------------------------------------------------------- criteria

    private Table criteria() {
        Table.ListBuilder<CriterionScores> table = Table.of("Criteria and weights", result.criteria())
                .id("screen-criteria")
                .label("Criterion", CriterionScores::name);
        if (result.criteria().stream().anyMatch(one -> !one.criterion().title().equals(one.name()))) {
            table.words("Meaning", one -> one.criterion().title());
        }
        table.unit(one -> one.criterion().unit())
                .value(
                        "Weight",
                        Shown.AS_IS,
                        one -> key("weight", one, one.criterion().weight()))
                .value("Share", Shown.PERCENT, one -> key("share of weight", one, one.share()))
                .value("Known", Shown.ORDINAL, one -> key("known", one, one.known()))
                .words("Better", one -> one.criterion().direction().toString())
                .words("Normalised by", one -> ScreenTables.inWords(one.criterion()));
        if (!result.screen().levels().isEmpty()) {
            table.words("Level", one -> one.criterion().level());
        }
        table.note(words().with("aggregation", result.screen().aggregation().toString())
                .told(
                        "Weights are divided by their sum. The score of a company is the weighted {aggregation} mean of its scores by"
                                + " criterion."));
        if (!result.screen().filters().isEmpty()) {
            table.note(words().with(
                            "filters",
                            result.screen().filters().stream()
                                    .map(Filter::toString)
                                    .collect(Collectors.joining("; ")))
                    .told("Filters: {filters}."));
        }
        return table.build();
    }

    private Key key(String what, CriterionScores criterion, double amount) {
        return model.computed(
                SCREEN.sub(what).of(Subject.of(criterion.name())), Value.of(amount), ValueUnit.NUMBER, HOW);
    }

    private Table levels() {
        Table.ListBuilder<Level> table = Table.of("Levels", result.screen().levels())
                .id("screen-levels")
                .label("Level", Level::name)
                .value(
                        "Weight",
                        Shown.AS_IS,
                        level -> model.computed(
                                SCREEN.sub("weight of level").of(Subject.of(level.name())),
                                Value.of(level.weight()),
                                ValueUnit.NUMBER,
                                HOW));
        if (ScreenTables.isNested(result.screen())) {
            table.words("Part of", Level::level);
        }
        return table.build();
    }

    // ---------------------------------------------------------------- the ranked

    private Key key(String what, int company, Case in, Value value) {
        return model.computed(
                SCREEN.sub(what).of(Subject.of(result.universe().id(company))).in(in), value, ValueUnit.NUMBER, HOW);
    }

    private Table ranked() {
        Table.ListBuilder<Ranked> table = places("Ranking", result, Case.NONE).id("screen-ranking");
        for (CriterionScores one : result.weighing()) {
            table.value(
                    one.name(),
                    Shown.THREE_DECIMALS,
                    row -> key(one.name() + " adds", row.company(), Case.NONE, adds(row.company(), one)));
        }
        contribution(result.top(1).get(0).company(), Contribution.IMBALANCE)
                .ifPresent(none -> table.value(
                        Contribution.IMBALANCE,
                        Shown.THREE_DECIMALS,
                        row -> key(
                                Contribution.IMBALANCE,
                                row.company(),
                                Case.NONE,
                                Value.of(contribution(row.company(), Contribution.IMBALANCE)
                                        .orElse(0.0)))));
        return table.note("The columns after the score are what each criterion adds to it, up to its share.")
                .build();
    }

    /** Rank, company and score, from the first down. */
    private Table.ListBuilder<Ranked> places(String heading, ScreenResult of, Case in) {
        Table.ListBuilder<Ranked> table = Table.of(heading, of.top(top))
                .value("Rank", Shown.ORDINAL, row -> key("rank", row.company(), in, Value.of((double) row.rank())))
                .label("Company", Ranked::name);
        if (hasNames) {
            table.words("Id", Ranked::id);
        }
        table.value("Score", Shown.THREE_DECIMALS, row -> key("score", row.company(), in, Value.of(row.score())));
        if (of.top(top).stream().anyMatch(row -> of.rankAtBest(row.company()) < row.rank())) {
            table.value("At best", Shown.ORDINAL, row -> atBest(of, row.company(), in))
                    .note("At best: the rank at the highest score that its lower bounds allow, others as they are.");
        }
        if (of.rankedCount() > top) {
            table.note(words().with("top", top)
                    .with("ranked", of.rankedCount())
                    .told("The first {top} of {ranked} are shown."));
        }
        return table;
    }

    private Key atBest(ScreenResult of, int company, Case in) {
        return key("rank at best", company, in, Value.of((double) of.rankAtBest(company)));
    }

    private Value adds(int company, CriterionScores one) {
        return one.score(company).isEmpty() && result.missing(company).contains(one.name())
                ? new Value.Missing("not known", "left out, since it is not known: " + missing(company, one))
                : Value.of(result.adds(one, company));
    }

    private Optional<Double> contribution(int company, String of) {
        return result.contributions(company).stream()
                .filter(part -> part.of().equals(of))
                .map(Contribution::amount)
                .findFirst();
    }

    private Table reasons() {
        return Table.of("Why each company ranks where it does", result.top(top))
                .id("screen-reasons")
                .label("Company", Ranked::name)
                .prose("Why", row -> result.why(row.company()))
                .build();
    }

    // ---------------------------------------------------------------- those of which too little is known

    private Table provisional() {
        List<Integer> all = result.provisional().stream()
                .boxed()
                .sorted(Comparator.comparingDouble(company -> -interval(company).best()))
                .toList();
        Table.ListBuilder<Integer> table = Table.of(
                        "Not ranked: too little is known",
                        all.stream().limit(PROVISIONAL).toList())
                .id("not-ranked")
                .label("Company", result.universe()::name);
        if (hasNames) {
            table.words("Id", result.universe()::id);
        }
        table.value(
                        "Lowest",
                        Shown.THREE_DECIMALS,
                        one -> end("lowest score", one, interval(one).worst()))
                .value(
                        "Highest",
                        Shown.THREE_DECIMALS,
                        one -> end("highest score", one, interval(one).best()))
                .value("Rank at best", Shown.ORDINAL, one -> atBest(result, one, Case.NONE))
                .prose("What is missing", this::missing)
                .note("Its score lies between the lowest and the highest that all that is missing could make of it.");
        contenders().ifPresent(table::note);
        if (all.size() > PROVISIONAL) {
            table.note(words().with("all", all.size()).told("Of {all} these could score highest."));
        }
        return table.build();
    }

    /** The companies of which too little is known and that could come first; empty where nobody could. */
    private Optional<String> contenders() {
        List<String> all = result.provisional().stream()
                .boxed()
                .filter(this::couldComeFirst)
                .sorted(Comparator.comparingDouble(company -> -interval(company).best()))
                .map(result.universe()::name)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("companies", names(all.stream(), all.size()))
                        .told("{companies} could rank first if all were known."));
    }

    private boolean couldComeFirst(int company) {
        double best = RankedRows.rounded(interval(company).best());
        return result.top(1).stream().anyMatch(first -> best > RankedRows.rounded(first.score()));
    }

    private Interval interval(int company) {
        return result.interval(company).orElseThrow();
    }

    private Key end(String what, int company, double score) {
        return key(what, company, Case.NONE, Value.of(score));
    }

    private String missing(int company) {
        return result.weighing().stream()
                .filter(one -> one.raw(company).isEmpty())
                .map(one -> missing(company, one))
                .collect(Collectors.joining("; "));
    }

    /** The criterion without a value, and why; a reason may be a sentence, which ends here without its full stop. */
    private String missing(int company, CriterionScores criterion) {
        String why = gaps.why(company, criterion).replaceFirst("\\.$", "");
        return criterion.criterion().title() + (why.isEmpty() ? "" : ": " + why);
    }

    // ---------------------------------------------------------------- leagues

    private Table league(League league, ScreenResult among) {
        Table.ListBuilder<Ranked> table = places("League " + league.name(), among, Case.of(league.name()))
                .id("league-ranking", league.name())
                .column("Rank of all", row -> rankOfAll(row.company()));
        if (league.isOfItsOwn()) {
            table.note(words().with("weights", weights(among)).told("Screened anew, by {weights}."));
        }
        ImmutableIntArray provisional = among.provisional();
        if (!provisional.isEmpty()) {
            table.note(words().with(
                            "companies",
                            names(provisional.stream().mapToObj(among.universe()::name), provisional.length()))
                    .told("Too little is known about {companies}."));
        }
        return table.build();
    }

    private Cell rankOfAll(int company) {
        return result.rank(company).isPresent()
                ? new Cell.Of(
                        key("rank", company, Case.NONE, Value.of((double)
                                result.rank(company).getAsInt())),
                        Shown.ORDINAL)
                : Cell.BLANK;
    }

    private static String weights(ScreenResult among) {
        ImmutableList<String> weights = among.weighing().stream()
                .map(one -> Words.inSentence(one.criterion().title()) + " (" + Shown.PERCENT.text(Value.of(one.share()))
                        + ")")
                .collect(toImmutableList());
        return String.join(", ", weights);
    }
}
