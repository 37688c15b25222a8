package org.lodestone.core.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Queue;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.Decoding.Damage;

/** The rows of a text file. Where a quote breaks one, reading starts again in the line below. */
final class CsvRows implements TextRows {

    /** A cell of more characters is one whose quote was left open. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String name;
    private final Bytes bytes;
    private final TableOptions options;
    private final Charset charset;
    private final char delimiter;
    private final CsvRow row;
    private final LineFinder broken;
    private LineFinder damaged;
    private Decoding decoding;
    private CloseableIterator<CsvRow> records;
    private boolean isFirstRead;
    private int width;
    private long cells;

    CsvRows(String name, Bytes bytes, TableOptions options) throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.options = options;
        byte[] first = first(bytes);
        this.charset = charset(name, first, options);
        long start = lengthOfMark(first, charset);
        this.broken = new LineFinder(bytes, start, 1, charset);
        this.damaged = new LineFinder(bytes, start, 1, charset);
        this.decoding = new Decoding(bytes.from(start), start, charset);
        this.delimiter = options.delimiter().isPresent() ? options.delimiter().get() : Delimiters.of(decoding.head());
        this.row = new CsvRow(name, this);
        this.records = records(1);
        this.isFirstRead = advance();
        if (!isFirstRead) {
            throw new DataException(name, "is empty. Write a header and rows into it, or export it anew.");
        }
        this.width = row.size();
    }

    private static byte[] first(Bytes bytes) throws IOException {
        try (InputStream in = bytes.from(0)) {
            return in.readNBytes(3);
        }
    }

    private static Charset charset(String name, byte[] first, TableOptions options) {
        boolean little = Bytes.startsWith(first, 0xFF, 0xFE);
        boolean marked = little || Bytes.startsWith(first, 0xFE, 0xFF);
        Charset told = options.encoding().orElse(marked ? UTF_16 : UTF_8);
        if (told.equals(UTF_16)) {
            return little ? UTF_16LE : UTF_16BE;
        }
        boolean wide = told.equals(UTF_16LE) || told.equals(UTF_16BE);
        if (!wide && !new String(new byte[] {'\n', '\r'}, told).equals("\n\r")) {
            throw new DataException(
                    name,
                    "cannot be read as " + told.name() + ", whose line ends are not those of ASCII. Save it as UTF-8.");
        }
        return told;
    }

    private static int lengthOfMark(byte[] first, Charset charset) {
        if (charset.equals(UTF_8)) {
            return Bytes.startsWith(first, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        }
        boolean marked = (charset.equals(UTF_16LE) && Bytes.startsWith(first, 0xFF, 0xFE))
                || (charset.equals(UTF_16BE) && Bytes.startsWith(first, 0xFE, 0xFF));
        return marked ? 2 : 0;
    }

    /** Reads on with what is decoded, whose first line is {@code firstLine} of the file. */
    private CloseableIterator<CsvRow> records(int firstLine) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(!options.blankLines())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(new Filling(row, firstLine), decoding)
                .iterator();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TextRow row() {
        return row;
    }

    @Override
    public boolean next() {
        if (isFirstRead) {
            isFirstRead = false;
            return true;
        }
        try {
            return advance();
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    private boolean advance() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            startAgainBelow();
        } catch (UncheckedIOException e) {
            throw TableFiles.unreadable(name, e);
        }
        countCells();
        return true;
    }

    private void countCells() {
        cells += row.size();
        if (cells > options.limits().cells()) {
            throw new DataException(
                    row.place(),
                    "is past the " + options.limits().cells()
                            + " cells that are read at most. Split the table, or allow more.");
        }
        if (row.size() != width
                && !options.ragged()
                && width > 0
                && row.problem().isEmpty()) {
            row.tell("has " + row.size() + (row.size() == 1 ? " cell" : " cells") + " where the first line has " + width
                    + ". "
                    + (row.size() < width
                            ? "Maybe a delimiter is missing: empty cells need theirs too."
                            : "Maybe a cell that holds a delimiter is not in quotes."));
        }
    }

    /** Takes the line that was tripped over apart without regard to quotes, and goes on in the next. */
    private void startAgainBelow() throws IOException {
        int line = row.line();
        broken.findLine(line);
        long start = broken.lineStart();
        boolean more = broken.findLine(line + 1);
        long below = broken.lineStart();
        row.begin(line);
        try (InputStream in = bytes.from(start)) {
            byte[] text = in.readNBytes((int) Math.min(more ? below - start : LONGEST_CELL, LONGEST_CELL));
            row.split(new String(text, charset), delimiter);
        }
        row.tell("has a quote that is not closed where its cell ends. Close it, and write a quote inside a quoted cell"
                + " twice (\"\").");
        records.close();
        long next = more ? below : Long.MAX_VALUE;
        damaged = new LineFinder(bytes, next, line + 1, charset);
        decoding = new Decoding(bytes.from(next), next, charset);
        records = records(line + 1);
    }

    /** The message for a cell of {@code damagedRow} in which characters are missing. */
    String lost(CsvRow damagedRow, String cell) {
        try {
            Queue<Damage> damages = decoding.damages();
            int last = damagedRow.lastLine();
            while (!damages.isEmpty()) {
                Damage damage = damages.element();
                damaged.findLineOf(damage.position());
                if (damaged.line() >= damagedRow.line()) {
                    return damaged.line() <= last ? lost(cell, damage) : lostBefore(cell);
                }
                damages.remove();
            }
            return lostBefore(cell);
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    private String lost(String cell, Damage damage) {
        return "'" + cell + "' is not " + charset.name() + " (byte " + (damage.position() - damaged.lineStart() + 1)
                + " of line " + damaged.line() + " is 0x" + HEX.toHexDigits((byte) damage.value())
                + "). Maybe the file is in " + (charset.equals(UTF_8) ? "Windows-1252 or GBK" : "UTF-8")
                + ": name its encoding, or save it as UTF-8.";
    }

    private static String lostBefore(String cell) {
        return "'" + cell + "' has a mark in place of a character that was lost before. Export the table anew.";
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    @Override
    public String toString() {
        return row.place();
    }

    /** Puts what is read into the row. */
    private static final class Filling extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private final CsvRow row;
        private final int linesAbove;

        Filling(CsvRow row, int firstLine) {
            this.row = row;
            this.linesAbove = firstLine - 1;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(linesAbove + (int) startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            row.add(buf, offset, len);
        }

        @Override
        protected void handleEmpty() {
            row.add(new char[0], 0, 0);
        }

        @Override
        protected CsvRow buildRecord() {
            return row;
        }
    }
}
