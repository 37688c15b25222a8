package org.lodestone.core.dataset;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Streams;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.internal.screen.ScreenColumns;
import org.lodestone.core.internal.screen.ScreenReader;
import org.lodestone.core.internal.screen.ScreenWriter;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Indicator.Statement;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.screen.Screen;

/**
 * Reads how the companies of a dataset are compared: in {@code screen.json}, and in {@code benefit.json} by who benefits. Both have one
 * format, and what they ask for must be in the tables; gains stand in the latter alone.
 *
 * @param taken names that no criterion may have
 */
record ScreenFile(String file, Tables tables, ImmutableSet<String> taken) {

    static final String SCREEN = "screen.json";
    static final String BENEFIT = "benefit.json";

    private static final Splitter WORDS = Splitter.on(';').trimResults().omitEmptyStrings();

    private static final ImmutableSet<Gain.Kind> NEED_A_DECK =
            ImmutableSet.of(Gain.Kind.PROFIT, Gain.Kind.VALUE, Gain.Kind.COST);
    private static final ImmutableSet<String> NOT_OF_GAINS =
            ImmutableSet.of("filters", "levels", "aggregation", "leagues");
    private static final ImmutableSet<String> NOT_OF_A_GAIN = ImmutableSet.of("outliers", "normalisation", "missing");

    /** {@code screen.json}. */
    static ScreenFile screen(Tables tables) {
        return new ScreenFile(SCREEN, tables, ImmutableSet.of());
    }

    /** {@code benefit.json}, whose criteria have other names than those of the screen: values are kept by the name of their criterion. */
    static ScreenFile benefit(Tables tables, Optional<Screen> screen) {
        return new ScreenFile(
                BENEFIT,
                tables,
                screen.stream()
                        .flatMap(one -> one.criteria().stream())
                        .map(Criterion::name)
                        .collect(ImmutableSet.toImmutableSet()));
    }

    /** The screen that the file has; empty where there is none, or one with a problem. */
    Optional<Screen> read(FolderFiles files, Problems problems) {
        if (!files.has(file)) {
            return Optional.empty();
        }
        return TextFile.of(files.content(file), file, problems)
                .flatMap(text -> JsonPlace.parse(file, text.text(), problems))
                .flatMap(this::screen);
    }

    /** Adds a problem for whatever a screen asks for and the tables do not have. */
    void check(Screen screen, Problems problems) {
        JsonPlace.parse(file, ScreenWriter.print(screen.withBuiltInRules(), file), problems)
                .ifPresent(this::screen);
    }

    private Optional<Screen> screen(JsonPlace place) {
        int before = place.problems().count();
        Optional<Screen> screen = ScreenReader.read(place, new ScreenColumns(ImmutableSet.of(), Company.WORDS, false));
        screen.ifPresent(read -> {
            Streams.forEachPair(read.criteria().stream(), place.list("criteria").stream(), this::check);
            checkWords(place);
            place.list("leagues").forEach(this::checkWords);
            if (file.equals(BENEFIT)) {
                refuse(NOT_OF_GAINS, place);
                place.list("criteria").forEach(criterion -> refuse(NOT_OF_A_GAIN, criterion));
            }
        });
        return place.problems().count() > before ? Optional.empty() : screen;
    }

    private void check(Criterion criterion, JsonPlace place) {
        if (taken.contains(criterion.name())) {
            place.problem(
                    "name",
                    "'" + criterion.name() + "' is a criterion of " + SCREEN
                            + " too, and values are kept by the name of their criterion. Rename one of the two.");
        }
        JsonPlace measure = place.at("measure");
        Runnable check = criterion
                .indicator()
                .fold(new Indicator.Cases<Runnable>(
                        column -> () -> {},
                        rating -> () -> require(
                                rating.name(),
                                tables.rows(CompanyTables.RATINGS).stream()
                                        .map(Rating::rating)
                                        .collect(Collectors.toSet()),
                                CompanyTables.RATINGS,
                                measure,
                                "rating"),
                        stated -> () -> checkStated(stated, measure),
                        quota -> () -> checkQuota(quota, criterion.basis(), place),
                        breadth -> () -> {},
                        ratio -> () -> {},
                        gain -> () -> checkGain(gain, measure)));
        check.run();
        if (file.equals(BENEFIT) && criterion.indicator().gain().isEmpty()) {
            place.problem(
                    "measure",
                    "is no gain. Write {\"gain\": \"profit\"} or another gain; all else belongs in " + SCREEN + ".");
        }
    }

    private void checkGain(Indicator.Gain gain, JsonPlace measure) {
        if (!file.equals(BENEFIT)) {
            measure.problem(
                    "gain",
                    "'" + gain.kind() + "' is a gain, which belongs in " + BENEFIT
                            + ". Move the criterion there, or give it another measure.");
        } else if (NEED_A_DECK.contains(gain.kind())
                && tables.rows(ValuationTables.DECKS).isEmpty()) {
            measure.problem(
                    "gain",
                    "'" + gain.kind() + "' is worked out at the prices of a deck, and " + ValuationTables.DECKS.file()
                            + " has none. Add one there, or take the criterion out.");
        }
    }

    /** Gains are compared as they are, of companies of which enough is known. */
    private static void refuse(ImmutableSet<String> fields, JsonPlace place) {
        for (String field : fields) {
            if (place.has(field)) {
                place.problem(
                        field,
                        "means nothing here: companies are compared two at a time, and all of which enough is known. Take it out.");
            }
        }
    }

    private void checkStated(Indicator.Stated stated, JsonPlace measure) {
        if (!stated.stage().isEmpty()) {
            requireStage(stated.stage(), measure, "stage");
        }
        Streams.forEachPair(stated.first().stream(), measure.list("stated").stream(), this::check);
    }

    private void checkQuota(Indicator.Quota quota, String basis, JsonPlace place) {
        requireStage(quota.stage(), place.at("measure"), "quota");
        if (!Indicator.Quota.BASES.contains(basis)) {
            place.problem(
                    "basis",
                    "'" + basis + "' says not on which ground a quota counts. Use one of: "
                            + String.join(", ", Indicator.Quota.BASES) + ".");
        }
    }

    private void check(Statement statement, JsonPlace place) {
        switch (statement.kind()) {
            case FACT -> {
                ImmutableSetMultimap<String, String> unitsOfFacts = tables.rows(CompanyTables.FACTS).stream()
                        .collect(ImmutableSetMultimap.toImmutableSetMultimap(
                                CompanyFact::fact, fact -> fact.unit().toString()));
                require(statement.name(), unitsOfFacts.keySet(), CompanyTables.FACTS, place, "fact");
                Set<String> units = unitsOfFacts.get(statement.name());
                String unit = statement.unit().toString();
                if (!units.isEmpty() && !units.contains(unit)) {
                    place.problem(
                            "unit",
                            "'" + statement.name() + "' is nowhere stated in " + unit + ". "
                                    + Nearest.remedy(unit, units, "It is stated in " + String.join(", ", units) + "."));
                }
            }
            case PROJECTS -> requireStage(statement.name(), place, "projects");
        }
    }

    /** A word that no company has would let none pass, or all. */
    private void checkWords(JsonPlace place) {
        for (JsonPlace filter : place.list("filters")) {
            String column = filter.text("column", "");
            Set<String> known = tables.known(CompanyTables.COMPANIES).byId().values().stream()
                    .flatMap(company -> WORDS.splitToStream(company.word(column)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (String field : List.of("any_of", "none_of")) {
                for (String word : filter.texts(field)) {
                    if (!known.contains(word)) {
                        filter.problem(
                                field,
                                "'" + word + "' is " + column + " of no company. "
                                        + Nearest.remedy(word, known, "Take it out, or correct it."));
                    }
                }
            }
        }
    }

    private void requireStage(String name, JsonPlace place, String field) {
        require(name, tables.known(ChainTables.STAGES).byId().keySet(), ChainTables.STAGES, place, field);
    }

    private static void require(String name, Set<String> known, Table<?> in, JsonPlace place, String field) {
        if (!known.contains(name)) {
            place.problem(
                    field,
                    "'" + name + "' is not in " + in.file() + ". "
                            + Nearest.remedy(name, known, "Add it there, or name one that is."));
        }
    }
}
