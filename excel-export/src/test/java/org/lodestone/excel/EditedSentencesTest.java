package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Lever;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;

/**
 * What sentences say after an edit, for every lever up and down, codes over figures, weights and scenarios, each recalculated by
 * LibreOffice: what Java makes of the same, no number that no cell shows, and nothing simulated that is out of date.
 */
@Order(1)
class EditedSentencesTest {

    private static final RareEarths PACK = RareEarths.pack();
    private static final Set<String> CORE = PACK.placement().sheets().stream()
            .filter(plan -> plan.group().isCore())
            .map(SheetPlan::name)
            .collect(Collectors.toSet());

    private static final int FIGURES = 10;

    /** A number as a sentence writes it, with its sign, and whether it is in percent. */
    private static final Pattern NUMBER = Pattern.compile("([−-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%?)");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static Map<Edit, Path> recalculated;

    /** A value typed into a cell. */
    private record Edit(Key key, Value value) {

        @Override
        public String toString() {
            return key + " = " + value.inSentence();
        }
    }

    private static final List<Edit> EDITS = edits();

    private static List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        Levers levers =
                ForecastStudy.of(PACK.dataset()).orElseThrow().scenarios().levers();
        for (Lever lever : levers.all()) {
            edits.add(new Edit(levers.typed(lever), Value.of(lever.least())));
            edits.add(new Edit(levers.typed(lever), Value.of(lever.most())));
        }
        PACK.dataset().outlook().scenarios().stream()
                .map(Scenario::name)
                .filter(name -> !name.equals(Scenario.BASE))
                .forEach(name -> edits.add(new Edit(Scenarios.SELECTOR, Value.of(name))));
        PACK.report().model().names().forEach((key, name) -> {
            if (name.startsWith("Weight")) {
                edits.add(new Edit(key, Value.of(0.0)));
            }
        });
        figures().limit(FIGURES).forEach(key -> edits.add(new Edit(key, Value.of("W"))));
        return ImmutableList.copyOf(edits);
    }

    /** Published figures on the pages, from several of them. */
    private static Stream<Key> figures() {
        return PACK.placement().homes().entrySet().stream()
                .filter(home -> isCore(home.getValue()))
                .map(Map.Entry::getKey)
                .filter(key -> PACK.report().model().content(key).asFigure().isPresent())
                .filter(key -> PACK.report().model().value(key).isNumber())
                .filter(key -> Math.floorMod(key.toString().hashCode(), 7) == 0);
    }

    private static boolean isCore(Spot spot) {
        return CORE.contains(spot.sheet());
    }

    @BeforeAll
    static void type() throws IOException {
        Map<Edit, Map<Spot, Object>> typed = new LinkedHashMap<>();
        for (Edit edit : EDITS) {
            Object value = edit.value().isNumber()
                    ? (Object) edit.value().number().orElseThrow()
                    : edit.value().inSentence();
            typed.put(edit, Map.of(PACK.home(edit.key()), value));
        }
        recalculated = Recalculation.recalculated(PACK.file(), typed, folder);
    }

    @ParameterizedTest
    @FieldSource("EDITS")
    void every_sentence_is_true_of_the_cells_beside_it(Edit edit) throws IOException {
        Office.assumeInstalled();
        Cells cells = Cells.of(recalculated.get(edit));
        Values values = PACK.report().model().valuesWith(Map.of(edit.key(), edit.value()));
        Set<String> shown = numbers(cells);
        List<String> untold = new ArrayList<>();

        PACK.placement().homes().forEach((key, home) -> {
            Content content = PACK.report().model().content(key);
            if (content.calculation().isPresent()) {
                Object found = cells.value(home);
                assertThat(String.valueOf(found))
                        .as("%s, %s", home.absolute(), key)
                        .doesNotContain("#", "Err:");
                cells.requireEqual(home, key, values.of(key));
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
    }

    /** Control says by how much a result differs from the base case, which is the difference of two cells. */
    private static boolean isOfTwo(String text) {
        return text.contains(", change ");
    }

    /** Every number that a cell holds, as sentences may round it, and every one that stands in words. */
    private static Set<String> numbers(Cells cells) {
        Set<String> numbers = new HashSet<>();
        cells.cells().values().forEach(cell -> {
            if (cell.value() instanceof Double number) {
                for (int digits = 0; digits <= 2; digits++) {
                    numbers.add(rounded(number, digits));
                    numbers.add(rounded(number * 100, digits)); // in percent
                    numbers.add(rounded(number / 1_000, digits)); // tonnes in kt
                }
            }
            Stream<String> words = cell.isFormula()
                    ? LITERAL.matcher(cell.formula()).results().map(literal -> literal.group(1))
                    : Stream.of(String.valueOf(cell.value()));
            words.forEach(text -> NUMBER.matcher(text).results().forEach(number -> numbers.add(inDigits(number))));
        });
        return numbers;
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
