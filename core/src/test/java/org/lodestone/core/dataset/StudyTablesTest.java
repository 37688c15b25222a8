package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.project.StudyFigure.Years;
import org.lodestone.core.project.StudySensitivity.Driver;

/** What studies of projects print: each item in a unit of its own, one currency and one kind of money in a study. */
class StudyTablesTest {

    private static final String HEAD =
            "project,study,published,item,product,value,unit,assumption,years,terms,tax,rate,how,note,sources,reliability";
    private static final String MOVED = "project,study,driver,change,outcome,value,unit,tax,note,sources,reliability";
    private static final String NPV = "Nolans,DFS 2019,2019-02-07,npv,,729,AUD mn,,,,,10,reported,,usgs-2025,read";

    @TempDir
    Path folder;

    private TinyDataset dataset(String... studies) {
        return TinyDataset.in(folder)
                .table(
                        "studies",
                        Stream.concat(Stream.of(HEAD), Stream.of(studies)).toArray(String[]::new))
                .table(
                        "assumptions",
                        "id,scenario,year,step,name,value,unit,period,origin,reason,sources",
                        "tax-australia,Base,,,Tax on profit in Australia,30,%,,choice,The statutory rate.,",
                        "tax-huge,Base,,,Tax,130,%,,choice,A slip.,");
    }

    private static List<String> problems(TinyDataset dataset) {
        return dataset.read().problems().stream().map(Problem::toString).toList();
    }

    @Test
    void a_result_keeps_its_digits_side_of_tax_and_rate() {
        StudyFigure npv = dataset("Nolans,DFS 2021,2021-05-11,npv,,1.4,AUD bn,,,,after,8,rounded,,usgs-2025,read")
                .read()
                .orElseThrow()
                .rows(DatasetTables.STUDIES)
                .get(0);

        assertThat(npv.item()).isEqualTo(Item.NPV);
        assertThat(npv.value()).hasToString("Optional[1.4]");
        assertThat(npv.tax()).contains(Tax.AFTER);
        assertThat(npv.rate()).hasToString("Optional[8]");
        assertThat(npv.years()).isEqualTo(Years.EACH);
    }

    @Test
    void earnings_are_of_each_year_of_some_or_of_the_whole_life() {
        assertThat(Stream.of("", "1-15", "3", "life").map(Years::parse).map(Years::toString))
                .containsExactly("", "1-15", "3", "life");
        assertThat(Years.parse("2-3").has(3)).isTrue();
        assertThat(Years.parse("2-3").has(4)).isFalse();
        assertThat(problems(dataset("A,B,2024,ebitda,,5,USD mn,,15-1,,,,reported,,usgs-2025,read")))
                .containsExactly(
                        "studies.csv:2: years: '15-1' is not years of operation. Write 1-15, a single year, life for"
                                + " the total of all, or nothing for each year.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            life,,0,years,,,,,               | life '0' cannot be. It is a number of years above zero.
            npv,,5,USD mn,,,,,-100           | rate '-100' cannot be: at −100% or less nothing can be discounted. Write a rate such as 8.
            irr,,12,%,,,,after,8             | rate is '8', and irr is not discounted. Give it to npv, or empty the cell.
            irr,,-100,%,,,,,                 | irr '-100' cannot be. No more than all that was spent can be lost.
            capex,,12,USD/kg,,,,,            | 'USD/kg' is no unit of capex. Write money (USD mn).
            capex,,,,,,,,                    | capex has neither a value nor an assumption. Give it one of the two.
            capex,,12,,,,,,                  | capex is '12' of nothing: unit is empty. Write money (USD mn).
            tax,,130,%,,,,,                  | tax '130' cannot be. It lies between 0 and 100%.
            capex,,,,tax-australia,,,,       | capex names the assumption 'tax-australia', which only tax can. Give it the printed value.
            price,,90,USD/kg,,,,,            | product is empty, and price in 'USD/kg' is of one. Name it in the same words as its other rows: NdPr oxide.
            timing,,2,years,,,,,             | timing '2' cannot be. It is 0 where year 0 is not discounted, 0.5 for the middle of a year and 1 for its end.
            """)
    void what_a_figure_cannot_be_is_told_with_its_line(String cells, String message) {
        assertThat(problems(dataset("A,B,2024," + cells + ",reported,,usgs-2025,read")))
                .containsExactly("studies.csv:2: " + message);
    }

    @Test
    void a_date_is_needed_and_a_tax_is_a_share() {
        assertThat(problems(dataset("A,B,,life,,20,years,,,,,,reported,,usgs-2025,read")))
                .containsExactly("studies.csv:2: published: is empty, and every row of studies needs it. Fill it in.");
        assertThat(problems(dataset("A,B,2024,tax,,,,tax-huge,,,,,reported,,usgs-2025,read")))
                .containsExactly(
                        "assumptions.csv:3: value: '130 %' for 'tax-huge' cannot be. A share lies between 0 and 100"
                                + " %.");
    }

    @Test
    void a_study_is_in_one_currency_and_in_real_or_nominal_money() {
        assertThat(problems(dataset(NPV, NPV.replace("npv,,729,AUD mn,,,,,10", "capex,,700,USD mn,,,,,"))))
                .containsExactly(
                        "studies.csv:3: unit: 'Nolans, DFS 2019' is in USD here and in AUD in line 2. Leave out what is"
                                + " printed in the other currency.");
        assertThat(problems(dataset(
                        NPV.replace("AUD mn,,,,,10", "AUD mn,,,nominal,,10"),
                        NPV.replace("npv,,729,AUD mn,,,,,10", "capex,,700,AUD mn,,,real,,"))))
                .containsExactly(
                        "studies.csv:3: terms: 'Nolans, DFS 2019' is in real here and in nominal in line 2. Real and"
                                + " nominal money do not go into one calculation: give one of them another study.");
    }

    @Test
    void a_change_starts_from_a_base_that_the_study_or_the_table_prints() {
        String moved = "Nolans,DFS 2019,price,10,npv,850,AUD mn,,,usgs-2025,read";
        assertThat(dataset(NPV)
                        .table("study-sensitivities", MOVED, moved)
                        .read()
                        .orElseThrow()
                        .rows(DatasetTables.STUDY_SENSITIVITIES))
                .singleElement()
                .satisfies(row -> assertThat(row.driver()).isEqualTo(Driver.PRICE));
        assertThat(problems(
                        dataset(NPV).table("study-sensitivities", MOVED, moved.replace("npv,850,AUD mn", "irr,18,%"))))
                .containsExactly(
                        "study-sensitivities.csv:2: study: 'Nolans, DFS 2019' has no irr in studies.csv, and no row here"
                                + " with change 0. Add its base to one of the two.");
        assertThat(problems(dataset(NPV).table("study-sensitivities", MOVED, moved.replace("npv,850", "capex,850"))))
                .containsExactly(
                        "study-sensitivities.csv:2: outcome is 'capex', and tables of sensitivity are checked for npv and"
                                + " irr. Write one of the two.");
    }
}
