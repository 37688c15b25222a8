package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.value.CompanyValue.Meaning.FLAT;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.value.CompanyValue;
import org.lodestone.reports.value.CompanyValue.Meaning;
import org.lodestone.reports.value.IncentivePrices;
import org.lodestone.reports.value.IncentivePrices.Quartile;
import org.lodestone.reports.value.ProjectCash;
import org.lodestone.reports.value.SupplyStack;
import org.lodestone.reports.value.SupplyStack.Counted;
import org.lodestone.reports.value.ValueStudy;

/** What companies are worth, and the price that their shares imply, follow what is typed into the workbook, or say that they do not. */
@Order(1)
class ValueSwitchTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final Model MODEL = PACK.report().model();
    private static final IncentivePrices PRICES =
            Bundled.analysesOfRareEarths().incentives().orElseThrow();
    private static final ValueStudy STUDY = PRICES.study();
    private static final String PRICE_OF_2028 = "a price of 2028 of 130";
    private static final String RATE = "a rate of 10%";
    private static final String CAPEX = "a capex of Nolans of a half more";
    private static final String DEARER = "Lynas at 20% more";
    private static final String UNKNOWN = "Lynas without a share price";
    private static final String FAR = "Lynas at ten times its price";
    private static final String RETURN = "a return of 8% asked for";
    private static final String COST = "a cost of Mountain Pass of 60";

    /** A cell that was emptied. */
    private static final Value EMPTY = Value.empty();

    private static Map<String, Map<Key, Value>> edits;
    private static Map<String, Cells> recalculated;

    @BeforeAll
    static void type() throws IOException {
        edits = new LinkedHashMap<>();
        edits.put("Tight", Map.of(Scenarios.SELECTOR, Value.of("Tight")));
        edits.put("Fast overseas", Map.of(Scenarios.SELECTOR, Value.of("Fast overseas")));
        edits.put(PRICE_OF_2028, Map.of(inBase("ndpr-price", Period.year(2028)), Value.of(130)));
        edits.put(RATE, Map.of(inBase("discount-rate", Period.NONE), Value.of(10)));
        Key capex = named("study, printed, Nolans, project update 2024, capex");
        edits.put(CAPEX, Map.of(capex, Value.of(1.5 * number(MODEL.values(), capex))));
        Key share = sharePrice("LYC.AX");
        edits.put(DEARER, Map.of(share, Value.of(1.2 * number(MODEL.values(), share))));
        edits.put(UNKNOWN, Map.of(share, EMPTY));
        edits.put(FAR, Map.of(share, Value.of(10 * number(MODEL.values(), share))));
        edits.put(RETURN, Map.of(inBase("incentive-return", Period.NONE), Value.of(8)));
        edits.put(COST, Map.of(inBase("mp-cost", Period.NONE), Value.of(60)));
        STUDY.companies()
                .forEach(company -> edits.put(ofDeck(company), Map.of(lever(), Value.of(flatOfChina(company)))));

        Map<String, Map<Spot, Object>> typed = new LinkedHashMap<>();
        edits.forEach((name, edit) -> {
            Map<Spot, Object> cells = new LinkedHashMap<>();
            edit.forEach((key, value) -> cells.put(
                    PACK.home(key),
                    value.number().isPresent()
                            ? (Object) value.number().getAsDouble()
                            : value.equals(EMPTY) ? "" : value.plain()));
            typed.put(name, cells);
        });
        recalculated = Recalculation.recalculated(PACK.file(), typed);
    }

    private static Key inBase(String assumption, Period year) {
        return STUDY.scenarios()
                .key(assumption, year, Scenarios.caseOf(STUDY.scenarios().base()));
    }

    private static Key lever() {
        return named("lever: typed, ndpr-price");
    }

    private static Key named(String name) {
        return MODEL.contents().keySet().stream()
                .filter(key -> key.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no value of the name " + name));
    }

    private static CompanyValue company(String ticker) {
        return STUDY.companies().stream()
                .filter(one -> one.comp().company().id().equals(ticker))
                .findFirst()
                .orElseThrow();
    }

    private static Key sharePrice(String ticker) {
        return company(ticker).comp().first().price().stated().orElseThrow().key();
    }

    private static String ofDeck(CompanyValue company) {
        return "the implied price of " + company.comp().company().name() + " as the deck";
    }

    /** The price in China at which that outside China, dearer by a premium, is the implied one. */
    private static double flatOfChina(CompanyValue company) {
        double premium = company.deck().id().equals("ndpr-china")
                ? 0
                : number(MODEL.values(), inBase("ndpr-premium", Period.NONE)) / 100;
        return number(MODEL.values(), company.implied(FLAT)) / (1 + premium);
    }

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow(() -> new AssertionError(key + " is " + values.of(key)));
    }

    static Stream<String> edits() {
        return edits.keySet().stream();
    }

    static Stream<CompanyValue> companies() {
        return STUDY.companies().stream();
    }

    private static List<Key> worked() {
        return MODEL.contents().keySet().stream()
                .filter(key -> MODEL.calculation(key).isPresent())
                .filter(PACK.placement().homes()::containsKey)
                .toList();
    }

    /** What the workbook has for a value after an edit, which is what Java has. */
    private static Value after(String edit, Key key) {
        return MODEL.valuesWith(edits.get(edit)).of(key);
    }

    // ---------------------------------------------------------------- all of it

    @ParameterizedTest
    @MethodSource("edits")
    void every_result_of_the_pack_follows_what_is_typed(String edit) {
        Office.assumeInstalled();
        Cells changed = recalculated.get(edit);
        Values expected = MODEL.valuesWith(edits.get(edit));

        worked().forEach(key -> changed.requireEqual(PACK.home(key), key, expected.of(key)));
        assertThat(worked())
                .as("the edit makes a difference, so that agreement means something")
                .anyMatch(key -> !expected.of(key).equals(MODEL.value(key)));
    }

    /** Left of the market value after one step, of at most half a percent of it; else the price says so. */
    @ParameterizedTest
    @MethodSource("edits")
    void an_implied_price_gives_the_share_price_or_says_that_it_is_out_of_date(String edit) {
        Values after = MODEL.valuesWith(edits.get(edit));
        for (CompanyValue company : STUDY.companies()) {
            for (Meaning meaning : Meaning.values()) {
                Value implied = after.of(company.implied(meaning));
                if (implied.isNumber()) {
                    assertThat(Math.abs(number(after, company.left(meaning))))
                            .isLessThanOrEqualTo(
                                    0.005 * number(after, company.net().marketValue()) + 1e-9);
                } else {
                    assertThat(implied.plain()).isIn(CompanyValue.OUT_OF_DATE, Value.NOT_AVAILABLE);
                }
            }
        }
    }

    // ---------------------------------------------------------------- one by one

    @ParameterizedTest
    @MethodSource("companies")
    void the_implied_price_typed_as_the_deck_gives_the_share_price(CompanyValue company) {
        Values after = MODEL.valuesWith(edits.get(ofDeck(company)));

        assertThat(number(after, company.net().perShare()))
                .isCloseTo(number(after, company.comp().price()), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({PRICE_OF_2028 + ", LYC.AX", RATE + ", ARU.AX", CAPEX + ", ARU.AX"})
    void what_is_assumed_moves_net_asset_value(String edit, String ticker) {
        Key nav = company(ticker).net().perShare();

        assertThat(number(MODEL.valuesWith(edits.get(edit)), nav))
                .isCloseTo(number(MODEL.values(), nav), within(2.0))
                .isNotCloseTo(number(MODEL.values(), nav), within(1e-6));
    }

    @Test
    void a_dearer_share_implies_a_higher_price_and_leaves_the_value_of_what_the_company_owns() {
        CompanyValue lynas = company("LYC.AX");
        Values after = MODEL.valuesWith(edits.get(DEARER));

        assertThat(number(after, lynas.implied(FLAT))).isGreaterThan(number(MODEL.values(), lynas.implied(FLAT)));
        assertThat(number(after, lynas.net().perShare()))
                .isCloseTo(number(MODEL.values(), lynas.net().perShare()), within(1e-12));
    }

    @Test
    void without_a_share_price_nothing_is_implied_and_other_companies_keep_theirs() {
        assertThat(after(UNKNOWN, company("LYC.AX").implied(FLAT)).isNumber()).isFalse();
        for (String other : Set.of("MP", "ARU.AX")) {
            Key implied = company(other).implied(FLAT);
            assertThat(after(UNKNOWN, implied)).isEqualTo(MODEL.value(implied));
        }
    }

    // ---------------------------------------------------------------- what projects need

    private static ProjectCash project(String name) {
        return PRICES.projects().stream()
                .filter(project -> project.valued().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_price_after_tax_is_that_of_its_scenario_and_out_of_date_once_its_project_moves() {
        ProjectCash nolans = project("Nolans");
        ProjectCash ngualla = project("Ngualla");
        Key quartile = PRICES.quartile("NdPr oxide", Quartile.MEDIAN);

        for (String scenario : Set.of("Tight", "Fast overseas")) {
            for (ProjectCash project : PRICES.projects()) {
                assertThat(after(scenario, PRICES.afterTax(project)))
                        .isEqualTo(MODEL.value(PRICES.afterTax(project, Case.of(scenario))));
            }
        }
        assertThat(after(PRICE_OF_2028, PRICES.afterTax(nolans))).isEqualTo(MODEL.value(PRICES.afterTax(nolans)));
        assertThat(after(CAPEX, PRICES.afterTax(nolans)).plain()).isEqualTo(IncentivePrices.OUT_OF_DATE);
        assertThat(after(CAPEX, quartile).plain()).isEqualTo(IncentivePrices.OUT_OF_DATE);
        assertThat(after(CAPEX, PRICES.afterTax(ngualla))).isEqualTo(MODEL.value(PRICES.afterTax(ngualla)));
        assertThat(after(RETURN, PRICES.afterTax(ngualla)).plain()).isEqualTo(IncentivePrices.OUT_OF_DATE);
    }

    @Test
    void prices_before_tax_follow_and_the_stack_is_sorted_anew() {
        Key nolans = PRICES.beforeTax(project("Nolans"));
        Values values = MODEL.values();
        SupplyStack stack = PRICES.stacks().get(0);

        assertThat(number(MODEL.valuesWith(edits.get(CAPEX)), nolans)).isGreaterThan(number(values, nolans) + 1);
        assertThat(number(MODEL.valuesWith(edits.get(RETURN)), nolans)).isLessThan(number(values, nolans) - 1);
        assertThat(values.of(stack.name(1)).plain()).isEqualTo("Mountain Pass");
        assertThat(after(COST, stack.name(1)).plain()).isEqualTo("Lynas");
        assertThat(after(COST, stack.name(3)).plain()).isEqualTo("Mountain Pass");
        assertThat(after(COST, stack.price(3))).isEqualTo(Value.of(60));
    }

    /** Call less what all lines add is what the balance lost. */
    @Test
    void what_is_missing_is_what_the_balance_loses() {
        SupplyStack stack = PRICES.stacks().get(0);
        for (String edit : edits.keySet()) {
            Values after = MODEL.valuesWith(edits.get(edit));
            for (Period year : stack.years()) {
                double lost = -number(after, stack.balance().change(year))
                        * number(after, stack.balance().demand(year));
                assertThat(number(after, stack.shortBy(year, Counted.WEIGHTED)))
                        .isCloseTo(Math.max(0, lost), within(1e-9));
            }
        }
    }
}
