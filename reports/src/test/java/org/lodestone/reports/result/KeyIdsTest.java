package org.lodestone.reports.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.reports.BundledPack;

/** The keys of results in the bundled packs are those that are listed, with the names of a dataset left open. */
class KeyIdsTest {

    private static final List<String> DATASETS =
            List.of("rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium", "germanium");

    /** What a screen works out of a criterion, before its name. */
    private static final List<String> STEPS = List.of(
            "contribution ",
            "lost ",
            "gap ",
            "normalised ",
            "value of ",
            "central weight of ",
            "rank without ",
            "least of ",
            "most of ",
            "rank by ",
            "points at least, ",
            "points at most, ");

    /** What a dataset calls things, each with the word that stands for it in the list; what is longer is looked for first. */
    private static Map<String, String> names(Dataset dataset) {
        Map<String, String> names = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        dataset.rows(DatasetTables.MEASURES).forEach(measure -> names.put(measure.id(), "{measure}"));
        dataset.rows(DatasetTables.STAGES).forEach(stage -> names.put(stage.id(), "{stage}"));
        dataset.companies().keySet().forEach(company -> names.put(company, "{company}"));
        dataset.rows(DatasetTables.STAKES).forEach(stake -> names.put(stake.owner(), "{owner}"));
        dataset.rows(DatasetTables.BALANCES).forEach(balance -> {
            names.put(balance.material(), "{material}");
            names.put("balance page: " + balance.id(), "balance page: {balance}");
        });
        dataset.rows(DatasetTables.PROJECT_OUTPUTS)
                .forEach(output -> names.put("project output: " + output.output(), "project output: {output}"));
        dataset.rows(DatasetTables.FACTS)
                .forEach(fact -> names.put("company fact: " + fact.fact(), "company fact: {fact}"));
        Stream.concat(dataset.screen().stream(), dataset.benefit().stream()).forEach(screen -> {
            screen.criteria()
                    .forEach(criterion ->
                            STEPS.forEach(step -> names.put(step + criterion.name(), step + "{criterion}")));
            screen.leagues().forEach(league -> names.put("league " + league.name(), "league {league}"));
        });
        return names;
    }

    @Test
    void the_keys_of_all_packs_are_listed() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String name : DATASETS) {
            BundledPack pack = BundledPack.of(name);
            Map<String, String> names = names(pack.dataset());
            Results.of(pack.report())
                    .values()
                    .map(value -> opened(value.key(), names))
                    .forEach(found::add);
        }
        Path made = Path.of("target", "keys.txt");
        Files.write(made, found);

        assertThat(Resources.readLines(Resources.getResource(Results.class, "keys.txt"), StandardCharsets.UTF_8))
                .as("keys.txt beside Results is not what the packs have; copy " + made
                        + " there, with a line in the changelog")
                .containsExactlyElementsOf(found);
    }

    private static String opened(String key, Map<String, String> names) {
        String open = key.replaceAll(
                        "^(Capacity to come|Capacity|Output): .*: (attributable|consolidated|operated)",
                        "$1: {asset}: $2")
                .replaceAll("quota of [^:]+:", "quota of {holder}:")
                .replaceAll("(price|volume) -?[0-9]+", "$1 {step}")
                .replaceAll("percentile 0[.][0-9]+", "percentile {share}");
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (open.contains(name.getKey())) { // far sooner than a pattern
                open = open.replaceAll("(?<![\\w-])" + Pattern.quote(name.getKey()) + "(?![\\w-])", name.getValue());
            }
        }
        return open;
    }
}
