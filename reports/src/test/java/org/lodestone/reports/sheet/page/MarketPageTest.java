package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;

class MarketPageTest {

    private static final Measure DEALER =
            statistic("United States: price, average, cents per pound: New York dealer", "[cents per pound]");
    private static final Measure EXCHANGE = statistic(
            "United States: price, average, cents per pound: London Metal Exchange (LME), cash", "[cents per pound]");
    private static final Measure RELIANCE =
            statistic("United States: net import reliance as a percentage of apparent consumption, refined tin", "%");
    private static final Measure SOURCES = statistic("United States: import sources: Refined tin", "%");
    private static final Measure IMPORTS = statistic("United States: imports for consumption: Refined", "t Sn");

    /** As {@code lodestone usgs} makes it of MCS 2026. */
    private static final Dataset TIN = Dataset.builder("tin")
            .resource("Tin")
            .measures(Stream.of(DEALER, EXCHANGE, RELIANCE, SOURCES, IMPORTS)
                    .collect(Collectors.collectingAndThen(
                            Collectors.toMap(Measure::id, measure -> measure), ImmutableMap::copyOf)))
            .figures(Stream.of(
                            years(DEALER, "1580", "1546", "1256", "1420", "1600"),
                            years(EXCHANGE, "1478", "1423", "1177", "1368", "1500"),
                            years(RELIANCE, "80", "77", "73", "75", "77"),
                            years(IMPORTS, "38100", "33200", "28200", "25400", "32000"),
                            List.of(
                                    source("Peru", "31"),
                                    source("Bolivia", "27"),
                                    source("Indonesia", "15"),
                                    source("Brazil", "10"),
                                    source("Other countries", "17")))
                    .flatMap(List::stream)
                    .toList())
            .build();

    private static Measure statistic(String name, String unit) {
        return new Measure(
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                name,
                "",
                Measure.Kind.STATISTIC,
                Unit.parse(unit),
                "");
    }

    private static List<Figure> years(Measure measure, String... values) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            figures.add(figure(measure, "United States", String.valueOf(2021 + i), values[i]));
        }
        return figures;
    }

    private static Figure source(String place, String share) {
        return figure(SOURCES, place, "2021-2024", share);
    }

    private static Figure figure(Measure measure, String place, String period, String value) {
        return Figure.builder()
                .measure(measure)
                .place(Place.parse(place))
                .period(Period.parse(period))
                .value(value, measure.unit().toString())
                .source("usgs-mcs-2026")
                .build();
    }

    private static Part page(Dataset dataset) {
        return MarketPage.of(Analyses.of(dataset)).orElseThrow();
    }

    private static Part bundled(String name) {
        return page(BundledPack.of(name).dataset());
    }

    @Test
    void a_commodity_of_the_usgs_alone_has_price_reliance_and_suppliers() {
        Shows tin = Shows.of(page(TIN));

        // 1,600 / 1,580 = 1.0127; 1,600 / 1,420 = 1.1268; 31 + 27 + 15 + 10 = 83; 32,000 / 25,400 = 1.2598
        assertThat(tin.title())
                .isEqualTo("Tin, New York dealer: 1,600 cents per pound in 2025, 1% above the 1,580 in 2021");
        assertThat(tin.standfirst())
                .isEqualTo(
                        "United States: net import reliance 77% in 2025; Peru had 31% of imports of refined tin in 2021-2024");
        assertThat(tin.findings())
                .contains(
                        "Tin, New York dealer: 1,600 cents per pound in 2025, 13% above the 1,420 in 2024",
                        "United States: the 4 countries named had 83% of imports",
                        "United States: imports for consumption: Refined 32,000 t Sn in 2025, +26% on the year");
    }

    @Test
    void what_is_typed_is_followed_to_who_leads_and_whether_a_price_rose() {
        Part tin = page(TIN);
        Key dealer = key(tin, DEALER, "2025");
        Key bolivia = key(tin, SOURCES, "Bolivia");
        Key reliance = key(tin, RELIANCE, "2025");

        Shows typed = Shows.with(
                tin, Map.of(dealer, Value.of(790), bolivia, Value.of(31), reliance, Value.of(Observation.parse("W"))));

        assertThat(typed.title()).endsWith("790 cents per pound in 2025, 50% below the 1,580 in 2021");
        assertThat(typed.standfirst())
                .isEqualTo("United States: net import reliance of 2025 not known;"
                        + " several suppliers had 31% each of imports of refined tin in 2021-2024");
    }

    private static Key key(Part part, Measure measure, String word) {
        return part.model().contents().keySet().stream()
                .filter(key ->
                        key.what().id().equals(measure.id()) && key.toString().contains(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_quote_is_set_against_the_first_of_its_own_market_a_range_by_its_middle() {
        // SMM, Europe: 410–450 on 18 June 2025, so 430; 3,000 / 430 = 6.98
        assertThat(Shows.of(bundled("tungsten")).title())
                .isEqualTo("APT, Europe, SMM: 3,000 USD/mtu on 13 March 2026, 7.0 times the 430 on 18 June 2025");
    }

    @Test
    void china_stands_against_outside_in_one_unit_where_the_dataset_has_it_so() {
        // Rotterdam 250–265 before the controls: 1,600 / 257.5 = 6.21; CNY 1,690 in China is USD 235.1, 250.5 before
        // them:
        // 235.1 / 250.5 = 0.9385
        assertThat(Shows.of(bundled("gallium")).title())
                .isEqualTo(
                        "Gallium, Europe (various): 1,600 USD/kg on 22 January 2026, 6.2 times the 258 on 30 June 2023;"
                                + " China (various): 235 USD/kg on 20 October 2025,"
                                + " 6% below the 251 on 3 July 2023");
    }

    @Test
    void a_bound_stays_what_it_is() {
        assertThat(Shows.of(bundled("germanium")).standfirst())
                .startsWith("United States: net import reliance >50% in 2025;"
                        + " China had 41% of imports of germanium metal");
    }

    @Test
    void a_dataset_of_prices_alone_has_a_finding_for_its_front_page_and_two_charts() {
        Part germanium = bundled("germanium");

        // MCS 2026: 4,100 / 1,187 = 3.454
        assertThat(germanium.findings()).hasSize(1);
        assertThat(germanium.findings().get(0).headline())
                .contains(germanium.sections().get(0).title());
        assertThat(germanium.panels()).hasSize(2);
        assertThat(Shows.of(germanium).title())
                .isEqualTo(
                        "Germanium, metal, 99.999%, Europe: about 4,100 USD/kg in 2025, 3.5 times the 1,187 in 2021");
    }

    @Test
    void demand_has_first_and_last_year_of_the_first_case_with_shares_of_the_whole() {
        // IEA, cobalt for electric vehicles: 66.507 of 220.726 kt in 2024, 135.811 of 329.939 in 2040 in STEPS
        Shows cobalt = Shows.of(bundled("cobalt"));

        assertThat(cobalt.findings())
                .contains("Electric vehicles: 2.0 times the demand of 2024 in 2040 in STEPS, 41% of all,"
                        + " after a peak of 143.1 kt Co in 2030");
    }

    @Test
    void the_price_that_a_dataset_names_leads_though_others_go_further() throws IOException {
        Dataset graphite = BundledPack.of("graphite").dataset();
        Dataset named = graphite.toBuilder()
                .publication(
                        graphite.publication().withLeadPrice("Graphite, fob China, spherical, 99.95% C, 15 microns"))
                .build();

        // Fastmarkets: 1,700–2,000 on 31 October 2024, 2,500–2,800 in January 2023: 1,850 / 2,650 = 0.698
        assertThat(Shows.of(page(named)).title())
                .isEqualTo("Graphite, fob China, spherical, 99.95% C, 15 microns: 1,850 USD/t on 31 October 2024,"
                        + " 30% below the 2,650 in January 2023");
        assertThat(Shows.of(page(graphite)).title())
                .isEqualTo(
                        "US imports of natural graphite, flake: about 1,000 USD/t in 2025, 25% below the 1,330 in 2021");
    }

    @Test
    void demand_that_peaks_between_the_years_shown_says_when() {
        // IEA, STEPS: 3,597.8 in 2030, 4,969.9 in 2035 and 4,783.5 kt in 2040
        Shows graphite = Shows.of(bundled("graphite"));

        assertThat(graphite.findings())
                .contains("Electric vehicles: 3.8 times the demand of 2024 in 2040 in STEPS, 43% of all,"
                        + " after a peak of 4,970 kt all graphite in 2035");
        assertThat(graphite.headers(2)).contains("Peak between");
        assertThat(graphite.row(2, "Graphite: Electric vehicles")).contains("4,970 in 2035");
        assertThat(graphite.row(2, "Graphite: Other uses")).contains("–");
        assertThat(Shows.of(bundled("lithium")).headers(1)).doesNotContain("Peak between");
    }

    @Test
    void an_estimate_has_its_mark_beside_the_year() {
        Part graphite = bundled("graphite");
        Shows shown = Shows.of(graphite);

        assertThat(shown.row(0, "US imports of natural graphite, flake")).contains("2021", "2025e");
        assertThat(shown.headers(1)).endsWith("2024", "2025e");
        assertThat(graphite.sections().get(0).allBlocks().flatMap(block -> block.as(Exhibit.class).stream()))
                .extracting(Exhibit::caption)
                .filteredOn(caption -> caption.endsWith("; e: estimated"))
                .hasSize(2);
    }

    @Test
    void where_another_page_tells_prices_there_is_none() {
        assertThat(MarketPage.of(RareEarths.analyses())).isEmpty();
        assertThat(MarketPage.of(Analyses.of(Dataset.builder("empty").build()))).isEmpty();
    }
}
