package org.lodestone.excel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Lever;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The sentences after an edit, for every lever up and down, codes over figures, figures emptied, weights and scenarios, each
 * recalculated by LibreOffice: the same as Java computes, no number that no cell shows, none that is not known, and nothing simulated that is
 * out of date.
 */
@Order(1)
class EditedSentencesTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final Set<String> CORE = PACK.placement().sheets().stream()
            .filter(plan -> plan.group().isCore())
            .map(SheetPlan::name)
            .collect(Collectors.toSet());

    /** A figure of each of ten tables. */
    private static final List<String> WITHHELD = List.of(
            "Mine production, United States, 2024, MCS2025",
            "Mine production, Brazil, 2025, MCS2026",
            "Reserves, China, 2025, MCS2026",
            "Magnet rare earths refined, China, 2024, IEA-GCMO-2025",
            "magnet rare earths: demand: observed, 2024",
            "heavy rare earths: price, Terbium oxide, 99.99% min, USD/kg, 2025",
            "Mining and beneficiation: quota, ionic ore, 2024",
            "nameplate capacity, mt-weld",
            "company fact: production-volume-reo, LYC.AX, FY2026, consolidated",
            "Share of mining, China, 2023, IEA-GCMO-2024");

    /** A number as a sentence writes it, with its sign, and whether it is in percent. */
    private static final Pattern RANGE = Pattern.compile("[−\\d.,]+ to [−\\d.,]+");

    private static final Pattern NUMBER = Pattern.compile("([−-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%?)");

    /** A missing number within words, a gap where one was left out, or no words of its own. */
    private static final Pattern UNSAID =
            Pattern.compile("n/a.|.n/a| {2}| [.,;:)]|^ .|. $|" + Pattern.quote(Wording.NOT_KNOWN));

    private static final Pattern ERROR = Pattern.compile("#|Err:");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** Values typed into cells: of two, neither rests on the other. */
    private record Edit(Map<Key, Value> typed) {

        static Edit of(Key key, Value value) {
            return new Edit(Map.of(key, value));
        }

        static Edit withheld(Key key) {
            return of(key, Value.of("W"));
        }

        Edit and(Edit other) {
            return new Edit(ImmutableMap.<Key, Value>builder()
                    .putAll(typed)
                    .putAll(other.typed)
                    .buildOrThrow());
        }

        @Override
        public String toString() {
            return typed.entrySet().stream()
                    .map(one -> one.getKey() + " = " + one.getValue().inSentence())
                    .collect(Collectors.joining("; "));
        }
    }

    private static final List<Edit> EDITS = edits();

    /** A third of them, and the last, which empties all that others withhold. */
    private static final List<Edit> BY_DAY = IntStream.range(0, EDITS.size())
            .filter(i -> i % 3 == 0 || i == EDITS.size() - 1)
            .mapToObj(EDITS::get)
            .toList();

    private static final List<Edit> AT_NIGHT =
            EDITS.stream().filter(edit -> !BY_DAY.contains(edit)).toList();

    /** All that is calculated for a core sheet, with the names of its charts. */
    private static final Set<Key> SAID = PACK.report().sections().stream()
            .filter(section -> section.group().isCore())
            .flatMap(section -> Stream.concat(
                    section.head().flatMap(Block.Sentence::keys),
                    section.allBlocks().flatMap(block -> block.keys())))
            .collect(Collectors.toSet());

    private static List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        Levers levers = Bundled.analysesOfRareEarths()
                .forecast()
                .orElseThrow()
                .scenarios()
                .levers();
        for (Lever lever : levers.all()) {
            edits.add(Edit.of(levers.typed(lever, Optional.empty()), Value.of(lever.least())));
            edits.add(Edit.of(levers.typed(lever, Optional.empty()), Value.of(lever.most())));
        }
        PACK.dataset().outlook().scenarios().stream()
                .map(Scenario::name)
                .filter(name -> !name.equals(Scenario.BASE))
                .forEach(name -> edits.add(Edit.of(Scenarios.SELECTOR, Value.of(name))));
        Iterator<Edit> withheld = withheld().iterator();
        PACK.report().model().names().forEach((key, name) -> {
            if (name.startsWith("Weight")) { // of the screen, which no figure of supply is part of
                edits.add(Edit.of(key, Value.of(0.0)).and(withheld.next()));
            }
        });
        withheld.forEachRemaining(edits::add);
        Map<Key, Value> emptied = new HashMap<>();
        withheld().forEach(edit -> edit.typed().keySet().forEach(key -> emptied.put(key, Value.empty())));
        edits.add(new Edit(ImmutableMap.copyOf(emptied)));
        return ImmutableList.copyOf(edits);
    }

    private static List<Edit> withheld() {
        Map<String, Key> figures = PACK.report().model().contents().keySet().stream()
                .filter(key -> PACK.report().model().content(key).asFigure().isPresent())
                .collect(Collectors.toMap(Key::toString, key -> key, (one, another) -> one));
        return WITHHELD.stream()
                .map(name -> requireNonNull(figures.get(name), name))
                .map(Edit::withheld)
                .toList();
    }

    private static boolean isCore(Spot spot) {
        return CORE.contains(spot.sheet());
    }

    private static Cells recalculated(Edit edit) throws IOException {
        Office.assumeInstalled();
        Map<Spot, Object> cells = new HashMap<>();
        edit.typed()
                .forEach((key, value) -> cells.put(
                        PACK.home(key),
                        value.isNumber() ? (Object) value.number().orElseThrow() : value.inSentence()));
        return Recalculation.edited(PACK.file(), cells);
    }

    @Tag("nightly")
    @ParameterizedTest
    @FieldSource("AT_NIGHT")
    void so_it_is_after_other_edits(Edit edit) throws IOException {
        every_sentence_is_true_of_the_cells_beside_it(edit);
    }

    @ParameterizedTest
    @FieldSource("BY_DAY")
    void every_sentence_is_true_of_the_cells_beside_it(Edit edit) throws IOException {
        Cells cells = recalculated(edit);
        Values values = PACK.report().model().valuesWith(edit.typed());
        Set<String> shown = numbers(cells);
        List<String> untold = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();

        PACK.placement().homes().forEach((key, home) -> {
            Content content = PACK.report().model().content(key);
            if (content.calculation().isPresent()) {
                Object found = cells.value(home);
                cells.requireEqual(home, key, values.of(key));
                if (found instanceof String text
                        && (ERROR.matcher(text).find()
                                || SAID.contains(key) && UNSAID.matcher(text).find())) {
                    unsaid.add(home.absolute() + ": “" + text + "”");
                }
                if (found instanceof String text && isCore(home) && !isOfTwo(text)) {
                    NUMBER.matcher(text)
                            .results()
                            .filter(number -> !shown.contains(inDigits(number)))
                            .forEach(number ->
                                    untold.add(home.absolute() + ": " + number.group() + " in “" + text + "”"));
                }
            }
        });
        assertThat(untold).as("numbers of sentences that no cell shows").isEmpty();
        assertThat(unsaid)
                .as("errors, and sentences with a number that is not known")
                .isEmpty();
    }

    /**
     * Control says by how much a result differs from the base case, which is the difference of two cells; the range of a driver is a
     * value of the scenario with what Drivers adds to it.
     */
    private static boolean isOfTwo(String text) {
        return text.contains(", change ") || RANGE.matcher(text).matches();
    }

    /** Numbers as sentences write them, by what a cell holds, which after most edits is what it was. */
    private static final Map<Object, ImmutableSet<String>> WRITTEN = new HashMap<>();

    /** Numbers in the words of formulas. */
    private static final Map<String, ImmutableSet<String>> IN_FORMULAS = new HashMap<>();

    /** Every number that a cell holds, as sentences may round it, and every one that stands in words. */
    private static Set<String> numbers(Cells cells) {
        Set<Object> held = new HashSet<>();
        Set<String> formulas = new HashSet<>();
        cells.cells().values().forEach(cell -> {
            if (!cell.isFormula() || cell.value() instanceof Double) {
                held.add(cell.value());
            }
            formulas.add(cell.formula());
        });
        Set<String> numbers = new HashSet<>();
        held.forEach(one -> numbers.addAll(WRITTEN.computeIfAbsent(one, EditedSentencesTest::written)));
        formulas.forEach(one -> numbers.addAll(IN_FORMULAS.computeIfAbsent(one, EditedSentencesTest::inLiterals)));
        return numbers;
    }

    private static ImmutableSet<String> written(Object held) {
        return held instanceof Double number ? rounded(number) : inWords(held.toString());
    }

    private static ImmutableSet<String> rounded(double number) {
        ImmutableSet.Builder<String> written = ImmutableSet.builder();
        for (int digits = 0; digits <= 4; digits++) {
            written.add(rounded(number, digits));
            written.add(rounded(number * 100, digits)); // in percent
            written.add(rounded(number / 1_000, digits)); // tonnes in kt
        }
        return written.build();
    }

    private static ImmutableSet<String> inLiterals(String formula) {
        return LITERAL.matcher(formula)
                .results()
                .flatMap(literal -> inWords(literal.group(1)).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableSet<String> inWords(String text) {
        return NUMBER.matcher(text).results().map(EditedSentencesTest::inDigits).collect(ImmutableSet.toImmutableSet());
    }

    private static String rounded(double number, int digits) {
        return new BigDecimal(Double.toString(Math.abs(number)))
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String inDigits(MatchResult number) {
        return number.group(2).replace(",", "") + (number.group(3) == null ? "" : number.group(3));
    }
}
