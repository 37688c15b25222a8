package org.lodestone.excel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.core.figure.WebAddress;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;

/** Says what each cell of a table holds and how it looks: a value at home or elsewhere, words, a link, a source. */
final class CellPlacer {

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Notes notes = new Notes();
    private final ListMultimap<String, Spot> uses = ArrayListMultimap.create();

    CellPlacer(Section section, Report report, Ledger ledger) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
    }

    /** @param wrapped the text that makes the row as high as it needs */
    record Filled(Body body, Face face, Shown shown, String wrapped) {}

    /** The remarks on the figures so far, numbered. */
    List<String> notes() {
        return notes.texts();
    }

    Filled fill(Cell cell, Row row, Column.Role role, Face plain, Spot here) {
        if (cell instanceof Cell.Of of) {
            Body body = of.again() ? new Body.Elsewhere(of.key()) : ledger.home(of.key(), here);
            String wrapped =
                    of.shown() == Shown.TEXT ? ledger.values.of(of.key()).inSentence() : "";
            return new Filled(body, face(of, body, role, plain), of.shown(), wrapped);
        }
        if (cell instanceof Cell.GoTo goTo) {
            return link(new Body.GoTo(goTo.text(), new Spot(goTo.section(), 0, 0)));
        }
        if (cell instanceof Cell.Web web && WebAddress.isOne(web.url())) {
            return link(new Body.Web(web.text(), web.url()));
        }
        if (cell instanceof Cell.Uses uses) {
            ledger.sources.put(uses.sourceId(), new Spot(here.sheet(), here.row(), Grid.FIRST));
            List<Spot> places = uses(uses.sourceId());
            return places.isEmpty() ? words("", plain) : link(new Body.GoTo(inWords(places), places.get(0)));
        }
        if (cell instanceof Cell.Cites cites) {
            ImmutableList<String> ids = sourceIds(cites, row);
            return ids.isEmpty() ? words("", plain) : link(new Body.Cite(ids));
        }
        return words(cell instanceof Cell.Marks ? notes.marks(contents(row)) : Grid.Texts.of(cell), plain);
    }

    private static Filled link(Body body) {
        return new Filled(body, Face.LINK, Shown.TEXT, "");
    }

    private static Filled words(String text, Face face) {
        return new Filled(text.isEmpty() ? new Body.Blank() : new Body.Words(text), face, Shown.TEXT, text);
    }

    private List<Content> contents(Row tableRow) {
        List<Content> contents = new ArrayList<>();
        for (Cell cell : tableRow.cells()) {
            if (cell instanceof Cell.Of of && !of.again()) {
                contents.add(report.model().content(of.key()));
            }
        }
        return contents;
    }

    private ImmutableList<String> sourceIds(Cell.Cites cites, Row tableRow) {
        Set<String> ids = new LinkedHashSet<>(cites.ids());
        contents(tableRow).forEach(content -> ids.addAll(content.citedSources()));
        return ImmutableList.copyOf(ids);
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
        return String.join(", ", sheets) + ": " + places.size() + (places.size() == 1 ? " figure" : " figures");
    }

    private Face face(Cell.Of cell, Body body, Column.Role role, Face plain) {
        Content content = report.model().content(cell.key());
        if (content instanceof Content.Label) {
            return role == Column.Role.LABEL ? Face.LABEL : Face.WORDS;
        }
        if (body instanceof Body.Elsewhere) {
            return section.presents() ? Face.CALCULATION : Face.OTHER_SHEET;
        }
        if (content instanceof Content.Calculation && role == Column.Role.LABEL) {
            return Face.LABEL;
        }
        if (content instanceof Content.Calculation calculation) {
            return role == Column.Role.PROSE
                    ? plain
                    : calculation.formula() instanceof Formula.Ref ? Face.OTHER_SHEET : Face.CALCULATION;
        }
        return content instanceof Content.Computed ? Face.COMPUTED : Face.INPUT;
    }
}
