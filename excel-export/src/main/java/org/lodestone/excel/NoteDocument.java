package org.lodestone.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.core.research.Publication;
import org.lodestone.excel.PrintedBlocks.PrintedTable;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTCompatSetting;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A note as a document for Word: A4 upright, with the charts of the workbook, each with words for who does not see it. */
final class NoteDocument implements NoteSheet {

    /** Twentieths of a point, of which an inch has 1,440. */
    private static final int PAGE_WIDTH = 11_906;

    private static final int PAGE_HEIGHT = 16_838;
    private static final int SIDE = 1_134;
    private static final int TOP = 850;
    private static final int WIDTH = PAGE_WIDTH - 2 * SIDE;
    private static final double PIXELS_OF_WIDTH = WIDTH / 1_440.0 * 96;

    /** The heights of charts, in pixels of a screen: of one of columns or lines, and of one of bars. */
    private static final int UPRIGHT = 220;

    private static final int LYING = 30;
    private static final int EACH_LYING = 25;
    private static final double POINTS_OF_CHART = 9;

    /** A logo has so many pixels of a screen at most. */
    private static final int LOGO_WIDTH = 190;

    private static final int LOGO_HEIGHT = 40;

    /** The version of Word whose rules the pages follow. */
    private static final String WORD = "15";

    private final XWPFDocument document = new XWPFDocument();
    private final Theme theme;
    private final NoteStyles styles;
    private int exhibits;
    private int drawings;

    private NoteDocument(Theme theme) {
        this.theme = theme;
        this.styles = new NoteStyles(document, theme);
    }

    static byte[] of(ResearchNote note, Theme theme) throws IOException {
        NoteDocument sheet = new NoteDocument(theme);
        try (XWPFDocument document = sheet.document) {
            sheet.lay();
            NoteText.set(note, theme, sheet);
            Report signed = theme.signed(note.report());
            sheet.foot(signed.publication());
            Workbooks.describe(document, signed.publication().title(), signed);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            PackedFile.write(document, file, (name, part, zip) -> zip.write(part));
            return file.toByteArray();
        }
    }

    private void lay() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(SIDE));
        margins.setRight(BigInteger.valueOf(SIDE));
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setBottom(BigInteger.valueOf(TOP));
        margins.setHeader(BigInteger.valueOf(TOP / 2));
        margins.setFooter(BigInteger.valueOf(TOP / 2));
        margins.setGutter(BigInteger.ZERO);
        CTCompatSetting version =
                document.getSettings().getCTSettings().addNewCompat().addNewCompatSetting();
        version.setName("compatibilityMode");
        version.setUri("http://schemas.microsoft.com/office/word");
        version.setVal(WORD);
    }

    /** The name of the research and the number of the page. */
    private void foot(Publication by) {
        XWPFParagraph foot = document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                .createParagraph();
        foot.setStyle(NoteStyles.SMALL);
        rightEdge(foot);
        run(foot, by.house() + "  |  " + by.title());
        run(foot, "").addTab();
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        run(foot, " of ");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private static void rightEdge(XWPFParagraph paragraph) {
        var tab = paragraph.getCTP().getPPr().addNewTabs().addNewTab();
        tab.setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(WIDTH));
    }

    // ---------------------------------------------------------------- words

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph paragraph = paragraph(style);
        run(paragraph, text);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        if (!text.isEmpty()) {
            run.setText(Visible.lines(text));
        }
        return run;
    }

    private void strong(XWPFParagraph paragraph, String text) {
        XWPFRun run = run(paragraph, text);
        run.setBold(true);
        run.setColor(styles.hex(Theme.Role.PRIMARY));
    }

    @Override
    public void head(String eyebrow, String aside, String title, String standfirst) {
        theme.logo().ifPresent(this::logo);
        XWPFParagraph first = paragraph(NoteStyles.EYEBROW, eyebrow);
        first.setBorderTop(Borders.SINGLE);
        CTBorder bar = first.getCTP().getPPr().getPBdr().getTop();
        bar.setSz(BigInteger.valueOf(32));
        bar.setSpace(BigInteger.valueOf(6));
        bar.setColor(styles.hex(Theme.Role.PRIMARY));
        if (!aside.isEmpty()) {
            rightEdge(first);
            XWPFRun edge = run(first, "");
            edge.addTab();
            edge.setText(aside);
            edge.setBold(false);
        }
        paragraph(NoteStyles.TITLE, title);
        paragraph(NoteStyles.STANDFIRST, standfirst);
    }

    private void logo(Logo logo) {
        XWPFParagraph top = paragraph(NoteStyles.EYEBROW);
        top.setAlignment(ParagraphAlignment.RIGHT);
        double scale = Math.min(LOGO_WIDTH / (double) logo.width(), LOGO_HEIGHT / (double) logo.height());
        XWPFRun run = run(top, "");
        try {
            run.addPicture(
                    new ByteArrayInputStream(logo.png()),
                    PictureType.PNG,
                    "Logo.png",
                    Units.pixelToEMU((int) Math.round(scale * logo.width())),
                    Units.pixelToEMU((int) Math.round(scale * logo.height())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("A logo is a picture that is none.", e);
        }
        tell(run, "Logo", theme.house().map(house -> "Logo of " + house).orElse("Logo"));
    }

    @Override
    public void heading(String text) {
        paragraph(NoteStyles.HEADING, text);
    }

    @Override
    public void paragraph(String found, String said, String verdict) {
        XWPFParagraph point = paragraph(NoteStyles.POINT, found);
        if (!said.isEmpty()) {
            run(point, " " + said).setColor(styles.hex(Theme.Role.GREY));
        }
        if (!verdict.isEmpty()) {
            strong(point, " " + verdict + ".");
        }
    }

    @Override
    public void item(String text) {
        paragraph(NoteStyles.ITEM, "•  " + text);
    }

    @Override
    public void smallPrint(String text) {
        paragraph(NoteStyles.SMALL, text);
    }

    @Override
    public void source(Source source, Optional<String> address) {
        XWPFParagraph line = paragraph(NoteStyles.SMALL);
        strong(line, source.shortName() + "  ");
        run(line, source.citation() + (address.isPresent() ? " " : ""));
        address.ifPresent(url -> {
            XWPFHyperlinkRun link = line.createHyperlinkRun(url);
            link.setText(url);
            link.setColor(styles.hex(Theme.Role.LINK));
        });
    }

    // ---------------------------------------------------------------- exhibits

    /**
     * The finding and under it the unit, in one paragraph that stays with what follows. A picture is in it too: in one of its own it
     * could stand on the page after its caption, whatever stays with what.
     */
    private XWPFParagraph over(Caption caption) {
        XWPFParagraph over = paragraph(NoteStyles.EXHIBIT, caption.finding());
        over.setKeepNext(true);
        over.getRuns().get(0).addBreak();
        XWPFRun unit = run(over, caption.unit());
        unit.setBold(false);
        unit.setFontSize(NoteStyles.CAPTION_SIZE);
        unit.setColor(styles.hex(Theme.Role.GREY));
        return over;
    }

    private void under(Caption caption) {
        caption.under().forEach(line -> paragraph(NoteStyles.SMALL, line));
    }

    @Override
    public void exhibit(Caption caption, Chart chart, PrintedBlocks printed) {
        XWPFRun below = run(over(caption), "");
        below.addBreak();
        int high = ChartBars.isLying(chart) ? LYING + chart.points() * EACH_LYING : UPRIGHT;
        ChartDrawer.DrawnChart drawn = printed.drawn(chart, PIXELS_OF_WIDTH, high, POINTS_OF_CHART);
        try {
            document.createChart(below, WIDTH * Units.EMU_PER_DXA, Units.pixelToEMU(high))
                    .getCTChartSpace()
                    .set(ChartSpaceDocument.Factory.parse(drawn.part()).getChartSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException | XmlException e) {
            throw new IllegalStateException("POI does not take a chart that a workbook has.", e);
        }
        exhibits++;
        tell(below, "Exhibit " + exhibits, drawn.inWords());
        under(caption);
    }

    /** Says what a picture or a chart shows, for a reader who does not see it. */
    private void tell(XWPFRun run, String name, String words) {
        CTNonVisualDrawingProps told =
                run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        told.setId(++drawings); // each its own, which POI gives to pictures only
        told.setName(name);
        told.setDescr(Visible.lines(words));
    }

    @Override
    public void exhibit(Caption caption, PrintedTable table) {
        over(caption);
        new NoteTable(table, document, styles, WIDTH).draw();
        under(caption);
    }

    @Override
    public void table(PrintedTable table) {
        new NoteTable(table, document, styles, WIDTH).draw();
        table.notes().forEach(this::smallPrint);
        if (table.notes().isEmpty()) {
            smallPrint(""); // without words between them, two tables would be one
        }
    }
}
