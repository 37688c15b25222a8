package org.lodestone.excel;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.AreaReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;

/** Changing a weight in the workbook comes to the ranks and the order that Java gives for these weights. */
@Order(1)
class ScreenSwitchTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final Dataset DATASET = PACK.dataset();
    private static final Screen SCREEN = DATASET.screen().orElseThrow();
    private static final List<Spot> WEIGHTS = named("ScreenWeights");
    private static final List<Spot> RANKS = named("ScreenRanks");
    private static final Map<String, Double> AS_MADE = Map.of();

    private static Map<Map<String, Double>, Cells> recalculated;

    @BeforeAll
    static void change_weights() throws IOException {
        Map<Map<String, Double>, Map<Spot, Object>> typed = new LinkedHashMap<>();
        Stream.concat(weights(), Stream.of(AS_MADE)).forEach(weights -> typed.put(weights, spots(weights)));
        recalculated = Recalculation.recalculated(PACK.file(), typed);
    }

    static Stream<Map<String, Double>> weights() {
        return Stream.of(
                Map.of("quota", 0.0),
                Map.of("quota", 0.1),
                Map.of("resource", 0.0),
                Map.of("resource", 2.0),
                Map.of("separation", 1.0),
                Map.of("chain", 3.0),
                Map.of("magnets", 0.2),
                Map.of("value", 0.5));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void ranks_and_order_follow_a_weight(Map<String, Double> weights) {
        Cells changed = recalculated(weights);
        ScreenStudy study = ScreenStudy.of(DATASET, SCREEN.withWeights(weights)).orElseThrow();

        assertThat(ranksByName(changed)).isEqualTo(ranks(study));
        assertThat(orderIn(changed, study)).isEqualTo(names(study, study.ranked()));
        scoresAre(changed, study);
    }

    @Test
    void the_weights_make_a_difference_so_that_agreement_means_something() {
        List<String> ranked = ScreenStudy.of(DATASET).orElseThrow().ranked();

        assertThat(ScreenStudy.of(DATASET, SCREEN.withWeights(Map.of("quota", 0.0)))
                        .orElseThrow()
                        .ranked())
                .isNotEqualTo(ranked);
        assertThat(ScreenStudy.of(DATASET, SCREEN.withWeights(Map.of("magnets", 0.2)))
                        .orElseThrow()
                        .ranked())
                .doesNotContain("600111.SH", "MP");
    }

    @Test
    void with_a_changed_weight_how_sure_the_order_is_is_out_of_date() {
        Spot current = PACK.home(Robustness.CURRENT);

        assertThat(recalculated(Map.of("quota", 0.1)).value(current)).isEqualTo(0.0);
        assertThat(recalculated(AS_MADE).value(current)).isEqualTo(1.0);
    }

    @Test
    void weights_stand_beside_their_criteria_and_ranks_beside_their_companies() throws IOException {
        LiveScreen screen = ScreenStudy.of(DATASET).orElseThrow().whole();

        Cells pack = Cells.of(PACK.file());
        for (int i = 0; i < WEIGHTS.size(); i++) {
            Criterion criterion = SCREEN.criteria().get(i);
            assertThat(pack.text(labelOf(WEIGHTS.get(i)))).isEqualTo(criterion.title());
            assertThat(pack.at(WEIGHTS.get(i))).isEqualTo(new Cells.Cell("", criterion.weight()));
        }
        assertThat(RANKS).hasSameSizeAs(screen.companies());
    }

    // ---------------------------------------------------------------- the workbook

    /** The pack with every result wrong and some weights changed, recalculated by LibreOffice. */
    private static Cells recalculated(Map<String, Double> weights) {
        Office.assumeInstalled();
        return recalculated.get(weights);
    }

    private static Map<Spot, Object> spots(Map<String, Double> weights) {
        List<String> names = SCREEN.criteria().stream().map(Criterion::name).toList();
        return weights.entrySet().stream()
                .collect(toMap(weight -> WEIGHTS.get(names.indexOf(weight.getKey())), Map.Entry::getValue));
    }

    /** The cells behind a name, from top to bottom. */
    private static List<Spot> named(String name) {
        return PACK.find(book -> {
            AreaReference area =
                    new AreaReference(book.getName(name).getRefersToFormula(), book.getSpreadsheetVersion());
            return Stream.of(area.getAllReferencedCells())
                    .map(cell -> new Spot(cell.getSheetName(), cell.getRow(), cell.getCol()))
                    .toList();
        });
    }

    private static Spot labelOf(Spot spot) {
        return new Spot(spot.sheet(), spot.row(), Grid.FIRST);
    }

    /** The rank in each row of {@code ScreenRanks}, with the company that stands beside it. */
    private static List<String> ranksByName(Cells cells) {
        return RANKS.stream()
                .map(spot -> cells.text(labelOf(spot)) + ": "
                        + (cells.value(spot) instanceof Double rank ? rank.intValue() : cells.value(spot)))
                .toList();
    }

    private static List<String> orderIn(Cells cells, ScreenStudy study) {
        return study.sorted().places().stream()
                .filter(place ->
                        !cells.text(PACK.home(study.sorted().standing(place))).startsWith("("))
                .map(place -> cells.text(PACK.home(study.sorted().name(place))))
                .toList();
    }

    private static void scoresAre(Cells cells, ScreenStudy study) {
        ScreenResult result = study.result();
        for (String company : study.ranked()) {
            assertThat(cells.number(PACK.home(study.whole().score(company))))
                    .as(company)
                    .isCloseTo(result.score(result.universe().position(company)).orElseThrow(), within(1e-12));
        }
    }

    // ---------------------------------------------------------------- Java

    private static List<String> ranks(ScreenStudy study) {
        ScreenResult result = study.result();
        return study.whole().companies().stream()
                .map(company -> {
                    int position = result.universe().position(company);
                    return study.name(company) + ": "
                            + (result.rank(position).isPresent()
                                    ? String.valueOf(result.rank(position).getAsInt())
                                    : Value.NOT_AVAILABLE);
                })
                .toList();
    }

    private static List<String> names(ScreenStudy study, List<String> companies) {
        return companies.stream().map(study::name).toList();
    }
}
