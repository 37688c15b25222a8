package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** The pages of notes as a browser shows them. */
class NotePageInBrowserTest {

    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    /** Moves the pointer over the first category of every chart, and writes down what then is to be seen. */
    private static final String POINTER = """
            <script>
            addEventListener("load", () => setTimeout(() => {
              for (const over of document.querySelectorAll(".u-over")) {
                const box = over.getBoundingClientRect();
                const at = { bubbles: true, clientX: box.left + 3, clientY: box.top + 3 };
                over.dispatchEvent(new MouseEvent("mouseenter", at));
                over.dispatchEvent(new MouseEvent("mousemove", at));
              }
              setTimeout(() => {
                for (const canvas of document.querySelectorAll("canvas")) {
                  const drawn = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                  let points = 0;
                  for (let i = 3; i < drawn.length; i += 4) points += drawn[i] > 0;
                  document.body.append(`[drawn ${points}]`);
                }
                for (const tip of document.querySelectorAll(".tip")) {
                  document.body.append(`[told ${tip.style.display}: ${[...tip.children].map(one => one.textContent).join("; ")}]`);
                }
              }, 300);
            }, 300));
            addEventListener("error", event => document.body.append(`[fault ${event.message}]`));
            </script>
            """;

    /** Goes one category on in every chart by its arrow keys, and writes down what is to be seen, and where the keys lead next. */
    private static final String KEYS = """
            <script>
            addEventListener("load", () => setTimeout(() => {
              for (const plot of document.querySelectorAll(".plot")) {
                plot.focus();
                const told = () => [...plot.querySelector(".tip").children].map(one => one.textContent).join("; ");
                const press = key => plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
                press("ArrowRight");
                press("ArrowDown");
                document.body.append(`[told ${document.activeElement === plot ? plot.querySelector(".tip").style.display : "away"}: ${told()}]`);
                press("Escape");
                document.body.append(`[left ${plot.querySelector(".tip").style.display}]`);
              }
            }, 300));
            addEventListener("error", event => document.body.append(`[fault ${event.message}]`));
            </script>
            """;

    /** Keeps where each word of a chart was drawn last, and in what letters. */
    private static final String WATCH = """
            <style>body { width: 390px }</style>
            <script>
            const fill = CanvasRenderingContext2D.prototype.fillText, clear = CanvasRenderingContext2D.prototype.clearRect;
            const drawn = new Map();
            CanvasRenderingContext2D.prototype.clearRect = function (...box) {
              drawn.set(this.canvas, []);
              clear.apply(this, box);
            };
            CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
              const size = this.measureText(words), spot = this.getTransform().transformPoint({ x, y });
              if (words) drawn.get(this.canvas)?.push({ words, left: spot.x - size.actualBoundingBoxLeft,
                right: spot.x + size.actualBoundingBoxRight, top: spot.y - size.actualBoundingBoxAscent,
                bottom: spot.y + size.actualBoundingBoxDescent });
              fill.call(this, words, x, y);
            };
            </script>
            """;

    /** Writes down the words that stand on others or over the edge, and how many there are. */
    private static final String COLLISIONS = """
            <script>
            addEventListener("load", () => setTimeout(() => {
              for (const [canvas, all] of drawn) {
                if (!canvas.isConnected) continue;
                all.forEach((one, i) => {
                  if (one.left < -1 || one.right > canvas.width + 1) document.body.append(`[over ${one.words}]`);
                  for (const other of all.slice(i + 1))
                    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
                      document.body.append(`[over ${one.words} / ${other.words}]`);
                });
                document.body.append(`[words ${all.length}]`);
              }
              document.body.append(`[wide ${document.documentElement.scrollWidth > innerWidth ? "too" : "fits"}]`);
            }, 600));
            addEventListener("error", event => document.body.append(`[fault ${event.message}]`));
            </script>
            """;

    /** Before it the source of axe, which is asked on a wide page and on one of a phone; what speaks against them is written down. */
    private static final String ACCESSIBLE = """
            <script>
            const asked = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            const find = async width => {
              document.body.style.width = width + "px";
              await new Promise(done => setTimeout(done, 200));
              const found = await axe.run(document, { runOnly: asked, preload: false });
              const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `[against ${rule.id} at ${width} in ${scheme}: ${node.target.join(" ")}]`))
                + `[asked ${scheme} ${width}: ${found.passes.some(rule => rule.id === "color-contrast") ? "contrast" : "nothing"}]`;
            };
            addEventListener("load", () => setTimeout(async () => {
              for (const folded of document.querySelectorAll("details")) folded.open = true;
              const found = await find(1200) + await find(390);
              document.body.append(found);
            }, 300));
            addEventListener("error", event => document.body.append(`[fault ${event.message}]`));
            addEventListener("unhandledrejection", event => document.body.append(`[fault ${event.reason}]`));
            </script>
            """;

    private static final String POINTS = "points";

    private static final ResearchNote OF_POINTS = points();

    private static final String PAGE_OF_POINTS = Bundled.page(OF_POINTS);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void needs_a_browser() {
        Browser.assumeInstalled();
    }

    private static ResearchNote note(String name) {
        return name.equals(POINTS) ? OF_POINTS : Bundled.note(name);
    }

    /** A note with points over two axes, which no bundled dataset has. */
    private static ResearchNote points() {
        Report report = ChartGallery.report();
        Section page = report.sections().stream()
                .filter(section -> section.name().equals("Holders"))
                .findFirst()
                .orElseThrow();
        Exhibit exhibit = page.blocks().get(0).as(Exhibit.class).orElseThrow();
        return new ResearchNote(
                report,
                page.title(),
                page.standfirst(),
                Optional.empty(),
                ImmutableList.of(new ResearchNote.KeyPoint(
                        Block.Sentence.plain("Holders"),
                        exhibit.finding(),
                        "",
                        Optional.empty(),
                        Optional.of(new ResearchNote.Passage(page, exhibit)))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of());
    }

    private static Path page(String note, String file, String more) throws IOException {
        String html = note.equals(POINTS) ? PAGE_OF_POINTS : Bundled.page(note);
        return Files.writeString(folder.resolve(file + ".html"), html.replace("</body>", more + "</body>"));
    }

    private static List<String> said(String page, String what) {
        return Pattern.compile("\\[" + what + " ([^\\]]*)\\]")
                .matcher(page.substring(page.lastIndexOf("</script>")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The first category of every chart of a note, and what each series has there. */
    private static List<String> expected(ResearchNote note) {
        PrintedBlocks blocks = new PrintedBlocks(note.report(), Theme.STANDARD);
        return note.passages().stream()
                .map(passage -> passage.exhibit().shown().drawn().get(0))
                .map(chart -> expected(blocks.plot(chart)))
                .toList();
    }

    private static String expected(Plot plot) {
        String numbers = plot.told().stream()
                .filter(series -> !series.texts().get(0).isEmpty())
                .map(series -> "; " + series.name() + series.texts().get(0))
                .collect(Collectors.joining());
        return "block: " + plot.names().get(0) + numbers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "gallium", POINTS})
    void every_chart_is_drawn_and_says_its_numbers_under_the_pointer(String name) throws IOException {
        List<String> expected = expected(note(name));

        String shown = Browser.opened(page(name, name, POINTER));

        assertThat(said(shown, "fault")).isEmpty();
        assertThat(said(shown, "drawn"))
                .hasSameSizeAs(expected)
                .allSatisfy(points -> assertThat(Integer.parseInt(points)).isGreaterThan(2_000));
        assertThat(said(shown, "told")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "gallium", POINTS})
    void every_chart_says_its_numbers_to_the_keys(String name) throws IOException {
        List<String> expected = expected(note(name));

        String shown = Browser.opened(page(name, name, KEYS));

        assertThat(said(shown, "fault")).isEmpty();
        assertThat(said(shown, "told")).isEqualTo(expected);
        assertThat(said(shown, "left")).hasSameSizeAs(expected).containsOnly("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "graphite", POINTS})
    void no_words_of_a_chart_stand_on_others_on_a_phone(String name) throws IOException {
        Path page = page(name, name + "-phone", COLLISIONS);
        Files.writeString(page, Files.readString(page).replace("</head>", WATCH + "</head>"));

        String shown = Browser.opened(page);

        assertThat(said(shown, "fault")).isEmpty();
        assertThat(said(shown, "words"))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(Integer.parseInt(count)).isGreaterThan(4));
        assertThat(said(shown, "over")).isEmpty();
        assertThat(said(shown, "wide")).containsExactly("fits");
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "gallium", "germanium", "tungsten"})
    void nor_those_of_another_resource(String name) throws IOException {
        no_words_of_a_chart_stand_on_others_on_a_phone(name);
    }

    private static List<String> against(Path page, Browser.Scheme scheme) throws IOException {
        String asked = scheme == Browser.Scheme.DARK ? "dark" : "light";

        String shown = Browser.opened(page, scheme);

        assertThat(said(shown, "fault")).isEmpty();
        assertThat(said(shown, "asked")).containsExactly(asked + " 1200: contrast", asked + " 390: contrast");
        return said(shown, "against");
    }

    private static String accessible() throws IOException {
        return "<script>" + Resources.toString(Resources.getResource(AXE), StandardCharsets.UTF_8) + "</script>"
                + ACCESSIBLE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", POINTS})
    void axe_finds_nothing_that_keeps_a_reader_out(String name) throws IOException {
        Path page = page(name, name + "-axe", accessible());

        for (Browser.Scheme scheme : Browser.Scheme.values()) {
            assertThat(against(page, scheme)).isEmpty();
        }
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void nor_in_a_note_of_another_resource(String name) throws IOException {
        axe_finds_nothing_that_keeps_a_reader_out(name);
    }

    @Test
    void what_keeps_a_reader_out_would_be_found() throws IOException {
        Path page = page("gallium", "kept-out", accessible());
        String html = Files.readString(page);
        Files.writeString(
                page,
                html.replace("</head>", "<style>.small { color: #BBB }</style></head>")
                        .replaceFirst("<main>", "<main><img src=\"data:,\">")
                        .replaceFirst(" aria-label=\"[^\"]*\"", ""));

        List<String> against = against(page, Browser.Scheme.LIGHT);

        assertThat(against)
                .extracting(one -> one.replaceFirst(" in light.*", ""))
                .contains("color-contrast at 1200", "color-contrast at 390", "image-alt at 390", "role-img-alt at 390");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "gallium"})
    void a_page_prints_on_two_to_four_sheets(String name) throws IOException {
        assertThat(Browser.printedPages(page(name, name, ""))).isBetween(2, 4);
    }
}
