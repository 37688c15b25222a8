package org.lodestone.excel.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, so that it can be as bad as a test needs it. */
final class RawBook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** With one sheet, named Data, of these rows. */
    static RawBook ofRows(String... rows) {
        return ofSheet("<sheetData>" + String.join("", rows) + "</sheetData>");
    }

    /** With one sheet, named Data. */
    static RawBook ofSheet(String content) {
        RawBook book = new RawBook();
        book.part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        book.part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        book.workbook("<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
        book.part(
                "xl/_rels/workbook.xml.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "styles",
                        "/xl/styles.xml"));
        book.sheet("xl/worksheets/sheet1.xml", content);
        return book;
    }

    static String relations(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId" + (i / 2 + 1) + "\" Type=\"" + RELATIONS + "/" + kindsAndTargets[i]
                    + "\" Target=\"" + kindsAndTargets[i + 1] + "\"/>");
        }
        return xml + "</Relationships>";
    }

    RawBook workbook(String content) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + content + "</workbook>");
    }

    RawBook sheet(String part, String content) {
        return part(part, "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>");
    }

    /** The texts that cells share, each as it stands between {@code <si>} and its end. */
    RawBook shared(String... texts) {
        return part(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + MAIN + "\">"
                        + String.join(
                                "",
                                Arrays.stream(texts)
                                        .map(text -> "<si>" + text + "</si>")
                                        .toList()) + "</sst>");
    }

    /** Styles, from 0, with these formats of numbers; one of digits is the number of a built-in format. */
    RawBook styles(String... formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < formats.length; i++) {
            boolean builtIn = formats[i].matches("[0-9]+") && !formats[i].equals("0");
            if (!builtIn) {
                own.append("<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"" + formats[i].replace("\"", "&quot;")
                        + "\"/>");
            }
            styles.append("<xf numFmtId=\"" + (builtIn ? formats[i] : Integer.toString(200 + i)) + "\"/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + own + "</numFmts><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    RawBook part(String name, String xml) {
        return part(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8));
    }

    RawBook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** As it is, without a declaration that would have to stand first. */
    String xml(String name) {
        return new String(parts.get(name), UTF_8).replaceFirst("<\\?xml[^>]*>", "");
    }

    Path in(Path folder) {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
