package org.lodestone.reports.sheet.supply;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.quota.QuotaOutlook;
import org.lodestone.reports.quota.QuotaOutlook.Rule;
import org.lodestone.reports.quota.QuotaOutlook.Step;
import org.lodestone.reports.quota.QuotaOutlook.Trial;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;

/** The section on quotas that are not published: their range by each rule, what moved it, and how the rules did before. */
public final class QuotaOutlookSection {

    private static final Term TERM = Term.of("quota outlook");

    private static final String PUT =
            "The quota of {stage} for {year} is put at {low:0} to {high:0} {unit}, {from:+0.0%} to"
                    + " {to:+0.0%} against the last published total, of {last}{moved?.|; no signal moves what past growth says.}"
                    + "|The range of the quota of {stage} for {year} is not known: a figure is missing.";

    private static final String RECORD =
            "Each published year from {first} to {end} hidden in turn, the rule with all signals held {held} of {tested} quotas of"
                    + " {stage}, past growth alone {plain}. Its mean score is {score:0} {unit} against {simple:0}, where less is"
                    + " better: lower in {better} years, higher in {worse}. {used?The gain rests on {signals} signals, and the"
                    + " rule with signals is used.|That is no better, so past growth alone is used.}";

    private static final String CAUTION =
            "The rules were set by somebody who had seen totals of the past, so the record is"
                    + " in sample for the choice of signals; a few years, and stages that move together, are an indication and no proof.";

    private static final String RULES =
            "Past growth: the last total at the average growth of all published years, as far"
                    + " either way as that was off before. Bounds: not below what a holder plans or has mined with what the others held"
                    + " last, nor above a published cap. Price: the upper half where it rose in each year since the last total, the lower"
                    + " half where it fell. Growth is on the last total.";

    private static final String SCORE =
            "Score: the width of the range and ten times what it missed by (Gneiting and Raftery"
                    + " 2007, equation 43, for a range that is to hold in 80% of cases). Where no day of a first batch is told, what was"
                    + " known by the end of the year before counts.";

    private static final String TOO_LATE = "known too late";

    private final ImmutableList<QuotaOutlook> outlooks;
    private final Dataset dataset;
    private final ImmutableList<QuotaPath> paths;
    private final Model.Builder model = Model.builder();

    private QuotaOutlookSection(Supplies supplies, List<QuotaOutlook> outlooks, Optional<ForecastStudy> study) {
        this.outlooks = ImmutableList.copyOf(outlooks);
        this.dataset = supplies.dataset();
        outlooks.forEach(outlook -> model.include(outlook.model()));
        study.ifPresent(forecast -> model.include(forecast.model()));
        this.paths = outlooks.stream()
                .flatMap(outlook ->
                        study.stream().flatMap(forecast -> QuotaPath.of(outlook, forecast, supplies, model).stream()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The section; empty where nothing is known of quotas that are not published. */
    public static Optional<Part> of(Supplies supplies, List<QuotaOutlook> outlooks, Optional<ForecastStudy> study) {
        requireNonNull(supplies, "supplies");
        requireNonNull(outlooks, "outlooks");
        requireNonNull(study, "study");
        List<QuotaOutlook> told = outlooks.stream()
                .filter(outlook -> !outlook.ahead().isEmpty() || isTested(outlook))
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new QuotaOutlookSection(supplies, told, study).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("Range", ranges()));
        blocks.add(new Block.Prose(
                "Output and forecast against the range",
                paths.stream().flatMap(path -> path.sentences().stream()).collect(ImmutableList.toImmutableList())));
        blocks.add(new Block.Prose("Record", records()));
        outlooks.forEach(outlook -> blocks.add(ranges(outlook)));
        tested().forEach(outlook -> blocks.add(record(outlook)));
        tested().forEach(outlook -> blocks.add(rules(outlook)));
        blocks.add(signals());
        return Part.of(
                Section.of(
                        "Quota outlook",
                        "Quotas that are not published: range, record and signals",
                        "Ranges and scores are worked out when the pack is made and stored; signals are rows of quota-signals",
                        Block.withContent(blocks)),
                model.build());
    }

    private static boolean isTested(QuotaOutlook outlook) {
        return !outlook.trials().isEmpty();
    }

    private List<QuotaOutlook> tested() {
        return outlooks.stream().filter(QuotaOutlookSection::isTested).toList();
    }

    private static String name(QuotaOutlook outlook) {
        return Words.inSentence(outlook.quotas().stage().name());
    }

    private static Shown shown(QuotaOutlook outlook) {
        return QuotaExhibits.shown(outlook.quotas());
    }

    // ---------------------------------------------------------------- sentences

    private ImmutableList<Block.Sentence> ranges() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (QuotaOutlook outlook : outlooks) {
            for (Period year : outlook.ahead()) {
                if (outlook.has(year)) {
                    sentences.add(put(outlook, year));
                }
                outlook.estimate(outlook.used(), year)
                        .remarks()
                        .forEach(remark -> sentences.add(
                                Block.Sentence.plain(outlook.quotas().stage().name() + ", " + year + ": " + remark)));
            }
        }
        return sentences.build();
    }

    private Block.Sentence put(QuotaOutlook outlook, Period year) {
        return live(
                "range",
                outlook,
                year,
                Wording.words()
                        .with("stage", name(outlook))
                        .with("year", year)
                        .with("low", outlook.low(year))
                        .with("high", outlook.high(year))
                        .with("unit", outlook.quotas().unit())
                        .with("from", outlook.lowGrowth(year))
                        .with("to", outlook.highGrowth(year))
                        .with("last", outlook.last())
                        .with(
                                "moved",
                                !outlook.estimate(outlook.used(), year).moved().isEmpty())
                        .say(PUT));
    }

    private ImmutableList<Block.Sentence> records() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        tested().forEach(outlook -> sentences.add(recorded(outlook)));
        if (!tested().isEmpty()) {
            sentences.add(Block.Sentence.plain(CAUTION));
        }
        return sentences.build();
    }

    private Block.Sentence recorded(QuotaOutlook outlook) {
        ImmutableList<Trial> trials = outlook.trials();
        Formula score = outlook.meanScore(Rule.BOUNDS_AND_PRICE);
        Formula simple = outlook.meanScore(Rule.PAST_GROWTH);
        return live(
                "record",
                outlook,
                Period.NONE,
                Wording.words()
                        .with("stage", name(outlook))
                        .with("first", trials.get(0).year())
                        .with("end", trials.get(trials.size() - 1).year())
                        .with("held", outlook.held(Rule.BOUNDS_AND_PRICE))
                        .with("tested", trials.size())
                        .with("plain", outlook.held(Rule.PAST_GROWTH))
                        .with("score", score)
                        .with("simple", simple)
                        .with("unit", outlook.quotas().unit())
                        .with("better", outlook.years(true))
                        .with("worse", outlook.years(false))
                        .with("signals", outlook.movers())
                        .with("used", simple.isAbove(score))
                        .say(RECORD));
    }

    private Block.Sentence live(String what, QuotaOutlook outlook, Period year, Formula sentence) {
        return Block.Sentence.live(model.calculation(
                TERM.sub(what).of(Subject.of(outlook.quotas().stage())).at(year), sentence));
    }

    // ---------------------------------------------------------------- tables

    /** A rule and the year it is asked for. */
    private record Asked(Period year, Rule rule) {}

    private static <T> Table.ListBuilder<T> table(QuotaOutlook outlook, String id, String what, List<T> rows) {
        return Table.of(
                        outlook.quotas().stage().name() + ": " + what + ", "
                                + outlook.quotas().unit(),
                        rows)
                .id(id, outlook.quotas().stage().name());
    }

    private static boolean isUsed(QuotaOutlook outlook, Asked asked) {
        return asked.rule() == outlook.used();
    }

    private Block ranges(QuotaOutlook outlook) {
        List<Asked> asked = outlook.ahead().stream()
                .filter(outlook::has)
                .flatMap(year -> Stream.of(Rule.values()).map(rule -> new Asked(year, rule)))
                .toList();
        return table(outlook, "quota-ranges", "range by rule", asked)
                .label("Rule", one -> one.rule().toString())
                .grouped(one -> one.year().toString())
                .value(
                        "Low",
                        shown(outlook),
                        one -> used(outlook, one, outlook.low(one.year()))
                                .orElseGet(() -> outlook.stored("low end", one.rule(), one.year())))
                .value(
                        "High",
                        shown(outlook),
                        one -> used(outlook, one, outlook.high(one.year()))
                                .orElseGet(() -> outlook.stored("high end", one.rule(), one.year())))
                .optional("Growth, low", Shown.PERCENT, one -> used(outlook, one, outlook.lowGrowth(one.year())))
                .optional("Growth, high", Shown.PERCENT, one -> used(outlook, one, outlook.highGrowth(one.year())))
                .words("Used", one -> isUsed(outlook, one) ? "yes" : "")
                .words(
                        "Moved by",
                        one -> outlook.estimate(one.rule(), one.year()).moved().stream()
                                .map(QuotaSignal::id)
                                .collect(joining(", ")))
                .wide()
                .note(RULES)
                .build();
    }

    private static Optional<Key> used(QuotaOutlook outlook, Asked asked, Key key) {
        return isUsed(outlook, asked) ? Optional.of(key) : Optional.empty();
    }

    private Block record(QuotaOutlook outlook) {
        var table = table(outlook, "quota-record", "each published year hidden in turn", outlook.trials())
                .labelOf("Year", trial -> YearNumber.of(trial.year()))
                .value("Published", shown(outlook), trial -> outlook.quotas().total(trial.year()));
        for (Rule rule : List.of(Rule.BOUNDS_AND_PRICE, Rule.PAST_GROWTH)) {
            table.value(rule + ", low", shown(outlook), trial -> outlook.stored("low end", rule, trial.year()))
                    .value("High", shown(outlook), trial -> outlook.stored("high end", rule, trial.year()))
                    .words("Held", trial -> trial.held(rule) ? "yes" : "no")
                    .value("Score", shown(outlook), trial -> outlook.stored("score", rule, trial.year()));
        }
        return table.words("Known before", trial -> trial.before().toString())
                .note(SCORE)
                .build();
    }

    private Block rules(QuotaOutlook outlook) {
        return table(outlook, "quota-rules", "the four rules over these years", List.of(Rule.values()))
                .label("Rule", Rule::toString)
                .value("Mean score", shown(outlook), outlook::meanScore)
                .words(
                        "Held",
                        rule -> outlook.held(rule) + " of " + outlook.trials().size())
                .words("Used", rule -> rule == outlook.used() ? "yes" : "")
                .build();
    }

    // ---------------------------------------------------------------- signals

    /** A signal beside a year that it bears on, with what it did to the range of each stage. */
    private record Told(Step step, String moves) {}

    private Block signals() {
        return Table.of("Signals, and what each moved under bounds and price", told())
                .id("quota-signals")
                .label("Signal", told -> signal(told.step().signal()))
                .grouped(told -> told.step().year().toString())
                .words("Known on", told -> told.step().known().toString())
                .words("Of", told -> told.step().signal().period().toString())
                .words("Tells", told -> told.step().tells())
                .words("Effect", told -> told.step().signal().effect().toString())
                .words("Moves", Told::moves)
                .sources(told -> told.step().signal().citation().sources())
                .prose("Why", told -> why(told.step().signal()))
                .wide()
                .build();
    }

    /** In the order in which they became known; a price bears on all years until a total is published. */
    private ImmutableList<Told> told() {
        Map<List<Object>, Map<QuotaOutlook, Step>> steps = new LinkedHashMap<>();
        for (QuotaOutlook outlook : outlooks) {
            for (Step step : outlook.steps()) {
                steps.computeIfAbsent(List.of(step.year(), step.signal()), signal -> new LinkedHashMap<>())
                        .put(outlook, step);
            }
        }
        return steps.values().stream()
                .map(byStage -> new Told(byStage.values().iterator().next(), moves(byStage)))
                .sorted(Comparator.comparing((Told told) -> told.step().year())
                        .thenComparing(told -> told.step().known()))
                .collect(ImmutableList.toImmutableList());
    }

    private String moves(Map<QuotaOutlook, Step> byStage) {
        List<String> all = byStage.values().stream()
                .map(QuotaOutlookSection::moves)
                .distinct()
                .toList();
        boolean isOfAll = outlooks.size() == 1 || all.get(0).equals(TOO_LATE);
        return all.size() == 1 && isOfAll
                ? all.get(0)
                : byStage.entrySet().stream()
                        .filter(stage -> !moves(stage.getValue()).isEmpty())
                        .map(stage -> stage.getKey().quotas().stage().id() + ": " + moves(stage.getValue()))
                        .collect(joining("\n"));
    }

    private static String moves(Step step) {
        return !step.inTime()
                ? TOO_LATE
                : Stream.of(
                                step.lowTo().map(low -> "low to " + OneLine.number(Math.rint(low))),
                                step.highTo().map(high -> "high to " + OneLine.number(Math.rint(high))))
                        .flatMap(Optional::stream)
                        .collect(joining(", "));
    }

    private String signal(QuotaSignal signal) {
        return Words.byItself(signal.signal())
                + signal.product().map(product -> ", " + product).orElse("")
                + signal.holder()
                        .map(holder -> ", " + CompanyNames.withId(dataset, holder))
                        .orElse("");
    }

    private static String why(QuotaSignal signal) {
        return Stream.of(signal.reason(), signal.citation().note())
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
    }
}
