package org.lodestone.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRows;
import org.lodestone.excel.read.WorkbookFormat;
import org.lodestone.reports.pack.ResearchPack;

/**
 * A program that has taken Lodestone as its one dependency, in a process of its own: it makes a pack and notes of the dataset in
 * the first folder, in the second, and reads them back. Asked for {@code parsers}, it prints which it gets from the JDK.
 */
final class Host {

    private Host() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("parsers")) {
            parsers();
        } else {
            research(Path.of(args[0]), Path.of(args[1]));
        }
    }

    private static void parsers() {
        print(XMLInputFactory::newInstance);
        print(XMLInputFactory::newFactory);
        print(XMLOutputFactory::newInstance);
        print(XMLOutputFactory::newFactory);
        print(XMLEventFactory::newInstance);
        print(SAXParserFactory::newInstance);
        print(DocumentBuilderFactory::newInstance);
        print(TransformerFactory::newInstance);
        print(XPathFactory::newInstance);
        print(() -> SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema"));
    }

    private static void print(Supplier<?> factory) {
        System.out.println(factory.get().getClass().getName());
    }

    private static void research(Path data, Path folder) throws IOException {
        Dataset dataset = Datasets.read(data).orElseThrow();
        ResearchPack research = ResearchPack.of(dataset).withSheets(ResearchPack.Sheets.ALL);
        Path pack = folder.resolve("pack.xlsx");
        Workbooks.write(research.report(), pack);
        PackReader.read(pack);
        try (TextRows rows = TableFiles.open(pack, TableOptions.DEFAULT, WorkbookFormat.INSTANCE)) {
            while (rows.next()) {
                rows.row().cell(0);
            }
        }
        for (ResearchNotes.Format format : ResearchNotes.Format.values()) {
            ResearchNotes.write(research.note(), Theme.STANDARD, folder.resolve("note" + format.ending()));
        }
        readDamaged(pack, folder.resolve("damaged.xlsx"));
    }

    /** Without its last part, of which a reader complains: by an exception, and not to a log. */
    private static void readDamaged(Path pack, Path damaged) throws IOException {
        byte[] bytes = Files.readAllBytes(pack);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 1000; i++) {
            bytes[i] = 0;
        }
        Files.write(damaged, bytes);
        try {
            PackReader.read(damaged);
            throw new IllegalStateException("What is damaged was read.");
        } catch (IOException e) {
            return;
        }
    }
}
