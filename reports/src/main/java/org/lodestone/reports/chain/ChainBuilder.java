package org.lodestone.reports.chain;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** Puts together what stands behind the keys of a {@link ChainAnalysis}. */
final class ChainBuilder {

    private final Dataset dataset;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final ChainKeys keys;
    private final Formula threshold;

    ChainBuilder(Supplies supplies, ImmutableList<StageRow> rows) {
        this.dataset = supplies.dataset();
        this.keys = new ChainKeys(
                dataset.chain().stages(),
                rows,
                places(dataset, rows),
                printed(supplies, rows, measure -> measure.kind() == Measure.Kind.SHARE),
                printed(
                        supplies,
                        rows,
                        measure -> StageRow.isAmount(measure)
                                && StageRow.byCountry(supplies, measure).isEmpty()),
                dataset.defaultEdition());
        this.threshold = keys.threshold().ref().over(Definitions.HUNDRED);
    }

    ChainAnalysis build() {
        model.assumption(keys.threshold(), threshold(dataset));
        model.name(keys.threshold(), "HasStageThreshold");
        keys.places().forEach(place -> model.label(keys.name(place), place.name()));
        for (List<PrintedFigure> all : List.of(keys.shares(), keys.alone())) {
            all.forEach(printed -> model.figure(
                    printed.key(),
                    Value.of(printed.figure().value()),
                    printed.figure().citation()));
        }
        keys.rows().forEach(this::row);
        keys.stages().forEach(this::stage);
        wholeChain();
        narrowest();
        return new ChainAnalysis(keys, model.build());
    }

    /** The dataset's threshold; without one there is the usual one, and a remark that it is. */
    private static Content.Assumption threshold(Dataset dataset) {
        return dataset.assumptions().stream()
                .filter(assumption -> assumption.id().equals(ChainAnalysis.THRESHOLD))
                .findFirst()
                .map((Assumption found) ->
                        new Content.Assumption(Value.of(found.value()), found.reason(), found.sources()))
                .orElseGet(() -> new Content.Assumption(
                        Value.of(ChainAnalysis.USUAL_THRESHOLD),
                        "Not among the assumptions of the dataset; below it a holder could not supply one customer in"
                                + " twenty. Type another share, in percent.",
                        ImmutableList.of()));
    }

    private static ImmutableList<Place> places(Dataset dataset, List<StageRow> rows) {
        Set<Place> places = new LinkedHashSet<>();
        for (StageRow row : rows) {
            row.supply().ifPresent(supply -> places.addAll(supply.places()));
        }
        for (StageRow row : rows) {
            if (row.isPrinted()) {
                PrintedFigure.observed(dataset, row.measure().orElseThrow()).stream()
                        .map(Figure::place)
                        .filter(Place::isCountry)
                        .forEach(places::add);
            }
        }
        return ImmutableList.copyOf(places);
    }

    /** The key under which the supply of an edition has the figure, so that it stands once; empty where that has another. */
    private static Optional<Key> ofSupply(Supplies supplies, Figure figure) {
        return supplies.editions(figure.measure().id()).stream()
                .filter(supply -> supply.edition().equals(figure.edition()))
                .flatMap(supply -> Stream.of(supply.amount(figure.place(), figure.period()))
                        .filter(supply.model()::has)
                        .filter(key -> supply.model()
                                .content(key)
                                .equals(new Content.Figure(Value.of(figure.value()), figure.citation()))))
                .findFirst();
    }

    private static ImmutableList<PrintedFigure> printed(
            Supplies supplies, List<StageRow> rows, Function<Measure, Boolean> which) {
        Dataset dataset = supplies.dataset();
        ImmutableList.Builder<PrintedFigure> printed = ImmutableList.builder();
        Set<Key> taken = new LinkedHashSet<>();
        for (Stage stage : dataset.chain().stages()) {
            for (Measure measure : dataset.measures().values()) {
                if (!measure.stage().equals(stage.id()) || !which.apply(measure)) {
                    continue;
                }
                boolean speaks = rows.stream()
                        .anyMatch(row ->
                                row.isPrinted() && row.measure().orElseThrow().equals(measure));
                for (Figure figure : PrintedFigure.observed(dataset, measure)) {
                    Key key = ofSupply(supplies, figure)
                            .orElseGet(() -> ChainKeys.printed(Term.of(measure), figure.place(), figure.period()));
                    // several may print a figure of one year: each keeps its own
                    for (int n = 2; !taken.add(key); n++) {
                        key = key.in(Case.of("print " + n));
                    }
                    boolean used = speaks
                            && figure.place().isCountry()
                            && PrintedFigure.newest(dataset, measure, figure.place())
                                    .filter(newest -> newest.equals(figure))
                                    .isPresent();
                    printed.add(new PrintedFigure(figure, key, used));
                }
            }
        }
        return printed.build();
    }

    // ---------------------------------------------------------------- rows

    private void row(StageRow row) {
        model.label(keys.name(row), row.label());
        row.supply().ifPresentOrElse(supply -> measured(row, supply), () -> withoutAmounts(row));
        if (row.isPrinted()) {
            printedShares(row);
        }
        if (row.measure().isEmpty()) {
            notAvailable(keys.holders(row));
            return;
        }
        for (Place place : keys.places()) {
            model.calculation(keys.has(row, place), has(row, place));
        }
        model.calculation(
                keys.holders(row), Formula.sumOfKnown(span(each(keys.places(), place -> keys.has(row, place)))));
    }

    private void measured(StageRow row, Supply supply) {
        Period year = supply.latest();
        model.include(supply.model());
        for (Place place : keys.places()) {
            if (supply.places().contains(place)) {
                model.calculation(
                        keys.share(row, place), supply.share(place, year).ref());
            } else {
                notAvailable(keys.share(row, place));
            }
        }
        if (supply.other()) {
            model.calculation(
                    keys.shareOfOthers(row), supply.share(Place.OTHER, year).ref());
        } else {
            notAvailable(keys.shareOfOthers(row));
        }
        largest(row);
        model.calculation(keys.left(row), ONE.minus(keys.largestShare(row).ref()));
        model.calculation(keys.hhi(row), supply.hhi(year).ref());
        model.calculation(
                keys.hhiUpper(row),
                supply.hhiWithOthersAsOne(year).orElse(supply.hhi(year)).ref());
    }

    /** The largest holder, of shares that are worked out or printed. */
    private void largest(StageRow row) {
        Formula.Span shares = span(each(keys.places(), place -> keys.share(row, place)));
        Formula.Span names = span(each(keys.places(), keys::name));
        Formula largest = keys.largestShare(row).ref();
        model.calculation(keys.largestShare(row), Formula.call(Fn.MAX_OF_KNOWN, shares));
        Formula holder = Formula.call(Fn.PICK, names, Formula.call(Fn.FIND, largest, shares));
        model.calculation(keys.largest(row), largest.isKnown().then(holder, text(Value.NOT_AVAILABLE)));
    }

    /** Nothing to divide, and what would be left of a whole that is not known is not said. */
    private void withoutAmounts(StageRow row) {
        for (Key key : List.of(keys.left(row), keys.hhi(row), keys.hhiUpper(row), keys.shareOfOthers(row))) {
            notAvailable(key);
        }
        if (row.measure().isEmpty()) {
            notAvailable(keys.largest(row));
            notAvailable(keys.largestShare(row));
        }
    }

    private void printedShares(StageRow row) {
        for (Place place : keys.places()) {
            Optional<Key> printed = keys.shares().stream()
                    .filter(share -> share.used()
                            && row.measure().equals(Optional.of(share.figure().measure()))
                            && share.figure().place().equals(place))
                    .map(PrintedFigure::key)
                    .findFirst();
            printed.ifPresentOrElse(
                    key -> model.calculation(keys.share(row, place), key.ref().over(Definitions.HUNDRED)),
                    () -> notAvailable(keys.share(row, place)));
        }
        largest(row);
    }

    /**
     * Whether a country reaches the threshold. One that a measure does not list is somewhere in the block of others: where
     * all of that is too little, so is the country.
     */
    private Formula has(StageRow row, Place place) {
        boolean listed =
                row.supply().map(supply -> supply.places().contains(place)).orElse(true);
        boolean inBlock = row.supply().filter(Supply::other).isPresent();
        if (!listed && inBlock) {
            return reaches(keys.shareOfOthers(row)).then(text(Value.NOT_AVAILABLE), ZERO);
        }
        return reaches(keys.share(row, place)).then(ONE, ZERO);
    }

    private Formula reaches(Key share) {
        return share.ref().isAtLeast(threshold);
    }

    // ---------------------------------------------------------------- stages

    private void stage(Stage stage) {
        List<StageRow> told = keys.rows(stage).stream()
                .filter(row -> row.measure().isPresent())
                .toList();
        for (Place place : keys.places()) {
            List<Key> measures = each(told, row -> keys.has(row, place));
            switch (measures.size()) {
                case 0 -> notAvailable(keys.has(stage, place));
                case 1 ->
                    model.calculation(keys.has(stage, place), measures.get(0).ref());
                default -> model.calculation(keys.has(stage, place), Formula.call(Fn.MAX_OF_KNOWN, span(measures)));
            }
            model.calculation(keys.inWords(stage, place), inWords(keys.has(stage, place), text(Value.NOT_AVAILABLE)));
        }
        if (told.isEmpty()) {
            notAvailable(keys.holders(stage));
        } else {
            model.calculation(
                    keys.holders(stage),
                    Formula.sumOfKnown(span(each(keys.places(), place -> keys.has(stage, place)))));
        }
    }

    private static Formula inWords(Key flag, Formula otherwise) {
        return flag.ref().isKnown().then(flag.ref().isEqualTo(ONE).then(text("yes"), text("no")), otherwise);
    }

    private void wholeChain() {
        for (Place place : keys.places()) {
            Formula.Span flags = span(each(keys.stages(), stage -> keys.has(stage, place)));
            Formula lacksOne = Formula.call(Fn.MIN_OF_KNOWN, flags).isEqualTo(ZERO);
            Formula allKnown = Formula.sum(flags).isKnown();
            model.calculation(keys.hasAll(place), lacksOne.then(ZERO, allKnown.then(ONE, text(Value.NOT_AVAILABLE))));
            model.calculation(keys.allInWords(place), inWords(keys.hasAll(place), notKnown(place)));
            model.calculation(
                    keys.open(place), keys.hasAll(place).ref().isKnown().then(ZERO, ONE));
            model.calculation(keys.hasMeasured(place), hasMeasured(place));
        }
        Formula.Span all = span(each(keys.places(), keys::hasAll));
        Formula.Span open = span(each(keys.places(), keys::open));
        model.calculation(keys.wholeChains(), Formula.sum(all));
        model.calculation(keys.knownWholeChains(), Formula.call(Fn.COUNT_EQUAL, all, ONE));
        model.calculation(keys.openChains(), Formula.sum(open));
        Formula.Span measured = span(each(keys.places(), keys::hasMeasured));
        model.calculation(keys.measuredChains(), Formula.sum(measured));
        model.calculation(
                keys.firstMeasured(),
                Formula.call(Fn.PICK, span(each(keys.places(), keys::name)), Formula.call(Fn.FIND, ONE, measured)));
    }

    /** A stage of which it is not known counts as one that the country has not. */
    private Formula hasMeasured(Place place) {
        Formula.Span flags = span(each(keys.measured(), stage -> keys.has(stage, place)));
        Key all =
                model.label(keys.measuredChains().sub("stages"), keys.measured().size());
        return Formula.call(Fn.COUNT_EQUAL, flags, ONE).isEqualTo(all.ref()).then(ONE, ZERO);
    }

    /** The stages whose flag is missing, as a list with commas. */
    private Formula notKnown(Place place) {
        List<Formula> parts = new ArrayList<>(List.of(text("not known: ")));
        List<Key> before = new ArrayList<>();
        for (Stage stage : keys.stages()) {
            Key flag = keys.has(stage, place);
            Formula name = text(Words.inSentence(stage.name()));
            Formula listed = before.isEmpty()
                    ? name
                    : Formula.sum(span(before)).isKnown().then(name, Formula.sentence(text(", "), name));
            parts.add(flag.ref().isKnown().then(text(""), listed));
            before.add(flag);
        }
        return Formula.sentence(parts.toArray(Formula[]::new));
    }

    private void narrowest() {
        if (keys.rows().stream().noneMatch(StageRow::isMeasured)) {
            List.of(keys.highestHhi(), keys.narrowest(), keys.leastLeftShare(), keys.leastLeft())
                    .forEach(this::notAvailable);
            return;
        }
        Formula.Span names = span(each(keys.rows(), keys::name));
        Formula.Span indices = span(each(keys.rows(), keys::hhi));
        Formula.Span left = span(each(keys.rows(), keys::left));
        model.calculation(keys.highestHhi(), Formula.call(Fn.MAX_OF_KNOWN, indices));
        Formula all = Formula.sum(span(each(measured(), keys::hhi)));
        model.calculation(
                keys.narrowest(),
                all.isKnown().then(named(names, keys.highestHhi(), indices), text(Value.NOT_AVAILABLE)));
        model.calculation(keys.leastLeftShare(), Formula.call(Fn.MIN_OF_KNOWN, left));
        Formula rest = Formula.sum(span(each(measured(), keys::left)));
        model.calculation(
                keys.leastLeft(),
                rest.isKnown().then(named(names, keys.leastLeftShare(), left), text(Value.NOT_AVAILABLE)));
    }

    /** The rows that one is the narrowest of, which is not known once one of them is not. */
    private List<StageRow> measured() {
        return keys.rows().stream()
                .filter(row -> row.supply()
                        .filter(supply ->
                                supply.value(supply.hhi(supply.latest())).isNumber())
                        .isPresent())
                .toList();
    }

    private static Formula named(Formula.Span names, Key value, Formula.Span values) {
        return Formula.call(Fn.PICK, names, Formula.call(Fn.FIND, value.ref(), values));
    }

    private void notAvailable(Key key) {
        model.label(key, Value.NOT_AVAILABLE);
    }

    private static <T> List<Key> each(List<T> items, Function<T, Key> key) {
        return items.stream().map(key).toList();
    }
}
