package org.lodestone.examples.cli;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.examples.cli.Cli.Result;

/**
 * The pack on cobalt, alone in its folder. It is made once for all tests, which leave the file as it is.
 *
 * @param result what the command gave that made it
 */
record CobaltPack(Result result, Path file) {

    private static final Supplier<CobaltPack> PACK = Suppliers.memoize(CobaltPack::make);

    static CobaltPack made() {
        return PACK.get();
    }

    private static CobaltPack make() {
        Path file = Path.of("examples", "target", "pack", "pack.xlsx");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CobaltPack(Cli.run("pack", "cobalt", "-o", file.toString()), file);
    }

    /** A pack to look into, of which nothing is written back. */
    static XSSFWorkbook open(Path pack) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(pack));
    }

    /** A copy in which numbers and texts were typed into cells: as text, since POI takes seconds to open and save a pack. */
    Path typed(Map<CellReference, Object> values, Path copy) throws IOException {
        Files.copy(file, copy);
        try (FileSystem parts = FileSystems.newFileSystem(copy)) {
            String book = Files.readString(parts.getPath("xl/workbook.xml"));
            for (Map.Entry<CellReference, Object> value : values.entrySet()) {
                CellReference cell = value.getKey();
                Matcher sheet = found("<sheet name=\"" + cell.getSheetName() + "\"[^>]* sheetId=\"(\\d+)\"", book);
                Path part = parts.getPath("xl/worksheets/sheet" + sheet.group(1) + ".xml");
                Files.writeString(part, typed(Files.readString(part), cell, value.getValue()));
            }
        }
        return copy;
    }

    private static String typed(String sheet, CellReference cell, Object value) {
        String start = "<c r=\"" + new CellReference(cell.getRow(), cell.getCol()).formatAsString() + "\"";
        Matcher before = found(start + "[^>]*?(/>|>.*?</c>)", sheet);
        return sheet.substring(0, before.start())
                + start
                + (value instanceof Double number
                        ? "><v>" + number + "</v></c>"
                        : " t=\"inlineStr\"><is><t>" + value + "</t></is></c>")
                + sheet.substring(before.end());
    }

    private static Matcher found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("The pack has no " + pattern);
        }
        return matcher;
    }
}
