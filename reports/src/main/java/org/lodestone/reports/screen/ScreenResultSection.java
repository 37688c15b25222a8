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
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.League;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.Interval;
import org.lodestone.reports.screen.ScreenResult.Ranked;

/**
 * The section on the result of a screen, without formulas: for a terminal, and for universes of any size.
 *
 * <p>{@link ScreenStudy#part} says the same in live cells, with every step between.
 */
record ScreenResultSection(
        ScreenResult result, int top, int leftOut, Optional<Evidence> evidence, Model.Builder model) {

    /** The number of companies shown of which too little is known: those that could come out best. */
    private static final int PROVISIONAL = 50;

    /** The number of companies that a sentence names. */
    private static final int NAMED = 5;

    private static final Term SCREEN = Term.of("screen result");
    private static final String HOW = "calculated from the evidence";

    /**
     * The section on a universe.
     *
     * @param top so many ranked companies are shown, of all and of each league
     * @param leftOut how many companies of the table were left out when it was read, as {@code UniverseReading} tells
     */
    static Part of(ScreenResult result, int top, int leftOut) {
        return new ScreenResultSection(result, top, leftOut, Optional.empty(), Model.builder()).part();
    }

    /**
     * The section on the companies of a dataset, which says of what is missing why it is not known.
     *
     * @param top so many ranked companies are shown, of all and of each league
     */
    static Part of(ScreenStudy study, int top) {
        return new ScreenResultSection(study.result(), top, 0, Optional.of(study.evidence()), Model.builder()).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(Block.withContent(List.of(criteria(), levels())));
        if (result.rankedCount() > 0) {
            blocks.add(ranked());
            blocks.add(reasons());
        }
        if (!result.provisional().isEmpty()) {
            blocks.add(provisional());
        }
        result.screen().leagues().forEach(league -> blocks.add(league(league, result.in(league))));
        Part.Builder part =
                Part.builder(model).section(Section.of("Screen", finding() + rankedOfAll(), counted(), blocks));
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
        int level = result.level();
        ImmutableList<Ranked> top = result.top(Math.max(2, level));
        Ranked first = top.get(0);
        Ranked lowest = top.get(level - 1);
        return words().with("first", first.name())
                .with("score", score(first))
                .with("ranked", ranked)
                .with("areLevel", level > 1)
                .with("level", names(top.stream().map(Ranked::name), level))
                .with("same", score(first).equals(score(lowest)))
                .with("lowest", score(lowest))
                .with("second", ranked > 1, () -> text(top.get(1).name()))
                .with("less", ranked > 1, () -> text(score(top.get(1))))
                .told("{areLevel?{level} are level at the head of {ranked} with"
                        + " {same?a score of {score}|scores of {lowest} to {score}}"
                        + "|{first} ranks first of {ranked} with a score of {score}[, ahead of {second} with {less}]}");
    }

    private static String score(Ranked one) {
        return Shown.TWO_DECIMALS.text(Value.of(one.score()));
    }

    /** The number of companies of the table that were left out, for a headline; nothing where none was. */
    private String rankedOfAll() {
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
            told.add(words().with("others", others).told("{others} {others=1?other|others}"));
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
                .value("Known", Shown.WHOLE, one -> key("known", one, one.known()))
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
        return ScreenTables.levels(
                        result.screen(),
                        level -> model.computed(
                                SCREEN.sub("weight of level").of(Subject.of(level.name())),
                                Value.of(level.weight()),
                                ValueUnit.NUMBER,
                                HOW))
                .id("screen-levels")
                .build();
    }

    // ---------------------------------------------------------------- the ranked

    private static Key what(String what) {
        return SCREEN.sub(what).key();
    }

    private LongTable ranked() {
        LongTable.Builder table = places("Ranking", result, Case.NONE).id("screen-ranking");
        for (CriterionScores one : result.weighing()) {
            table.values(one.name(), Shown.THREE_DECIMALS, what(one.name() + " adds"), company -> adds(company, one));
        }
        if (result.screen().aggregation() != Aggregation.ARITHMETIC) {
            table.values(
                    Contribution.IMBALANCE,
                    Shown.THREE_DECIMALS,
                    what(Contribution.IMBALANCE),
                    company -> Value.of(result.imbalance(company)));
        }
        if (result.level() > 1) {
            table.note(words().with("apart", OneLine.number(Constants.LEVEL_SCORES))
                    .told("Scores less than {apart} apart are level."));
        }
        return table.note("The columns after the score are what each criterion adds to it, up to its share.")
                .build();
    }

    /** The first companies by rank, so many as are shown. */
    private ImmutableIntArray first(ScreenResult of) {
        ImmutableIntArray ranked = of.ranked();
        return ranked.subArray(0, Math.min(top, ranked.length()));
    }

    /** Rank, company and score, from the first down. */
    private LongTable.Builder places(String heading, ScreenResult of, Case in) {
        ImmutableIntArray first = first(of);
        LongTable.Builder table = named(LongTable.of(heading, first.length(), first::get)
                        .values("Rank", Shown.ORDINAL, what("rank").in(in), company -> rank(of, company)))
                .values("Score", Shown.THREE_DECIMALS, what("score").in(in), company -> score(of, company));
        if (first.stream()
                .anyMatch(company -> of.rankAtBest(company) < of.rank(company).orElseThrow())) {
            table.values("At best", Shown.ORDINAL, what("rank at best").in(in), company -> atBest(of, company))
                    .note("At best: the rank at the highest score that its lower bounds allow, others as they are.");
        }
        if (of.rankedCount() > top) {
            table.note(words().with("top", top)
                    .with("ranked", of.rankedCount())
                    .told("The first {top} of {ranked} are shown."));
        }
        return table;
    }

    /** The table with the companies of its rows: their names, and ids where these are others. */
    private LongTable.Builder named(LongTable.Builder table) {
        table.of(result.universe()::id).label("Company", result.universe()::name);
        boolean hasNames = result.passed().stream()
                .anyMatch(company -> !result.universe()
                        .name(company)
                        .equals(result.universe().id(company)));
        return hasNames ? table.label("Id", result.universe()::id) : table;
    }

    private static Value rank(ScreenResult of, int company) {
        OptionalInt rank = of.rank(company);
        return rank.isPresent() ? Value.of((double) rank.getAsInt()) : Value.empty();
    }

    private static Value score(ScreenResult of, int company) {
        return Value.of(of.score(company).orElseThrow());
    }

    private static Value atBest(ScreenResult of, int company) {
        return Value.of((double) of.rankAtBest(company));
    }

    private Value adds(int company, CriterionScores one) {
        return one.score(company).isEmpty() && result.missing(company).contains(one.name())
                ? new Value.Missing("not known", "left out, since it is not known: " + missing(company, one))
                : Value.of(result.adds(one, company));
    }

    private LongTable reasons() {
        ImmutableIntArray first = first(result);
        return LongTable.of("Why each company ranks where it does", first.length(), first::get)
                .id("screen-reasons")
                .label("Company", result.universe()::name)
                .label("Why", new Reasons(result)::of)
                .build();
    }

    // ---------------------------------------------------------------- those of which too little is known

    private LongTable provisional() {
        ImmutableIntArray all = ImmutableIntArray.copyOf(result.provisional().stream()
                .boxed()
                .sorted(Comparator.comparingDouble(company -> -interval(company).best()))
                .mapToInt(company -> company));
        LongTable.Builder table = named(
                        LongTable.of("Not ranked: too little is known", Math.min(PROVISIONAL, all.length()), all::get)
                                .id("not-ranked"))
                .values(
                        "Lowest",
                        Shown.THREE_DECIMALS,
                        what("lowest score"),
                        company -> Value.of(interval(company).worst()))
                .values(
                        "Highest",
                        Shown.THREE_DECIMALS,
                        what("highest score"),
                        company -> Value.of(interval(company).best()))
                .values("Rank at best", Shown.ORDINAL, what("rank at best"), company -> atBest(result, company))
                .label("What is missing", this::missing)
                .note("Its score lies between the lowest and the highest that all that is missing could make of it.");
        contenders().ifPresent(table::note);
        if (all.length() > PROVISIONAL) {
            table.note(words().with("all", all.length()).told("Of {all} these could score highest."));
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

    private String missing(int company) {
        return result.weighing().stream()
                .filter(one -> one.raw(company).isEmpty())
                .map(one -> missing(company, one))
                .collect(Collectors.joining("; "));
    }

    /** The criterion without a value, and why; a reason may be a sentence, which ends here without its full stop. */
    private String missing(int company, CriterionScores criterion) {
        String why = evidence.map(known -> known.of(result.universe().id(company), criterion.criterion()))
                .map(value -> value.what().replaceFirst("\\.$", ""))
                .orElse("");
        return criterion.criterion().title() + (why.isEmpty() ? "" : ": " + why);
    }

    // ---------------------------------------------------------------- leagues

    private LongTable league(League league, ScreenResult among) {
        LongTable.Builder table = places("League " + league.name(), among, Case.of(league.name()))
                .id("league-ranking", league.name())
                .values("Rank of all", Shown.ORDINAL, what("rank"), company -> rank(result, company));
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

    private static String weights(ScreenResult among) {
        ImmutableList<String> weights = among.weighing().stream()
                .map(one -> Words.inSentence(one.criterion().title()) + " (" + Shown.PERCENT.text(Value.of(one.share()))
                        + ")")
                .collect(toImmutableList());
        return String.join(", ", weights);
    }
}
