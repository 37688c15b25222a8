package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Report;

/** Names are for showing: whatever stages and companies are called, all numbers of a pack are the same. */
class NamesakesTest {

    /** The number behind each key, by the ids of the key. */
    private static Map<String, Double> numbers(Report report) {
        Model model = report.model();
        Map<String, Double> numbers = new TreeMap<>();
        model.contents()
                .keySet()
                .forEach(key -> model.value(key)
                        .number()
                        .ifPresent(number ->
                                assertThat(numbers.put(key.id(), number)).isNull()));
        return numbers;
    }

    /** Names every row of a table Twin. */
    private static void twins(Path table, String before) throws IOException {
        String name = "(?:\"[^\"]*\"|[^,]*)";
        List<String> lines = Files.readAllLines(table);
        lines.subList(1, lines.size())
                .replaceAll(line -> line.replaceFirst("^(" + before + ")" + name + ",", "$1Twin,"));
        assertThat(lines).filteredOn(line -> line.contains(",Twin,")).hasSize(lines.size() - 1);
        Files.write(table, lines);
    }

    @Test
    void the_numbers_of_a_pack_do_not_follow_names(@TempDir Path folder) throws IOException {
        RareEarths.copy(folder);
        twins(folder.resolve("stages.csv"), "[^,]*,[^,]*,");
        twins(folder.resolve("companies.csv"), "[^,]*,");
        Report twins = ResearchPack.of(Datasets.read(folder).orElseThrow())
                .withSheets(ResearchPack.Sheets.ALL)
                .report();

        assertThat(numbers(twins))
                .containsExactlyInAnyOrderEntriesOf(
                        numbers(BundledPack.of("rare-earths").report()));
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
