package org.lodestone.excel;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Words;
import org.lodestone.excel.PrintedBlocks.PrintedTable;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Chart;

/** A sheet of paper, or of a screen, that a note is set on from top to bottom. */
interface NoteSheet {

    /**
     * The head of the note.
     *
     * @param eyebrow the house and the title of its research
     * @param aside a word at the edge; none where it is empty
     * @param title the finding
     * @param standfirst what it rests on
     */
    void head(String eyebrow, String aside, String title, String standfirst);

    void heading(String text);

    /**
     * A step of the argument.
     *
     * @param said what texts under study say, with whose words they are; empty where none does
     * @param verdict whether it holds; empty where nothing is judged
     */
    void paragraph(String found, String said, String verdict);

    /**
     * A chart.
     *
     * @param printed what draws it
     */
    void exhibit(Caption caption, Chart chart, PrintedBlocks printed);

    void exhibit(Caption caption, PrintedTable table);

    /**
     * The lines over and under a chart or table.
     *
     * @param unit the exhibit's number, unit and basis
     * @param under its source line and notes
     */
    record Caption(String finding, String unit, List<String> under) {}

    /** A table with its notes, under a heading. */
    void table(PrintedTable table);

    /** Whether a text of a table is a sign that stands where no figure does. */
    static boolean isSign(String text) {
        return text.equals(Value.NOT_AVAILABLE) || text.equals(Words.NONE) || text.equals(Words.NOT_MEANINGFUL);
    }

    void item(String text);

    void smallPrint(String text);

    /** A source with a way to it, where it has one on the web. */
    void source(Source source, Optional<String> address);
}
