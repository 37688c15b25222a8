package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.comparison.GainShift.OfCompany;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Table;

@Order(1)
class GainShiftTest {

    private static final Supposed QUOTA = Supposed.of("quota/2026/mining/all/all=300,000");

    private final Comparison quota = QUOTA.comparison();
    private final Comparison price =
            Supposed.of("assumption/ndpr-price/Base/2027=110").comparison();
    private final Comparison cost = Supposed.of("assumption/lynas-cost/Base=30").comparison();

    private static GainShift gains(Comparison comparison) {
        return comparison.gains().orElseThrow();
    }

    private static OfCompany of(Comparison comparison, String id) {
        return gains(comparison).companies().stream()
                .filter(one -> one.company().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(List<OfCompany> companies) {
        return companies.stream().map(one -> one.company().id()).toList();
    }

    private static double before(Comparison comparison, Pair pair) {
        return comparison.value(pair.before()).number().orElseThrow();
    }

    private static double after(Comparison comparison, Pair pair) {
        return comparison.value(pair.after()).number().orElseThrow();
    }

    private static void moves(Comparison comparison, Optional<Pair> pair, double from, double to, double by) {
        assertThat(pair.orElseThrow().moved()).isTrue();
        assertThat(before(comparison, pair.get())).isCloseTo(from, within(by));
        assertThat(after(comparison, pair.get())).isCloseTo(to, within(by));
    }

    private static List<String> sentences(Comparison comparison) {
        return new Sentences(comparison, Optional.empty(), Told.of(comparison)).gains();
    }

    // ---------------------------------------------------------------- a quota

    @Test
    void a_mining_quota_of_300000_tonnes_halves_the_shortfall_and_goes_to_the_holders_of_the_separation_quota() {
        assertThat(gains(quota).year()).isEqualTo(Period.year(2030));
        moves(quota, Optional.of(gains(quota).balance()), -0.061, -0.028, 0.0005);
        moves(quota, of(quota, "600111.SH").tonnes(), 50.94, 53.60, 0.005);
        moves(quota, of(quota, "000831.SZ").tonnes(), 1.798, 1.892, 0.0005);
        assertThat(ids(gains(quota).moved())).containsExactly("600111.SH", "000831.SZ");

        // 170,000 and 6,000 of 254,000 t of what China separates more
        double northern = more(quota, of(quota, "600111.SH").tonnes());
        assertThat(more(quota, of(quota, "000831.SZ").tonnes())).isCloseTo(northern * 6 / 170, within(1e-9));
    }

    private static double more(Comparison comparison, Optional<Pair> pair) {
        return after(comparison, pair.orElseThrow()) - before(comparison, pair.get());
    }

    @Test
    void a_quota_moves_no_price_where_the_rule_that_would_is_off() {
        GainShift.OfDeck deck = gains(quota).prices().get(0);

        assertThat(gains(quota).prices()).hasSize(1);
        assertThat(deck.year()).isEqualTo(Period.year(2030));

        assertThat(deck.product()).isEqualTo("NdPr oxide");
        assertThat(deck.unit()).isEqualTo("2026 USD/kg");
        assertThat(deck.follows()).isFalse();
        assertThat(deck.price().moved()).isFalse();
        assertThat(after(quota, deck.price())).isEqualTo(99.1);
        assertThat(of(quota, "LYC.AX").profit().orElseThrow().moved()).isFalse();
    }

    @Test
    void who_is_not_moved_and_of_whom_it_is_not_known_is_named() {
        assertThat(ids(gains(quota).unmoved()))
                .containsExactly("MP", "LYC.AX", "ILU.AX", "ARU.AX", "USAR", "SOLB.BR", "UUUU");
        assertThat(sentences(quota))
                .containsExactly(
                        "Tonnes, profit a share and implied price, as far as they are known, stay the same for MP Materials,"
                                + " Lynas Rare Earths, Iluka Resources, Arafura Rare Earths, USA Rare Earth, Solvay and"
                                + " Energy Fuels.",
                        "Tonnes are not known of Shenghe Resources, Rising Nonferrous Metals, Neo Performance Materials"
                                + " and Baotou Steel Union.",
                        "Profit a share at a deck is not known of China Rare Earth Resources, Shenghe Resources, Rising"
                                + " Nonferrous Metals, Neo Performance Materials, Iluka Resources, Arafura Rare Earths, USA"
                                + " Rare Earth, Solvay, Baotou Steel Union and Energy Fuels.",
                        "The price that shares imply is not known of China Northern Rare Earth, China Rare Earth"
                                + " Resources, Shenghe Resources, Rising Nonferrous Metals, Neo Performance Materials, Iluka"
                                + " Resources, USA Rare Earth, Solvay, Baotou Steel Union and Energy Fuels.");
    }

    // ---------------------------------------------------------------- a price, a cost

    @Test
    void a_price_of_the_next_year_moves_profit_and_neither_tonnes_nor_the_price_that_shares_imply() {
        assertThat(ids(gains(price).moved())).containsExactly("600111.SH", "MP", "LYC.AX");
        assertThat(gains(price).balance().moved()).isFalse();
        assertThat(gains(price).prices())
                .as("the year in which it moved")
                .extracting(GainShift.OfDeck::year)
                .containsExactly(Period.year(2027));

        // 8,070 t in 2027, of which 5,000 at no less than 110 less a year's inflation; AUD 1.4235, 30% tax, 1,010 mn
        // shares
        double floor = 110 / 1.025;
        double byHand = (8.07 * (110 - 96.3) - 5 * (floor - 96.3)) * 1.4235 * 0.7 / 1010;
        assertThat(more(price, of(price, "LYC.AX").profit())).isCloseTo(byHand, within(1e-9));
        assertThat(of(price, "LYC.AX").tonnes().orElseThrow().moved()).isFalse();
        assertThat(of(price, "LYC.AX").implied().orElseThrow().moved()).isFalse();
        assertThat(of(price, "LYC.AX").currency()).isEqualTo("AUD");
        moves(price, of(price, "MP").profit(), 0.546, 0.684, 0.0005);
        moves(price, of(price, "600111.SH").profit(), 1.360, 1.632, 0.0005);
    }

    @Test
    void a_cost_of_lynas_moves_its_profit_and_the_price_that_its_shares_imply_and_nobody_elses() {
        assertThat(ids(gains(cost).moved())).containsExactly("LYC.AX");

        // 810 t more than it sold cost USD 30 instead of 24.12 each kilogram
        assertThat(more(cost, of(cost, "LYC.AX").profit()))
                .isCloseTo(-0.81 * (30 - 24.12) * 1.4235 * 0.7 / 1010, within(1e-9));
        // not more than the cost itself, since a part of it is paid by tax
        assertThat(more(cost, of(cost, "LYC.AX").implied())).isBetween(5.0, 6.0);
    }

    // ---------------------------------------------------------------- what is told

    @Test
    void gains_stand_first_with_the_balance_and_the_price_above_them() {
        assertThat(tables(quota)).startsWith("gain-causes", "gains");
        assertThat(tables(cost)).startsWith("gain-causes", "gains");
    }

    @Test
    void nothing_is_told_of_gains_where_a_side_has_none() {
        Comparison without = Comparison.of(withoutGains(Supposed.BEFORE), withoutGains(QUOTA.after()));
        Comparison gone = Comparison.of(Supposed.BEFORE, withoutGains(QUOTA.after()));

        for (Comparison comparison : List.of(without, gone)) {
            assertThat(comparison.gains()).isEmpty();
            assertThat(sentences(comparison)).isEmpty();
            assertThat(tables(comparison))
                    .doesNotContain("gain-causes", "gains")
                    .isNotEmpty();
        }
    }

    private static Side withoutGains(Side side) {
        return new Side(
                side.supplies(),
                side.claims(),
                side.forecast(),
                side.risk(),
                side.screen(),
                side.earnings(),
                Optional.empty());
    }

    private static List<String> tables(Comparison comparison) {
        Function<Block, Optional<Table>> table =
                block -> block instanceof Table one ? Optional.of(one) : Optional.empty();
        return comparison.part().sections().get(0).blocks().stream()
                .flatMap(block -> table.apply(block).stream())
                .map(Table::id)
                .toList();
    }
}
