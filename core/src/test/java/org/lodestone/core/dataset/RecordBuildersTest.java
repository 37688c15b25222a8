package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.company.Listing;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.market.Price;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;

/** Rows of the rare earths, put together in code: each equals what its file says. */
class RecordBuildersTest {

    private static final Dataset RARE_EARTHS =
            DatasetReader.read(Path.of("../examples/data/rare-earths")).orElseThrow();

    private static final Place CHINA = Place.parse("China");

    private static Citation noting(String note, String... sources) {
        return new Citation(ImmutableList.copyOf(sources), Reliability.READ, How.REPORTED, note);
    }

    /** USGS, MCS 2025: China mined 270,000 t REO in 2024. */
    @Test
    void a_figure_reads_as_it_is_said() {
        Figure mined = Figure.builder()
                .measure(RARE_EARTHS.measure("mine-production"))
                .place(CHINA)
                .period(Period.year(2024))
                .edition("MCS2025")
                .value("270000", "t REO")
                .citation(noting(
                        "Estimated. Production quota; does not include undocumented production.", "usgs-mcs-2025"))
                .build();

        assertThat(RARE_EARTHS.figures()).contains(mined);
        assertThat(mined.revision()).isEmpty();
    }

    @Test
    void what_is_missing_is_named_all_at_once() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Figure.builder().value("270000", "t REO").build())
                .withMessageContainingAll("measure", "place", "period", "citation")
                .withMessageNotContainingAny("edition", "revision", "line");
    }

    @Test
    void a_record_still_refuses_what_it_cannot_be() {
        Figure.Builder mined = Figure.builder()
                .measure(RARE_EARTHS.measure("mine-production"))
                .place(CHINA)
                .period(Period.year(2024))
                .source("usgs-mcs-2025");

        assertThat(mined.value("270", "kt REO").build().value()).hasToString("270");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mined.value("270000", "t gross").build())
                .withMessageContaining("t gross");
    }

    /** Quotas of 2024: China Northern Rare Earth may mine 188,650 t REO of light ore. */
    @Test
    void a_quota_has_the_words_of_its_notice() {
        assertThat(RARE_EARTHS.quotas())
                .contains(Quota.builder()
                        .year(Period.year(2024))
                        .batch("year")
                        .stage("mining")
                        .ore(Ore.LIGHT)
                        .holder(new Holder(Holder.Kind.GROUP, "China Northern Rare Earth"))
                        .amount("188650", "t REO")
                        .derivation("69.9%")
                        .citation(noting("China Northern Rare Earth holds light quota only", "jiufang-2026-02-600111"))
                        .build());
    }

    @Test
    void what_may_be_absent_is_left_out_and_what_is_there_is_given_as_it_is() {
        assertThat(RARE_EARTHS.claims())
                .contains(Claim.builder()
                        .id("reserves-china")
                        .statement("China has reserves of 44 Mt.")
                        .printed("44")
                        .unit(Unit.parse("Mt REO"))
                        .finding(ClaimKind.AMOUNT)
                        .measure("reserves")
                        .place("China")
                        .period(Period.year(2024))
                        .edition("MCS2025")
                        .expected(Verdict.REPRODUCED)
                        .note("MCS 2026 has reserves of 2025 only.")
                        .sources(List.of("industrial-securities-2025"))
                        .build());
        assertThat(RARE_EARTHS.projects())
                .contains(Project.builder()
                        .id("mountain-pass-mine")
                        .project("Mountain Pass")
                        .operator("MP Materials")
                        .company("MP")
                        .place(Place.parse("United States"))
                        .stage("mining")
                        .product("bastnaesite concentrate")
                        .status(Status.OPERATING)
                        .firstYear("2018")
                        .citation(noting(
                                "Actual output in t REO: 2023 41,557; 2024 45,455; 2025 50,692",
                                "mp-10k-fy2025",
                                "mp-10k-fy2024"))
                        .build());
    }

    @Test
    void a_list_that_changes_later_changes_no_record() {
        List<String> stages = new ArrayList<>(List.of("separation", "metals", "magnets"));
        Company.Builder builder = Company.builder()
                .id("600111.SH")
                .name("China Northern Rare Earth")
                .nameLocal("北方稀土")
                .listing(new Listing("XSHG", "600111"))
                .place(CHINA)
                .stages(stages)
                .currency("CNY")
                .yearEnd(MonthDay.of(12, 31))
                .sources(List.of("everbright-2025-04-600111", "cailianshe-2025-04-600111"));
        stages.clear();

        assertThat(builder.build().stages())
                .isEqualTo(RARE_EARTHS.companies().get("600111.SH").stages());
    }

    @Test
    void rules_of_a_forecast_name_their_assumptions() {
        assertThat(RARE_EARTHS.outlook().limits())
                .contains(Limit.builder()
                        .measure("mine-production")
                        .place(CHINA)
                        .kind(Limit.Kind.QUOTA)
                        .path(Limit.Path.GROWTH)
                        .assumption("mining-quota-growth")
                        .use("mining-quota-use")
                        .note("No capacity of the mines of China is published, so only the quota can bind.")
                        .sources(List.of("usgs-mcs-2026"))
                        .build());
        assertThat(RARE_EARTHS.outlook().drivers())
                .contains(Driver.builder()
                        .assumption("mining-quota-growth")
                        .as(Driver.As.VALUE)
                        .low(0)
                        .high(5.88)
                        .drawn(Driver.Drawn.TRIANGULAR)
                        .search(10)
                        .lever(new Driver.Lever("Mining quota, growth", "Supply", -10, 15))
                        .reason("From no growth to that of 2024 again.")
                        .sources(List.of("industrial-securities-2025"))
                        .build());
    }

    @Test
    void a_sale_says_what_each_assumption_is_for() {
        assertThat(RARE_EARTHS.exposures().get(0).sale())
                .contains(Exposure.Sale.builder()
                        .volume("rare-earth-concentrate-purchased")
                        .content("ndpr-in-ore")
                        .quote(new Exposure.Quote.Market("NdPr oxide", "", Unit.parse("CNY/kg"), Optional.empty()))
                        .vatIncluded(true)
                        .vat("vat-china")
                        .oreCost("rare-earth-concentrate-purchase-cost")
                        .royalty("royalty-not-stated")
                        .hedged("hedged-not-stated")
                        .tax("tax-china")
                        .minority("minority-northern")
                        .build());
    }

    @Test
    void prices_rates_and_dates_are_cited() {
        assertThat(RARE_EARTHS.prices())
                .contains(Price.builder()
                        .product("Dysprosium oxide")
                        .grade("99.5% min")
                        .period(Period.year(2014))
                        .price("395", "USD/kg")
                        .edition("MCS2019")
                        .source("usgs-mcs-2019")
                        .build());
        assertThat(RARE_EARTHS.rates())
                .contains(ExchangeRate.builder()
                        .date(Period.parse("2022-12-30"))
                        .period(Period.year(2022))
                        .kind("year-end")
                        .base("EUR")
                        .quote("USD")
                        .rate(new BigDecimal("1.0666"))
                        .citation(noting("ECB reference rate", "ecb-reference-rates"))
                        .build());
        assertThat(RARE_EARTHS.dates())
                .contains(Event.builder()
                        .id("ndpr-above-floor-2026")
                        .when(Period.parse("2026-02-25"))
                        .printed("about 25 February 2026")
                        .who("NdPr market")
                        .event("NdPr price reached USD 110/kg, the floor of MP Materials")
                        .effect("Above the floor MP pays away 30% of the excess, and the floor of Lynas pays nothing")
                        .status(Event.Status.PASSED)
                        .stages(List.of("separation"))
                        .source("west-australian-2026-02-lynas")
                        .build());
    }
}
