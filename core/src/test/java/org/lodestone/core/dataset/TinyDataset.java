package org.lodestone.core.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lodestone.core.problem.Problem;

/** A dataset of a few lines, in which a test breaks one. */
final class TinyDataset {

    static final String FIGURES = "measure,place,period,case,edition,revision,value,unit,how,note,sources,reliability";

    private final Path folder;
    private final Map<String, byte[]> tables = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String manifest = "";

    private TinyDataset(Path folder) {
        this.folder = folder;
    }

    /** China's and the United States' mine production of 2024, in MCS 2025. */
    static TinyDataset in(Path folder) {
        return new TinyDataset(folder)
                .table("sources", "id,citation,url", "usgs-2025,USGS MCS 2025,", "usgs-2026,USGS MCS 2026,")
                .table("bases", "id,name,description", "REO,Rare-earth oxides,", "gross,Gross weight,")
                .table(
                        "editions",
                        "id,name,publisher,released,series,sources",
                        "MCS2025,MCS 2025,USGS,2025-01,USGS Mineral Commodity Summaries,usgs-2025",
                        "MCS2026,MCS 2026,USGS,2026-02-06,USGS Mineral Commodity Summaries,usgs-2026")
                .table(
                        "stages",
                        "id,order,name,feeds,description",
                        "mining,1,Mining,separation,",
                        "separation,2,Separation,,")
                .table(
                        "measures",
                        "id,name,stage,kind,unit,description",
                        "mine-production,Mine production,mining,production,t REO,",
                        "reserves,Reserves,mining,reserves,t REO,",
                        "separation-share,Separation,separation,share,%,")
                .figures(
                        "mine-production,China,2024,,MCS2025,,270000,t REO,reported,,usgs-2025,read",
                        "mine-production,United States,2024,,MCS2025,,45000,t REO,reported,,usgs-2025,read");
    }

    TinyDataset figures(String... rows) {
        return table(
                "figures", Stream.concat(Stream.of(FIGURES), Stream.of(rows)).toArray(String[]::new));
    }

    /** A table of {@code lines}, the header first, which {@code datapackage.json} lists. */
    TinyDataset table(String name, String... lines) {
        return bytes(
                name,
                Stream.of(lines).map(line -> line + "\n").collect(joining()).getBytes(UTF_8));
    }

    TinyDataset bytes(String name, byte[] content) {
        String text = new String(content, UTF_8).replace("\uFEFF", "");
        headers.put(name, text.lines().findFirst().orElse("id"));
        tables.put(name, content);
        return this;
    }

    /** Lists the table with these columns, whatever they are. */
    TinyDataset schema(String name, String columns) {
        headers.put(name, columns);
        return this;
    }

    TinyDataset without(String name) {
        tables.remove(name);
        return this;
    }

    TinyDataset unlisted(String name) {
        headers.remove(name);
        return this;
    }

    /** Writes this in place of the {@code datapackage.json} that goes with the tables. */
    TinyDataset manifest(String json) {
        manifest = json;
        return this;
    }

    /** The {@code datapackage.json} that goes with the tables. */
    String manifest() {
        return "{\n\"name\": \"tiny\",\n\"title\": \"Tiny\",\n"
                + "\"lodestone\": {\"resource\": \"Rare earths\", \"edition\": \"MCS2025\"},\n\"resources\": [\n"
                + headers.entrySet().stream()
                        .map(table -> resource(table.getKey(), table.getKey() + ".csv", table.getValue()))
                        .collect(joining(",\n"))
                + "\n]}\n";
    }

    static String resource(String name, String path, String columns) {
        return "{\"name\": \"" + name + "\", \"path\": \"" + path + "\", \"schema\": {\"fields\": ["
                + Splitter.on(',')
                        .splitToStream(columns)
                        .map(column -> "{\"name\": \"" + column + "\"}")
                        .collect(joining(", "))
                + "]}}";
    }

    Reading read() {
        try {
            Files.writeString(folder.resolve("datapackage.json"), manifest.isEmpty() ? manifest() : manifest);
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                Files.write(folder.resolve(table.getKey() + ".csv"), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Datasets.read(folder);
    }

    Dataset dataset() {
        return read().dataset().orElseThrow();
    }

    List<String> problems() {
        return read().problems().stream().map(Problem::toString).collect(ImmutableList.toImmutableList());
    }
}
