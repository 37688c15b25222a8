package org.lodestone.reports.sheet.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.project.Pipeline.Phase;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class ProjectSectionTest {

    private static final Stage MINING = new Stage("mining", 1, "Mining", ImmutableList.of(), "");

    private static Dataset dataset;
    private static Pipeline pipeline;
    private static Part part;

    @BeforeAll
    static void read() {
        dataset = RareEarths.dataset();
        pipeline = Pipeline.of(dataset).orElseThrow();
        part = ProjectSection.of(dataset, pipeline);
    }

    private static Project line(String id) {
        return pipeline.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stage stage(String id) {
        return dataset.chain().stage(id).orElseThrow();
    }

    private static List<Table> tables(String section) {
        return part.sections().stream()
                .filter(found -> found.name().equals(section))
                .flatMap(found -> found.blocks().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static String words(Cell cell) {
        if (cell instanceof Cell.Words words) {
            return words.text();
        }
        return cell instanceof Cell.Of of ? part.model().value(of.key()).inSentence() : "";
    }

    // ---------------------------------------------------------------- capacities

    @Test
    void capacities_are_summed_on_one_basis_within_a_stage_and_a_phase() {
        // Nolans 13,343 and Browns Range 4,350 t REO/yr are in development, phase 2 of Serra Verde is to add 5,000;
        // Wicheeda plans 5,200 and Caldeira 13,584
        Key planned = pipeline.sum(stage("mining"), Phase.PLANNED).orElseThrow();
        assertThat(pipeline.model().value(planned)).isEqualTo(Value.of(41_477));
        // Mountain Pass's 60,000 t are the whole mine, so an expansion is apart from what is built anew
        Key expanding = pipeline.sum(stage("mining"), Phase.EXPANDING).orElseThrow();
        assertThat(pipeline.model().value(expanding)).isEqualTo(Value.of(60_000));
    }

    @Test
    void a_capacity_on_another_basis_is_shown_but_not_summed() {
        // Mt Weld: 12,000 t NdPr-equivalent/yr
        assertThat(pipeline.model().value(Pipeline.capacity(line("mt-weld")))).isEqualTo(Value.of(12_000));
        assertThat(pipeline.inReo(stage("mining"))).doesNotContain(line("mt-weld"));
        assertThat(tables("Project data").get(0).rows().get(0).cells())
                .extracting(ProjectSectionTest::words)
                .anyMatch(text -> text.contains("Mt Weld"));
    }

    @Test
    void where_both_are_the_same_number_it_is_typed_once() {
        Project nolans = line("nolans");
        assertThat(pipeline.model()
                        .valuesWith(Map.of(Pipeline.capacity(nolans), Value.of(20_000)))
                        .of(Pipeline.capacityInReo(nolans)))
                .isEqualTo(Value.of(20_000));
    }

    @Test
    void a_line_without_a_capacity_has_an_input_that_says_so_and_keeps_its_source() {
        Content mine = pipeline.model().content(Pipeline.capacity(line("mountain-pass-mine")));
        assertThat(mine).isInstanceOfSatisfying(Content.Figure.class, figure -> {
            assertThat(figure.value().inSentence()).isEqualTo("NA");
            assertThat(figure.citation().sources()).contains("mp-10k-fy2025");
        });
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void every_status_belongs_to_a_phase(Status status) {
        assertThat(Phase.of(status).toString()).isNotEmpty();
    }

    @Test
    void stages_that_state_no_capacity_in_reo_have_no_sum() {
        assertThat(pipeline.sum(stage("magnets"), Phase.PLANNED)).isEmpty();
    }

    // ---------------------------------------------------------------- reserves

    private static ReserveStatement reserve(String tonnage, String unit, String grade, String contained) {
        return new ReserveStatement(
                new ProjectReserve(
                        "Hill",
                        "",
                        "ore reserve",
                        "2024",
                        Optional.of(Observation.parse(tonnage)),
                        Optional.of(Unit.parse(unit)),
                        Optional.of(Observation.parse(grade)),
                        Optional.of(Observation.parse(contained)),
                        Citation.of("made-up")),
                Case.of("1"));
    }

    private static Model model(ReserveStatement statement) {
        return ReserveStatement.model(List.of(statement));
    }

    @Test
    void tonnage_times_grade_is_held_against_contained_oxides() {
        // Mt Weld 2024, proved: 21.2 Mt of 7.2% are 1.5264 Mt, and 1.56 is printed: 2.2% more
        ReserveStatement proved = reserve("21.2", "Mt ore", "7.2", "1560000");
        assertThat(model(proved).value(proved.off().orElseThrow()).number().orElseThrow())
                .isCloseTo(0.0220126, within(5e-8));
        assertThat(model(proved).value(proved.agrees().orElseThrow())).isEqualTo(Value.of(0));
        assertThat(model(proved)
                        .valuesWith(Map.of(ReserveStatement.TOLERANCE, Value.of(3)))
                        .of(proved.agrees().orElseThrow()))
                .isEqualTo(Value.of(1));
    }

    @Test
    void a_tonnage_in_t_needs_no_factor() {
        // Wolverine open pit, 2015: 833,000 t of 0.615% are 5,123 t
        ReserveStatement pit = reserve("833000", "t ore", "0.615", "5124");
        assertThat(model(pit).value(pit.agrees().orElseThrow())).isEqualTo(Value.of(1));
    }

    @Test
    void a_grade_that_is_a_range_is_shown_and_not_checked() {
        ReserveStatement range = reserve("18.4", "Mt ore", "7–9", "1500000");
        assertThat(range.agrees()).isEmpty();
        assertThat(model(range).value(range.grade().orElseThrow()).inSentence()).isEqualTo("7–9");
    }

    @Test
    void statements_on_one_project_stand_together() {
        List<String> projects = ReserveStatement.of(dataset).stream()
                .map(statement -> statement.reserve().project())
                .toList();
        assertThat(projects.lastIndexOf("Mt Weld") - projects.indexOf("Mt Weld") + 1)
                .isEqualTo((int) projects.stream().filter("Mt Weld"::equals).count());
    }

    // ---------------------------------------------------------------- output and dates

    private static Row row(Table table, String label) {
        return table.rows().stream()
                .filter(row -> words(row.cells().get(0)).equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fiscal_years_stand_in_the_year_in_which_they_end() {
        Table years = tables("Project output").get(0);
        Row production = row(years, "REO production, fiscal years");
        int column =
                years.columns().stream().map(found -> found.header()).toList().indexOf("2021");
        // Lynas, fiscal year to June 2021: 15,761 t REO
        assertThat(words(production.cells().get(column))).isEqualTo("15761");
    }

    @Test
    void two_plans_for_one_year_have_a_row_each() {
        // Serra Verde in 2027: 6,400 t or 6,500 t a year
        Table years = tables("Project output").get(0);
        assertThat(years.rows())
                .extracting(row -> words(row.cells().get(0)))
                .contains("REO production, plan", "REO production, plan, another source");
    }

    @Test
    void output_of_less_than_a_year_is_listed_in_order() {
        Table parts = tables("Project output").get(1);
        assertThat(parts.rows())
                .extracting(row -> words(row.cells().get(0)))
                .containsSubsequence(
                        "Mountain Pass, REO in concentrate", "Q3 2023", "Q2 2024", "Q1 2025", "Q2 2025", "Q3 2025");
    }

    @Test
    void a_date_that_moved_is_told_in_the_order_of_its_announcements() {
        Table dates = tables("Project data").get(tables("Project data").size() - 1);
        assertThat(dates.rows())
                .filteredOn(row -> words(row.cells().get(0)).equals("Eneabba refinery")
                        && words(row.cells().get(1)).equals("Commissioning"))
                .extracting(row -> words(row.cells().get(4)))
                .containsExactly("2024-02", "2024-12", "2026-02");
    }

    // ---------------------------------------------------------------- awkward

    @Test
    void a_bound_is_shown_and_left_out_of_the_sum() {
        Dataset small = Dataset.builder("small")
                .chain(Chain.of(List.of(MINING)))
                .rows(DatasetTables.PROJECTS, List.of(mine("a", "100"), mine("b", ">50")))
                .build();
        Pipeline lines = Pipeline.of(small).orElseThrow();
        assertThat(lines.model().value(lines.sum(MINING, Phase.OPERATING).orElseThrow()))
                .isEqualTo(Value.of(100));
        assertThat(lines.model().value(Pipeline.count(MINING))).isEqualTo(Value.of(1));
        assertThat(ProjectSection.of(small, Pipeline.of(small).orElseThrow()).sections())
                .extracting(Section::name)
                .containsExactly("Project data");
    }

    @Test
    void a_line_of_an_unknown_stage_is_still_shown() {
        Dataset small = Dataset.builder("small")
                .rows(DatasetTables.PROJECTS, List.of(mine("a", "100")))
                .build();
        assertThat(ProjectSection.of(small, Pipeline.of(small).orElseThrow())
                        .sections()
                        .get(0)
                        .blocks())
                .filteredOn(Table.class::isInstance)
                .extracting(block -> ((Table) block).heading())
                .containsExactly("Lines of a stage that the chain does not have");
    }

    private static Project mine(String id, String capacity) {
        return new Project(
                id,
                id,
                "Operator",
                Optional.empty(),
                Place.parse("Chile"),
                "mining",
                "ore",
                Optional.empty(),
                Optional.of(Observation.parse(capacity)),
                Optional.of(Unit.parse("t REO/yr")),
                Optional.of(Observation.parse(capacity)),
                Status.OPERATING,
                "",
                Citation.of("made-up"));
    }

    @Test
    void a_dataset_without_projects_has_no_section() {
        assertThat(Pipeline.of(Dataset.builder("empty").build())).isEmpty();
    }
}
