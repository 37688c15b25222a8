package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.figure.How;
import org.lodestone.core.fundamentals.Mapping.Kind;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TypedNumbers;

/**
 * Reads a {@link Mapping} from a small JSON file.
 *
 * <pre>
 * {
 *   "sheet": "Sheet1", "header": 2,
 *   "company": {"column": "Code", "by": "symbol", "exchange": "Exchange", "name": "Company"},
 *   "decimal_comma": false, "missing": ["n.m."], "leave_out": ["Peer group"],
 *   "facts": {
 *     "Sales 2024 (RMB m)": {"fact": "revenue", "unit": "CNY mn", "period": "FY2024", "scope": "consolidated"},
 *     "Output": {"fact": "output-oxides", "unit": "万吨", "basis": "REO", "period_column": "Year"}
 *   },
 *   "new_companies": {"place": "China", "currency": "CNY", "stages": ["separation"]}
 * }
 * </pre>
 *
 * <p>A table that has a row for each number names its columns under {@code "rows"}, and then the names under {@code "facts"}
 * are the words in the column of the fact:
 *
 * <pre>
 * "rows": {"fact": "Item", "period": "Year", "value": "Value", "unit": "Unit"},
 * "facts": {"Sales": {"fact": "revenue"}}
 * </pre>
 *
 * <p>A number is plain digits, grouped in threes or not. What stands around them is understood as in a universe ({@link
 * org.lodestone.core.universe.UniverseReader}), by what most of the column have or what it says: {@code "written": ["currency sign",
 * "percent", "letters", "brackets"]}; a note says how. Of a table with a row for each number, the column is all numbers of one fact. The unit
 * settles more: % may be left off where the unit is %, brackets are negative where it is one of money. A sign must be one of the
 * currency of the unit, and letters need a unit without a size, such as USD and not USD mn. A cell that may be one number or another, or is
 * none, is left out and named, and so is inf. An empty cell, -, n/a, nan, null, none and such are not known.
 *
 * <p>For a file of Wind, Tushare or the SEC everything is optional: {@code "facts"} adds indicators to those that are known,
 * with {@code "kind"} (money, per-share, shares, multiple, percent, mass, price) and {@code "timing"} (period, day). {@code
 * "how"} is reported unless it says forecast or derived. These programs write numbers in one form, and {@code "written"} is for
 * tables alone.
 */
final class MappingReader {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of(
            "sheet",
            "header",
            "encoding",
            "delimiter",
            "company",
            "decimal_comma",
            "missing",
            "leave_out",
            "facts",
            "rows",
            "new_companies");
    private static final ImmutableSet<String> COMPANY_FIELDS = ImmutableSet.of("column", "by", "exchange", "name");
    private static final ImmutableSet<String> FACT_FIELDS = ImmutableSet.of(
            "fact", "kind", "timing", "scope", "unit", "basis", "period", "period_column", "how", "written");
    private static final ImmutableSet<String> ROW_FIELDS = ImmutableSet.of("fact", "period", "value", "unit");
    private static final ImmutableSet<String> NEW_FIELDS = ImmutableSet.of("place", "currency", "stages");

    private MappingReader() {}

    /** The mapping in {@code file}; throws, with every problem, where there is one. */
    static Mapping read(Path file) {
        Problems problems = new Problems();
        Optional<Mapping> mapping = JsonPlace.read(file, problems)
                .filter(root -> root.isObjectOf("a mapping", FIELDS))
                .map(MappingReader::mapping);
        if (problems.count() > 0) {
            throw new DataException(problems.sorted());
        }
        return mapping.orElseThrow();
    }

    private static Mapping mapping(JsonPlace root) {
        return new Mapping(
                root.tableOptions(),
                header(root),
                company(root),
                new TypedNumbers(root.truth("decimal_comma"), ImmutableSet.copyOf(root.texts("missing"))),
                root.texts("leave_out"),
                facts(root),
                rows(root),
                root.object("new_companies", "what is known of new companies", NEW_FIELDS)
                        .map(MappingReader::newcomers)
                        .orElse(Mapping.NONE.newcomers()));
    }

    private static int header(JsonPlace root) {
        double line = root.number("header", 0);
        if (root.has("header") && (line < 1 || line != (int) line)) {
            root.problem(
                    "header", "is not a line. Write the number of the line with the names of the columns, from 1.");
        }
        return (int) line;
    }

    private static Mapping.CompanyColumn company(JsonPlace root) {
        return root.object("company", "a company column", COMPANY_FIELDS)
                .map(place -> new Mapping.CompanyColumn(
                        place.needed("column"),
                        place.oneOf("by", List.of(Mapping.By.values()), Mapping.By.ID),
                        place.text("exchange", ""),
                        place.text("name", "")))
                .orElse(Mapping.NONE.company());
    }

    private static Optional<Mapping.RowColumns> rows(JsonPlace root) {
        return root.object("rows", "the columns of rows", ROW_FIELDS)
                .map(place -> new Mapping.RowColumns(
                        place.needed("fact"), place.text("period", ""), place.needed("value"), place.text("unit", "")));
    }

    private static ImmutableMap<String, Meaning> facts(JsonPlace root) {
        ImmutableMap.Builder<String, Meaning> facts = ImmutableMap.builder();
        JsonPlace places = root.at("facts");
        if (root.has("facts") && !places.node().isObject()) {
            root.problem("facts", "is not an object. Write {\"Sales\": {\"fact\": \"revenue\", …}}.");
            return ImmutableMap.of();
        }
        for (String name : places.fields()) {
            JsonPlace place = places.at(name);
            if (place.isObjectOf("a fact", FACT_FIELDS)) {
                facts.put(Headers.oneLine(name), meaning(place));
            }
        }
        return facts.buildKeepingLast();
    }

    private static Meaning meaning(JsonPlace place) {
        Meaning meaning = new Meaning(
                place.needed("fact"),
                place.oneOf("kind", List.of(Kind.values()), Kind.ANY),
                place.oneOf("timing", List.of(Timing.values()), Timing.PERIOD),
                place.text("scope", ""),
                place.text("unit", ""),
                place.text("basis", ""),
                place.text("period", ""),
                place.text("period_column", ""),
                place.oneOf("how", List.of(How.values()), How.REPORTED),
                place.numberForms("written"));
        if (!meaning.unit().isEmpty()) {
            place.accepted("unit", () -> meaning.kind().target(UnitWord.parse(meaning.unit(), meaning.basis())));
        }
        place.accepted("period", () -> PeriodWords.parse(meaning.period(), meaning.timing()));
        if (!meaning.period().isEmpty() && !meaning.periodColumn().isEmpty()) {
            place.problem("period", "is given, and so is a column that has it. Take one of the two out.");
        }
        return meaning;
    }

    private static Mapping.Newcomers newcomers(JsonPlace place) {
        String said = place.needed("place");
        String country = place.accepted(
                        "place", () -> said.isEmpty() ? "" : Place.parse(said).name())
                .orElse(said);
        return new Mapping.Newcomers(country, place.needed("currency"), place.texts("stages"));
    }
}
