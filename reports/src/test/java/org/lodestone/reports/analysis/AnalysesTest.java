package org.lodestone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.chain.StageRow;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.supply.History;
import org.lodestone.reports.supply.Supply;

class AnalysesTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final Analyses analyses = Analyses.of(DATASET);

    @Test
    void an_analysis_is_worked_out_once() {
        assertThat(analyses.chain()).containsSame(analyses.chain().orElseThrow());
        assertThat(analyses.quotas()).isSameAs(analyses.quotas());
        assertThat(analyses.attribution()).isSameAs(analyses.attribution());
    }

    @Test
    void an_analysis_leans_on_the_supply_that_others_have() {
        Supply mined = analyses.supplies().supply("mine-production").orElseThrow();
        assertThat(analyses.supplies().supply("mine-production", mined.edition()))
                .containsSame(mined);
        assertThat(analyses.supplies().editions("mine-production"))
                .anySatisfy(one -> assertThat(one).isSameAs(mined));
        assertThat(analyses.chain().orElseThrow().rows())
                .filteredOn(StageRow::isMeasured)
                .anySatisfy(row -> assertThat(row.supply()).containsSame(mined));
        History history = analyses.supplies().history("mine-production").orElseThrow();
        assertThat(history.editions().values())
                .anySatisfy(one -> assertThat(one).isSameAs(mined));
    }

    @Test
    void threads_that_ask_at_once_are_given_the_same() {
        List<Supply> given = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> analyses.supplies().supply("mine-production").orElseThrow())
                .toList();
        assertThat(given).allSatisfy(one -> assertThat(one).isSameAs(given.get(0)));
    }

    @Test
    void a_scenario_that_there_is_not_is_told_when_the_forecast_is_asked_for() {
        Analyses tigth = Analyses.of(DATASET, "Tigth", Run.STANDARD);
        assertThat(tigth.chain()).isPresent();
        assertThatThrownBy(tigth::forecast).hasMessageContaining("Tigth");
        // what could not be worked out is tried again
        assertThatThrownBy(tigth::forecast).hasMessageContaining("Tigth");
    }
}
