package org.lodestone.core.fundamentals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.fundamentals.Analysts.facts;
import static org.lodestone.core.fundamentals.Analysts.file;
import static org.lodestone.core.fundamentals.Analysts.leftOut;
import static org.lodestone.core.fundamentals.Analysts.problems;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.fundamentals.Fundamentals.ReadColumn;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;

class WindReaderTest {

    private static final String REVENUE = "营业收入 [报告期] 2024年报 [单位] 万元";

    @TempDir
    private Path folder;

    private FundamentalsFile wind(String... lines) {
        return FundamentalsFile.of(file(folder, "wind.csv", lines), Program.WIND);
    }

    private Fundamentals read(String... lines) {
        return wind(lines).read(Analysts.dataset());
    }

    private Mapping mapping(String json) {
        return MappingReader.read(file(folder, "mapping.json", json));
    }

    @Test
    void an_export_is_read_with_its_units_and_periods_and_without_its_footer() {
        // 32,966 mn CNY of revenue in 2024: as company-facts.csv has it, to the million
        Fundamentals read = read(
                "证券代码,证券简称," + REVENUE + ",总市值1 [交易日期] 2025-10-31 [单位] 元,每股收益EPS-基本 [报告期] 2025中报 [单位] 元",
                "600111.SH,北方稀土,\"3,296,600.0000\",\"183,680,000,000.0000\",0.2600",
                "000831.SZ,中国稀土,\"302,734.8207\",--,--",
                ",,,,",
                "数据来源：Wind,,,,");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue FY2024 32966 CNY mn (consolidated)",
                        "600111.SH market-cap 2025-10-31 183680 CNY mn",
                        "600111.SH eps H1 2025 0.2600 CNY (basic)",
                        "000831.SZ revenue FY2024 3027.348207 CNY mn (consolidated)");
        assertThat(read.facts().get(0).derivation()).isEqualTo("Printed 3,296,600.0000 万元");
        assertThat(read.columns().get(0))
                .isEqualTo(
                        new ReadColumn(REVENUE, "revenue", "consolidated", "万元 → CNY mn (× 0.01)", "FY2024", 2, 0, ""));
        assertThat(read.columns().get(1).missing()).isEqualTo(1);
        assertThat(leftOut(read)).containsExactly("wind.csv:4 : blank row", "wind.csv:5 数据来源:Wind: footer");
        assertThat(read.rows()).isEqualTo(4);
        assertThat(read.taken()).isEqualTo(2);
        assertThat(read.source().id()).isEqualTo("wind");
        assertThat(read.source().citation()).matches("Wind, file 'wind[.]csv', sha-256 [0-9a-f]{16}");
    }

    @Test
    void reports_of_a_part_of_a_year_count_from_january_and_assets_are_as_of_its_last_day() {
        Fundamentals read = read(
                "证券代码,营业收入 [报告期] 2025一季报 [单位] 亿元,营业收入 [报告期] 2025中报 [单位] 亿元,"
                        + "营业收入 [报告期] 2025三季报 [单位] 亿元,资产总计 [报告期] 20241231 [单位] 百万元",
                "600111.SH,92.87,188.66,302.92,40496.655048");

        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue Q1 2025 9287 CNY mn (consolidated)",
                        "600111.SH revenue H1 2025 18866 CNY mn (consolidated)",
                        "600111.SH revenue 9M 2025 30292 CNY mn (consolidated)",
                        "600111.SH total-assets 2024-12-31 40496.655048 CNY mn (consolidated)");
    }

    @Test
    void headers_of_several_lines_in_full_width_characters_and_with_the_arrow_of_a_sorted_column_are_read() {
        Fundamentals read = read(
                "证券代码,证券简称,\"营业收入\n［报告期］ ２０２４年报\n[报表类型] 合并报表\n[单位] 亿元↓\"",
                "SH600111,北方稀土,３２９．６６",
                "831,中国稀土,30.27348207");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue FY2024 32966 CNY mn (consolidated)",
                        "000831.SZ revenue FY2024 3027.348207 CNY mn (consolidated)");
    }

    @Test
    void an_indicator_that_is_not_known_is_left_out_with_how_to_map_it() {
        Fundamentals read = read("证券代码,营业成本 [报告期] 2024年报 [单位] 元," + REVENUE, "600111.SH,1,3296600");

        assertThat(facts(read)).hasSize(1);
        assertThat(read.columns().get(0).leftOut())
                .isEqualTo("'营业成本' is not an indicator that is known. To take it, say which fact it is in a mapping:"
                        + " {\"facts\": {\"营业成本\": {\"fact\": …, \"kind\": …, \"timing\": …}}}");
    }

    @Test
    void a_mapping_adds_an_indicator_and_a_mass_needs_its_basis() {
        String header = "证券代码,稀土氧化物产量 [报告期] 2024年报 [单位] 万吨";
        Mapping without = mapping("{\"facts\": {\"稀土氧化物产量\": {\"fact\": \"output-oxides\", \"kind\": \"mass\"}}}");
        Mapping with = mapping(
                "{\"facts\": {\"稀土氧化物产量\": {\"fact\": \"output-oxides\", \"kind\": \"mass\", \"basis\": \"gross\"}}}");

        // 15,500 t of oxides in 2024, as company-facts.csv has it
        assertThat(problems(wind(header, "600111.SH,1.55").mapping(without).read(Analysts.dataset())))
                .containsExactly(
                        "wind.csv:1: 稀土氧化物产量 [报告期] 2024年报 [单位] 万吨: '万吨' is a mass, and it is not said a mass of what."
                                + " Give its basis, such as REO, NdPr oxide or gross.");
        assertThat(facts(wind(header, "600111.SH,1.55").mapping(with).read(Analysts.dataset())))
                .containsExactly("600111.SH output-oxides FY2024 15500 t gross");
    }

    @Test
    void the_latest_day_needs_a_date() {
        FundamentalsFile file = wind("证券代码,总市值1 [交易日期] 最新收盘日 [单位] 元", "600111.SH,\"183,680,000,000\"");

        assertThat(problems(file.read(Analysts.dataset())))
                .containsExactly("wind.csv:1: 总市值1 [交易日期] 最新收盘日 [单位] 元: is of '最新收盘日', which is no date. Say which day"
                        + " is meant with --date, such as --date 2025-10-31.");
        assertThat(facts(file.date(LocalDate.of(2025, 10, 31)).read(Analysts.dataset())))
                .containsExactly("600111.SH market-cap 2025-10-31 183680 CNY mn");
    }

    @Test
    void what_a_parameter_changes_is_not_taken_for_the_plain_indicator() {
        Fundamentals read = read(
                "证券代码," + REVENUE
                        + ",营业收入 [报告期] 2024年报 [报表类型] 母公司报表 [单位] 万元"
                        + ",营业收入 [报告期] 2024年报 [报表类型] 合并报表(调整) [单位] 万元"
                        + ",收盘价 [交易日期] 2025-10-31 [复权方式] 后复权 [单位] 元"
                        + ",收盘价 [交易日期] 2025-10-31 [排名] 1 [单位] 元"
                        + ",营业收入 [报告期] 2023年报 [币种] 原始币种 [单位] 万元",
                "600111.SH,3296600,1,2,3,4,5");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue FY2024 32966 CNY mn (consolidated)",
                        "600111.SH revenue FY2024 0.01 CNY mn (parent company alone)");
        assertThat(read.columns().stream().map(ReadColumn::leftOut).filter(reason -> !reason.isEmpty()))
                .containsExactly(
                        "it is of another report type (合并报表(调整)) than 合并报表, the consolidated one",
                        "'share-price' is adjusted (后复权), and not the price that was paid",
                        "it has a parameter that is not known, [排名] 1, which may change what is counted. To take it, give the"
                                + " whole header in a mapping",
                        "its currency ([币种] 原始币种) is not named for each company: export it in 人民币");
    }

    @Test
    void a_currency_may_be_named_as_a_parameter_in_the_unit_or_in_both() {
        String revenue = "营业收入 [报告期] 2024年报 [币种] ";
        Fundamentals read = read(
                "证券代码," + revenue + "美元 [单位] 万美元," + revenue.replace("2024", "2023") + "美元 [单位] 万元,"
                        + revenue.replace("2024", "2022") + "人民币 [单位] 万元",
                "MP,100,200,300");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "MP revenue FY2024 1 USD mn (consolidated)",
                        "MP revenue FY2023 2 USD mn (consolidated)",
                        "MP revenue FY2022 3 CNY mn (consolidated)");
        assertThat(problems(read("证券代码," + revenue + "美元 [单位] 万港元", "MP,100")))
                .containsExactly("wind.csv:1: " + revenue + "美元 [单位] 万港元: is in 港元 by its unit and in 美元 by its [币种]."
                        + " Export it with one currency.");
    }

    @Test
    void a_company_that_the_dataset_lacks_is_left_out_unless_a_mapping_says_what_it_needs() {
        String[] lines = {"证券代码,证券简称," + REVENUE, "688999.SH,虚构稀土,100", "合计,,100", ",合计,100"};

        Fundamentals without = read(lines);
        assertThat(without.facts()).isEmpty();
        assertThat(leftOut(without))
                .containsExactly(
                        "wind.csv:2 688999.SH 虚构稀土: not among the companies of the dataset. To add such companies, say"
                                + " \"new_companies\" in a mapping: {\"place\": …, \"currency\": …}",
                        "wind.csv:3 合计: total or average, of no single company",
                        "wind.csv:4 合计: total or average, of no single company");

        Fundamentals with = wind(lines)
                .mapping(mapping("{\"new_companies\": {\"place\": \"China\", \"currency\": \"CNY\"}}"))
                .read(Analysts.dataset());
        assertThat(facts(with)).containsExactly("688999.SH revenue FY2024 1 CNY mn (consolidated)");
        assertThat(with.companies().get(0).name()).isEqualTo("虚构稀土");
        assertThat(with.companies().get(0).listing().mic()).isEqualTo("XSHG");
        assertThat(with.companies().get(0).sources()).containsExactly("wind");
    }

    @Test
    void yuan_of_a_company_listed_elsewhere_may_be_another_currency() {
        Fundamentals read = read("证券代码,总市值1 [交易日期] 2025-10-31 [单位] 元", "LYC.AX,100", "600111.SH,1000000");

        assertThat(facts(read)).containsExactly("600111.SH market-cap 2025-10-31 1 CNY mn");
        assertThat(leftOut(read).get(0)).contains("LYC.AX: 100: 元 of a company that is not listed in mainland China");
    }

    @Test
    void a_number_that_is_none_is_a_problem_and_other_names_are_a_note() {
        Fundamentals read = read("证券代码,证券简称," + REVENUE, "600111.SH,包钢稀土,3296600", "000831.SZ,中国稀土,31O");

        assertThat(problems(read))
                .containsExactly(
                        "wind.csv:3: " + REVENUE + ": '31O' is not a number. Maybe the letter O was typed for a zero.");
        assertThat(read.notes())
                .containsExactly(
                        "'600111.SH' is called '包钢稀土' in the file and '北方稀土' in the dataset. See that it is the"
                                + " same company.");
    }

    @Test
    void what_is_no_export_of_wind_says_so() {
        assertThat(problems(read("Code,Sales", "600111.SH,1")))
                .containsExactly("wind.csv: has no column '证券代码', with which exports of Wind begin. Export it anew from"
                        + " Wind, or import it as a table with a mapping.");
        assertThat(problems(read("证券代码," + REVENUE)))
                .containsExactly("wind.csv: has a header and no rows. Add rows below it.");
        assertThat(problems(read("证券代码," + REVENUE, "证券代码," + REVENUE, "600111.SH,1")))
                .containsExactly("wind.csv:2: 证券代码: stands here again. Delete this second header, or split the file.");
        assertThat(problems(read("证券代码,营业收入 [报告期] 2024年报", "600111.SH,1")))
                .containsExactly("wind.csv:1: 营业收入 [报告期] 2024年报: has no unit. Export it with [单位], or give \"unit\" for"
                        + " it in a mapping.");
    }

    @Test
    void two_numbers_for_one_fact_are_a_problem_and_one_number_twice_is_not() {
        Fundamentals read = read("证券代码," + REVENUE, "600111.SH,3296600", "600111,3296600.00", "SH600111,3296601");

        assertThat(facts(read)).hasSize(1);
        assertThat(leftOut(read))
                .containsExactly("wind.csv:3 " + REVENUE + ": 3296600.00: said already, with the same number");
        assertThat(problems(read))
                .containsExactly(
                        "wind.csv:4: " + REVENUE + ": 600111.SH, revenue of FY2024 is 32966.01 CNY mn here and 32966"
                                + " CNY mn in wind.csv:2. Take one of the two out, or give it a scope of its own in the mapping.");
    }

    @Test
    void a_file_in_gbk_is_told_and_read_when_said_so() throws IOException {
        Path file = folder.resolve("wind.csv");
        Files.write(file, ("证券代码," + REVENUE + "\n600111.SH,3296600\n").getBytes(Charset.forName("GBK")));

        assertThat(FundamentalsFile.of(file, Program.WIND)
                        .read(Analysts.dataset())
                        .problems())
                .isNotEmpty();
        assertThat(facts(FundamentalsFile.of(file, Program.WIND)
                        .mapping(mapping("{\"encoding\": \"GBK\"}"))
                        .read(Analysts.dataset())))
                .containsExactly("600111.SH revenue FY2024 32966 CNY mn (consolidated)");
    }
}
