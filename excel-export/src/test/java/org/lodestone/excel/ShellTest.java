package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.WhatIf;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.Screening;
import org.lodestone.reports.sheet.supply.ReserveLife;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Simulation;
import org.lodestone.reports.supply.Supply;

/** Results as a shell prints them: one line of facts each. */
class ShellTest {

    private static final Place CHINA = Place.parse("China");
    private static final Period YEAR = Period.year(2024);
    private static final Run SHORT = new Run(200, 1, 2);
    private static final int LONGEST = 160;

    /** So much of each type is looked at: a pack has thousands of cells. */
    private static final int OF_EACH = 40;

    /** A small record of plain parts reads well as it is: {@code Listing[mic=XSHG, symbol=600111]}. */
    private static final int PARTS_OF_A_SMALL_RECORD = 4;

    private static final int LENGTH_OF_A_SMALL_RECORD = 100;

    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}");

    private static final Dataset DATASET = Bundled.dataset("rare-earths");

    private static final ResearchPack PACK = ResearchPack.of(DATASET).withRun(SHORT);

    private static final Analyses ANALYSES = PACK.analyses();

    private static final Comparison COMPARISON =
            Comparison.of(DATASET.withEdition("MCS2025"), DATASET.withEdition("MCS2026"));

    @TempDir
    static Path folder;

    private static Supply mined;

    @BeforeAll
    static void analyse() {
        mined = Supply.of(DATASET, "mine-production").orElseThrow();
    }

    @Test
    void a_dataset_says_what_there_is_most_of() {
        assertThat(DATASET).hasToString("rare-earths: 9 editions, 239 figures, 25 companies");
        assertThat(DATASET.figures().get(0)).hasToString("Mine production, United States, 2023, MCS2025: 41600 t REO");
        assertThat(DATASET.companies().get("600111.SH"))
                .hasToString("China Northern Rare Earth: 600111.SH, China, separation, metals, magnets");
    }

    /** MCS 2025: 270,000 of 393,950 t REO. */
    @Test
    void a_value_is_a_number_and_a_ratio_in_percent_as_well() {
        assertThat(mined.value(mined.amount(CHINA, YEAR))).hasToString("270,000");
        assertThat(mined.value(mined.share(CHINA, YEAR))).hasToString("0.685366 (68.54%)");
        assertThat(mined.share(CHINA, YEAR).over(mined.amount(CHINA, YEAR)))
                .asString()
                .startsWith("[Mine production: share of sum of rows, China, 2024, MCS2025]/");
    }

    @Test
    void analyses_say_of_what_they_are_and_how_much() {
        assertThat(mined).hasToString("Mine production: MCS2025, t REO, 16 places, 2023, 2024");
        assertThat(ANALYSES.claims())
                .hasToString("26 claims: 15 reproduced, 0 reproduced from unrounded, 0 not reproduced, 8 not checkable,"
                        + " 3 overtaken");
        assertThat(ANALYSES.screen().orElseThrow())
                .hasToString(
                        "Beneficiaries of a tighter rare earth market: 6 companies ranked, 5 provisional, 25 looked at");
        assertThat(COMPARISON).asString().startsWith("MCS 2025 to MCS 2026: 111 differences");
    }

    @Test
    void whatever_is_reached_prints_as_one_line() throws IOException {
        Walk walk = new Walk();
        walk.from(Datasets.read(Path.of("../examples/data/rare-earths")), ANALYSES);
        walk.from(mined, mined.model().values(), ANALYSES.supplies().history("mine-production"), reserveLife());
        walk.from(COMPARISON);
        walk.from(WhatIf.of(DATASET, List.of("figure/mine-production/Nigeria/2024=1500")));
        walk.from(PACK);
        walk.from(simulation(), simulation().run(1, 100, 1));
        walk.from(universe());

        assertThat(walk.reached()).contains(Dataset.class, Supply.class, Report.class, ScreenResult.class);
        assertThat(walk.faults().values()).isEmpty();
    }

    private static Optional<ReserveLife> reserveLife() {
        return ReserveLife.of(Supply.of(DATASET, "reserves").orElseThrow(), mined);
    }

    private static Simulation simulation() {
        return Simulation.of(
                mined.model(),
                Map.of(mined.amount(CHINA, YEAR), new Distribution.Uniform(200_000, 300_000)),
                List.of(mined.share(CHINA, YEAR)));
    }

    private static Object[] universe() throws IOException {
        Files.writeString(folder.resolve("companies.csv"), """
                Ticker,Company,P/E
                LYC.AX,Lynas Rare Earths,20
                MP,MP Materials,10
                """);
        Path file = Files.writeString(folder.resolve("mine.json"), """
                {"universe": "companies.csv", "id": "Ticker", "name": "Company", "numbers": {"price": "P/E"},
                 "screen": {"name": "Cheap", "criteria": [{"name": "price", "direction": "lower"}]}}
                """);
        var reading = UniverseReader.read(file);
        return new Object[] {
            reading,
            Screening.of(reading.screen().orElseThrow(), reading.universe().orElseThrow())
        };
    }

    /** A walk from result to result, through all that their public methods without an argument give out. */
    private static final class Walk {

        private static final Set<String> NO_RESULTS = ImmutableSet.of("hashCode", "toString", "clone", "iterator");

        private final Deque<Object> ahead = new ArrayDeque<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<Class<?>, Integer> counts = new HashMap<>();
        private final Map<String, String> faults = new TreeMap<>();

        void from(Object... results) {
            ahead.addAll(List.of(results));
            while (!ahead.isEmpty()) {
                step(ahead.remove());
            }
        }

        Set<Class<?>> reached() {
            return counts.keySet();
        }

        /** By type, so that one fault of a type stands for all. */
        Map<String, String> faults() {
            return faults;
        }

        private void step(Object result) {
            if (result instanceof Optional<?> optional) {
                optional.ifPresent(ahead::add);
            } else if (result instanceof Map<?, ?> map) {
                map.entrySet().stream().limit(OF_EACH).forEach(entry -> {
                    ahead.add(entry.getKey());
                    ahead.add(entry.getValue());
                });
            } else if (result instanceof Iterable<?> several && !(result instanceof Path)) {
                for (Object one : several) {
                    ahead.add(one);
                }
            } else if (isOurs(result.getClass())
                    && seen.add(result)
                    && counts.merge(result.getClass(), 1, Integer::sum) <= OF_EACH) {
                check(result);
                for (Method method : result.getClass().getMethods()) {
                    follow(result, method);
                }
            }
        }

        private void check(Object result) {
            String said = result.toString();
            Class<?> type = result.getClass();
            boolean raw = said.startsWith(type.getSimpleName() + "[")
                    && (type.getRecordComponents().length > PARTS_OF_A_SMALL_RECORD
                            || said.length() > LENGTH_OF_A_SMALL_RECORD);
            if (raw
                    || said.length() > LONGEST
                    || said.lines().count() > 1
                    || IDENTITY.matcher(said).find()) {
                faults.put(
                        type.getName(),
                        type.getName() + " prints " + said.length() + " characters: "
                                + said.substring(0, Math.min(LONGEST, said.length())));
            }
        }

        private void follow(Object result, Method method) {
            if (method.getParameterCount() > 0
                    || Modifier.isStatic(method.getModifiers())
                    || method.getReturnType() == void.class
                    || method.getDeclaringClass() == Object.class
                    || NO_RESULTS.contains(method.getName())) {
                return;
            }
            try {
                method.setAccessible(true);
                Optional.ofNullable(method.invoke(result)).ifPresent(ahead::add);
            } catch (ReflectiveOperationException e) {
                // a result may refuse a question: there is none of what it asks for
                seen.add(e);
            }
        }

        private static boolean isOurs(Class<?> type) {
            return type.getName().startsWith("org.lodestone") && !type.isHidden() && !type.isSynthetic();
        }
    }
}
