package org.lodestone.excel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.WebAddress;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Says what each cell of a table holds and how it looks: a value at home or elsewhere, words, a link, a source. */
final class CellPlacer {

    private final Table table;
    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Notes notes;
    private final ListMultimap<String, Spot> uses = ArrayListMultimap.create();

    CellPlacer(Table table, Section section, Report report, Ledger ledger, SetMultimap<String, String> said) {
        this.table = table;
        this.notes = new Notes(said);
        this.section = section;
        this.report = report;
        this.ledger = ledger;
    }

    /**
     * @param wrapped the text that makes the row as high as it needs
     * @param way the sheet that the cell leads to; empty where it leads to none
     */
    record Filled(Body body, Face face, Shown shown, String wrapped, Optional<String> way) {

        Filled(Body body, Face face, Shown shown, String wrapped) {
            this(body, face, shown, wrapped, Optional.empty());
        }
    }

    /** The remarks on the figures so far, each with the rows it is on. */
    List<String> notes() {
        return notes.texts();
    }

    /** Notes the remarks on the figures of a row. */
    void note(String name, Row row) {
        notes.add(name, contents(row), texts(row));
    }

    Filled fill(Cell cell, Row row, Column.Role role, Face plain, Spot here) {
        return cell.fold(new Cell.Cases<>(
                value -> value(value, role, plain, here),
                text -> words(text, plain),
                cites -> cites(sourceIds(cites, row), plain),
                uses -> uses(uses.sourceId(), plain, here),
                goTo -> link(goTo.text(), new Spot(goTo.section(), 0, 0)),
                web -> WebAddress.isOne(web.url())
                        ? link(new Body.Given(Value.of(web.text()), Optional.empty(), Optional.of(web.url())))
                        : words(web.text(), plain),
                blank -> words("", plain)));
    }

    private Filled value(Cell.Of value, Column.Role role, Face plain, Spot here) {
        Body body = value.again() ? new Body.Elsewhere(value.key()) : ledger.home(value.key(), here);
        String wrapped =
                value.shown() == Shown.TEXT ? ledger.values.of(value.key()).inSentence() : "";
        Shown shown = value.shown().fitting(ledger.values.of(value.key()));
        return new Filled(body, face(value, body, role, plain), shown, wrapped, value.way());
    }

    private Filled cites(ImmutableList<String> ids, Face plain) {
        return ids.isEmpty() ? words("", plain) : link(new Body.Cite(ids, ledger.sourceLine.name(ids.get(0))));
    }

    private Filled uses(String sourceId, Face plain, Spot here) {
        ledger.sources.put(sourceId, new Spot(here.sheet(), here.row(), Grid.FIRST));
        List<Spot> places = uses(sourceId);
        return places.isEmpty() ? words("", plain) : link(inWords(places), places.get(0));
    }

    private static Filled link(String text, Spot target) {
        return link(new Body.Given(Value.of(text), Optional.of(target), Optional.empty()));
    }

    private static Filled link(Body body) {
        return new Filled(body, Face.LINK, Shown.TEXT, "");
    }

    private static Filled words(String text, Face face) {
        return new Filled(text.isEmpty() ? Body.Given.NOTHING : new Body.Given(text), face, Shown.TEXT, text);
    }

    /** The texts of a row, a line for each cell. */
    private String texts(Row tableRow) {
        return tableRow.cells().stream()
                .map(cell -> Texts.of(cell, ledger.values))
                .collect(Collectors.joining("\n"));
    }

    private List<Content> contents(Row tableRow) {
        return tableRow.values()
                .filter(value -> !value.again())
                .map(value -> report.model().content(value.key()))
                .toList();
    }

    /** Those of the figures in the row; in a table that is calculated throughout, those of the figures behind it. */
    private ImmutableList<String> sourceIds(Cell.Cites cites, Row tableRow) {
        Set<String> ids = new LinkedHashSet<>(cites.ids());
        contents(tableRow).forEach(content -> ids.addAll(content.citedSources()));
        return ids.isEmpty() && isCalculated()
                ? ledger.sourceLine.ids(tableRow.values().map(Cell.Of::key))
                : ImmutableList.copyOf(ids);
    }

    private boolean isCalculated() {
        return table.rows().stream()
                .allMatch(row -> row.cites().allMatch(cites -> cites.ids().isEmpty())
                        && contents(row).stream()
                                .allMatch(content -> content.citedSources().isEmpty()));
    }

    /** Where a source's figures stand. Asked for once all sheets that show figures are placed. */
    private List<Spot> uses(String sourceId) {
        if (uses.isEmpty()) {
            uses.putAll(ledger.uses(report.model()));
        }
        return uses.get(sourceId);
    }

    private static String inWords(List<Spot> places) {
        Set<String> sheets = new LinkedHashSet<>();
        places.forEach(place -> sheets.add(place.sheet()));
        return places.get(0).sheet() + (sheets.size() > 1 ? " +" + (sheets.size() - 1) : "") + ": " + places.size();
    }

    private Face face(Cell.Of cell, Body body, Column.Role role, Face plain) {
        Optional<Face> repeated = body.asElsewhere().map(key -> linked(role, plain));
        return report.model()
                .content(cell.key())
                .fold(
                        figure -> repeated.orElse(input()),
                        assumption -> repeated.orElse(input()),
                        definition -> repeated.orElse(Face.CALCULATION),
                        label -> switch (role) {
                            case LABEL -> Face.LABEL;
                            case STRONG, QUIET, SYMBOL -> plain;
                            case VALUE -> cell.again() ? repeated.orElse(Face.WORDS) : Face.WORDS;
                            default -> Face.WORDS;
                        },
                        formula -> repeated.orElseGet(() -> calculated(formula, role, plain)),
                        computed -> repeated.orElse(Face.COMPUTED));
    }

    /** On the front page all is from elsewhere, and words are words. */
    private Face linked(Column.Role role, Face plain) {
        if (role == Column.Role.STRONG || role == Column.Role.QUIET || role == Column.Role.SYMBOL) {
            return plain;
        }
        return section.presents() ? Face.CALCULATION : Face.OTHER_SHEET;
    }

    private Face input() {
        return section.group() == Section.Group.CONTROL ? Face.LEVER : Face.INPUT;
    }

    private Face calculated(Formula formula, Column.Role role, Face plain) {
        return switch (role) {
            case LABEL -> Face.LABEL;
            case PROSE, SYMBOL, STRONG, QUIET -> plain;
            default ->
                formula.asKey().isPresent()
                        ? Face.OTHER_SHEET
                        : Dated.isResult(formula) || picksComputed(formula) ? Face.COMPUTED : Face.CALCULATION;
        };
    }

    /** Whether it is one of several values that were simulated or solved for. */
    private boolean picksComputed(Formula formula) {
        return formula.asCall()
                .filter(call -> call.fn() == Fn.PICK)
                .flatMap(call -> call.args().get(0).asSpan())
                .filter(span -> span.keys().stream().allMatch(this::isComputed))
                .isPresent();
    }

    private boolean isComputed(Key key) {
        return report.model().content(key).isComputed();
    }
}
