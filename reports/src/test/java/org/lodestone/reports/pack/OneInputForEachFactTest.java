package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.risk.Run;

/**
 * A fact stands in one cell: what is typed over it moves all that rests on it. Every amount of a dataset is made another by a few
 * millionths, each by its own, so that two inputs of a pack that hold the same number are the same fact.
 */
class OneInputForEachFactTest {

    private static final Set<String> AMOUNTS = ImmutableSet.of(
            "value",
            "quota",
            "capacity",
            "capacity_reo",
            "price",
            "rate",
            "stake",
            "volume",
            "contained_reo",
            "tonnage");

    /** A cell of a file, quoted or not, with the comma or the end of its line. */
    private static final Pattern CELL = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^,\\n]*)(,|\\n|\\z)");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*(\\.\\d+)?|0\\.\\d*[1-9]\\d*");

    private static final Run FEW_DRAWS = new Run(200, 1, 2);

    /** So small a part that no rule of a dataset minds it. */
    private static final BigDecimal STEP = new BigDecimal("0.0000000012345");

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void no_two_inputs_hold_the_same_amount_of_the_same_row(String name, @TempDir Path folder) throws IOException {
        int amounts = copy(Path.of("../examples/data", name), folder);
        Dataset dataset = Datasets.read(folder).orElseThrow();
        Model model = ResearchPack.of(dataset)
                .withSheets(ResearchPack.Sheets.ALL)
                .withRun(FEW_DRAWS)
                .report()
                .model();
        SetMultimap<BigDecimal, String> inputs = LinkedHashMultimap.create();
        model.contents().forEach((key, content) -> {
            if (content.isInput() && model.value(key).number().isPresent()) {
                BigDecimal number = BigDecimal.valueOf(model.value(key).number().orElseThrow());
                if (number.precision() > 9) {
                    inputs.put(
                            number.scaleByPowerOfTen(number.scale() - number.precision())
                                    .round(new MathContext(13))
                                    .stripTrailingZeros(),
                            key.toString());
                }
            }
        });

        assertThat(amounts).isGreaterThan(50);
        assertThat(inputs.keySet()).hasSizeGreaterThan(amounts / 4);
        assertThat(inputs.asMap().values())
                .filteredOn(keys -> keys.size() > 1)
                .as("a fact that stands in several input cells")
                .isEmpty();
    }

    /** The number of amounts that are each another now. */
    private static int copy(Path from, Path to) throws IOException {
        int amounts = 0;
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                if (file.toString().endsWith(".csv") && !file.endsWith("assumptions.csv")) {
                    List<String> header = Splitter.on(',')
                            .splitToList(text.lines().findFirst().orElse(""));
                    StringBuilder changed = new StringBuilder();
                    int column = 0;
                    for (MatchResult cell :
                            CELL.matcher(text).results().collect(Collectors.toCollection(ArrayList::new))) {
                        boolean amount = column < header.size()
                                && AMOUNTS.contains(header.get(column))
                                && NUMBER.matcher(cell.group(1)).matches();
                        changed.append(amount ? another(cell.group(1), ++amounts) : cell.group(1))
                                .append(cell.group(2));
                        column = cell.group(2).equals(",") ? column + 1 : 0;
                    }
                    text = changed.toString();
                }
                Files.writeString(to.resolve(file.getFileName()), text);
            }
        }
        return amounts;
    }

    private static String another(String number, int which) {
        BigDecimal amount = new BigDecimal(number);
        return amount.subtract(amount.multiply(STEP).multiply(BigDecimal.valueOf(which)))
                .toPlainString();
    }
}
