package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.Stake;
import org.lodestone.core.problem.Problem;

class ShareCodesTest {

    private static final String COMPANIES =
            "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources";
    private static final String FACTS = "company,fact,period,value,unit,scope,how,derivation,sources,reliability";
    private static final String STAKES = "owner,owned,stake,unit,as_of,note,sources,reliability";

    @TempDir
    Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void start() {
        tiny = TinyDataset.in(folder);
    }

    private static List<String> notes(Reading reading) {
        return reading.notes().stream().map(Problem::toString).toList();
    }

    @Test
    void a_code_of_shanghai_or_shenzhen_has_six_digits_and_of_hong_kong_five() {
        Reading reading = tiny.table(
                        "companies",
                        COMPANIES,
                        "831.SZ,China Rare Earth,,XSHE,831,China,mining,CNY,,,,usgs-2026",
                        "6680.HK,JL MAG,,XHKG,6680,China,mining,CNY,,,,usgs-2026",
                        "4063.T,Shin-Etsu,,XTKS,4063,Japan,mining,JPY,,,,usgs-2026",
                        "600111.SH,China Northern,,XSHG,600111,China,mining,CNY,,,,usgs-2026")
                .read();
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.dataset().orElseThrow().companies())
                .containsOnlyKeys("000831.SZ", "06680.HK", "4063.T", "600111.SH");
        assertThat(reading.dataset().orElseThrow().companies().values())
                .extracting(company -> company.listing().symbol())
                .containsExactly("000831", "06680", "4063", "600111");
        assertThat(notes(reading))
                .hasSize(4)
                .startsWith(
                        "companies.csv:2: id: '831.SZ' has lost its leading zeros and is read as '000831.SZ'. Write it so, and"
                                + " import the column as text.",
                        "companies.csv:2: symbol: '831' has lost its leading zeros and is read as '000831'. Write it so, and"
                                + " import the column as text.");
    }

    @Test
    void facts_and_stakes_find_their_company_again() {
        Reading reading = tiny.table(
                        "companies",
                        COMPANIES,
                        "000831,China Rare Earth,,XSHE,000831,China,mining,CNY,,,,usgs-2026",
                        "000970.SZ,Zhong Ke,,XSHE,000970,China,mining,CNY,,,,usgs-2026")
                .table(
                        "company-facts",
                        FACTS,
                        "831,revenue,2024,1,CNY mn,,reported,,usgs-2026,read",
                        "970.SZ,revenue,2024,1,CNY mn,,reported,,usgs-2026,read")
                .table(
                        "stakes",
                        STAKES,
                        "Group,831,28.56,%,2025,,usgs-2026,read",
                        "831,Mine,100,%,2025,,usgs-2026,read")
                .read();
        assertThat(reading.problems()).isEmpty();
        Dataset dataset = reading.dataset().orElseThrow();
        assertThat(dataset.facts()).extracting(CompanyFact::company).containsExactly("000831", "000970.SZ");
        assertThat(dataset.stakes()).extracting(Stake::owned).containsExactly("000831", "Mine");
        assertThat(dataset.stakes()).extracting(Stake::owner).containsExactly("Group", "000831");
        assertThat(notes(reading)).hasSize(4);
    }

    @Test
    void a_number_that_no_company_or_several_could_have_is_left_as_it_is() {
        tiny.table(
                        "companies",
                        COMPANIES,
                        "000005,One,,XSHE,000005,China,mining,CNY,,,,usgs-2026",
                        "00005,Other,,XHKG,00005,China,mining,CNY,,,,usgs-2026")
                .table("company-facts", FACTS, "5,revenue,2024,1,CNY mn,,reported,,usgs-2026,read");
        assertThat(tiny.problems())
                .singleElement()
                .asString()
                .startsWith("company-facts.csv:2: company: '5' is not in");
        assertThat(tiny.read().notes()).isEmpty();
    }

    @Test
    void a_repair_does_not_fail_a_check() {
        Reading reading = tiny.table(
                        "companies", COMPANIES, "831.SZ,China Rare Earth,,XSHE,831,China,mining,CNY,,,,usgs-2026")
                .read();
        assertThat(reading.orElseThrow().companies()).hasSize(1);
    }
}
