package org.lodestone.core.dataset;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Source;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.time.Period;

@Isolated("it sets the locale of all of Java")
class DatasetReaderTest {

    private static final String CHINA = "mine-production,China,2024,,MCS2025,,270000,t REO,reported,,usgs-2025,read";

    @TempDir
    private Path folder;

    private TinyDataset dataset;

    @BeforeEach
    void write() {
        dataset = TinyDataset.in(folder);
    }

    @Test
    void a_sound_dataset_is_read_without_a_problem() {
        Dataset read = dataset.read().orElseThrow();

        assertThat(read.resource()).isEqualTo("Rare earths");
        assertThat(read.measure("mine-production").name()).isEqualTo("Mine production");
        Figure china = read.figures("mine-production", "MCS2025").get(0);
        assertThat(china.place()).isEqualTo(Place.parse("China"));
        assertThat(china.period()).isEqualTo(Period.year(2024));
        assertThat(china.value().known()).hasValue(270_000);
        assertThat(china.citation().sources()).containsExactly("usgs-2025");
        assertThat(china.citation().row()).isEqualTo("figures.csv:2");
    }

    @Test
    void sources_measures_and_figures_are_enough() {
        dataset.without("bases").unlisted("bases");
        dataset.without("stages").unlisted("stages");
        dataset.without("editions").unlisted("editions");

        Reading reading = dataset.manifest(dataset.manifest().replace(", \"edition\": \"MCS2025\"", ""))
                .read();

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orElseThrow().figures("mine-production", "MCS2025")).hasSize(2);
    }

    @Test
    void a_description_of_megabytes_is_none_and_is_not_kept_as_one() {
        dataset.manifest(dataset.manifest().replaceFirst("\\{", "{\"keywords\": [" + "[],".repeat(1_400_000) + "[]],"));

        assertThat(dataset.problems())
                .containsExactly(
                        "datapackage.json: has over 4194304 characters, and all that such a file says takes a few"
                                + " thousand. Check whether it is the right file.");
    }

    @Test
    void na_is_not_available_where_a_value_belongs_and_namibia_is_a_place() {
        Figure figure = dataset.figures("reserves,Namibia,2024,,MCS2025,,NA,t REO,,,usgs-2025,")
                .read()
                .orElseThrow()
                .figures()
                .get(0);

        assertThat(figure.value()).hasToString("NA");
        assertThat(figure.place().code()).contains("NA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "de", "ar-EG"})
    void the_locale_changes_nothing(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            dataset.figures("mine-production,INDIA,2024,,MCS2025,,\"2,900.5\",t REO,,,usgs-2025,");

            assertThat(dataset.read().orElseThrow().figures().get(0).value().known())
                    .hasValue(2900.5);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_problem_is_reported_and_every_good_line_is_kept() {
        dataset.figures(
                "mine-production,Chna,2204,,MCS2025,,31O,t REO,guessed,,usgs-2025,read",
                CHINA,
                "mine-production,China,2023,,MCS2025,,-5,t REO,reported,,usgs-2025,read");
        dataset.table("stages", "id,order,name,feeds,description", "mining,one,Mining,separation,", "separation,2,S,,");

        assertThat(dataset.problems())
                .containsExactly(
                        "figures.csv:2: place: 'Chna' is not a known place. Did you mean 'China'?",
                        "figures.csv:2: period: '2204' is not a period: the year 2204 is not between 1800 and 2100."
                                + " Maybe a digit was mistyped.",
                        "figures.csv:2: value: '31O' is not a number. Maybe the letter O was typed for a zero.",
                        "figures.csv:2: how: 'guessed' is not allowed here."
                                + " Use one of: reported, rounded, derived, forecast, second-hand.",
                        "figures.csv:4: value: '-5' is below zero, which an amount cannot be."
                                + " Maybe a dash was typed before it.",
                        "stages.csv:2: order: 'one' is not a number."
                                + " Write plain digits with a decimal point, such as 31000 or 48.40.");
        assertThat(dataset.dataset().figures())
                .extracting(figure -> figure.citation().row())
                .containsExactly("figures.csv:3");
    }

    @Test
    void a_row_that_could_not_be_read_does_not_make_those_that_refer_to_it_problems() {
        dataset.table("sources", "id,citation,url", "usgs-2025,,", "usgs-2026,USGS MCS 2026,");

        assertThat(dataset.problems())
                .containsExactly("sources.csv:2: citation: is empty, and every row of sources needs it. Fill it in.");
    }

    @Test
    void the_exception_lists_the_problems() {
        Reading reading = dataset.figures("mine-production,Chna,2024,,,,1,t REO,,,usgs-2025,")
                .read();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(reading::orElseThrow)
                .withMessage("figures.csv:2: place: 'Chna' is not a known place. Did you mean 'China'?");
    }

    @Nested
    class Cells {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    // what stands in the row | the problem
                    "mine-production,China,2024,,MCS2025,,\"31,00O\",t REO,,,usgs-2025,"
                            + "|value: '31,00O' is not a number. Maybe the letter O was typed for a zero.",
                    "mine-production,Burmaa,2024,,MCS2025,,1,t REO,,,usgs-2025,"
                            + "|place: 'Burmaa' is not a known place. Did you mean 'Burma'?",
                    "mine-production,China,2024,,MCS2025,,1,t REO,,,usgs-2027,"
                            + "|sources: 'usgs-2027' is not in sources.csv. Did you mean 'usgs-2025'?",
                    "mine-production,China,2024,,MCS2025,,1,tonnes,,,usgs-2025,"
                            + "|unit: 'tonnes' is not a unit. Write a mass with its basis (t REO, kt magnet REE/yr),"
                            + " money (CNY mn, 2026 USD mn), a price (USD/kg, 2026 USD/kg, CNY/share, CNY/USD), shares, carats, m³, litres or people"
                            + " (mn carats), %, a content (% NdPr oxide of REO), %/yr, year, years or x; any other in brackets, as its source has it ([dollars per troy ounce]).",
                    "mine-production,China,2024,,MCS2025,,1,t REOO,,,usgs-2025,"
                            + "|unit: 't REOO': its basis 'REOO' is not in bases.csv. Did you mean 'REO'?",
                    "mine-production,China,2024,,MCS2025,,1,t gross,,,usgs-2025,"
                            + "|unit: 't gross' is not what mine-production is measured in, which is 't REO'."
                            + " Amounts on different bases do not add: declare a measure of its own.",
                    "mine-production,China,2024,,MCS2025,,-270000,t REO,,,usgs-2025,"
                            + "|value: '-270000' is below zero, which an amount cannot be."
                            + " Maybe a dash was typed before it.",
                    "separation-share,China,2023,,,,923,%,,,usgs-2025,"
                            + "|value: '923' is over 100%, which a share cannot be."
                            + " Maybe the decimal point is misplaced.",
                    "mine-production,China,20224,,MCS2025,,1,t REO,,,usgs-2025,"
                            + "|period: '20224' is not a period. Write a year (2024, FY2024), a half or quarter"
                            + " (H1 2025, Q1 2025), a month or day (2025-07, 2025-07-18) or a span (2026-2027).",
                    "mine-production,China,1204,,MCS2025,,1,t REO,,,usgs-2025,"
                            + "|period: '1204' is not a period: the year 1204 is not between 1800 and 2100."
                            + " Maybe a digit was mistyped.",
                    "mine-production,China,2024,,MCS2052,,1,t REO,,,usgs-2025,"
                            + "|edition: 'MCS2052' is not in editions.csv. Did you mean 'MCS2025'?",
                    "mine-prodution,China,2024,,MCS2025,,1,t REO,,,usgs-2025,"
                            + "|measure: 'mine-prodution' is not in measures.csv. Did you mean 'mine-production'?",
                    "mine-production,China,,,MCS2025,,1,t REO,,,usgs-2025,"
                            + "|period: is empty, and every row of figures needs it. Fill it in.",
                })
        void a_cell_that_cannot_be_read_says_why_and_what_to_do(String row, String problem) {
            assertThat(dataset.figures(CHINA, row).problems()).containsExactly("figures.csv:3: " + problem);
            assertThat(dataset.dataset().figures()).hasSize(1);
        }

        @Test
        void each_unknown_source_of_a_cell_and_a_cell_that_names_none() {
            dataset.figures(
                    CHINA.replace("usgs-2025", "usgs-205; usgs-2026; iea-2025"), CHINA.replace("usgs-2025", " ; "));

            assertThat(dataset.problems())
                    .containsExactly(
                            "figures.csv:2: sources: 'usgs-205' is not in sources.csv. Did you mean 'usgs-2025'?",
                            "figures.csv:2: sources: 'iea-2025' is not in sources.csv. Use one of: usgs-2025, usgs-2026.",
                            "figures.csv:3: sources: ' ; ' names nothing. Leave the cell empty, or fill it in.");
        }

        @Test
        void an_unknown_stage_of_a_measure() {
            dataset.table(
                    "measures",
                    "id,name,stage,kind,unit,description",
                    "mine-production,Mine production,minning,production,t REO,",
                    "reserves,Reserves,mining,reserve,t REO,");

            assertThat(dataset.problems())
                    .containsExactly(
                            "measures.csv:2: stage: 'minning' is not in stages.csv. Did you mean 'mining'?",
                            "measures.csv:3: kind: 'reserve' is not allowed here. Did you mean 'reserves'?");
        }

        @Test
        void an_unknown_company_of_a_fact() {
            dataset.table(
                    "companies",
                    "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources",
                    "600111.SH,China Northern Rare Earth,北方稀土,XSHG,600111,China,mining; seperation,RMB,12-32,,,usgs-2025",
                    "MP,MP Materials,,XNYS,MP,United States,mining,USD,12-31,,,usgs-2025");
            dataset.table(
                    "company-facts",
                    "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                    "600111.SZ,revenue,2024,32966,CNY mn,,reported,,usgs-2025,read",
                    "MP,revenue,at full build,204,USD mn,,reported,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "companies.csv:2: stages: 'seperation' is not in stages.csv. Did you mean 'separation'?",
                            "companies.csv:2: currency: 'RMB' is not a unit: RMB is no currency."
                                    + " Use an ISO 4217 code such as CNY.",
                            "companies.csv:2: year_end: '12-32' is not a month and a day."
                                    + " Write them as 12-31 or 06-30.",
                            "company-facts.csv:2: company: '600111.SZ' is not in companies.csv."
                                    + " Did you mean '600111.SH'?");
            assertThat(dataset.dataset().facts()).hasSize(1);
        }

        @Test
        void a_stake_over_100_percent() {
            dataset.table(
                    "stakes",
                    "owner,owned,stake,unit,as_of,note,sources,reliability",
                    "Baogang Group,600111.SH,3803,%,2026-02,,usgs-2025,read",
                    "Baogang Group,600111.SH,38.03,percent,2026-02,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "stakes.csv:2: stake: '3803' is over 100%, which a share cannot be."
                                    + " Maybe the decimal point is misplaced.",
                            "stakes.csv:3: unit: 'percent' is not allowed here. Use one of: %.");
        }

        @Test
        void a_negative_quota_an_unknown_batch_and_a_holder_of_the_wrong_kind() {
            dataset.table(
                    "quotas",
                    "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources,reliability",
                    "2024,1,mining,all,all,total,-135000,t REO,reported,,,usgs-2025,read",
                    "2024,4,mining,heavy,all,total,135000,t REO,reported,,,usgs-2025,read",
                    "2024,1,mining,all,all,group,135000,t REO,reported,,,usgs-2025,read",
                    "2024,year,mining,all,all,total,270000,t REO,reported,,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "quotas.csv:2: quota: '-135000' is below zero, which an amount cannot be."
                                    + " Maybe a dash was typed before it.",
                            "quotas.csv:3: batch: '4' is not allowed here. Use one of: 1, 2, 3, 1+2, year.",
                            "quotas.csv:3: ore: 'heavy' is not allowed here. Use one of: all, light, ionic.",
                            "quotas.csv:4: 'all' of kind group is no holder. The holder 'all' is of kind total, and"
                                    + " every other of another kind.");
            assertThat(dataset.dataset().quotas())
                    .singleElement()
                    .satisfies(quota -> assertThat(quota.fullYear()).isTrue());
        }

        @Test
        void a_holder_of_quotas_is_of_one_kind() {
            dataset.table(
                    "quotas",
                    "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources,reliability",
                    "2024,year,mining,ionic,China Rare Earth Group,group,19150,t REO,reported,,,usgs-2025,read",
                    "2024,year,mining,ionic,China Rare Earth Group,company,2384,t REO,reported,,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "quotas.csv:3: holder_kind: 'China Rare Earth Group' is 'company' here and 'group' in"
                                    + " line 2. Write the same in both, or give one another name.");
        }

        @Test
        void quotas_of_a_stage_are_of_calendar_years_and_on_one_basis() {
            dataset.table(
                    "quotas",
                    "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources,reliability",
                    "2023,year,mining,all,all,total,255,kt REO,reported,,,usgs-2025,read",
                    "2024,year,mining,all,all,total,270000,t REO,reported,,,usgs-2025,read",
                    "2025,year,mining,all,all,total,300000,t gross,reported,,,usgs-2025,read",
                    "2024,year,separation,all,all,total,254000,t gross,reported,,,usgs-2025,read",
                    "H1 2025,year,separation,all,all,total,127000,t gross,reported,,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "quotas.csv:4: unit: 't gross' does not add to the 'kt REO' of the quota in line 2."
                                    + " Convert one of the two, and say how in its note.",
                            "quotas.csv:6: year: 'H1 2025' is not a calendar year. Write one, such as 2030.");
            assertThat(dataset.dataset().quotas()).hasSize(3);
        }

        @Test
        void a_claim_names_a_place_that_there_is_and_one_on_a_total_none() {
            dataset.table(
                    "claims",
                    "id,statement,printed,unit,finding,measure,place,period,edition,threshold,expected,note,sources",
                    "g,Growth of 4.75%.,4.75,%,growth,mine-production,Chlie,2024,MCS2025,,reproduced,,usgs-2025",
                    "q,Quota of 270 kt.,270,kt REO,quota,mining,Chna,2024,,,reproduced,,usgs-2025",
                    "t,The world mined 394 kt.,394,kt REO,total,mine-production,China,2024,MCS2025,,reproduced,,usgs-2025",
                    "w,The world mined 394 kt.,394,kt REO,total,mine-production,World,2024,MCS2025,,reproduced,,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly(
                            "claims.csv:2: place: 'Chlie' is not a known place. Did you mean 'Chile'?",
                            "claims.csv:3: place: 'Chna' is not a known place. Did you mean 'China'?",
                            "claims.csv:4: place: 'China': a total is that of the world. Leave the cell empty, or write"
                                    + " amount as the finding, which is what one place has.");
        }

        @Test
        void a_claim_names_an_assumption_that_there_is() {
            dataset.table(
                            "assumptions",
                            "id,scenario,year,step,name,value,unit,period,origin,reason,sources",
                            "has-stage,Base,,,Has a stage,5,%,,choice,A twentieth.,")
                    .table(
                            "claims",
                            "id,statement,printed,unit,finding,measure,place,period,edition,threshold,answered_by,expected,note,sources",
                            "a,China has all.,5,x,whole-chain,,China,,,has-stage,chain,reproduced,,usgs-2025",
                            "b,China has all.,5,x,whole-chain,,China,,,has-stages,chian,reproduced,,usgs-2025",
                            "c,Mining is held.,held,x,qualitative,,,,,,supply mine-production,not-checkable,,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly(
                            "claims.csv:3: threshold: 'has-stages' is not in assumptions.csv. Did you mean 'has-stage'?");
        }

        @Test
        void no_cell_is_so_long_that_it_has_no_room() {
            assertThat(dataset.figures(
                                    "mine-production,China,2024,,MCS2025,,270000,[" + "a ".repeat(100)
                                            + "b],reported,,usgs-2025,read",
                                    "mine-production,China,2023,,MCS2025,,1." + "0".repeat(2000)
                                            + ",t REO,reported,,usgs-2025,read")
                            .problems())
                    .containsExactly(
                            "figures.csv:2: unit: '[a a a a a a a a a a a a a a a a a a a a…' has 203 characters, and there is"
                                    + " room for 200. Shorten it; what else is to be said belongs in a note.",
                            "figures.csv:3: value: '1.00000000000000000000000000000000000000…' has 2002 characters, more than"
                                    + " a number needs. Maybe two cells ran together.");
        }

        @Test
        void a_name_is_one_line_with_room_beside_others() {
            String header = "id,order,name,feeds,description";

            assertThat(dataset.table("stages", header, "mining,1,\"\n\",,", "separation,2,\"two\nlines\",,")
                            .problems())
                    .containsExactly(
                            "stages.csv:2: name: is empty, and every row of stages needs it. Fill it in.",
                            "stages.csv:4: name: 'two␊lines' has a tab or the end of a line in it. Write it in one line,"
                                    + " with blanks between words.");
            assertThat(dataset.table(
                                    "stages",
                                    header,
                                    "mining,1," + "x".repeat(200) + ",,",
                                    "separation,2," + "y".repeat(201) + ",,")
                            .problems())
                    .containsExactly("stages.csv:3: name: '" + "y".repeat(40) + "…' has 201 characters, and there is"
                            + " room for 200. Shorten it; what else is to be said belongs in a note.");
            assertThat(dataset.table(
                                    "stages",
                                    header,
                                    "mining,1,Mining,," + "x".repeat(2_000),
                                    "separation,2,Separation,," + "y".repeat(2_001))
                            .problems())
                    .containsExactly("stages.csv:3: description: '" + "y".repeat(40)
                            + "…' has 2001 characters, and there" + " is room for 2000. Shorten it.");
        }

        @Test
        void what_analyses_read_of_a_company_is_money_a_count_or_a_multiple() {
            dataset.table(
                    "companies",
                    "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                    "LYC.AX,Lynas,,XASX,LYC,Australia,mining,,AUD,06-30,,,usgs-2025");
            dataset.table(
                    "company-facts",
                    "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                    "LYC.AX,net-profit,FY2025,8,t REO,,reported,,usgs-2025,read",
                    "LYC.AX,shares-outstanding,2025-06-30,935,AUD mn,,reported,,usgs-2025,read",
                    "LYC.AX,pe-forward,FY2026,40,%,,reported,,usgs-2025,read",
                    "LYC.AX,revenue,FY2025,557,AUD mn,,reported,,usgs-2025,read",
                    "LYC.AX,output,FY2025,10462,t REO,,reported,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "company-facts.csv:2: unit: 't REO' does not measure 'net-profit'."
                                    + " Write a currency, as in CNY or USD mn, or give the fact another name.",
                            "company-facts.csv:3: unit: 'AUD mn' does not measure 'shares-outstanding'."
                                    + " Write what is counted, as in shares or mn shares, or give the fact another name.",
                            "company-facts.csv:4: unit: '%' does not measure 'pe-forward'."
                                    + " Write x, or give the fact another name.");
        }

        @Test
        void a_content_is_a_share_of_what_an_output_of_the_company_is_counted_in() {
            dataset.table(
                    "companies",
                    "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                    "LYC.AX,Lynas,,XASX,LYC,Australia,mining,,AUD,06-30,,,usgs-2025");
            dataset.table("bases", "id,name,description", "REO,Oxides,All.", "NdPr oxide,NdPr,Both.");
            dataset.table(
                    "company-facts",
                    "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                    "LYC.AX,output,FY2025,10462,t REO,,reported,,usgs-2025,read",
                    "LYC.AX,content-of-output,FY2025,25,% NdPr oxide of REO,separated,reported,,usgs-2025,read",
                    "LYC.AX,content-of-outputs,FY2025,25,% NdPr oxide of REO,concentrate,reported,,usgs-2025,read",
                    "LYC.AX,content-of-output,FY2025,2600,t REO,carbonate,reported,,usgs-2025,read",
                    "LYC.AX,content-of-output,FY2025,25,% REO of NdPr oxide,ore,reported,,usgs-2025,read",
                    "LYC.AX,content-of-output,FY2024,26,% NdPr oxide of REO,separated,reported,,usgs-2025,read",
                    "LYC.AX,days-to-report,FY2025,58,%,,reported,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "company-facts.csv:4: fact: LYC.AX has no 'outputs' in tonnes. Did you mean 'output'?",
                            "company-facts.csv:5: unit: 't REO' is no content. Write one such as % NdPr oxide of REO.",
                            "company-facts.csv:6: unit: '% REO of NdPr oxide' is no content of 'output', which is in t REO."
                                    + " Write a content of that.",
                            "company-facts.csv:7: scope: the content of what LYC.AX makes as 'separated' is in line 3 already."
                                    + " Keep one, or name another kind of product.",
                            "company-facts.csv:8: unit: '%' does not measure 'days-to-report'."
                                    + " Write [days], or give the fact another name.");
        }

        @Test
        void a_claim_about_a_quota_names_a_stage_and_one_about_a_share_a_measure() {
            dataset.table(
                    "claims",
                    "id,statement,printed,unit,finding,measure,place,period,edition,threshold,expected,note,sources",
                    "q,Quota of 270 kt.,270,kt REO,quota,mine-production,,2024,,,reproduced,,usgs-2025",
                    "s,China mined 68.54%.,68.54,%,share,mining,Chna,2024,MCS2025,,reproduced,,usgs-2025",
                    "g,Growth of 4.75%.,4.75,%,growth,mine-production,,2024,MCS2025,,true,,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly(
                            "claims.csv:2: measure: 'mine-production' is not in stages.csv. Use one of: mining, separation.",
                            "claims.csv:3: measure: 'mining' is not in measures.csv."
                                    + " Use one of: mine-production, reserves, separation-share.",
                            "claims.csv:3: place: 'Chna' is not a known place. Did you mean 'China'?",
                            "claims.csv:4: expected: 'true' is not allowed here. Use one of: reproduced,"
                                    + " reproduced-from-unrounded, not-reproduced, not-checkable, overtaken.");
        }

        @Test
        void a_claim_prints_a_number_where_its_finding_is_one() {
            dataset.table(
                    "claims",
                    "id,statement,printed,unit,finding,measure,place,period,edition,threshold,expected,note,sources",
                    "t,The world mined much.,much,kt REO,total,mine-production,,2024,MCS2025,,reproduced,,usgs-2025",
                    "q,Supply may slow.,may slow,x,qualitative,,,,,,not-checkable,,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly(
                            "claims.csv:2: printed: 'much' is not a number. Write plain digits with a decimal point,"
                                    + " such as 31000 or 48.40.");
        }
    }

    @Nested
    class Rows {

        @Test
        void two_figures_of_the_same_thing_even_if_its_place_is_spelled_differently() {
            dataset.figures(
                    "mine-production,Burma,2024,,MCS2025,,31000,t REO,,,usgs-2025,",
                    "mine-production,Myanmar,2024,,MCS2025,,22000,t REO,,,usgs-2025,");

            assertThat(dataset.problems())
                    .containsExactly("figures.csv:3: has the same measure, place, period, case, edition, revision as"
                            + " line 2. Delete one of the two, or tell them apart.");
            assertThat(dataset.dataset().figures())
                    .extracting(figure -> figure.citation().row())
                    .containsExactly("figures.csv:2");
        }

        @Test
        void stakes_may_contradict_each_other_but_not_repeat_each_other() {
            dataset.table(
                    "stakes",
                    "owner,owned,stake,unit,as_of,note,sources,reliability",
                    "China Rare Earth Group,600259.SH,18.45,%,2025-08,,usgs-2025,read",
                    "China Rare Earth Group,600259.SH,38.45,%,2025-08,,usgs-2025,secondary",
                    "China Rare Earth Group,600259.SH,18.45,%,2025-08,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly("stakes.csv:4: says the same as line 2. Delete one of the two.");
        }

        @Test
        void an_id_that_is_taken() {
            dataset.table("sources", "id,citation,url", "usgs-2025,A,", "usgs-2026,B,", "usgs-2025,C,");

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:4: id: 'usgs-2025' is in line 2 already. Rename one of them.");
        }

        @Test
        void two_editions_of_one_name() {
            dataset.table(
                    "editions",
                    "id,name,publisher,released,series,sources",
                    "MCS2025,MCS,U.S. Geological Survey,2025,MCS,usgs-2025",
                    "MCS2026,MCS,U.S. Geological Survey,2026,MCS,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly(
                            "editions.csv:3: 'MCS' is the name of the edition in line 2 already. Rename one of them.");
        }

        @Test
        void too_few_and_too_many_cells() {
            dataset.figures("mine-production,China,2024", CHINA, CHINA.replace("270000", "270,000"));

            assertThat(dataset.problems())
                    .containsExactly(
                            "figures.csv:2: has 3 cells where the header has 12."
                                    + " Maybe a comma is missing: empty cells need theirs too.",
                            "figures.csv:4: has 13 cells where the header has 12."
                                    + " Maybe a cell that holds a comma is not in quotes.");
            assertThat(dataset.dataset().figures()).hasSize(1);
        }

        @Test
        void a_blank_line() {
            assertThat(dataset.figures(CHINA, "").problems())
                    .containsExactly("figures.csv:3: is a blank line. Delete it.");
        }

        @Test
        void a_quote_that_is_not_closed_is_named_by_the_line_where_it_opens() {
            dataset.table(
                    "sources",
                    "id,citation,url",
                    "usgs-2025,\"USGS, MCS 2025\",",
                    "iea-2025,\"IEA, GCMO 2025,",
                    "usgs-2026,\"USGS, MCS 2026\",");

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:3: has a quote that is not closed where its cell ends. Close it, and"
                            + " write a quote inside a quoted cell twice (\"\").");
            assertThat(dataset.dataset().sources()).containsOnlyKeys("usgs-2025", "usgs-2026");
        }

        @Test
        void a_quote_that_is_open_to_the_end_of_the_file_does_not_swallow_the_rows_below() {
            dataset.figures(
                    CHINA,
                    "mine-production,India,2024,,MCS2025,,2900,t REO,,\"estimated,usgs-2025,read",
                    "mine-production,Brazil,2024,,MCS2025,,20,t REO,,,usgs-2025,read");

            assertThat(dataset.problems())
                    .singleElement()
                    .asString()
                    .startsWith("figures.csv:3: has a quote that is not closed");
            assertThat(dataset.dataset().figures())
                    .extracting(figure -> figure.citation().row())
                    .containsExactly("figures.csv:2", "figures.csv:4");
        }

        @Test
        void lines_are_counted_as_an_editor_counts_them_when_cells_span_several() {
            dataset.figures(
                    "mine-production,China,2024,,MCS2025,,270000,t REO,,\"two\nlines\",usgs-2025,read",
                    "mine-production,Chna,2023,,MCS2025,,1,t REO,,,usgs-2025,read",
                    "mine-production,India,2023,,MCS2025,,1,t REO,,\"x\" y,usgs-2025,read",
                    "mine-production,Indai,2023,,MCS2025,,1,t REO,,,usgs-2025,read");

            assertThat(dataset.problems())
                    .containsExactly(
                            "figures.csv:4: place: 'Chna' is not a known place. Did you mean 'China'?",
                            "figures.csv:5: has a quote that is not closed where its cell ends. Close it, and write a"
                                    + " quote inside a quoted cell twice (\"\").",
                            "figures.csv:6: place: 'Indai' is not a known place. Did you mean 'India'?");
        }
    }

    @Nested
    class Columns {

        @Test
        void a_missing_column() {
            dataset.table("figures", "measure,place,period,value,sources", "mine-production,China,2024,1,usgs-2025");

            assertThat(dataset.problems())
                    .containsExactly("figures.csv:1: unit: is missing, so no row can be read. Add the column.");
        }

        @Test
        void columns_that_need_not_be_filled_need_not_be_there() {
            dataset.table(
                    "figures",
                    "measure,place,period,value,unit,sources",
                    "mine-production,China,2024,1,t REO,usgs-2025");

            assertThat(dataset.problems()).isEmpty();
        }

        @Test
        void an_unknown_column_names_the_nearest_known_one() {
            dataset.table("sources", "id,citation,url,urls", "usgs-2025,A,,", "usgs-2026,B,,");

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:1: urls: is not a column of sources. Did you mean 'url'?");
            assertThat(dataset.dataset().sources()).hasSize(2);
        }

        @Test
        void a_column_that_is_there_twice() {
            dataset.table("sources", "id,citation,citation", "usgs-2025,A,x", "usgs-2026,B,y");

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:1: citation: is a column twice. Delete or rename one.");
        }

        @Test
        void a_schema_that_does_not_match_the_header() {
            dataset.schema("sources", "id,citation,link");

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:6: sources: its schema has the fields id, citation, link, and"
                            + " sources.csv the columns id, citation, url. Make them the same.");
        }
    }

    @Nested
    class FilesOfTables {

        @Test
        void a_byte_order_mark() {
            dataset.bytes("sources", "\uFEFFid,citation,url\nusgs-2025,A,\nusgs-2026,B,\n".getBytes(UTF_8));

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:1: starts with a byte order mark. Save it as UTF-8 without BOM.");
            assertThat(dataset.dataset().sources()).hasSize(2);
        }

        @Test
        void bytes_that_are_not_utf_8() {
            byte[] latin = "iea-2025,Société,\n".getBytes(Charset.forName("windows-1252"));
            dataset.bytes(
                    "sources",
                    Bytes.concat(
                            "id,citation,url\nusgs-2025,A,\n".getBytes(UTF_8),
                            latin,
                            "usgs-2026,稀土,\n".getBytes(UTF_8)));

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:3: byte 14 of the line (0xE9) is not UTF-8."
                            + " Maybe the file is in Windows-1252 or GBK: save it as UTF-8.");
            assertThat(dataset.dataset().sources()).containsOnlyKeys("usgs-2025", "usgs-2026");
        }

        @Test
        void utf_16() {
            dataset.bytes("editions", "id,name\n".getBytes(UTF_16)).schema("editions", "id,name");

            assertThat(dataset.problems())
                    .containsExactly("editions.csv:1: is in UTF-16. Save it as UTF-8 without a byte order mark.");
        }

        @Test
        void an_empty_file() {
            dataset.bytes("sources", new byte[0]);

            assertThat(dataset.problems())
                    .containsExactly("sources.csv:1: is empty. Write the header: id,citation,short,url.");
        }

        @Test
        void a_header_without_rows() {
            assertThat(dataset.figures().problems())
                    .containsExactly("figures.csv:1: has a header and no rows."
                            + " Add rows, or remove the table from datapackage.json.");
        }

        @Test
        void a_listed_file_that_is_not_there() {
            assertThat(dataset.without("sources").problems())
                    .containsExactly("datapackage.json:6: sources: the file sources.csv is not in the folder."
                            + " Add it, or remove the resource.");
        }

        @Test
        void a_file_that_is_not_listed() {
            assertThat(dataset.table("prices", "product,price")
                            .unlisted("prices")
                            .problems())
                    .containsExactly("prices.csv: is not listed in datapackage.json."
                            + " Move it away, or add to its resources: {\"name\": \"prices\", \"path\": \"prices.csv\","
                            + " \"schema\": {\"fields\": [{\"name\": \"product\"}, {\"name\": \"price\"}]}}");
        }

        @Test
        void a_folder_in_place_of_a_file() throws IOException {
            Files.createDirectory(folder.resolve("sources.csv"));

            assertThat(dataset.without("sources").problems())
                    .containsExactly("sources.csv: is not a file. Put a text file in its place.");
        }

        @Test
        void a_link_that_leads_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
            Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "id,citation,url\nusgs-2025,A,\n");
            Files.createSymbolicLink(folder.resolve("sources.csv"), secret);

            assertThat(dataset.without("sources").problems())
                    .containsExactly(
                            "sources.csv: is a link that leads out of the folder. Put a copy of the file in its"
                                    + " place.");
        }

        @Test
        void a_data_package_or_a_screen_that_is_a_link_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
            dataset.read();
            Path secret = Files.writeString(elsewhere.resolve("secret.json"), "{\"password\": \"abc\"}");
            Files.createSymbolicLink(folder.resolve("screen.json"), secret);
            Files.move(folder.resolve("datapackage.json"), folder.resolve("listed.json"));

            assertThat(Datasets.read(folder).problems())
                    .extracting(Problem::toString)
                    .containsExactly("datapackage.json: is not in '" + folder + "'. Check the path, or start a dataset"
                            + " there.");
            Files.createSymbolicLink(folder.resolve("datapackage.json"), Path.of("listed.json"));
            assertThat(Datasets.read(folder).problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "screen.json: is a link that leads out of the folder. Put a copy of the file in its place.");
            Files.delete(folder.resolve("datapackage.json"));
            Files.createSymbolicLink(folder.resolve("datapackage.json"), secret);
            assertThat(Datasets.read(folder).problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "datapackage.json: is a link that leads out of the folder. Put a copy of the file in"
                                    + " its place.");
        }

        @Test
        void a_screen_that_is_a_link_to_nothing() throws IOException {
            dataset.read();
            Files.createSymbolicLink(folder.resolve("screen.json"), Path.of("gone.json"));

            assertThat(Datasets.read(folder).problems())
                    .singleElement()
                    .asString()
                    .startsWith("screen.json: cannot be read");
        }

        @ParameterizedTest
        @CsvSource({
            "figures.CSV,figures.csv",
            "Figures.csv,figures.csv",
            "figures.csv.txt,figures.csv",
            "figure.csv,figures.csv",
            "screeen.json,screen.json",
            "screen.jsn,screen.json",
            "benefits.json,benefit.json",
            "reports.json,report.json",
            "themes.json,theme.json",
            "datapackage.jsn,datapackage.json",
        })
        void a_file_that_nothing_reads_and_whose_name_nearly_is_that_of_one_that_is_read(String name, String meant)
                throws IOException {
            Files.writeString(folder.resolve(name), "mine");

            assertThat(dataset.problems())
                    .containsExactly(name + ": is not read. Did you mean '" + meant + "'? Rename it, or move it away.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "README.md",
                    "notes.json",
                    "theme.json",
                    "figures.csv~",
                    ".figures.csv.swp",
                    "~$figures.csv",
                    "old.xlsx"
                })
        void a_file_of_another_kind_is_welcome(String name) throws IOException {
            Files.writeString(folder.resolve(name), "mine");

            assertThat(dataset.problems()).isEmpty();
        }
    }

    private static final String USGS_2026 = "usgs-2026,USGS MCS 2026,";

    @Nested
    class Addresses {

        private List<String> problems(String url) {
            return dataset.table("sources", "id,citation,url", "usgs-2025,USGS MCS 2025,\"" + url + "\"", USGS_2026)
                    .problems();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://pubs.usgs.gov/periodicals/mcs2025/mcs2025-rare-earths.pdf",
                    "http://example.org",
                    "HTTPS://example.org/a%20b?c=d#e",
                    "mailto:minerals@usgs.gov"
                })
        void of_the_web_and_of_mail_are_read(String url) {
            assertThat(problems(url)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "file:///etc/passwd",
                    "smb://server/share",
                    "data:text/html;base64,AAAA",
                    "//example.org",
                    "usgs.gov/pubs",
                    "https:usgs.gov",
                    "https://example.org/a b",
                    "https://example.org/%zz",
                    "https://[::1",
                    "mailto:",
                })
        void of_anything_else_are_refused_with_their_place(String url) {
            assertThat(problems(url))
                    .containsExactly("sources.csv:2: url: '" + url + "' is not an address of the web. Write it as"
                            + " https://example.org/page, with %20 for a blank, or leave it empty.");
        }

        @Test
        void with_a_password_are_refused_and_the_password_is_not_told() {
            assertThat(problems("https://reader:secret@example.org/page"))
                    .containsExactly(
                            "sources.csv:2: url: the address at 'example.org' begins with a name or a password,"
                                    + " which all who get the workbook could read. Write it without what stands before the @.");
        }

        @Test
        void of_mail_fill_in_no_more_than_a_subject() {
            assertThat(problems("mailto:minerals@usgs.gov?subject=Gallium")).isEmpty();
            assertThat(problems("mailto:minerals@usgs.gov?subject=Gallium&Attach=/etc/passwd"))
                    .containsExactly("sources.csv:2: url: 'Attach' of 'mailto:minerals@usgs.gov' would be filled in for"
                            + " whoever follows it. Leave in no more than a subject.");
        }

        @Test
        void longer_than_a_sheet_takes_are_refused() {
            assertThat(problems("https://example.org/" + "a".repeat(2_000)))
                    .containsExactly(
                            "sources.csv:2: url: 'https://example.org/aaaaaaaaaaaaaaaaaaaa…' has 2020 characters,"
                                    + " and a link in a sheet takes 2000. Use a shorter address.");
        }
    }

    @Nested
    class Hidden {

        @Test
        void a_character_that_cannot_be_seen_is_refused_with_its_cell() {
            assertThat(dataset.table("sources", "id,citation,url", "usgs-2025,USGS \u202E5202 SCM,", USGS_2026)
                            .problems())
                    .containsExactly(
                            "sources.csv:2: citation: 'USGS <U+202E>5202 SCM' has a character that cannot be seen,"
                                    + " U+202E. Delete it.");
            assertThat(dataset.table("sources", "id,citation,url", "usgs-2025,USGS \u009B2J,", USGS_2026)
                            .problems())
                    .containsExactly("sources.csv:2: citation: 'USGS <U+009B>2J' has a character that cannot be seen,"
                            + " U+009B. Delete it.");
        }

        @Test
        void in_a_data_package_too_with_its_line_and_so_is_half_a_character() {
            String manifest = dataset.manifest();

            assertThat(dataset.manifest(manifest.replace("\"Tiny\"", "\"Ti\\u001Bny\""))
                            .problems())
                    .containsExactly(
                            "datapackage.json:3: 'Ti␛ny' has a character that cannot be seen, U+001B. Delete it.");
            assertThat(dataset.manifest(manifest.replace("\"Tiny\"", "\"Ti\\uD83Dny\""))
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("datapackage.json:3:")
                    .endsWith("has a character that cannot be seen, U+D83D. Delete it.");
        }
    }

    /** Statements that a data package may make of its tables, in the words of the Frictionless standards. */
    @Nested
    class Schemas {

        private List<String> said(String sound, String other) {
            String manifest = dataset.manifest();
            assertThat(manifest).contains(sound);
            return dataset.manifest(manifest.replace(sound, other)).problems();
        }

        private static final String MEASURES = "\"path\": \"measures.csv\", \"schema\": {";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"encoding\": \"utf-8\"",
                    "\"dialect\": {\"delimiter\": \",\", \"header\": true}",
                    "\"format\": \"csv\"",
                    "\"mediatype\": \"text/csv\""
                })
        void how_tables_are_written_may_be_said(String field) {
            assertThat(said(MEASURES, field + ", " + MEASURES)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"encoding\": \"windows-1252\"|encoding: 'windows-1252' is not what is read. Write 'utf-8', and make"
                            + " the file so, or leave encoding out.",
                    "\"format\": \"xlsx\"|format: 'xlsx' is not what is read. Write 'csv', and make the file so, or leave"
                            + " format out.",
                    "\"dialect\": {\"delimiter\": \";\"}|delimiter: ';' is not what is read. Write ',', and make the file"
                            + " so, or leave delimiter out.",
                    "\"dialect\": {\"commentChar\": \"#\"}|commentChar: is not a field of a dialect. Use one of: delimiter,"
                            + " quoteChar, doubleQuote, header, lineTerminator, skipInitialSpace, caseSensitiveHeader,"
                            + " csvddfVersion.",
                    "\"dialect\": \"dialect.json\"|'dialect.json' is not a dialect. Put its fields in braces: {…}."
                })
        void how_a_table_is_not_written_is_refused(String field, String problem) {
            assertThat(said(MEASURES, field + ", " + MEASURES)).containsExactly("datapackage.json:10: " + problem);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"missingValues\": [\"\"]",
                    "\"primaryKey\": [\"id\"]",
                    "\"primaryKey\": \"id\"",
                    "\"foreignKeys\": [{\"fields\": [\"stage\"], \"reference\": {\"resource\": \"stages\","
                            + " \"fields\": [\"id\"]}}]"
                })
        void what_the_reader_does_anyway_may_be_said(String field) {
            assertThat(said(MEASURES, MEASURES + field + ", ")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"missingValues\": [\"\", \"-999\"]|missingValues: '[\"\",\"-999\"]' is not what is read: only an empty"
                            + " cell says nothing, and NA, W or XX say why a figure is missing. Write [\"\"], or leave it"
                            + " out.",
                    "\"primaryKey\": [\"name\"]|primaryKey: rows of measures are told apart by id. Write these, or leave"
                            + " primaryKey out.",
                    "\"foreignKeys\": [{\"fields\": \"unit\", \"reference\": {\"resource\": \"bases\", \"fields\":"
                            + " \"id\"}}]|reference: 'unit' to '{\"resource\":\"bases\",\"fields\":\"id\"}' is not"
                            + " checked in measures. Leave this foreign key out.",
                    "\"uniqueKeys\": [[\"name\"]]|uniqueKeys: is not a field of a schema. Use one of: fields, primaryKey,"
                            + " foreignKeys, missingValues."
                })
        void what_the_reader_does_not_do_is_refused(String field, String problem) {
            assertThat(said(MEASURES, MEASURES + field + ", ")).containsExactly("datapackage.json:10: " + problem);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"type\": \"number\"|type: 'number' is not what is read. Write 'string', and make the file so, or leave"
                            + " type out.",
                    "\"constraints\": {\"enum\": [\"mining\"]}|enum: stage of measures may hold other words too. Leave enum"
                            + " out.",
                    "\"constraints\": {\"pattern\": \"[a-z]+\"}|pattern: is not a field of constraints. Use one of: required,"
                            + " enum.",
                    "\"constraints\": {\"required\": true}|required: 'true' is not what is read. Write 'false', and make the"
                            + " file so, or leave required out.",
                    "\"decimalChar\": \",\"|decimalChar: is not a field of a field. Use one of: name, type, title,"
                            + " description, constraints, format."
                })
        void a_column_is_of_the_type_and_has_the_words_it_has_in_every_dataset(String field, String problem) {
            String stage = "{\"name\": \"stage\"";

            assertThat(said(stage, stage + ", " + field)).containsExactly("datapackage.json:10: " + problem);
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @ValueSource(strings = {"1e99999999999", "1e2147483647", "-1E+400", "1e-2147483647"})
        void of_billions_of_digits_in_json_are_refused_with_their_place(String number) {
            assertThat(dataset.manifest(dataset.manifest().replace("\"Tiny\"", number))
                            .problems())
                    .containsExactly("datapackage.json:3: title: '" + number
                            + "' is too large or too small for a number. Check its" + " exponent.");
        }

        @Test
        void brackets_in_brackets_without_end_are_refused() {
            assertThat(dataset.manifest("{\"name\": " + "[".repeat(100_000)).problems())
                    .singleElement()
                    .asString()
                    .isEqualTo("datapackage.json: is not valid JSON: Document nesting depth (1001) exceeds the maximum"
                            + " allowed (1000).");
        }
    }

    @Nested
    class Chains {

        @Test
        void a_stage_that_feeds_an_unknown_one() {
            dataset.table("stages", "id,order,name,feeds,description", "mining,1,M,seperation,", "separation,2,S,,");

            assertThat(dataset.problems())
                    .containsExactly(
                            "stages.csv:2: feeds: 'seperation' is not in stages.csv. Did you mean 'separation'?");
        }

        @Test
        void a_chain_that_runs_in_a_circle() {
            dataset.table(
                    "stages",
                    "id,order,name,feeds,description",
                    "mining,1,M,separation,",
                    "separation,2,S,metals,",
                    "metals,3,Metals,separation,");

            assertThat(dataset.problems())
                    .containsExactly("stages.csv:4: feeds: The chain runs in a circle: separation → metals →"
                            + " separation. Remove one of these from the column feeds.");
            assertThat(dataset.dataset().chain().stages()).hasSize(3);
        }
    }

    @Nested
    class DataPackage {

        @Test
        void a_folder_that_is_not_there() {
            assertThat(Datasets.read(folder.resolve("nowhere")).problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "datapackage.json: there is no folder " + folder.resolve("nowhere") + ". Check the path.");
        }

        @Test
        void an_unknown_table_names_the_nearest_known_one() {
            dataset.manifest(dataset.manifest().replace("\"name\": \"stages\"", "\"name\": \"stage\""));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:9: stage: is not a table that is known. Did you mean 'stages'?");
        }

        @Test
        void an_unknown_field_names_the_nearest_known_one() {
            dataset.manifest(dataset.manifest().replace("\"resource\": \"Rare", "\"resuorce\": \"Rare"));

            assertThat(dataset.problems())
                    .containsExactly(
                            "datapackage.json:4: resuorce: is not a field of the entry lodestone. Did you mean 'resource'?",
                            "datapackage.json:4: resource: is missing or empty. Give it as text.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"../sources.csv", "/etc/sources.csv", "C:/sources.csv", "https://example.org/sources.csv"})
        void a_path_that_leads_out_of_the_folder_is_not_followed(String path) {
            dataset.manifest(dataset.manifest().replace("\"sources.csv\"", '"' + path + '"'));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:6: path: '" + path + "' leads out of the folder."
                            + " Write 'sources.csv', beside datapackage.json.");
        }

        @Test
        void a_mistake_is_told_with_the_line_of_the_table_it_is_in() {
            dataset.manifest(dataset.manifest()
                    .replace("\"measures.csv\"", "\"amounts.csv\"")
                    .replace("\"path\": \"stages.csv\", ", ""));

            assertThat(dataset.problems())
                    .contains(
                            "datapackage.json:9: path: is missing or empty. Give it as text.",
                            "datapackage.json:10: path: 'amounts.csv' is not where measures belongs."
                                    + " Write 'measures.csv', beside datapackage.json.");
        }

        @Test
        void a_missing_table_without_which_there_is_no_dataset() {
            dataset.without("figures").unlisted("figures");

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:5: resources: there is none with the name 'figures'."
                            + " A dataset needs sources, measures and figures.");
        }

        @Test
        void a_default_edition_that_is_unknown() {
            dataset.manifest(dataset.manifest().replace("\"edition\": \"MCS2025\"", "\"edition\": \"MCS2052\""));

            assertThat(dataset.problems())
                    .containsExactly(
                            "datapackage.json:4: edition: 'MCS2052' is not in editions.csv. Did you mean 'MCS2025'?");
        }

        @Test
        void duplicate_keys() {
            dataset.manifest(dataset.manifest().replace("\"title\": \"Tiny\"", "\"title\": \"A\",\n\"title\": \"B\""));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:4: is not valid JSON: Duplicate field 'title' (column 8).");
        }

        @Test
        void a_comma_that_nothing_follows() {
            dataset.manifest(
                    dataset.manifest().replace("\"title\": \"Tiny\"", "\"title\": \"Tiny\",\n\"licenses\": [\"\",\n]"));
            assertThat(dataset.problems())
                    .containsExactly(
                            "datapackage.json:5: is not valid JSON: ']' follows a comma. Delete that comma (column 1).");

            dataset.manifest("{\"name\": \"tiny\",\n}");
            assertThat(dataset.problems())
                    .containsExactly(
                            "datapackage.json:2: is not valid JSON: '}' follows a comma. Delete that comma (column 1).");
        }

        @Test
        void text_after_the_end() {
            dataset.manifest(dataset.manifest() + "{}");

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:13: goes on after its closing brace. Delete what follows it.");
        }

        @Test
        void null_where_text_belongs() {
            dataset.manifest(dataset.manifest().replace("\"title\": \"Tiny\"", "\"title\": null"));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:3: title: 'null' is not text. Put it in quotes.");
        }

        @Test
        void a_table_listed_twice() {
            String sources = TinyDataset.resource("sources", "sources.csv", "id,citation,url");
            dataset.manifest(dataset.manifest().replace("\n]}", ",\n" + sources + "\n]}"));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:12: sources: is listed twice. Delete one of the two resources.");
        }

        @Test
        void a_table_without_a_schema() {
            dataset.manifest(dataset.manifest()
                    .replace(
                            "\"schema\": {\"fields\": [{\"name\": \"id\"}, {\"name\":"
                                    + " \"citation\"}, {\"name\": \"url\"}]}",
                            "\"title\": \"Sources\""));

            assertThat(dataset.problems())
                    .containsExactly("datapackage.json:6: sources: has no schema with fields."
                            + " List the columns of sources.csv in schema.fields.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void lines_of_a_table_end_as_they_do_on_any_machine(String end) {
        TinyDataset dataset = TinyDataset.in(folder)
                .bytes(
                        "sources",
                        "id,citation,url\nusgs-2025,\"MCS\n2025\",\nusgs-2026,MCS 2026,\nx\n"
                                .replace("\n", end)
                                .getBytes(UTF_8));

        assertThat(dataset.problems())
                .containsExactly(
                        "sources.csv:5: has 1 cells where the header has 3. Maybe a comma is missing: empty cells"
                                + " need theirs too.");
        assertThat(dataset.dataset().sources().get("usgs-2025"))
                .extracting(Source::citation)
                .isEqualTo("MCS\n2025");
    }
}
