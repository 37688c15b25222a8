package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Chart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;

/** The settings given to charts are those that a program reads in their parts of a file. */
class ChartTextTest {

    private static final String LETTERS =
            ChartText.labelLetters("Calibri", 8.5, Theme.STANDARD.colour(Theme.Role.INK), false);

    /** A line over two categories, of which the second has no value. */
    private static CTChartSpace read(String words, Optional<String> cellOfName) throws XmlException {
        String data = ChartText.categories("'Words & more'!$B$5:$B$6", List.of(words, ""))
                + ChartText.numbers(
                        "val", "'Words & more'!$C$5:$C$6", List.of(OptionalDouble.of(270_000), OptionalDouble.empty()));
        String plot = ChartText.layout("inner", 0.1, 0.02, 0.8, 0.9)
                + ChartText.element(
                        "lineChart",
                        ChartText.value("grouping", "standard"),
                        ChartText.series(0, ChartText.name(words, cellOfName), "", data, ""),
                        ChartText.AXES)
                + ChartText.names(false, ChartText.NO_LINE, LETTERS, 1)
                + ChartText.numbers(
                        false,
                        ChartText.scaling(false, new ChartScale.Ends(OptionalDouble.empty(), OptionalDouble.of(1))),
                        true,
                        "",
                        "#,##0 \"t\"",
                        LETTERS,
                        true,
                        OptionalDouble.empty());
        return ChartSpaceDocument.Factory.parse(ChartText.part(plot, "", false, LETTERS))
                .getChartSpace();
    }

    private static CTLineSer series(CTChartSpace space) {
        return space.getChart().getPlotArea().getLineChartArray(0).getSerArray(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mine production",
                "a <b> & \"c\" 'd' ]]>",
                " with room on both sides ",
                "_x0041_ is no A",
                "稀土 and 𠮷, Žilina"
            })
    void words_stand_as_they_were_given(String words) throws XmlException {
        CTChartSpace space = read(words, Optional.empty());
        CTLineSer series = series(space);

        assertThat(series.getTx().getV()).isEqualTo(words);
        assertThat(series.getCat().getStrRef().getStrCache().getPtArray(0).getV())
                .isEqualTo(words);
        assertThat(series.getCat().getStrRef().getF()).isEqualTo("'Words & more'!$B$5:$B$6");
        assertThat(space.getChart().getPlotArea().getValAxArray(0).getNumFmt().getFormatCode())
                .isEqualTo("#,##0 \"t\"");
    }

    @Test
    void a_name_that_is_a_cell_follows_it() throws XmlException {
        CTLineSer series = series(read("Base −7.1", Optional.of("Balance!$C$9")));

        assertThat(series.getTx().getStrRef().getF()).isEqualTo("Balance!$C$9");
        assertThat(series.getTx().getStrRef().getStrCache().getPtArray(0).getV())
                .isEqualTo("Base −7.1");
    }

    @Test
    void a_missing_value_leaves_a_gap() throws XmlException {
        var numbers = series(read("Mine production", Optional.empty()))
                .getVal()
                .getNumRef()
                .getNumCache();

        assertThat(numbers.getPtCount().getVal()).isEqualTo(2);
        assertThat(numbers.getPtList()).hasSize(1);
        assertThat(numbers.getPtArray(0).getV()).isEqualTo("270000.0");
    }

    @Test
    void a_chart_has_no_title_no_border_and_no_fill() throws XmlException {
        CTChartSpace space = read("Mine production", Optional.empty());

        assertThat(space.getChart().isSetTitle()).isFalse();
        assertThat(space.getChart().getAutoTitleDeleted().getVal()).isTrue();
        assertThat(space.getSpPr().isSetNoFill()).isTrue();
        assertThat(space.getSpPr().getLn().isSetNoFill()).isTrue();
        assertThat(space.getChart().getPlotArea().getSpPr().isSetNoFill()).isTrue();
    }

    @Test
    void its_elements_stand_in_the_order_of_the_file_format() throws XmlException {
        assertThat(read("Mine production", Optional.of("Balance!$C$9")).validate())
                .isTrue();
    }

    @Test
    void a_reader_who_does_not_see_it_is_told_what_it_shows() {
        Chart chart = Chart.bars("Who has it", "Mt")
                .series(
                        "Reserves",
                        Formula.span(List.of(Term.of("mine production").key())))
                .build();
        ChartPlaces places = new ChartPlaces();
        places.add(new ChartPlan(chart, 4, 1, 18, 5), "rId1", 40, "\"Light\" & heavy. Bars, Mt.");

        assertThat(places.part())
                .contains("descr=\"&quot;Light&quot; &amp; heavy. Bars, Mt.\"")
                .contains("<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row>")
                .contains("<xdr:to><xdr:col>4</xdr:col><xdr:colOff>381000</xdr:colOff><xdr:row>18</xdr:row>");
    }
}
