package org.lodestone.reports.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.scenario.Scenarios;

class NextFactsTest {

    private static final BenefitScreen SCREEN =
            RareEarths.analyses().benefitScreen().orElseThrow();
    private static final NextFacts NEXT = SCREEN.nextFacts();

    @Test
    void a_normal_gain_against_nothing_is_worth_what_its_closed_form_says() {
        // mean 1, deviation 2: 2·φ(0.5) − 1·Φ(−0.5) = 0.70413 − 0.30854
        double[][] payoffs = new double[400_000][];
        Random random = new Random(7);
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] = new double[] {1 + 2 * random.nextGaussian(), 0};
        }

        assertThat(ValueOfFact.of(payoffs)).isCloseTo(0.39559, within(0.005));
    }

    @Test
    void a_fact_that_changes_no_choice_is_worth_nothing() {
        assertThat(ValueOfFact.of(new double[][] {{1, 0}, {3, 2}, {2, 1}})).isZero();
        assertThat(ValueOfFact.of(new double[][] {{1, 0}, {0, 1}})).isEqualTo(0.5);
    }

    @Test
    void the_chance_of_being_above_is_that_of_two_even_draws() {
        assertThat(KnownGains.chance(0, 1, 0, 1)).isEqualTo(0.5);
        assertThat(KnownGains.chance(0.25, 0.25, 0, 1)).isEqualTo(0.25);
        assertThat(KnownGains.chance(0, 1, 0.25, 0.25)).isEqualTo(0.75);
        assertThat(KnownGains.chance(2, 3, 0, 1)).isEqualTo(1);
        assertThat(KnownGains.chance(0, 1, 2, 3)).isZero();
        assertThat(KnownGains.chance(1, 1, 1, 1)).isEqualTo(0.5);
        // of 0 to 2 against 1 to 3: above in half of the half in which both lie between 1 and 2
        assertThat(KnownGains.chance(0, 2, 1, 3)).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void of_rare_earths_the_value_of_china_northern_would_tell_most_of_who_gains_most() {
        assertThat(NEXT.places()).hasSize(5);
        assertThat(NEXT.model().value(NEXT.fact(1))).isEqualTo(Value.of("Value of China Northern Rare Earth"));
        assertThat(NEXT.places())
                .extracting(
                        place -> NEXT.model().value(NEXT.worth(place)).number().orElseThrow())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .allMatch(worth -> worth >= 0 && worth < 1);
        assertThat(NEXT.places())
                .extracting(place ->
                        NEXT.model().value(NEXT.narrowing(place)).number().orElseThrow())
                .allMatch(ranks -> ranks >= 0);
    }

    /**
     * Under any weights at all Lynas may come first unless MP or Arafura surely gains more. MP does where tonnes and the balance sheet weigh
     * more than profit, value and cost; Arafura where value and cost weigh more than profit, tonnes and the balance sheet.
     */
    @Test
    void under_any_weights_it_is_told_in_how_many_draws_a_company_may_come_first() {
        Random random = new Random(3);
        int first = 0;
        for (int i = 0; i < 200_000; i++) {
            double[] w = random.doubles(5).map(x -> -Math.log(1 - x)).toArray();
            boolean mp = w[3] + w[4] > w[0] + w[1] + w[2];
            boolean arafura = w[1] + w[2] > w[0] + w[3] + w[4];
            first += mp || arafura ? 0 : 1;
        }
        double lynas = share("LYC.AX");

        assertThat(lynas).isCloseTo(first / 200_000.0, within(0.02));
        assertThat(share("600111.SH")).as("of which least is known").isGreaterThan(lynas);
    }

    private static double share(String id) {
        CompanyBenefit company = SCREEN.companies().stream()
                .filter(one -> one.company().id().equals(id))
                .findFirst()
                .orElseThrow();
        return NEXT.model().value(NEXT.mayComeFirst(company)).number().orElseThrow();
    }

    @Test
    void another_scenario_has_its_own_and_a_weight_that_is_typed_makes_it_out_of_date() {
        Value inTight = NEXT.model()
                .valuesWith(Map.of(Scenarios.SELECTOR, Value.of("Tight")))
                .of(NEXT.fact(1));
        Value typed = NEXT.model()
                .valuesWith(Map.of(SCREEN.weight(SCREEN.screen().criteria().get(0)), Value.of(0.5)))
                .of(NEXT.fact(1));

        assertThat(inTight.plain()).contains(" of ");
        assertThat(typed.plain()).isEqualTo("out of date");
    }
}
