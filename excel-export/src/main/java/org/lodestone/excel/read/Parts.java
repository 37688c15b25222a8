package org.lodestone.excel.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableLimits;
import org.lodestone.shaded.aalto.stax.InputFactoryImpl;

/** The parts of a workbook in its zip file, unpacked under limits. */
final class Parts implements Closeable {

    /** A workbook of a thousand sheets, each with drawings, has fewer. */
    private static final int MOST_PARTS = 20_000;

    /** The list of a thousand sheets, or the styles of a workbook that has all it may have, is smaller. */
    private static final long MOST_KEPT = 32 << 20;

    private final String file;
    private final ZipFile zip;
    private final TableLimits limits;
    /** A factory for this workbook alone, since it remembers the names that it met. */
    private final XMLInputFactory factory = factory();

    private long unpacked;

    private Parts(String file, ZipFile zip, TableLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Opens the zip file and refuses it where it says itself that it unpacks to too much. */
    static Parts open(Path path, String file, TableLimits limits) throws IOException {
        try {
            Parts parts = new Parts(file, new ZipFile(path.toFile()), limits);
            try {
                parts.checkDeclared();
                return parts;
            } catch (RuntimeException e) {
                parts.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new DataException(
                    file, "is a damaged workbook (" + e.getMessage() + "). Maybe it was cut off: fetch it again.", e);
        }
    }

    private void checkDeclared() {
        if (zip.size() > MOST_PARTS) {
            throw new DataException(
                    file,
                    "has " + zip.size() + " parts, and no honest workbook over " + MOST_PARTS + ". Do not trust it.");
        }
        long sum = 0;
        for (ZipEntry part : Collections.list(zip.entries())) {
            sum += Math.max(0, part.getSize());
            checkRatio(part, part.getSize());
            checkUnpacked(sum);
        }
    }

    /** Counts bytes that were unpacked of {@code part}, of which there were {@code ofPart} so far. */
    void count(ZipEntry part, long ofPart, int bytes) {
        unpacked += bytes;
        checkUnpacked(unpacked);
        checkRatio(part, ofPart);
    }

    private void checkUnpacked(long bytes) {
        if (bytes > limits.unpackedBytes()) {
            throw new DataException(
                    file,
                    "unpacks to over " + limits.unpackedBytes()
                            + " bytes, the most that is read. Split the workbook, or allow more if you trust it.");
        }
    }

    private void checkRatio(ZipEntry part, long bytes) {
        long packed = Math.max(1, part.getCompressedSize());
        if (bytes > PartStream.SMALL && bytes / packed >= limits.ratio()) {
            throw new DataException(
                    file,
                    "unpacks " + part.getName() + " to over " + limits.ratio()
                            + " times its size, as a zip bomb does. Open"
                            + " and save it in a spreadsheet program, or allow a larger ratio if you trust it.");
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** Size that the zip file gives for a part, which may be a lie. */
    long declaredSize(String part) {
        return Optional.ofNullable(zip.getEntry(part)).map(ZipEntry::getSize).orElse(0L);
    }

    /** A part of which all is kept in memory, such as the list of sheets. */
    Xml readKept(String part) {
        return read(part, MOST_KEPT);
    }

    /** A part as XML. */
    Xml read(String part) {
        return read(part, Long.MAX_VALUE);
    }

    private Xml read(String part, long most) {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new DataException(
                    file,
                    "is a damaged workbook: it has no part " + part + ". Open and save it in a spreadsheet program.");
        }
        try {
            PartStream in = new PartStream(this, entry, zip.getInputStream(entry), most);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            return new Xml(file, part, in, reader);
        } catch (XMLStreamException | RuntimeException | IOException e) {
            throw damaged(file, part, e);
        }
    }

    /** The exception for a part that the parser refuses, in its words; one that is told already, such as of a limit, stays as it is. */
    static DataException damaged(String file, String part, Exception e) {
        if (e instanceof DataException told) {
            return told;
        }
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new DataException(
                file,
                "is a damaged workbook: its part " + part + " cannot be read (" + said + "). Open and save it in a"
                        + " spreadsheet program.",
                e);
    }

    String file() {
        return file;
    }

    TableLimits limits() {
        return limits;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
