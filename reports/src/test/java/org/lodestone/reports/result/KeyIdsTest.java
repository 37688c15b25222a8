package org.lodestone.reports.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.risk.Run;

/** The keys of results in the bundled packs are those that are listed, with the names of a dataset left open. */
class KeyIdsTest {

    private static final List<String> DATASETS =
            List.of("rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium");

    /** What a dataset calls things, each with the word that stands for it in the list; what is longer is looked for first. */
    private static Map<String, String> names(Dataset dataset) {
        Map<String, String> names = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        dataset.measures().values().forEach(measure -> names.put(measure.id(), "{measure}"));
        dataset.stages().values().forEach(stage -> names.put(stage.id(), "{stage}"));
        dataset.companies().keySet().forEach(company -> names.put(company, "{company}"));
        dataset.stakes().forEach(stake -> names.put(stake.holder(), "{owner}"));
        return names;
    }

    @Test
    void the_keys_of_all_packs_are_listed() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String name : DATASETS) {
            Dataset dataset =
                    Datasets.read(Path.of("..", "examples", "data", name)).orElseThrow();
            Map<String, String> names = names(dataset);
            Results.of(ResearchPack.of(dataset)
                            .withRun(Run.STANDARD.withDraws(64))
                            .report())
                    .values()
                    .map(value -> opened(value.key(), names))
                    .forEach(found::add);
        }
        Files.writeString(Path.of("target", "keys.txt"), String.join("\n", found) + "\n");

        assertThat(found).isNotEmpty();
    }

    private static String opened(String key, Map<String, String> names) {
        String open = key;
        for (Map.Entry<String, String> name : names.entrySet()) {
            open = open.replaceAll("(?<![\\w-])" + Pattern.quote(name.getKey()) + "(?![\\w-])", name.getValue());
        }
        return open;
    }
}
