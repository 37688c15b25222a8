package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Maps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Source;
import org.lodestone.excel.ResearchNotes.Format;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;

/** The notes of the bundled datasets, held against their packs. */
@Order(1)
class ResearchNotesTest {

    /** A number as it is read: {@code 11,525,000}, {@code −7.1}, {@code 69%}. */
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?%?");

    private static final Map<String, Made> NOTES = new HashMap<>();

    private static final List<String> STEPS_OF_GRAPHITE = List.of(
            "China holds the chain",
            "Mine production",
            "Reserves",
            "Named plants alone fall short of the IEA outlook",
            "Who benefits");

    @TempDir
    Path folder;

    /** A note in both formats, as bytes of their files. */
    private record Made(ResearchNote note, String html, List<String> document, Set<String> pack) {

        static Made of(String name) {
            try {
                ResearchNote note = Bundled.note(name);
                return new Made(note, Bundled.page(name), texts(opened(note)), numbers(Bundled.pack(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Made made(String name) {
        return NOTES.computeIfAbsent(name, Made::of);
    }

    private static XWPFDocument opened(ResearchNote note) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(ResearchNotes.bytes(note, Theme.STANDARD, Format.DOCX)));
    }

    /** Every number that a cell of a sheet shows that is seen, by itself or in a sentence. */
    private static Set<String> numbers(WrittenPack pack) {
        DataFormatter shown = new DataFormatter(Locale.ROOT);
        shown.setUseCachedValuesForFormulaCells(true);
        Set<String> numbers = new LinkedHashSet<>();
        pack.look(book -> {
            for (Sheet sheet : book) {
                if (book.getSheetVisibility(book.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
                    continue;
                }
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        CellType type = cell.getCellType() == CellType.FORMULA
                                ? cell.getCachedFormulaResultType()
                                : cell.getCellType();
                        String text = type == CellType.STRING ? cell.getStringCellValue() : shown.formatCellValue(cell);
                        numbers.addAll(numbers(text));
                    }
                }
            }
        });
        return numbers;
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> number.replaceFirst(",$", ""))
                .toList();
    }

    /** The paragraphs and cells of a document, in their order; addresses, which no reader reads, are left out. */
    private static List<String> texts(XWPFDocument document) {
        List<String> texts = new ArrayList<>();
        document.getBodyElements().forEach(element -> {
            if (element instanceof XWPFParagraph paragraph) {
                texts.add(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    row.getTableCells().stream().map(XWPFTableCell::getText).forEach(texts::add);
                }
            }
        });
        return texts.stream()
                .map(text -> text.replaceAll("https?://\\S+", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The words that a reader of the page reads: no scripts, no marks of HTML. */
    private static String words(String html) {
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>"));
        return body.replaceAll("<a .*?</a>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&ensp;", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private static String withoutTables(String html) {
        return html.replaceAll("(?s)<details>.*?</details>", "");
    }

    // ---------------------------------------------------------------- the same numbers

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void every_number_of_a_document_is_one_that_the_pack_shows(String name) {
        Made made = made(name);

        for (String text : made.document()) {
            String said = text.replaceFirst("Exhibit \\d+\\. ", "");
            assertThat(made.pack()).as(text).containsAll(numbers(said));
        }
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void every_number_of_a_page_is_one_that_the_pack_shows(String name) {
        Made made = made(name);
        String said = words(withoutTables(made.html())).replaceAll("Exhibit \\d+\\. ", "");

        assertThat(numbers(said)).isNotEmpty();
        assertThat(made.pack()).containsAll(numbers(said));
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void numbers_of_charts_are_values_of_the_model(String name) {
        ResearchNote note = made(name).note();
        var blocks = new PrintedBlocks(note.report(), Theme.STANDARD);

        for (ResearchNote.Passage passage : note.passages()) {
            var chart = passage.exhibit().shown().drawn().get(0);
            double size = Math.pow(1_000, chart.shown().map(Shown::thousands).orElse(0));
            List<Double> values = chart.keys()
                    .flatMap(key ->
                            note.report().model().value(key).number().stream().boxed())
                    .map(value -> value / size)
                    .toList();
            for (var told : blocks.plot(chart).told()) {
                for (String text : told.texts()) {
                    // of a band the upper edge is a sum, which PlotTest works out by hand
                    String first = told.name().equals("Shaded") || told.name().equals("Range")
                            ? text.replaceFirst(" to .*", "")
                            : text;
                    assertThat(first.isEmpty() || first.equals("n/a") || isWritten(first, values))
                            .as(chart.title() + ", " + told.name() + ": " + first)
                            .isTrue();
                }
            }
        }
    }

    /** Whether a text is some value, rounded to the decimals that it has. */
    private static boolean isWritten(String text, List<Double> values) {
        String digits = text.replaceAll("[^\\d.−]", "").replace('−', '-');
        double number = Double.parseDouble(digits) / (text.contains("%") ? 100 : 1);
        int decimals = digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        double half = 0.5001 * Math.pow(10, -decimals - (text.contains("%") ? 2 : 0));
        return values.stream().anyMatch(value -> Math.abs(value - number) <= half);
    }

    @Test
    void a_number_that_the_pack_does_not_show_would_be_found() {
        Made made = made("gallium");

        assertThat(numbers("China has 98.7% of 909 t, +7.2%.")).containsExactly("98.7%", "909", "7.2%");
        assertThat(made.pack()).contains("909", "7.2%").doesNotContain("98.7%");
        assertThat(isWritten("99%", List.of(0.985))).isTrue();
        assertThat(isWritten("99%", List.of(0.9849))).isFalse();
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void page_and_document_say_the_same(String name) {
        Made made = made(name);
        String page = words(made.html());

        assertThat(made.document().stream().map(text -> text.replaceFirst("^• ", "")))
                .allSatisfy(text -> assertThat(page).contains(text));
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void title_and_key_points_are_those_of_the_front_page(String name) {
        ResearchNote note = made(name).note();
        var values = note.report().model().values();
        var front = note.report().sections().get(0);
        String title = front.title().fold(key -> values.of(key).inSentence(), words -> words);

        assertThat(made(name).document()).contains(title);
        assertThat(note.keyPoints())
                .extracting(ResearchNote.KeyPoint::verdict)
                .hasSizeGreaterThanOrEqualTo(
                        front.tables().findFirst().orElseThrow().rows().size());
    }

    @Test
    void the_argument_goes_from_the_chain_over_supply_and_demand_to_companies() {
        assertThat(made("graphite").document().stream().filter(STEPS_OF_GRAPHITE::contains))
                .containsExactlyElementsOf(STEPS_OF_GRAPHITE);
    }

    // ---------------------------------------------------------------- what is there, and what is not

    @Test
    void the_note_on_rare_earths_has_all_there_is() {
        assertThat(made("rare-earths").document())
                .contains(
                        "The market tightens",
                        "What would turn it: the market tightens",
                        "Next dates, 2026 unless given")
                .contains("China Northern Rare Earth", "Demand against the outlook, %", "Each other driver")
                .contains("What is not known")
                .anyMatch(text -> text.contains(" Exhibit 5. "))
                .noneMatch(text -> text.startsWith("Not in this note"));
    }

    @Test
    void a_step_of_the_argument_is_a_paragraph_under_its_heading() {
        List<String> document = made("rare-earths").document();

        assertThat(document.subList(document.indexOf("Growth of mine supply slows"), document.size()))
                .startsWith(
                        "Growth of mine supply slows",
                        "Mine production grows 3.14% a year to 2030 in Base, against 4.75% in 2024 (MCS 2025, the note's),"
                                + " 1.38% in 2025 (MCS 2026) and 8.11% chained 2022 to 2025. Claim: The growth of supply"
                                + " may slow. Depends on the base.",
                        "Supply outside China is slow",
                        "Supply outside China equals 10% of what China supplied in 2024, 26% by 2030; projects ran"
                                + " 2.6 years late or more on average. Claim: Supply outside China comes slowly. Slow:"
                                + " under 33% by 2030.");
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void whose_words_the_claims_are_is_said_once(String name) {
        Made made = made(name);
        List<String> said = made.note().keyPoints().stream()
                .map(ResearchNote.KeyPoint::said)
                .filter(one -> !one.isEmpty())
                .toList();

        assertThat(said)
                .filteredOn(
                        one -> one.startsWith("The note under study says: ") || one.startsWith("Published texts say: "))
                .hasSize(Math.min(1, said.size()));
        assertThat(said.stream().skip(1)).allMatch(one -> one.startsWith("Claim: "));
        assertThat(words(made.html()).split("The note under study says|Published texts say", -1))
                .hasSize(1 + Math.min(1, said.size()));
    }

    @Test
    void a_gap_stands_before_what_would_close_it_and_the_companies_between() {
        assertThat(made("rare-earths").note().passages())
                .extracting(passage -> passage.page().name())
                .containsExactly("Chain", "Balance", "Benefit", "Earnings", "Turns");
        assertThat(made("cobalt").note().passages())
                .extracting(passage -> passage.page().name())
                .endsWith("Turns")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_source_on_a_network_of_ones_own_has_no_link() throws IOException {
        Dataset dataset = Bundled.dataset("germanium");
        Dataset own = dataset.toBuilder()
                .sources(Maps.transformValues(
                        dataset.sources(),
                        source -> new Source(
                                source.id(),
                                source.citation(),
                                source.brief(),
                                Optional.of("http://wiki.desk.internal/1"))))
                .build();
        ResearchNote note = ResearchPack.of(own).note();

        assertThat(made("germanium").html()).contains("href=\"https://doi.org/10.5066/P1WKQ63T\"");
        assertThat(Bundled.page(note)).contains("USGS MCS 2026").doesNotContain("<a ", "desk.internal");
        try (XWPFDocument there = opened(made("germanium").note());
                XWPFDocument document = opened(note)) {
            assertThat(there.getHyperlinks()).hasSize(1);
            assertThat(document.getHyperlinks()).isEmpty();
        }
    }

    @Test
    void a_dataset_without_forecast_and_screen_has_a_smaller_note_that_says_what_it_is_without() {
        assertThat(made("germanium").document())
                .contains(
                        "Not in this note, for want of data",
                        "• Companies that stand to benefit: the dataset has no companies, or too little about them.",
                        "• The years to come, and what would turn the finding: the dataset has no rules for a forecast,"
                                + " or not all that these need.")
                .noneMatch(text -> text.startsWith("What would turn it") || text.contains("Where no other scenario"));
    }

    @Test
    void in_another_scenario_the_note_says_its_numbers() {
        Dataset dataset = Bundled.dataset("rare-earths");
        ResearchNote note =
                ResearchPack.of(dataset).withScenario("Fast overseas").note();

        assertThat(words(Bundled.page(note)))
                .contains(
                        "The balance moves by 2.1 to −3.7 points of demand to 2030 in the median of draws; Fast overseas as assumed: ")
                .contains("forecasts are those of Fast overseas.");
    }

    @Test
    void a_house_signs_it_in_its_colours() throws IOException {
        Theme theme =
                Theme.STANDARD.withHouse("Harbour Research").with(Map.of(Theme.Role.PRIMARY, Colour.parse("#5B1A2E")));
        ResearchNote note = made("gallium").note();

        String page = new String(ResearchNotes.bytes(note, theme, Format.HTML), StandardCharsets.UTF_8);

        assertThat(page).contains("HARBOUR RESEARCH", "Published by Harbour Research.", "--primary: #5B1A2E");
    }

    @Test
    void the_logo_of_a_house_is_in_the_file() throws IOException {
        Theme theme = Theme.STANDARD.withHouse("Harbour Research").withLogo(Logo.of(square()));
        ResearchNote note = made("gallium").note();

        assertThat(new String(ResearchNotes.bytes(note, theme, Format.HTML), StandardCharsets.UTF_8))
                .contains("alt=\"Logo of Harbour Research\" src=\"data:image/png;base64,iVBOR");
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(ResearchNotes.bytes(note, theme, Format.DOCX)))) {
            assertThat(pictures(document))
                    .startsWith("Logo of Harbour Research")
                    .hasSize(1 + note.passages().size());
        }
    }

    private static byte[] square() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    // ---------------------------------------------------------------- the document

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void a_document_is_valid_and_its_charts_say_what_they_show(String name) throws IOException {
        ResearchNote note = made(name).note();
        try (XWPFDocument document = opened(note)) {
            List<XmlError> errors = new ArrayList<>();
            document.getDocument().validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).isEmpty();
            assertThat(document.getCharts()).hasSameSizeAs(note.passages()).allSatisfy(chart -> {
                chart.getCTChartSpace().validate(new XmlOptions().setErrorListener(errors));
                assertThat(errors).isEmpty();
            });
            assertThat(pictures(document))
                    .hasSameSizeAs(note.passages())
                    .allMatch(words -> words.matches("(?s).+\\. (Bars|Lines|Stacked columns|Columns).+\\d.+"));
        }
    }

    @Test
    void its_charts_are_those_of_the_workbook_and_names_of_ranges_say_from_where_to_where() throws IOException {
        ResearchNote note = made("rare-earths").note();
        try (XWPFDocument document = opened(note)) {
            assertThat(document.getAllPictures()).isEmpty();
            assertThat(document.getCharts().get(0).getCTChartSpace().xmlText())
                    .contains(">Chain!$", ">0.685", ">Mine production: China<", "<c:barDir val=\"bar\"/>");
            assertThat(document.getCharts().get(2).getCTChartSpace().xmlText())
                    .contains(">China Northern Rare Earth, 0.18 to 0.93<", ">Lynas Rare Earths, 0.41 to 0.79<");
        }
    }

    private static List<String> pictures(XWPFDocument document) {
        return document.getParagraphs().stream()
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .flatMap(run -> run.getCTR().getDrawingList().stream())
                .flatMap(drawing -> drawing.getInlineList().stream())
                .map(inline -> inline.getDocPr().getDescr())
                .toList();
    }

    @Test
    void what_programs_show_of_a_document_is_the_houses_and_of_the_day_of_the_figures() throws IOException {
        try (XWPFDocument document = opened(made("rare-earths").note())) {
            var core = document.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Rare earths | Supply");
            assertThat(core.getCreator()).isEqualTo("Lodestone");
            assertThat(core.getCreated().toInstant()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
            assertThat(core.getModified()).isEqualTo(core.getCreated());
        }
    }

    @Test
    void headings_are_in_the_outline() throws IOException {
        try (XWPFDocument document = opened(made("rare-earths").note())) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .startsWith("China holds the chain", "Growth of mine supply slows", "Supply outside China is slow")
                    .contains("Disclosures");
            assertThat(document.getStyles()
                            .getStyle("Heading1")
                            .getCTStyle()
                            .getPPr()
                            .isSetOutlineLvl())
                    .isTrue();
        }
    }

    // ---------------------------------------------------------------- the page

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void a_page_asks_for_no_other_file(String name) {
        String html = made(name).html();
        String markup = html.replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "");

        assertThat(markup).doesNotContain(" src=", "<link", "<iframe", "<img", "<object", "@import");
        assertThat(html).contains("default-src 'none'").doesNotContainPattern("url\\(|@import");
        // addresses are those of sources, for a reader to follow
        assertThat(Pattern.compile("https?://").matcher(markup).results().count())
                .isEqualTo(2
                        * Pattern.compile("<a href=\"https?://")
                                .matcher(markup)
                                .results()
                                .count());
    }

    @Test
    void the_script_in_a_page_has_its_licence_and_nothing_that_ends_it_early() {
        String html = made("rare-earths").html();

        assertThat(html).contains("The MIT License (MIT)", "Copyright (c) 2022 Leon Sorokin", "var uPlot=");
        assertThat(Pattern.compile("</script>").matcher(html).results()).hasSize(3);
    }

    @Test
    void a_page_has_colours_for_a_dark_screen_that_can_be_read() {
        NoteColours colours = new NoteColours(Theme.STANDARD);

        assertThat(made("rare-earths").html()).contains("prefers-color-scheme: dark", "@media print");
        for (Theme.Role role : List.of(Theme.Role.INK, Theme.Role.PRIMARY, Theme.Role.GREY, Theme.Role.WARNING)) {
            assertThat(colours.of(role).light()).isEqualTo(Theme.STANDARD.colour(role));
            assertThat(colours.of(role).dark().contrast(NoteColours.GROUND)).isGreaterThan(4.5);
        }
        assertThat(made("rare-earths").html()).contains("class=\"right sign\"", ".sign { color: var(--grey); }");
        assertThat(Theme.STANDARD.colour(Theme.Role.GREY).contrast(Colour.WHITE))
                .isGreaterThan(4.5);
        assertThat(colours.of(Theme.Role.HAIRLINE).dark().contrast(NoteColours.GROUND))
                .isGreaterThan(2);
        for (Theme.Role role : List.of(Theme.Role.SERIES_1, Theme.Role.SERIES_2, Theme.Role.SERIES_3)) {
            assertThat(colours.of(role).dark().contrast(NoteColours.GROUND)).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void what_no_reader_sees_is_made_visible(Format format) throws IOException {
        ResearchNote note = titled("rare\u0000 \u202Eearths");

        byte[] file = ResearchNotes.bytes(note, Theme.STANDARD, format);

        String text = format == Format.HTML
                ? new String(file, StandardCharsets.UTF_8)
                : String.join(" ", texts(new XWPFDocument(new ByteArrayInputStream(file))));
        assertThat(text).contains("rare␀ ").doesNotContain("\u0000", "\u202E");
    }

    @Test
    void words_of_a_dataset_are_no_marks_of_html() {
        ResearchNote odd = titled("<script>alert(1)</script> & more");

        assertThat(Bundled.page(odd))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
                .doesNotContain("<script>alert");
    }

    private static ResearchNote titled(String title) {
        ResearchNote note = made("gallium").note();
        return new ResearchNote(
                note.report(),
                Block.Sentence.plain(title),
                note.standfirst(),
                note.edition(),
                note.keyPoints(),
                note.leaders(),
                note.turning(),
                note.turns(),
                note.dates(),
                note.unknown(),
                note.lacking(),
                note.scenario(),
                note.disclosures());
    }

    // ---------------------------------------------------------------- files

    @Test
    void the_same_note_gives_the_same_bytes() throws IOException {
        Dataset dataset = Datasets.read(Path.of("../examples/data/lithium")).orElseThrow();
        ResearchNote again =
                ResearchPack.of(dataset).withSheets(ResearchPack.Sheets.ALL).note();

        for (Format format : FORMATS) {
            assertThat(ResearchNotes.bytes(again, Theme.STANDARD, format))
                    .isEqualTo(ResearchNotes.bytes(Bundled.note("lithium"), Theme.STANDARD, format));
        }
    }

    private static final List<Format> FORMATS = List.of(Format.values());

    @Test
    void a_format_is_told_by_the_ending() {
        assertThat(Format.of(Path.of("a.b", "note.DOCX"))).contains(Format.DOCX);
        assertThat(Format.of(Path.of("note.html"))).contains(Format.HTML);
        assertThat(Stream.of("note.htm", "note.doc", "docx", "note")
                        .map(Path::of)
                        .map(Format::of))
                .allMatch(Optional::isEmpty);
        assertThatThrownBy(
                        () -> ResearchNotes.write(made("gallium").note(), Theme.STANDARD, folder.resolve("note.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Let it end in .docx or .html.");
    }
}
