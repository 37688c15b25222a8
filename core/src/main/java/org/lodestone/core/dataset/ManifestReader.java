package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.dataset.Manifest.Table;
import org.lodestone.core.text.Nearest;
import org.lodestone.core.time.Period;

/** Reads {@code datapackage.json}, and compares the tables it lists with the files that are there. */
final class ManifestReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
    private static final ImmutableSet<String> RESOURCE_FIELDS = ImmutableSet.of(
            "name",
            "path",
            "profile",
            "encoding",
            "schema",
            "title",
            "description",
            "format",
            "mediatype",
            "dialect",
            "licenses",
            "sources");
    private static final ImmutableSet<String> SCHEMA_FIELDS =
            ImmutableSet.of("fields", "primaryKey", "foreignKeys", "missingValues");
    private static final ImmutableList<String> TABLES =
            Layout.ALL.stream().map(Layout::name).collect(toImmutableList());

    private final Path folder;
    private final String text;
    private final Problems problems;

    private ManifestReader(Path folder, String text, Problems problems) {
        this.folder = folder;
        this.text = text;
        this.problems = problems;
    }

    static Optional<Manifest> read(Path folder, Problems problems) {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.exists(file)) {
            problems.add(Manifest.FILE, 0, "is not in " + folder + ". Check the path, or start a dataset there.");
            return Optional.empty();
        }
        return TextFile.read(file, Manifest.FILE, problems)
                .flatMap(json -> new ManifestReader(folder, json.text(), problems).manifest());
    }

    private Optional<Manifest> manifest() {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(Manifest.FILE, line, "is not valid JSON: " + e.getOriginalMessage() + ".");
            return Optional.empty();
        }
        if (!root.isObject()) {
            problems.add(Manifest.FILE, 1, "is not a data package. Put an object in braces: {\"name\": …}.");
            return Optional.empty();
        }
        requireKnownFields(root, PACKAGE_FIELDS);
        JsonNode lodestone = root.path("lodestone");
        requireKnownFields(lodestone, LODESTONE_FIELDS);
        Manifest manifest = new Manifest(
                needed(root, "name"),
                needed(root, "title"),
                needed(lodestone, "resource"),
                optional(lodestone, "subject"),
                optional(lodestone, "edition"),
                lineOfField("edition"),
                gathered(lodestone),
                tables(root.path("resources")));
        noteUnlisted(root.path("resources"));
        noteNeeded();
        return Optional.of(manifest);
    }

    private Period gathered(JsonNode lodestone) {
        String period = optional(lodestone, "gathered");
        try {
            return Period.parse(period);
        } catch (IllegalArgumentException e) {
            problems.add(Manifest.FILE, lineOfField("gathered"), "gathered", e);
            return Period.NONE;
        }
    }

    private ImmutableMap<String, Table> tables(JsonNode resources) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (JsonNode resource : resources) {
            requireKnownFields(resource, RESOURCE_FIELDS);
            String name = needed(resource, "name");
            if (tables.containsKey(name)) {
                tableProblem(name, "is listed twice. Delete one of the two resources.");
            } else if (!name.isEmpty() && isReadable(name, needed(resource, "path"))) {
                tables.put(name, new Table(fields(name, resource.path("schema")), lineOfTable(name)));
            }
        }
        return ImmutableMap.copyOf(tables);
    }

    private boolean isReadable(String name, String path) {
        if (!TABLES.contains(name)) {
            tableProblem(
                    name,
                    "is not a table that is known. "
                            + Nearest.remedy(name, TABLES, "The tables are " + String.join(", ", TABLES) + "."));
            return false;
        }
        String expected = name + ".csv";
        if (!path.equals(expected)) {
            boolean outside = path.contains("..") || path.startsWith("/") || path.contains(":");
            problem(
                    "path",
                    "'" + path + (outside ? "' leads out of the folder" : "' is not where " + name + " belongs")
                            + ". Write '" + expected + "', beside datapackage.json.");
            return false;
        }
        return isInside(name, folder.resolve(expected));
    }

    /** A link may point elsewhere in the folder, never out of it. */
    private boolean isInside(String name, Path file) {
        try {
            if (!Files.exists(file)) {
                tableProblem(
                        name,
                        "the file " + file.getFileName() + " is not in the folder. Add it, or remove the resource.");
                return false;
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                tableProblem(
                        name,
                        "the file " + file.getFileName() + " is a link that leads out of the folder. Copy the file.");
                return false;
            }
            return true;
        } catch (IOException e) {
            tableProblem(name, "the file " + file.getFileName() + " cannot be read (" + e.getMessage() + ").");
            return false;
        }
    }

    private ImmutableList<String> fields(String name, JsonNode schema) {
        requireKnownFields(schema, SCHEMA_FIELDS);
        List<String> fields = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            fields.add(field.path("name").asText());
        }
        if (fields.isEmpty()) {
            tableProblem(name, "has no schema with fields. List the columns of " + name + ".csv in schema.fields.");
        }
        return ImmutableList.copyOf(fields);
    }

    private void noteUnlisted(JsonNode resources) {
        List<String> paths = resources.findValuesAsText("path");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!paths.contains(name)) {
                    problems.add(name, 0, "is not listed in datapackage.json. List it as a resource, or move it away.");
                }
            }
        } catch (IOException e) {
            problems.add(Manifest.FILE, 0, "the folder cannot be listed (" + e.getMessage() + ").");
        }
    }

    private void noteNeeded() {
        for (Layout needed : Layout.NEEDED) {
            if (lineOfTable(needed.name()) == 0) {
                problem(
                        "resources",
                        "there is none with the name '" + needed.name()
                                + "'. A dataset needs sources, measures and figures.");
            }
        }
    }

    private void requireKnownFields(JsonNode object, ImmutableSet<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem(
                        field,
                        "is not a field that is known here. "
                                + Nearest.remedy(field, known, "The fields are " + String.join(", ", known) + "."));
            }
        });
    }

    private String needed(JsonNode object, String field) {
        String value = optional(object, field);
        if (value.isBlank() && !object.hasNonNull(field)) {
            problem(field, "is missing. Give it as text.");
        }
        return value;
    }

    private String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            problem(field, "'" + value + "' is not text. Put it in quotes.");
            return "";
        }
        return value.asText();
    }

    private void problem(String field, String message) {
        problems.add(Manifest.FILE, lineOfField(field), field, message);
    }

    private void tableProblem(String name, String message) {
        problems.add(Manifest.FILE, lineOfTable(name), name, message);
    }

    private int lineOfField(String name) {
        return lineOf('"' + Pattern.quote(name) + "\" *:");
    }

    private int lineOfTable(String name) {
        return lineOf("\"name\" *: *\"" + Pattern.quote(name) + '"');
    }

    /** The first line that matches; 0 if none does. Jackson's tree does not remember where its nodes stood. */
    private int lineOf(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? 1 + CharMatcher.is('\n').countIn(text.substring(0, matcher.start())) : 0;
    }
}
