package org.lodestone.reports.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Words;

/**
 * The listed companies that have a share price, compared by what they cost.
 *
 * <pre>
 * enterprise value = market value + bridge
 * trailing P/E     = market value / net profit
 * EV/EBITDA        = enterprise value / EBITDA
 * EV per tonne     = enterprise value / own tonnes
 * </pre>
 *
 * <p>All is live: a price that is typed moves market value, enterprise value, ratios and their median. What is not published
 * is missing, {@value Value#NOT_AVAILABLE}; a ratio of a loss, or one above 200, is the text {@value Words#NOT_MEANINGFUL}; one of no
 * tonnes is the text {@value Words#NONE}. None of these enters the lowest, the median or the highest, which are of the companies
 * that are compared.
 *
 * @param companies group by group, the largest of a group first
 * @param home the country that has most of them
 * @param unit of own tonnes; empty where there are none
 */
public record Comps(ImmutableList<Comp> companies, Place home, Optional<Unit> unit, Model model) {

    /** Days that are more than so many months apart compare only roughly. */
    static final int MONTHS_APART = 3;

    /** Empty where no company has a price. */
    public static Optional<Comps> of(Dataset dataset, CompanyFacts facts, Attribution attribution) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        requireNonNull(attribution, "attribution");
        return new CompsBuilder(dataset, facts, attribution).build();
    }

    /** The company of an id. Throws if there is none of it that has a price. */
    public Comp company(String id) {
        return companies.stream()
                .filter(comp -> comp.company().id().equals(id))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        id,
                        "a company with a share price",
                        companies.stream().map(comp -> comp.company().id()).toList()));
    }

    /** Those whose enterprise value is known; all where that is none. Of the others there is little but a price. */
    public ImmutableList<Comp> compared() {
        return compared(companies);
    }

    static ImmutableList<Comp> compared(List<Comp> companies) {
        ImmutableList<Comp> known =
                companies.stream().filter(comp -> comp.bridge().isKnown()).collect(ImmutableList.toImmutableList());
        return known.isEmpty() ? ImmutableList.copyOf(companies) : known;
    }

    /**
     * Why market values are not known, in a sentence; empty where all are: {@code Market value of Sb Mining: no number of shares in
     * the dataset.}
     */
    public String lacking() {
        ListMultimap<String, String> names = LinkedListMultimap.create();
        compared().stream()
                .filter(comp -> !comp.price().isValued())
                .forEach(comp -> names.put(
                        Words.listed(comp.price().lacking()), comp.company().name()));
        return Multimaps.asMap(names).entrySet().stream()
                .map(entry -> "Market value of " + Words.listed(entry.getValue()) + ": " + entry.getKey()
                        + " in the dataset.")
                .collect(Collectors.joining(" "));
    }

    /** The day of the earliest price of those that are compared. */
    public LocalDate firstDay() {
        return days().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day of the latest. */
    public LocalDate lastDay() {
        return days().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<LocalDate> days() {
        return compared().stream().map(comp -> comp.price().day());
    }

    /** Whether the prices of those that are compared are more than {@value #MONTHS_APART} months apart. */
    public boolean isFarApart() {
        return areFarApart(firstDay(), lastDay());
    }

    static boolean areFarApart(LocalDate first, LocalDate last) {
        return first.plusMonths(MONTHS_APART).isBefore(last);
    }

    /** The companies of a group. */
    public ImmutableList<Comp> of(CompGroup group) {
        return companies.stream().filter(comp -> comp.group() == group).collect(ImmutableList.toImmutableList());
    }

    /** A figure on a company: a number, the text of a ratio that says nothing, or missing. */
    public Value value(Comp comp, CompMeasure measure) {
        return model.value(comp.key(measure));
    }

    @Override
    public String toString() {
        return OneLine.of("comps", OneLine.count(companies, "company"), unit);
    }
}
