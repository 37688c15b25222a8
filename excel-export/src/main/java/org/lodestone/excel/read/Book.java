package org.lodestone.excel.read;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableLimits;

/** A workbook: its sheets, and what their cells share. */
record Book(Parts parts, ImmutableList<Sheet> sheets, List<String> texts, DateStyles dates) implements Closeable {

    /** A sheet and the part that holds its cells. */
    record Sheet(String name, String part, boolean isHidden) {}

    static Book open(Path path, String file, TableLimits limits) throws IOException {
        Parts parts = Parts.open(path, file, limits);
        try {
            return read(parts);
        } catch (RuntimeException | IOException e) {
            parts.close();
            throw e;
        }
    }

    private static Book read(Parts parts) throws IOException {
        String main = Relations.of(parts, "")
                .first("officeDocument")
                .orElseThrow(() -> new DataException(parts.file(), otherKind(parts)));
        Relations relations = Relations.of(parts, main);
        ImmutableList.Builder<Sheet> sheets = ImmutableList.builder();
        boolean from1904 = false;
        try (Xml xml = mainPart(parts, main)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    from1904 = xml.truth("date1904");
                } else if (xml.isStart("sheet")) {
                    sheet(xml, relations).ifPresent(sheets::add);
                }
            }
        }
        Optional<String> texts = relations.first("sharedStrings").filter(parts::has);
        Optional<String> styles = relations.first("styles").filter(parts::has);
        return new Book(
                parts,
                sheets.build(),
                texts.isPresent() ? RichText.shared(parts, texts.get()) : List.of(),
                styles.isPresent() ? DateStyles.read(parts, styles.get(), from1904) : DateStyles.none(from1904));
    }

    private static Xml mainPart(Parts parts, String main) {
        if (main.endsWith(".bin")) {
            throw new DataException(
                    parts.file(),
                    "is a binary workbook (.xlsb). Open it in a spreadsheet program and save it as .xlsx.");
        }
        Xml xml = parts.readKept(main);
        if (!xml.next() || !xml.isStart("workbook")) {
            throw new DataException(
                    parts.file(),
                    "is no workbook, whatever its name ends in: its main part is " + main + ". Export the table anew.");
        }
        return xml;
    }

    private static String otherKind(Parts parts) {
        if (parts.has("content.xml") && parts.has("mimetype")) {
            return "is an OpenDocument file. Open it in a spreadsheet program and save it as .xlsx.";
        }
        return "is a zip file and no workbook, whatever its name ends in. Unpack it, or export the table anew.";
    }

    /** A sheet of cells, and not one of a chart. */
    private static Optional<Sheet> sheet(Xml xml, Relations relations) {
        String name = xml.attribute("name");
        String state = xml.attribute("state");
        return Optional.ofNullable(relations.targets().get(xml.attribute("id")))
                .filter(target -> target.kind().equals("worksheet"))
                .map(target -> new Sheet(name, target.part(), state.equals("hidden") || state.equals("veryHidden")));
    }

    /** The sheet of that name, or the first that is not hidden. */
    Sheet sheet(Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return sheets.stream()
                    .filter(sheet -> !sheet.isHidden())
                    .findFirst()
                    .orElseThrow(() -> new DataException(
                            file(), "has no sheet of cells that is not hidden. Name the sheet that is meant."));
        }
        String name = wanted.get();
        List<String> names = sheets.stream().map(Sheet::name).toList();
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .or(() -> sheets.stream()
                        .filter(sheet -> sheet.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new DataException(
                        file(),
                        "has no sheet '" + name + "'. "
                                + Nearest.remedy(name, names, "It has " + names.size() + " others.")));
    }

    ImmutableList<String> visibleSheets() {
        return sheets.stream()
                .filter(sheet -> !sheet.isHidden())
                .map(Sheet::name)
                .collect(ImmutableList.toImmutableList());
    }

    String file() {
        return parts.file();
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
