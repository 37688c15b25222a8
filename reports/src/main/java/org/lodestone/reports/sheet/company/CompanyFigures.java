package org.lodestone.reports.sheet.company;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.internal.words.FactWords;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/**
 * The section on the latest figure of each company, fact by fact, with what is known of how many.
 *
 * @param model takes what is shown here and nowhere else
 */
record CompanyFigures(Dataset dataset, CompanyFacts facts, FactWords spelled, Model.Builder model) {

    private static final String MARKET_VALUE = "market-cap";

    /** Facts of the whole company, of which the latest is shown. */
    private static final ImmutableList<String> OF_THE_WHOLE =
            ImmutableList.of("revenue", "net-profit", "shares-outstanding");

    /** Facts that plants and subsidiaries have each for themselves. */
    private static final ImmutableList<String> OF_EACH_PART =
            ImmutableList.of("separation-capacity", "mining-quota", "separation-quota");

    private static final Term FINDING = Term.of("companies").sub("finding");

    Section section() {
        List<MarketValue> values = dataset.companies().keySet().stream()
                .flatMap(company -> facts.latest(company, MARKET_VALUE).stream())
                .map(stated -> MarketValue.of(dataset, stated))
                .toList();
        values.forEach(value -> value.put(model));
        List<Block.Sentence> findings = new ArrayList<>();
        if (values.stream().anyMatch(MarketValue::isConvertible)) {
            findings.add(largest(values));
        }
        findings.add(known());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", ImmutableList.copyOf(findings)));
        blocks.add(marketValues(values));
        OF_THE_WHOLE.forEach(fact -> blocks.add(table(fact, company -> facts.latest(company, fact).stream())));
        OF_EACH_PART.forEach(fact -> blocks.add(table(fact, company -> facts.latestByScope(company, fact).stream())));
        blocks.add(conflicts());
        return Section.of(
                "Company figures",
                title(),
                "The latest figure of each company; twelve months before a part of a year, the whole company before a"
                        + " part of it",
                Block.withContent(blocks));
    }

    /** The title: it names the figures known of most and of fewest companies, as a reader should know before comparing. */
    private String title() {
        List<String> byCoverage = firstFacts()
                .sorted(Comparator.comparingInt(fact -> -known(fact).size()))
                .toList();
        if (byCoverage.size() < 2) {
            return "Latest figures by company";
        }
        return "Latest figures by company: " + Words.inSentence(spelled.of(byCoverage.get(0)))
                + " is published most often, "
                + Words.inSentence(spelled.of(byCoverage.get(byCoverage.size() - 1))) + " least";
    }

    /** The facts shown of which some company has one. */
    private Stream<String> firstFacts() {
        return Stream.of(List.of(MARKET_VALUE), OF_THE_WHOLE, OF_EACH_PART)
                .flatMap(List::stream)
                .filter(fact -> !known(fact).isEmpty());
    }

    /** The latest statement of a fact about each company that has one. */
    private List<Key> known(String fact) {
        return dataset.companies().keySet().stream()
                .flatMap(company -> facts.latest(company, fact).stream())
                .map(StatedFact::key)
                .toList();
    }

    private Company company(StatedFact stated) {
        return requireNonNull(dataset.companies().get(stated.fact().company()));
    }

    private Block.Sentence largest(List<MarketValue> values) {
        Formula.Span converted = span(values, MarketValue::converted);
        Formula largest = Formula.call(Fn.MAX_OF_KNOWN, converted);
        Formula name = Formula.lookUp(span(values, this::label), largest, converted);
        return say(
                "largest",
                words().with("company", name)
                        .with("currency", CurrencyRate.COMMON)
                        .with("value", largest)
                        .say(
                                "Largest market value: {company}, {currency} {value:0} mn, at its latest price in the dataset."));
    }

    /** The number of companies of which each of the first facts is known. */
    private Block.Sentence known() {
        List<Formula> counts = firstFacts()
                .map(fact -> words().with("fact", spelled.of(fact).toLowerCase(Locale.ROOT))
                        .with("count", Formula.countOfKnown(span(known(fact))))
                        .clause("{fact} {count:0}"))
                .toList();
        return say(
                "known",
                words().with("counts", Wording.inARow(", ", counts))
                        .say("Companies with a figure: {counts}. Bounds are not counted."));
    }

    private Block.Sentence say(String part, Formula sentence) {
        return new Block.Sentence.Live(model.calculation(FINDING.sub(part).key(), sentence));
    }

    /** The name of a company beside its market value, as a value that the sentence above the table picks. */
    private Key label(MarketValue value) {
        return model.label(
                value.stated().key().sub("company"), company(value.stated()).name());
    }

    private Block marketValues(List<MarketValue> values) {
        var table = Table.of("Market value", values).id("market-values").labelOf("Company", this::label);
        return amounts(table, "As of", MarketValue::stated)
                .optional("Rate", Shown.PRECISE, MarketValue::rateAsQuoted)
                .value(CurrencyRate.COMMON + " mn", Shown.WHOLE, MarketValue::converted)
                .words("Rate is", MarketValue::rateInWords)
                .note(
                        "Prices are of different days, so market values compare roughly and are not added. Each is converted"
                                + " at the average of its month, or else at the nearest rate of a day or a month in the dataset;"
                                + " n/a where the price has no date.")
                .build();
    }

    private Block table(String fact, Function<String, Stream<StatedFact>> which) {
        List<StatedFact> rows =
                dataset.companies().keySet().stream().flatMap(which).toList();
        var table = Table.of(spelled.of(fact), rows)
                .id("company-figures", spelled.of(fact))
                .label("Company", stated -> company(stated).name());
        amounts(table, "Period", stated -> stated);
        if (rows.stream().anyMatch(CompanyFigures::isCount)) {
            table.optional("Shares, mn", Shown.ONE_DECIMAL, this::inMillions);
        }
        return table.build();
    }

    /** Adds the columns of a fact as it is stated. */
    private static <T> Table.ListBuilder<T> amounts(
            Table.ListBuilder<T> table, String when, Function<T, StatedFact> stated) {
        return table.unit(row -> stated.apply(row).fact().unit().toString())
                .sources()
                .unit(when, row -> stated.apply(row).fact().period())
                .unit("Scope", row -> Words.byItself(stated.apply(row).fact().scope()))
                .column("Amount", row -> CompanySection.amount(stated.apply(row)));
    }

    private static boolean isCount(StatedFact stated) {
        return stated.fact().unit().comparableWith(Unit.SHARES);
    }

    /** A number of shares in millions, whatever it is stated in. */
    private Optional<Key> inMillions(StatedFact stated) {
        return isCount(stated)
                ? Optional.of(model.calculation(stated.key().sub("in mn"), stated.inMillions()))
                : Optional.empty();
    }

    private record Disputed(StatedFact stated, boolean used) {}

    private Block conflicts() {
        List<Disputed> rows = facts.conflicts().stream()
                .flatMap(same ->
                        same.stream().map(one -> new Disputed(one, one.equals(same.get(0)) && !one.isForecast())))
                .toList();
        var table = Table.of("Where sources disagree on one fact", rows)
                .id("conflicting-facts")
                .label(
                        "Company and fact",
                        row -> CompanyNames.withId(dataset, row.stated().fact().company()) + "\n"
                                + spelled.of(row.stated().fact().fact()));
        return amounts(table, "Period", Disputed::stated)
                .words("Used", row -> row.used() ? "used" : "")
                .note(
                        "The same fact, period and scope with several values; those that agree but for rounding are left out."
                                + " What was read goes before what is secondary, and what is reported before what is derived or"
                                + " rounded; else the first in the dataset. Of forecasts, none is used.")
                .build();
    }
}
