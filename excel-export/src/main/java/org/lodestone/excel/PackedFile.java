package org.lodestone.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/** Packs the parts of a document that POI writes, all with the same time, so that the same parts give the same bytes. */
final class PackedFile {

    /** The level of packing: as fast as the lowest, and a twentieth larger than the usual one, which takes two thirds longer. */
    private static final int LEVEL = 4;

    /** After the first that a file of this kind can say, which Java takes for an earlier one and writes with its zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackedFile() {}

    /** Writes the bytes of a part of a name to where they are packed, or others in their place. */
    interface PartWriter {
        void write(String name, byte[] part, OutputStream zip) throws IOException;
    }

    /** Writes a document and closes the stream. A part is compressed while POI writes the next. */
    static void write(POIXMLDocument document, OutputStream out, PartWriter writer) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out);
                WorkerThread worker = new WorkerThread()) {
            zip.setLevel(LEVEL);
            document.write(new Parts((name, part) -> worker.begin(() -> {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(DATE);
                zip.putNextEntry(entry);
                writer.write(name, part, zip);
                zip.closeEntry();
                return name;
            })));
            worker.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes the parts of a file as POI writes them. */
    private static final class Parts extends ZipArchiveOutputStream {
        private final BiConsumer<String, byte[]> taken;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private String name = "";

        Parts(BiConsumer<String, byte[]> taken) {
            super(OutputStream.nullOutputStream());
            this.taken = taken;
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) {
            name = entry.getName();
            part.reset();
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            part.write(bytes, from, count);
        }

        @Override
        public void closeArchiveEntry() {
            taken.accept(name, part.toByteArray());
        }

        /** There is nothing left to write. */
        @Override
        public void finish() {}
    }
}
