package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.Reading;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** Whatever a dataset has, there is a pack of it, and every formula in it is sound. */
class SparseDatasetTest {

    private static final String FIGURES =
            "measure,place,period,case,edition,revision,value,unit,how,note,sources,reliability\n";
    private static final String CLAIMS =
            "id,statement,printed,unit,finding,measure,place,period,edition,threshold,expected,note,sources\n";

    @TempDir
    Path folder;

    /** Rows such as {@code Chile 2024 49000}, separated by semicolons, in a dataset with nothing else but its measures. */
    private Dataset dataset(String rows, String claims) throws IOException {
        StringBuilder figures = new StringBuilder(FIGURES);
        for (String row : rows.split("; ", -1)) {
            String[] cells = row.split(" ", -1);
            figures.append(cells[0])
                    .append(',')
                    .append(cells[1].replace('_', ' '))
                    .append(',')
                    .append(cells[2]);
            figures.append(",,,,").append(cells[3]).append(",t Li,reported,,usgs-mcs-2025,read\n");
        }
        table("sources", "id,citation,url\nusgs-mcs-2025,\"USGS, Mineral Commodity Summaries 2025\",\n");
        table("bases", "id,name,description\nLi,lithium content,\n");
        table(
                "measures",
                "id,name,stage,kind,unit,description\nmined,Mine production,mining,production,t Li,\n"
                        + "reserves,Reserves,mining,reserves,t Li,\n");
        table("stages", "id,order,name,feeds,description\nmining,1,Mining,,\n");
        table("figures", figures.toString());
        String resources = "sources,bases,measures,stages,figures";
        if (!claims.isEmpty()) {
            table("claims", CLAIMS + claims);
            resources += ",claims";
        }
        StringBuilder manifest = new StringBuilder("{\"name\": \"lithium\", \"title\": \"Lithium\", \"resources\": [");
        for (String name : resources.split(",", -1)) {
            String header = Files.readAllLines(folder.resolve(name + ".csv")).get(0);
            manifest.append(manifest.charAt(manifest.length() - 1) == '[' ? "" : ", ");
            manifest.append("{\"name\": \"%s\", \"path\": \"%s.csv\", \"schema\": {\"fields\": [%s]}}"
                    .formatted(name, name, fields(header)));
        }
        manifest.append("], \"lodestone\": {\"resource\": \"Lithium\", \"edition\": \"\", \"gathered\": \"2026-11\","
                + " \"subject\": \"Lithium\"}}");
        Files.writeString(folder.resolve("datapackage.json"), manifest.toString());
        Reading reading = Datasets.read(folder);
        assertThat(reading.problems()).isEmpty();
        return reading.orElseThrow();
    }

    private static String fields(String header) {
        return List.of(header.split(",", -1)).stream()
                .map(name -> "{\"name\": \"" + name + "\"}")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private void table(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), text);
    }

    private Path pack(Report report) throws IOException {
        Path pack = folder.resolve("pack.xlsx");
        Workbooks.write(report, pack);
        return pack;
    }

    @ParameterizedTest
    @CsvSource({
        "mined Chile 2024 W; mined Australia 2024 W",
        "mined Chile 2024 0; mined Australia 2024 0",
        "mined Chile 2023 41400; mined Australia 2023 91700; mined Chile 2024 W; mined Australia 2024 NA",
        "mined Chile 2024 49000",
        "mined World 2024 240000",
        "mined Chile 2023 41400; mined Australia 2023 91700; mined Australia 2024 88000",
        "mined Chile 2023 41400; mined Australia 2024 88000",
        "mined Chile 2024 49000; mined Australia 2024 88000; mined Other_countries 2024 NA",
        "reserves Chile 2024 9300000; reserves Australia 2024 7000000; mined Chile 2024 0; mined Australia 2024 88000"
    })
    void a_pack_is_made_and_every_formula_in_it_is_sound(String rows) throws IOException {
        Path pack = pack(ResearchPack.of(dataset(rows, "")).report());
        assertThat(Recalculation.differencesFromPoi(pack)).isEmpty();
        assertThat(Recalculation.results(pack))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }

    @Test
    void a_sum_over_more_countries_is_no_growth() throws IOException {
        Report report = ResearchPack.of(dataset(
                        "mined Chile 2023 41400; mined Australia 2023 NA; mined Chile 2024 49000; mined Australia 2024 88000",
                        ""))
                .report();
        assertThat(report.model().contents().keySet())
                .noneMatch(key -> key.what().name().equals("Mine production: growth of sum of rows"));
    }

    @ParameterizedTest
    @CsvSource({
        "share, Peru, 2024, %, 12.3",
        "amount, Peru, 2024, t Li, 100",
        "amount, Chile, 2024, %, 49",
        "growth, , 2023, %, 4.1",
        "total, , 1999, kt Li, 240"
    })
    void a_claim_that_the_figures_cannot_answer_is_not_checkable(
            String finding, String place, String year, String unit, String printed) throws IOException {
        String claim = "c,A claim.,%s,%s,%s,mined,%s,%s,,,not-checkable,,usgs-mcs-2025%n"
                .formatted(printed, unit, finding, place == null ? "" : place, year);
        Report report = ResearchPack.of(dataset("mined Chile 2024 49000; mined Australia 2024 88000", claim))
                .report();
        assertThat(Recalculation.differencesFromPoi(pack(report))).isEmpty();
        assertThat(org.lodestone.reports.claim.ClaimCheck.of(
                                dataset("mined Chile 2024 49000; mined Australia 2024 88000", claim))
                        .claims())
                .allMatch(org.lodestone.reports.claim.CheckedClaim::asExpected);
    }

    @Test
    void sections_without_data_are_absent_and_named_on_the_cover() throws IOException {
        Report report = ResearchPack.of(dataset("mined Chile 2024 49000; mined Australia 2024 88000", ""))
                .report();
        assertThat(report.sections())
                .extracting(Section::name)
                .contains("Front", "Editions", "Checks", "Sources")
                .doesNotContain("Reserves", "Quotas", "Companies");
    }

    @Test
    void a_figure_of_one_country_alone_has_its_section_but_no_share() throws IOException {
        Report report = ResearchPack.of(dataset("mined Chile 2023 44000; mined Chile 2024 49000", ""))
                .report();
        assertThat(report.sections())
                .extracting(Section::name)
                .containsExactly("Front", "Editions", "Checks", "Sources");
        assertThat(report.sections().get(1).tables())
                .extracting(org.lodestone.reports.report.Table::heading)
                .containsExactly("Mine production");
    }

    @Test
    void where_all_is_withheld_every_check_holds_and_no_chart_is_empty() throws IOException {
        Report report = ResearchPack.of(dataset(
                        "mined Chile 2023 W; mined Peru 2023 NA; mined World 2023 NA; mined Chile 2024 W; mined Peru 2024 NA",
                        ""))
                .report();
        assertThat(report.sections())
                .extracting(Section::name)
                .containsExactly("Front", "Editions", "Checks", "Sources");
        assertThat(report.sections())
                .flatExtracting(Section::blocks)
                .noneMatch(org.lodestone.reports.report.Block.Charts.class::isInstance)
                .noneMatch(block -> block instanceof org.lodestone.reports.report.Table table
                        && table.rows().isEmpty());
        Path pack = pack(report);
        assertThat(Recalculation.results(pack))
                .anyMatch(result -> result.where().startsWith("Front!") && isAllOf(result.value()));
    }

    @Test
    void a_last_bit_does_not_fail_a_check() throws IOException {
        // sheet mica in MCS 2026: 1,000 t of India beside 200 t of others; 1,000² / 1,200² is not quite (1,000 /
        // 1,200)²
        Path pack = pack(ResearchPack.of(
                        dataset("mined India 2024 1000; mined China 2024 NA; mined Other_countries 2024 200", ""))
                .report());
        assertThat(Recalculation.results(pack))
                .anyMatch(result -> result.where().startsWith("Front!") && isAllOf(result.value()));
    }

    @Test
    void a_total_of_the_world_alone_is_shown_as_printed() throws IOException {
        Report report = ResearchPack.of(dataset("mined World 2023 180000; mined World 2024 240000", ""))
                .report();
        assertThat(report.sections())
                .filteredOn(section -> section.name().equals("Editions"))
                .flatExtracting(section -> section.tables().toList())
                .extracting(org.lodestone.reports.report.Table::heading)
                .containsExactly("Figures as printed");
    }

    /** Whether a text says that all checks hold: {@code 12 of 12 hold}. */
    private static boolean isAllOf(Object text) {
        return text.toString().matches("(\\d+) of \\1 hold");
    }
}
