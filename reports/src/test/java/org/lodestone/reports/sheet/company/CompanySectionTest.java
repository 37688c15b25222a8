package org.lodestone.reports.sheet.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.FactWords;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class CompanySectionTest {

    private static Dataset dataset;
    private static CompanyFacts facts;
    private static Part part;

    @BeforeAll
    static void read() {
        dataset = RareEarths.dataset();
        facts = CompanyFacts.of(dataset);
        part = CompanySection.of(dataset, facts).orElseThrow();
    }

    private static List<Table> tables(String section) {
        return part.sections().stream()
                .filter(found -> found.name().equals(section))
                .flatMap(found -> found.blocks().stream())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    @Test
    void every_fact_is_listed_with_its_source() {
        assertThat(tables("Facts").stream()
                        .mapToInt(table -> table.rows().size())
                        .sum())
                .isEqualTo(dataset.facts().size())
                .isEqualTo(878);
        assertThat(tables("Facts"))
                .flatExtracting(Table::rows)
                .flatExtracting(row -> row.cells())
                .filteredOn(Cell.Of.class::isInstance)
                .allMatch(cell -> part.model().content(((Cell.Of) cell).key()) instanceof Content.Figure figure
                        && !figure.citation().sources().isEmpty());
    }

    @Test
    void there_are_three_sheets() {
        assertThat(part.sections())
                .extracting(Section::name, section -> section.title().words())
                .containsExactly(
                        tuple("Companies", "Companies and their owners: some stakes have several values"),
                        tuple(
                                "Company figures",
                                "Latest figures by company: market cap is published most often, separation quota least"),
                        tuple("Facts", "All facts by company, as stated"));
    }

    @Nested
    class Latest {

        private String latest(String company, String fact) {
            return facts.latest(company, fact)
                    .map(found -> found.fact().value() + ", " + found.fact().period() + ", "
                            + found.fact().scope())
                    .orElse("none");
        }

        @Test
        void twelve_months_go_before_a_later_part_of_a_year() {
            // China Northern: nine months of 2025 give 30,292, the twelve months to September 41,698 CNY mn
            assertThat(latest("600111.SH", "revenue")).isEqualTo("41698, TTM 2025-09, consolidated");
            // Lynas: the half year to December 2025 gives 413.7, the year to June 2026 977.945 AUD mn
            assertThat(latest("LYC.AX", "revenue")).isEqualTo("977.945, FY2026, consolidated, year to 30 June");
        }

        @Test
        void the_whole_company_goes_before_its_segments() {
            assertThat(latest("NEO.TO", "revenue")).isEqualTo("478.793, FY2025, consolidated");
        }

        @Test
        void a_day_goes_before_the_months_it_is_in() {
            // JL MAG: 49,160 CNY mn on 31 October 2025, 43,910 on an undated page of September or October
            assertThat(latest("300748.SZ", "market-cap")).isEqualTo("49160, 2025-10-31, A+H");
        }

        @Test
        void words_serve_as_a_period_where_there_is_no_other() {
            assertThat(latest("ARU.AX", "market-cap")).isEqualTo("895.09, after 2025-10-31, ");
        }

        @Test
        void a_company_without_the_fact_has_none() {
            assertThat(facts.latest("6762.T", "revenue")).isEmpty();
        }

        @Test
        void plants_keep_their_own_capacities_so_that_disagreeing_sums_are_seen() {
            // China Rare Earth Resources: 4,400 + 5,000 = 9,400 t REO/yr, or 12,400 by another source
            assertThat(facts.latestByScope("000831.SZ", "separation-capacity"))
                    .extracting(found -> found.fact().value().printed())
                    .containsExactlyInAnyOrder("9400", "4400", "5000", "12400");
        }
    }

    @Nested
    class Conflicts {

        @Test
        void values_that_differ_are_listed_with_the_one_used_first() {
            // China Northern, revenue of 2023: 33,497 is reported, 33,495 derived from 2024 and its growth
            assertThat(facts.conflicts())
                    .anySatisfy(same -> assertThat(same)
                            .extracting(one -> one.fact().value().printed())
                            .containsExactly("33497", "33495"));
        }

        @Test
        void values_that_agree_but_for_rounding_are_no_conflict() {
            // Shenghe, net profit of 2022: 1,593.4778 and 1,593 CNY mn
            assertThat(facts.conflicts())
                    .noneMatch(same -> same.get(0).fact().company().equals("600392.SH")
                            && same.get(0).fact().fact().equals("net-profit"));
        }

        @Test
        void a_price_less_later_dividends_disagrees_with_the_close_of_the_day() {
            // Shenghe, end of 2024: 10.18 at an aggregator that takes dividends off, 10.28 was the close
            assertThat(facts.conflicts())
                    .anySatisfy(same -> assertThat(same)
                            .extracting(one -> one.fact().value().printed())
                            .containsExactly("10.18", "10.28"));
        }

        @Test
        void the_same_number_in_another_unit_is_no_conflict() {
            CompanyFacts same = facts(
                    fact("shares", "2026-03-18", "217940638", "shares"),
                    fact("shares", "2026-03-18", "217.940638", "mn shares"));
            assertThat(same.conflicts()).isEmpty();
        }
    }

    private static CompanyFact fact(String fact, String period, String value, String unit) {
        return new CompanyFact(
                "X", fact, period, Observation.parse(value), Unit.parse(unit), "", "", Citation.of("made-up"));
    }

    private static CompanyFacts facts(CompanyFact... some) {
        return CompanyFacts.of(Dataset.builder("small")
                .rows(DatasetTables.FACTS, List.of(some))
                .build());
    }

    @Nested
    class MarketValues {

        private double inUsd(Dataset from, CompanyFact fact) {
            CompanyFacts one = CompanyFacts.of(Dataset.builder("small")
                    .rows(DatasetTables.FACTS, List.of(fact))
                    .build());
            MarketValue value =
                    MarketValue.of(from, one.byCompany().get(fact.company()).get(0));
            Model.Builder model = Model.builder().include(Definitions.MODEL).include(one.model());
            value.put(model);
            return model.build().value(value.converted()).number().orElse(Double.NaN);
        }

        private double inUsd(String period, String value, String unit) {
            return inUsd(dataset, fact("market-cap", period, value, unit));
        }

        @Test
        void a_price_is_converted_at_the_rate_of_its_day() {
            // 171,100 CNY mn on 5 December 2025: 7.0010 CNY for 1 USD 26 days later, and not 7.2994 at the end of 2024
            assertThat(inUsd("2025-12-05", "171100", "CNY mn")).isCloseTo(171_100 / 7.0010, within(0.01));
            // 197,889 CNY mn on 13 February 2026: 6.9064 is the average of that month
            assertThat(inUsd("2026-02-13", "197889", "CNY mn")).isCloseTo(197_889 / 6.9064, within(0.01));
        }

        @Test
        void a_rate_may_be_quoted_either_way_and_for_a_hundred() {
            // 0.6683 USD for 1 AUD; 1.4164 AUD for 1 USD; 0.6383 USD for 100 JPY
            assertThat(inUsd("2025-12-31", "11800", "AUD mn")).isCloseTo(11_800 * 0.6683, within(0.01));
            assertThat(inUsd("2026-02-18", "2400", "AUD mn")).isCloseTo(2_400 / 1.4164, within(0.01));
            assertThat(inUsd("2025-12-31", "9610000", "JPY mn")).isCloseTo(9_610_000 * 0.6383 / 100, within(0.01));
        }

        @Test
        void dollars_need_no_rate() {
            assertThat(inUsd("2026-03-06", "10346", "USD mn")).isEqualTo(10_346);
            assertThat(inUsd("undated", "10.346", "USD bn")).isCloseTo(10_346, within(1e-9));
        }

        @Test
        void without_a_date_or_a_rate_within_a_year_there_is_no_value_in_dollars() {
            assertThat(inUsd("after 2025-10-31", "895.09", "AUD mn")).isNaN();
            assertThat(inUsd("2020-01-01", "895.09", "AUD mn")).isNaN();
        }

        @Test
        void averages_over_a_year_do_not_convert_a_price() {
            ExchangeRate average = new ExchangeRate(
                    Period.parse("2025-12-31"),
                    Period.year(2025),
                    "annual-average",
                    BigDecimal.ONE,
                    "USD",
                    "CNY",
                    new BigDecimal("7.19"),
                    Citation.of("made-up"));
            Dataset averages = Dataset.builder("small")
                    .rows(DatasetTables.EXCHANGE_RATES, List.of(average))
                    .build();
            assertThat(inUsd(averages, fact("market-cap", "2026-01-05", "100", "CNY mn")))
                    .isNaN();
        }
    }

    @Nested
    class Stakes {

        private List<String> told(Dataset from) {
            return StatedStake.of(from).stream()
                    .map(stated -> stated.stake().owner() + " " + stated.stake().stake() + " "
                            + stated.stake().asOf() + (stated.used() ? " used" : ""))
                    .toList();
        }

        @Test
        void disagreeing_sources_stand_side_by_side_and_the_latest_is_used() {
            // 38.45% in January 2024 and 18.45% in August 2025: a misprint or a dilution
            assertThat(told(dataset))
                    .containsSequence(
                            "China Rare Earth Group 18.45 2025-08 used", "China Rare Earth Group 38.45 2024-01");
        }

        @Test
        void a_stake_that_is_no_number_or_of_no_date_is_used_only_alone() {
            Dataset small = Dataset.builder("small")
                    .rows(
                            DatasetTables.STAKES,
                            List.of(
                                    stake("A", "not published", "2025-11"),
                                    stake("A", "9.99", "2023-10"),
                                    stake("A", "18.2", "if phase 2 is exercised"),
                                    stake("B", "not published", "2025-11")))
                    .build();
            assertThat(told(small))
                    .containsExactly(
                            "A not published 2025-11",
                            "A 9.99 2023-10 used",
                            "A 18.2 if phase 2 is exercised",
                            "B not published 2025-11 used");
        }

        private static Stake stake(String owner, String stake, String asOf) {
            return new Stake(owner, "Owned", Observation.parse(stake), asOf, Citation.of("made-up"));
        }
    }

    @Test
    void a_derived_number_carries_its_arithmetic_and_a_secondary_one_stays_secondary() {
        Citation derived = new Citation(ImmutableList.of("made-up"), Reliability.SECONDARY, How.DERIVED, "");
        Citation shown = AsPrinted.citation(derived, "32,966 / (1 - 0.0158)");
        assertThat(shown.note()).isEqualTo("Derived: 32,966 / (1 - 0.0158).");
        assertThat(shown.isSecondary()).isTrue();
    }

    @Test
    void facts_are_named_as_people_write_them() {
        FactWords words = new FactWords(dataset);
        assertThat(words.of("sales-volume-reo")).isEqualTo("Sales volume REO");
        assertThat(words.of("production-volume-ndpr-oxide")).isEqualTo("Production volume NdPr oxide");
        assertThat(words.of("pe-forward")).isEqualTo("P/E forward");
    }

    @Test
    void the_largest_market_value_is_told_live() {
        // Shin-Etsu: 9,610,000 JPY mn
        Value sentence = part.model()
                .value(Term.of("companies").sub("finding").sub("largest").key());
        assertThat(sentence.inSentence())
                .isEqualTo(
                        "Largest market value: Shin-Etsu Chemical, USD 61,347 mn, at its latest price in the dataset.");
    }

    @Test
    void a_dataset_without_companies_has_no_section() {
        Dataset empty = Dataset.builder("empty").build();
        assertThat(CompanySection.of(empty, CompanyFacts.of(empty))).isEmpty();
    }
}
