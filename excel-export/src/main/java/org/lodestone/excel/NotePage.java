package org.lodestone.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.core.research.Publication;
import org.lodestone.excel.PrintedBlocks.PrintedTable;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;

/**
 * A note as one page of HTML that asks for no other file: its charts are drawn by uPlot, which stands in the page. Who runs no
 * scripts, or does not see a chart, finds its figures in a table under it.
 */
final class NotePage implements NoteSheet {

    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Theme theme;
    private final NoteColours colours;
    private final StringBuilder body = new StringBuilder();
    private final ArrayNode plots = JSON.arrayNode();
    private boolean listing;

    private NotePage(Theme theme) {
        this.theme = theme;
        this.colours = new NoteColours(theme);
    }

    static byte[] of(ResearchNote note, Theme theme) {
        NotePage page = new NotePage(theme);
        NoteText.set(note, theme, page);
        return page.html(theme.signed(note.report())).getBytes(UTF_8);
    }

    private String html(Report report) {
        Publication by = report.publication();
        close();
        ObjectNode drawn = JSON.objectNode();
        drawn.put("font", font());
        for (Theme.Role role : List.of(Theme.Role.INK, Theme.Role.GREY, Theme.Role.HAIRLINE, Theme.Role.PRIMARY)) {
            drawn.set(role.toString(), PlotJson.pair(colours.of(role)));
        }
        drawn.set("plots", plots);
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(by.language()) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'; img-src data:\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + meta("author", by.author().isEmpty() ? by.house() : by.author())
                + meta("date", report.date().toString())
                + "<title>" + escaped(by.title()) + "</title>\n<style>\n"
                + plotting("dist/uPlot.min.css")
                + colours.css(font())
                + own("note.css")
                + "</style>\n</head>\n<body>\n<main>\n" + body
                + "</main>\n<script type=\"application/json\" id=\"drawn\">"
                + drawn.toString().replace("<", "\\u003c")
                + "</script>\n<script>\n/*\n" + plotting("LICENSE").strip() + "\n*/\n"
                + plotting("dist/uPlot.iife.min.js").strip()
                + "\n</script>\n<script>\n" + own("note.js") + "</script>\n</body>\n</html>\n";
    }

    private String font() {
        return "\"" + theme.font() + "\", Carlito, \"Segoe UI\", \"Helvetica Neue\", Arial, sans-serif";
    }

    private static String meta(String name, String content) {
        return "<meta name=\"" + name + "\" content=\"" + escaped(content) + "\">\n";
    }

    private static String own(String name) {
        return text(requireNonNull(NotePage.class.getResource(name), name)); // which a module lets none but itself find
    }

    /** A file of uPlot, wherever the classes are from: a host's thread may not see them. */
    private static String plotting(String name) {
        return text(requireNonNull(NotePage.class.getClassLoader().getResource(UPLOT + name), name));
    }

    private static String text(URL file) {
        try {
            return Resources.toString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(Visible.lines(text));
    }

    // ---------------------------------------------------------------- words

    private void put(String element, String text) {
        put(element, "", text);
    }

    private void put(String element, String look, String text) {
        close();
        line(element(element, look, escaped(text)));
    }

    private void line(String html) {
        body.append(html).append('\n');
    }

    private static String element(String name, String look, String content) {
        return "<" + name + (look.isEmpty() ? "" : " class=\"" + look + "\"") + ">" + content + "</" + name + ">";
    }

    /** Ends a list. */
    private void close() {
        body.append(listing ? "</ul>\n" : "");
        listing = false;
    }

    @Override
    public void head(String eyebrow, String aside, String title, String standfirst) {
        line("<header>");
        theme.logo().ifPresent(this::logo);
        line(element("p", "eyebrow", element("span", "", escaped(eyebrow)) + element("span", "aside", escaped(aside))));
        put("h1", title);
        put("p", "standfirst", standfirst);
        line("</header>");
    }

    private void logo(Logo logo) {
        String alt = theme.house().map(house -> "Logo of " + house).orElse("Logo");
        line("<img class=\"logo\" alt=\"" + escaped(alt) + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(logo.png()) + "\">");
    }

    @Override
    public void heading(String text) {
        put("h2", text);
    }

    @Override
    public void paragraph(String found, String said, String verdict) {
        close();
        String quoted = said.isEmpty() ? "" : " " + element("span", "quiet", escaped(said));
        String judged = verdict.isEmpty() ? "" : " " + element("b", "", escaped(verdict) + ".");
        line(element("p", "point", escaped(found) + quoted + judged));
    }

    @Override
    public void item(String text) {
        body.append(listing ? "" : "<ul>\n");
        listing = true;
        line(element("li", "", escaped(text)));
    }

    @Override
    public void smallPrint(String text) {
        put("p", "small", text);
    }

    @Override
    public void source(Source source, Optional<String> address) {
        close();
        String link = address.map(
                        url -> " <a href=\"" + escaped(url) + "\" rel=\"noreferrer\">" + escaped(url) + "</a>")
                .orElse("");
        line(element(
                "p",
                "small source",
                element("b", "", escaped(source.shortName())) + "&ensp;" + escaped(source.citation()) + link));
    }

    // ---------------------------------------------------------------- exhibits and tables

    private void over(Caption caption) {
        close();
        line("<figure>");
        line("<figcaption>" + element("b", "", escaped(caption.finding()))
                + element("span", "", escaped(caption.unit())) + "</figcaption>");
    }

    private void under(Caption caption) {
        caption.under().forEach(line -> put("p", "small", line));
        line("</figure>");
    }

    @Override
    public void exhibit(Caption caption, Chart chart, PrintedBlocks printed) {
        Plot plot = printed.plot(chart);
        over(caption);
        line("<div class=\"plot\" role=\"img\" tabindex=\"0\" aria-label=\"" + escaped(plot.words()) + "\"></div>");
        line("<details><summary>Figures</summary>");
        table(figures(plot), "figures");
        line("</details>");
        plots.add(PlotJson.of(plot, colours));
        under(caption);
    }

    @Override
    public void exhibit(Caption caption, PrintedTable table) {
        over(caption);
        table(table);
        under(caption);
    }

    /** The figures of a chart, as a table: a row for each category. */
    private static PrintedTable figures(Plot plot) {
        var columns = ImmutableList.<PrintedTable.Head>builder().add(new PrintedTable.Head("", false, true));
        plot.told().forEach(series -> columns.add(new PrintedTable.Head(series.name(), true, false)));
        var rows = ImmutableList.<PrintedTable.Line>builder();
        for (int i = 0; i < plot.names().size(); i++) {
            var cells = ImmutableList.<String>builder().add(plot.names().get(i));
            int point = i;
            plot.told().forEach(series -> cells.add(series.texts().get(point)));
            rows.add(new PrintedTable.Line(Row.Kind.BODY, cells.build()));
        }
        return new PrintedTable("", columns.build(), rows.build(), ImmutableList.of());
    }

    @Override
    public void table(PrintedTable table) {
        table(table, "");
        table.notes().forEach(this::smallPrint);
    }

    private void table(PrintedTable table, String look) {
        close();
        line("<div class=\"scroll\" tabindex=\"0\"><table" + (look.isEmpty() ? "" : " class=\"" + look + "\"") + ">");
        body.append("<thead><tr>");
        for (PrintedTable.Head column : table.columns()) {
            body.append(
                    column.text().isEmpty()
                            ? "<td></td>"
                            : "<th scope=\"col\"" + (column.right() ? " class=\"right\"" : "") + ">"
                                    + escaped(column.text()).replace("\n", "<br>") + "</th>");
        }
        line("</tr></thead>\n<tbody>");
        for (PrintedTable.Line row : table.rows()) {
            body.append("<tr class=\"" + row.kind().name().toLowerCase(Locale.ROOT) + "\">");
            for (int i = 0; i < row.cells().size(); i++) {
                cell(table.columns().get(i), row.cells().get(i));
            }
            line("</tr>");
        }
        line("</tbody></table></div>");
    }

    private void cell(PrintedTable.Head column, String text) {
        String look = (column.right() ? "right" : "") + (NoteSheet.isSign(text) ? " sign" : "");
        String name = column.named() ? "th scope=\"row\"" : "td";
        body.append("<" + name + (look.isBlank() ? "" : " class=\"" + look.strip() + "\"") + ">" + escaped(text)
                + (column.named() ? "</th>" : "</td>"));
    }
}
