package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
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
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;

/** What charts are told is what a program reads in their parts of a file. */
class ChartTextTest {

    private static final ChartText.Axis NAMES = new ChartText.Axis(0, "b");
    private static final ChartText.Axis NUMBERS = new ChartText.Axis(1, "l");

    private static Chart chart(String words) {
        return Chart.of(
                words,
                Chart.Kind.LINES,
                words,
                Chart.line(
                        words,
                        Formula.span(ImmutableList.of(Term.of("mine production").key()))));
    }

    /** A line over two categories, of which the second has no value. */
    private static CTChartSpace read(String words) throws XmlException {
        String data = ChartText.names("'Words & more'!$B$5:$B$6", List.of(words, ""))
                + ChartText.numbers(
                        "'Words & more'!$C$5:$C$6", List.of(OptionalDouble.of(270_000), OptionalDouble.empty()));
        String plot = "<c:layout/>"
                + ChartText.element(
                        "lineChart",
                        ChartText.value("grouping", "standard"),
                        ChartText.series(0, words, "", data, ""),
                        NAMES.pair())
                + NAMES.ofNames(false, false)
                + NUMBERS.ofNumbers(Optional.of(words), "#,##0 \"t\"", OptionalDouble.empty(), false, false);
        return ChartSpaceDocument.Factory.parse(ChartText.part(chart(words), plot, Theme.STANDARD))
                .getChartSpace();
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
        CTChart chart = read(words).getChart();
        CTLineSer series = chart.getPlotArea().getLineChartArray(0).getSerArray(0);

        assertThat(chart.getTitle().getTx().getRich().getPArray(0).getRArray(0).getT())
                .isEqualTo(words);
        assertThat(series.getTx().getV()).isEqualTo(words);
        assertThat(series.getCat().getStrRef().getStrCache().getPtArray(0).getV())
                .isEqualTo(words);
        assertThat(series.getCat().getStrRef().getF()).isEqualTo("'Words & more'!$B$5:$B$6");
        assertThat(chart.getPlotArea().getValAxArray(0).getNumFmt().getFormatCode())
                .isEqualTo("#,##0 \"t\"");
    }

    @Test
    void a_missing_value_leaves_a_gap() throws XmlException {
        var numbers = read("Mine production")
                .getChart()
                .getPlotArea()
                .getLineChartArray(0)
                .getSerArray(0)
                .getVal()
                .getNumRef()
                .getNumCache();

        assertThat(numbers.getPtCount().getVal()).isEqualTo(2);
        assertThat(numbers.getPtList()).hasSize(1);
        assertThat(numbers.getPtArray(0).getV()).isEqualTo("270000.0");
    }

    @Test
    void its_elements_stand_in_the_order_of_the_file_format() throws XmlException {
        assertThat(read("Mine production").validate()).isTrue();
    }

    @Test
    void a_reader_who_does_not_see_it_is_told_what_it_shows() {
        ChartPlaces places = new ChartPlaces();
        places.add(new ChartPlan(chart("\"Light\" & heavy"), 4, 1, 18, 5), "rId1", 40);

        assertThat(places.part())
                .contains("descr=\"&quot;Light&quot; &amp; heavy (lines, &quot;Light&quot; &amp; heavy)\"")
                .contains("<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row>")
                .contains("<xdr:to><xdr:col>4</xdr:col><xdr:colOff>381000</xdr:colOff><xdr:row>18</xdr:row>");
    }
}
