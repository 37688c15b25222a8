package org.lodestone.examples.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Assumptions;

/** Workbooks on paper, printed by LibreOffice. */
final class PrintedPages {

    private static final int POINTS = 72;

    /** Whether each page is drawn for somebody to look at. */
    private static final boolean DRAWN = Boolean.getBoolean("pages.drawn");

    /** At which a page of A4 fills a large screen. */
    private static final int TO_READ = 110;

    private PrintedPages() {}

    /** Skips the test where LibreOffice is missing, unless it is required. */
    static void assumeOffice() {
        if (!Boolean.getBoolean("lodestone.office")) {
            Assumptions.assumeTrue(isInstalled(), "LibreOffice (soffice) is not installed: nothing printed.");
        }
    }

    private static boolean isInstalled() {
        try {
            return run(List.of("soffice", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Prints workbooks of one folder, each as a PDF of its name beside it. */
    static void print(Collection<Path> workbooks, Path profile) throws IOException {
        Path folder = workbooks.iterator().next().toAbsolutePath().getParent();
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + profile.toAbsolutePath().toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf",
                "--outdir",
                String.valueOf(folder)));
        workbooks.forEach(workbook -> command.add(workbook.toString()));
        int code = run(command);
        if (code != 0) {
            throw new IOException("LibreOffice ended with " + code + " and printed nothing.");
        }
    }

    private static int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not finish within five minutes.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what was printed, and with {@code -Dpages.drawn=true} draws each page beside the PDF: {@code rare-earths-03-Control.png}. */
    static List<PrintedPage> read(Path pdf) throws IOException {
        String name = pdf.getFileName().toString().replace(".pdf", "");
        List<PrintedPage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                PrintedPage page =
                        PrintedPage.of(PageReader.texts(document.getPage(i)), renderer.renderImageWithDPI(i, POINTS));
                if (DRAWN) {
                    Path picture = pdf.resolveSibling(name + "-" + page + ".png");
                    ImageIO.write(renderer.renderImageWithDPI(i, TO_READ), "png", picture.toFile());
                }
                pages.add(page);
            }
        }
        return pages;
    }
}
