package org.lodestone.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.internal.text.Words;

/**
 * The dataset that an analyst starts from, under {@code template} among the resources.
 *
 * @param name of the dataset that is started
 * @param title its name in words
 * @param tables the tables it has
 * @param beside the files it has beside its tables
 */
record Template(String name, String title, ImmutableList<String> tables, ImmutableList<String> beside) {

    /** The tables that have example rows. */
    private static final ImmutableList<String> TABLES = Table.all().stream()
            .map(Table::name)
            .filter(table -> Template.class.getResource("template/" + table + ".csv") != null)
            .collect(ImmutableList.toImmutableList());

    private static final ImmutableList<String> BESIDE_TABLES =
            ImmutableList.of("screen.json", "benefit.json", "report.json");

    /** The tables of a dataset that has nothing but figures of places. */
    private static final ImmutableList<String> OF_FIGURES =
            ImmutableList.of("sources", "bases", "editions", "stages", "measures", "figures");

    static Template of(String name) {
        return new Template(name, Words.capitalised(name), TABLES, BESIDE_TABLES);
    }

    /** The start of a dataset that has nothing but figures of places: the least that makes a pack. */
    static Template ofFigures(String name) {
        return new Template(name, Words.capitalised(name), OF_FIGURES, ImmutableList.of("report.json"));
    }

    /** The example dataset under this name. */
    Dataset dataset() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String table : tables) {
            files.put(table + ".csv", resource(table + ".csv").getBytes(UTF_8));
        }
        for (String file : beside) {
            files.put(file, resource(file).getBytes(UTF_8));
        }
        files.put("datapackage.json", manifest().getBytes(UTF_8));
        return Datasets.read(files).orElseThrow();
    }

    byte[] readme() throws IOException {
        return resource("README.md")
                .replace("{name}", name)
                .replace("{title}", title)
                .getBytes(UTF_8);
    }

    /** The part of a data package that it takes to read the tables; the writer makes a whole one. */
    private String manifest() throws IOException {
        ImmutableList.Builder<Map<String, Object>> resources = ImmutableList.builder();
        for (String table : tables) {
            String header = resource(table + ".csv").lines().findFirst().orElseThrow();
            List<Map<String, String>> fields = Splitter.on(',')
                    .splitToStream(header)
                    .map(column -> Map.of("name", column))
                    .collect(Collectors.toList());
            resources.add(ImmutableMap.of(
                    "name", table, "path", table + ".csv", "schema", ImmutableMap.of("fields", fields)));
        }
        return Json.write(ImmutableMap.of(
                "name",
                name,
                "title",
                title,
                "lodestone",
                ImmutableMap.of(
                        "resource",
                        title,
                        "edition",
                        "EX2025",
                        "gathered",
                        "2025-01",
                        "subject",
                        "EXAMPLE rows, to be replaced: no number here is a figure"),
                "resources",
                resources.build()));
    }

    private static String resource(String file) throws IOException {
        return Resources.toString(Resources.getResource(Template.class, "template/" + file), UTF_8);
    }
}
