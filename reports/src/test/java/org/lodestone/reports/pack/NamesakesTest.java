package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.risk.Run;

/** Names are for showing: whatever stages and companies are called, all numbers of a pack are the same. */
class NamesakesTest {

    private static final Run FEW_DRAWS = new Run(200, 1, 2);
    private static final Map<String, Double> NUMBERS = numbers(RareEarths.dataset());

    /** The number behind each key, by the ids of the key. */
    private static Map<String, Double> numbers(Dataset dataset) {
        Model model = ResearchPack.of(dataset).withRun(FEW_DRAWS).report().model();
        Map<String, Double> numbers = new TreeMap<>();
        model.contents()
                .keySet()
                .forEach(key -> model.value(key)
                        .number()
                        .ifPresent(number ->
                                assertThat(numbers.put(key.id(), number)).isNull()));
        return numbers;
    }

    /** Every row of a table with the name Twin. */
    private static Dataset twins(Path folder, String table, String before) {
        String name = "(?:\"[^\"]*\"|[^,]*)";
        return RareEarths.with(
                folder,
                table,
                text -> text.lines()
                        .skip(1)
                        .map(line -> line.replaceFirst("^(" + before + ")" + name + ",", "$1Twin,"))
                        .collect(Collectors.joining(
                                "\n", text.lines().findFirst().orElseThrow() + "\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stages    | [^,]*,[^,]*,
            companies | [^,]*,
            """)
    void the_numbers_of_a_pack_do_not_follow_names(String table, String before, @TempDir Path folder) {
        assertThat(numbers(twins(folder, table, before))).containsExactlyInAnyOrderEntriesOf(NUMBERS);
    }

    @Test
    void keys_are_told_by_ids_and_shown_by_names() {
        Key quota = Term.of("quota").of(new Subject("600111.SH", "Twin"));
        Key other = Term.of("quota").of(new Subject("000831.SZ", "Twin"));

        assertThat(quota).isNotEqualTo(other).hasToString("quota, Twin");
        assertThat(quota).isEqualTo(Term.of("quota").of(Subject.of("600111.SH")));
        assertThat(quota.id()).isEqualTo("quota, 600111.SH");
    }
}
