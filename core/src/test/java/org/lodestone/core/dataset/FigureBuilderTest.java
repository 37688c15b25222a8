package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/** A figure of the rare earths, put together in code: it equals what its file says. */
class FigureBuilderTest {

    private static final Dataset RARE_EARTHS =
            Datasets.read(Path.of("../examples/data/rare-earths")).orElseThrow();

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
}
