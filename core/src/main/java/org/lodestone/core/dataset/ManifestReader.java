package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.time.Period;

/** Reads {@code datapackage.json}, and compares the tables it lists with the files that are there. */
final class ManifestReader {

    private static final ImmutableSet<String> PACKAGE_FIELDS = ImmutableSet.of(
            "name",
            "title",
            "description",
            "licenses",
            "resources",
            "lodestone",
            "profile",
            "id",
            "version",
            "created",
            "homepage",
            "keywords",
            "contributors",
            "sources");
    private static final ImmutableSet<String> LODESTONE_FIELDS =
            ImmutableSet.of("resource", "edition", "gathered", "subject");
    /** Those without which there is no dataset. */
    private static final ImmutableList<Table<?>> NEEDED =
            ImmutableList.of(SourceTables.SOURCES, ChainTables.MEASURES, ChainTables.FIGURES);

    /** How the pages of a house look: it is read where a pack is written. */
    private static final String THEME = "theme.json";

    private static final String CSV = ".csv";

    /** Files that editors keep beside a file: {@code .figures.csv.swp}, {@code figures.csv~}. */
    private static final Pattern BACKUP = Pattern.compile("^[.~#]|[~#]$");

    /** A name that differs from another by no more letters was hardly meant to be a new one. */
    private static final int FEW_LETTERS = 2;

    private final FolderFiles folder;
    private final ImmutableList<String> known;
    private final ImmutableSet<String> files;
    private final Problems problems;

    private ManifestReader(FolderFiles folder, List<Table<?>> tables, Problems problems) {
        this.folder = folder;
        this.known = tables.stream().map(Table::name).collect(toImmutableList());
        this.files =
                Sets.union(DatasetWriter.files(tables), ImmutableSet.of(THEME)).immutableCopy();
        this.problems = problems;
    }

    static Optional<Manifest> read(FolderFiles folder, List<Table<?>> tables, Problems problems) {
        return TextFile.of(folder.content(Manifest.FILE), Manifest.FILE, problems)
                .flatMap(text -> JsonPlace.parse(Manifest.FILE, text.text(), problems))
                .map(root -> {
                    ImmutableList<JsonPlace> resources = root.list("resources");
                    SchemaCheck.check(resources, tables);
                    return new ManifestReader(folder, tables, problems).manifest(root, resources);
                });
    }

    private Manifest manifest(JsonPlace root, ImmutableList<JsonPlace> resources) {
        JsonPlace lodestone = root.at("lodestone");
        root.isObjectOf("a data package", PACKAGE_FIELDS);
        if (root.has("lodestone")) {
            lodestone.isObjectOf("the entry lodestone", LODESTONE_FIELDS);
        }
        noteUnlisted(resources);
        noteNeeded(root, resources);
        return new Manifest(
                root.needed("name"),
                root.needed("title"),
                lodestone.needed("resource"),
                lodestone.text("subject", ""),
                lodestone.text("edition", ""),
                lodestone.at("edition").line(),
                lodestone
                        .accepted("gathered", () -> Period.parse(lodestone.text("gathered", "")))
                        .orElse(Period.NONE),
                tables(resources));
    }

    private ImmutableMap<String, Manifest.Listed> tables(List<JsonPlace> resources) {
        Map<String, Manifest.Listed> tables = new LinkedHashMap<>();
        for (JsonPlace resource : resources) {
            String name = resource.needed("name");
            String path = resource.needed("path");
            int line = resource.at("name").line();
            if (tables.containsKey(name)) {
                problem(line, name, "is listed twice. Delete one of the two resources.");
            } else if (isKnown(line, name) && isInPlace(resource, name, path) && isThere(line, name)) {
                tables.put(name, new Manifest.Listed(fields(line, name, resource.node()), line));
            }
        }
        return ImmutableMap.copyOf(tables);
    }

    private boolean isKnown(int line, String name) {
        if (!known.contains(name)) {
            String all = "The tables are " + String.join(", ", known)
                    + ". A table of your own is known to a command that is given its jar by --extensions.";
            problem(line, name, "is not a table that is known. " + Nearest.remedy(name, known, all));
            return false;
        }
        return true;
    }

    private static boolean isInPlace(JsonPlace resource, String name, String path) {
        if (!path.equals(name + ".csv")) {
            boolean outside = path.contains("..") || path.startsWith("/") || path.contains(":");
            String why = outside ? "leads out of the folder" : "is not where " + name + " belongs";
            resource.problem("path", "'" + path + "' " + why + ". Write '" + name + ".csv', beside datapackage.json.");
            return false;
        }
        return true;
    }

    private boolean isThere(int line, String name) {
        if (!folder.has(name + CSV)) {
            problem(line, name, "the file " + name + ".csv is not in the folder. Add it, or remove the resource.");
            return false;
        }
        return true;
    }

    private ImmutableList<String> fields(int line, String name, JsonNode resource) {
        ImmutableList<String> fields = Streams.stream(resource.path("schema").path("fields"))
                .map(field -> field.path("name").asText())
                .collect(toImmutableList());
        if (fields.isEmpty()) {
            problem(line, name, "has no schema with fields. List the columns of " + name + ".csv in schema.fields.");
        }
        return fields;
    }

    private void noteUnlisted(List<JsonPlace> resources) {
        Set<String> listed = new HashSet<>();
        for (JsonPlace resource : resources) {
            listed.add(resource.node().path("path").asText());
            listed.add(resource.node().path("name").asText() + ".csv");
        }
        for (String name : folder.names()) {
            if (!listed.contains(name) && !files.contains(name)) {
                noteStray(name);
            } else if (name.endsWith(CSV) && !listed.contains(name)) {
                problems.add(
                        name,
                        0,
                        "is not listed in datapackage.json. Move it away, or add to its resources: " + entry(name));
            }
        }
    }

    /** The resource that a table needs at least: its name, its file, and the columns that this has. */
    private String entry(String file) {
        String header = TextFile.of(folder.content(file), file, new Problems())
                .flatMap(text -> text.text().lines().findFirst())
                .orElse("");
        return "{\"name\": \"" + file.replace(CSV, "") + "\", \"path\": \"" + file + "\", \"schema\": {\"fields\": ["
                + Stream.of(header.split(",", -1))
                        .map(column -> "{\"name\": " + TextNode.valueOf(column.strip()) + "}")
                        .collect(Collectors.joining(", "))
                + "]}}";
    }

    /** A file that nothing reads: notes of any kind are welcome, and a table or a name that nearly is one may be a mistake. */
    private void noteStray(String name) {
        if (BACKUP.matcher(name).find()) {
            return;
        }
        String bare = name.toLowerCase(Locale.ROOT).replaceFirst("[.]txt$", "");
        Optional<String> meant = Nearest.within(FEW_LETTERS, bare, files);
        if (meant.isPresent()) {
            problems.add(name, 0, "is not read. Did you mean '" + meant.get() + "'? Rename it, or move it away.");
        } else if (bare.endsWith(CSV)) {
            problems.add(name, 0, "is not listed in datapackage.json. List it as a resource, or move it away.");
        }
    }

    private static void noteNeeded(JsonPlace root, List<JsonPlace> resources) {
        for (Table<?> needed : NEEDED) {
            if (resources.stream()
                    .noneMatch(one -> one.node().path("name").asText().equals(needed.name()))) {
                root.problem(
                        "resources",
                        "there is none with the name '" + needed.name()
                                + "'. A dataset needs sources, measures and figures.");
            }
        }
    }

    /** A problem with a table, told where it is listed. */
    private void problem(int line, String table, String message) {
        problems.add(Manifest.FILE, line, table, message);
    }
}
