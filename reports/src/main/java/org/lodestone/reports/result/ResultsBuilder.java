package org.lodestone.reports.result;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Collects the values that sections show, each once for each table. */
final class ResultsBuilder {

    private static final String KEY_FIGURES = "key-figures";
    private static final String CHOICES = "choices";

    private final Map<String, DataTableBuilder> grids = new LinkedHashMap<>();
    private final Map<String, TableValues> values = new LinkedHashMap<>();
    private final ImmutableListMultimap.Builder<String, String> sentences = ImmutableListMultimap.builder();

    void add(Part part) {
        Scaled scaled = Scaled.of(part.model());
        for (Section section : part.sections()) {
            Stream.concat(section.head(), section.allBlocks().flatMap(block -> block.sentences().stream()))
                    .map(sentence -> sentence.text(scaled.values()))
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> sentences.put(section.name(), text));
            section.allBlocks().forEach(block -> add(section, block, scaled));
        }
    }

    Results build(Report.Origin origin, String scenario) {
        return new Results(
                origin,
                scenario,
                sentences.build(),
                ImmutableList.copyOf(values.values()),
                ImmutableMap.copyOf(Maps.transformValues(grids, grid -> Suppliers.memoize(grid::build))));
    }

    private void add(Section section, Block block, Scaled scaled) {
        block.as(Table.class).ifPresent(table -> {
            String id = TableIds.in(section, table.id());
            grid(id).add(table, scaled);
            table.rows().stream().flatMap(Row::values).forEach(cell -> add(id, cell, scaled));
        });
        block.as(LongTable.class).ifPresent(table -> {
            String id = TableIds.in(section, table.id());
            grid(id).add(table);
            values(id).add(table);
        });
        block.as(Block.Selector.class)
                .ifPresent(selector -> add(CHOICES, new Cell.Of(selector.key(), Shown.TEXT), scaled));
        block.figures().forEach(one -> add(KEY_FIGURES, new Cell.Of(one.key(), one.shown()), scaled));
    }

    private TableValues values(String id) {
        return values.computeIfAbsent(id, TableValues::new);
    }

    private DataTableBuilder grid(String id) {
        return grids.computeIfAbsent(id, DataTableBuilder::new);
    }

    // ---------------------------------------------------------------- values of the model

    private void add(String table, Cell.Of cell, Scaled scaled) {
        Key key = cell.key();
        TableValues ofTable = values(table);
        if (ofTable.has(key)) {
            return;
        }
        ofTable.put(key, result(table, key, scaled.value(cell), scaled.unit(cell), scaled));
        scaled.ends(cell).ifPresent(ends -> {
            String unit = scaled.unit(cell, ends);
            ends.low().ifPresent(low -> end(ofTable, key.sub("low"), result(table, key, Value.of(low), unit, scaled)));
            ends.high()
                    .ifPresent(high -> end(ofTable, key.sub("high"), result(table, key, Value.of(high), unit, scaled)));
        });
    }

    private static void end(TableValues ofTable, Key end, Result range) {
        ofTable.put(end, range.as(end.what().id()));
    }

    private static Result result(String table, Key key, Value value, String unit, Scaled scaled) {
        Content content = scaled.model().content(key);
        return new Result(
                table,
                key.what().id(),
                key.of().id(),
                key.when().toString(),
                key.in().name(),
                value,
                unit,
                kind(key, scaled.model()),
                String.join("; ", content.citedSources()));
    }

    private static Result.Kind kind(Key key, Model model) {
        return model.content(key)
                .fold(
                        figure -> Result.Kind.FIGURE,
                        assumption -> Result.Kind.ASSUMPTION,
                        definition -> Result.Kind.DEFINITION,
                        label -> Result.Kind.LABEL,
                        formula -> Dated.isResult(formula) ? ofResult(key, model) : Result.Kind.FORMULA,
                        computed -> kind(computed.how().toLowerCase(Locale.ROOT)));
    }

    /** A result is shown by a formula, so that it may read "out of date", and is of the kind of what is stored behind that. */
    private static Result.Kind ofResult(Key key, Model model) {
        return model.usedBy(key).stream()
                .filter(behind -> model.content(behind).isComputed())
                .findFirst()
                .map(behind -> kind(behind, model))
                .orElse(Result.Kind.FORMULA);
    }

    private static Result.Kind kind(String how) {
        return how.contains("simulat") || how.contains("draws of weights")
                ? Result.Kind.SIMULATED
                : how.contains("root") ? Result.Kind.SOLVED_FOR : Result.Kind.STORED;
    }
}
