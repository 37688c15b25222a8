package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.usgs.Commodities.Named;
import org.lodestone.core.usgs.UsgsFigure.Table;

/** The measures that the figures of one commodity or chapter are of, and the stages at which these are taken. */
final class UsgsMeasures {

    /**
     * The thing that is counted: the figures of a measure agree in this, in all editions.
     *
     * @param name the words that matter of the name in a world table; otherwise the name
     */
    private record Counted(
            Table table, Kind kind, CommodityName commodity, String name, Dimension dimension, String basis) {

        /** The same in whatever words. */
        boolean isLike(Counted other) {
            return withName("").equals(other.withName(""));
        }

        Counted onBasis(String other) {
            return new Counted(table, kind, commodity, name, dimension, other);
        }

        private Counted withName(String other) {
            return new Counted(table, kind, commodity, other, dimension, basis);
        }
    }

    private static final String ESTIMATED = "Estimated.";

    /** A note that begins so refers to pages of the book, which the release is without. */
    private static final String REFERENCE = "See Appendix ";

    private final Set<CommodityName> commodities;
    private final Set<Counted> ambiguous;
    private final Set<Counted> ofSeveralSteps;
    private final Map<Counted, Set<String>> common;
    private final Map<Counted, Measure> measures = new LinkedHashMap<>();
    private final Map<String, String> called = new HashMap<>();
    private final Set<ReleaseStage> production;
    private final ReleaseStage unsaid;
    private final Set<ReleaseStage> steps = EnumSet.noneOf(ReleaseStage.class);

    /** The measures of {@code figures}, called as in the newest of the editions. */
    UsgsMeasures(List<UsgsFigure> figures, List<String> newestFirst) {
        List<List<UsgsFigure>> byEdition = newestFirst.stream()
                .map(edition -> figures.stream()
                        .filter(figure -> figure.edition().equals(edition))
                        .toList())
                .toList();
        commodities = figures.stream()
                .map(figure -> CommodityName.of(figure.commodity()))
                .collect(Collectors.toSet());
        ambiguous = CountedWords.ofTwoNames(figures, UsgsMeasures::inWords);
        ofSeveralSteps = ofSeveralSteps(figures);
        unsaid = ReleaseStage.unsaid(figures);
        production = figures.stream()
                .filter(figure -> figure.kind() == Kind.PRODUCTION)
                .map(figure -> ReleaseStage.toldBy(figure.name()).orElse(unsaid))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReleaseStage.class)));
        common = commonNotes(byEdition.isEmpty() ? List.of() : byEdition.get(0));
        byEdition.forEach(this::addEdition);
        figures.forEach(figure -> called.putIfAbsent(
                figure.name().toLowerCase(Locale.ROOT), measure(figure).name()));
    }

    /** The notes that stand on every figure of a measure: they tell of the measure. */
    private Map<Counted, Set<String>> commonNotes(List<UsgsFigure> newest) {
        Map<Counted, Set<String>> notes = new LinkedHashMap<>();
        for (UsgsFigure figure : newest) {
            notes.merge(counted(figure), new LinkedHashSet<>(figure.notes()), (all, own) -> {
                all.retainAll(own);
                return all;
            });
        }
        notes.values().forEach(all -> all.remove(ESTIMATED));
        return notes;
    }

    /** The notes of a figure that do not stand on every figure of its measure. */
    List<String> ownNotes(UsgsFigure figure) {
        Set<String> told = common.getOrDefault(counted(figure), ImmutableSet.of());
        return figure.notes().stream().filter(note -> !told.contains(note)).toList();
    }

    ImmutableList<Measure> all() {
        return measures.values().stream()
                .distinct()
                .sorted(Comparator.comparing(measure -> measure.kind() == Kind.STATISTIC))
                .collect(ImmutableList.toImmutableList());
    }

    Measure measure(UsgsFigure figure) {
        return Optional.ofNullable(measures.get(counted(figure))).orElseThrow();
    }

    /** The name of the measure that releases call {@code printed}; {@code printed} where there is none. */
    String nameFor(String printed) {
        return Optional.ofNullable(called.get(printed.toLowerCase(Locale.ROOT))).orElse(printed);
    }

    /** The steps there are, each feeding the next. */
    ImmutableList<Stage> stages() {
        List<ReleaseStage> found = List.copyOf(steps);
        ImmutableList.Builder<Stage> stages = ImmutableList.builder();
        for (int i = 0; i < found.size(); i++) {
            ImmutableList<String> feeds =
                    i + 1 < found.size() ? ImmutableList.of(found.get(i + 1).id()) : ImmutableList.of();
            stages.add(new Stage(found.get(i).id(), i + 1, found.get(i).title(), feeds, ""));
        }
        return stages.build();
    }

    private void addEdition(List<UsgsFigure> edition) {
        Map<Counted, UsgsFigure> here = new LinkedHashMap<>();
        edition.forEach(figure -> here.putIfAbsent(counted(figure), figure));
        Set<Counted> forms = forms(edition);
        Map<Counted, Measure> newer = Map.copyOf(measures);
        here.forEach((counted, figure) -> {
            if (!measures.containsKey(counted)) {
                measures.put(
                        counted,
                        sameOnAnotherBasis(figure, counted, newer)
                                .or(() -> sameInOtherWords(counted, newer, here.keySet()))
                                .orElseGet(() -> create(figure, forms.contains(counted))));
            }
        });
    }

    /** The measure of a newer edition that has the same name and a stated basis, where this edition states none. */
    private static Optional<Measure> sameOnAnotherBasis(
            UsgsFigure figure, Counted counted, Map<Counted, Measure> newer) {
        return figure.isOnAStatedBasis()
                ? Optional.empty()
                : only(newer, other -> other.onBasis("").equals(counted.onBasis("")));
    }

    /** Reserves or capacity that both editions have once, on one basis. */
    private static Optional<Measure> sameInOtherWords(Counted counted, Map<Counted, Measure> newer, Set<Counted> here) {
        boolean isBesideProduction = counted.kind() == Kind.RESERVES || counted.kind() == Kind.CAPACITY;
        return isBesideProduction && here.stream().filter(counted::isLike).count() == 1
                ? only(newer, counted::isLike)
                : Optional.empty();
    }

    private static Optional<Measure> only(Map<Counted, Measure> newer, Predicate<Counted> isMeant) {
        List<Measure> found = newer.entrySet().stream()
                .filter(entry -> isMeant.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * Forms of production that do not add, as the table says whose total is not applicable: ulexite here and refined
     * borates there. None is the whole of anything, so each is as it is printed.
     */
    private Set<Counted> forms(List<UsgsFigure> edition) {
        Set<List<Object>> withoutTotal = new HashSet<>();
        Set<Counted> wholes = new HashSet<>();
        edition.stream()
                .filter(figure -> figure.table() == Table.WORLD && figure.isWorld())
                .forEach(total -> {
                    if (OneTable.isNotApplicable(total.value())) {
                        withoutTotal.add(OneTable.ofTotal(total));
                    } else {
                        wholes.add(counted(total));
                    }
                });
        return edition.stream()
                .filter(figure -> figure.table() == Table.WORLD && withoutTotal.contains(OneTable.ofTotal(figure)))
                .map(this::counted)
                .filter(counted -> !wholes.contains(counted))
                .collect(Collectors.toSet());
    }

    private Measure create(UsgsFigure figure, boolean isForm) {
        String name = unusedName(figure);
        String description = common.getOrDefault(counted(figure), ImmutableSet.of()).stream()
                .filter(note -> !note.startsWith(REFERENCE))
                .collect(Collectors.joining(" "));
        Kind kind = isForm ? Kind.STATISTIC : figure.kind();
        return new Measure(
                CommodityName.id(name),
                name,
                kind == Kind.STATISTIC ? "" : stage(figure),
                kind,
                figure.unit(),
                description);
    }

    private String stage(UsgsFigure figure) {
        ReleaseStage step = figure.kind() == Kind.PRODUCTION
                ? ReleaseStage.toldBy(figure.name()).orElse(unsaid)
                : ReleaseStage.beside(production, figure.kind(), figure.name());
        steps.add(step);
        return step.id();
    }

    /** Its name, with the commodity where there are several, and with the unit where another measure has the name. */
    private String unusedName(UsgsFigure figure) {
        String of = figure.commodity();
        boolean says = figure.name().toLowerCase(Locale.ROOT).contains(Bases.ofCommodity(of));
        String name = commodities.size() > 1 && !says
                ? CommodityName.inWords(of) + ": " + Words.inSentence(figure.name())
                : figure.name();
        String full = figure.table() == Table.WORLD ? name : "United States: " + Words.inSentence(name);
        String withUnit = full + " (" + figure.unit() + ")";
        Predicate<String> isFree = candidate -> measures.values().stream()
                .noneMatch(measure -> CommodityName.id(measure.name()).equals(CommodityName.id(candidate)));
        return isFree.test(full) ? full : Numbered.free(withUnit, count -> withUnit + " " + count, isFree);
    }

    /** Amounts counted at several steps, in one edition or on whatever bases in several: there the step tells one from the other. */
    private static Set<Counted> ofSeveralSteps(List<UsgsFigure> figures) {
        Set<Counted> several = CountedWords.ofTwoNames(figures, UsgsMeasures::atAnyStep);
        Map<Counted, ReleaseStage> steps = new HashMap<>();
        figures.forEach(figure -> ReleaseStage.toldBy(figure.name())
                .filter(step -> steps.merge(atAnyStep(figure).onBasis(""), step, (one, other) -> one) != step)
                .ifPresent(step -> several.add(atAnyStep(figure).onBasis(""))));
        return several;
    }

    private static Counted inWords(UsgsFigure figure) {
        return named(figure, CountedWords.of(figure));
    }

    private static Counted atAnyStep(UsgsFigure figure) {
        return named(figure, CountedWords.withoutStep(figure));
    }

    private Counted counted(UsgsFigure figure) {
        if (figure.table() == Table.WORLD) {
            Counted atAnyStep = atAnyStep(figure);
            if (!ofSeveralSteps.contains(atAnyStep) && !ofSeveralSteps.contains(atAnyStep.onBasis(""))) {
                return atAnyStep;
            }
            if (!ambiguous.contains(inWords(figure))) {
                return inWords(figure);
            }
        }
        return named(figure, figure.name().toLowerCase(Locale.ROOT));
    }

    private static Counted named(UsgsFigure figure, String name) {
        Named commodity = new Named(figure.chapter(), figure.commodity());
        return new Counted(
                figure.table(),
                figure.kind(),
                CommodityName.of(figure.commodity()),
                name,
                figure.unit().dimension(),
                commodity.without(figure.unit().basis()));
    }
}
