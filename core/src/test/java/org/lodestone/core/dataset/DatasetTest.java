package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;

class DatasetTest {

    @TempDir
    private Path folder;

    private Dataset dataset;

    @BeforeEach
    void read() {
        // USGS cut Brazil's reserves from 21 to 11 Mt in MCS 2026 v1.3, and did not reprint India's
        dataset = TinyDataset.in(folder)
                .figures(
                        "reserves,Brazil,2025,,MCS2026,v1.0,21000000,t REO,,,usgs-2026,",
                        "reserves,India,2025,,MCS2026,v1.0,6900000,t REO,,,usgs-2026,",
                        "reserves,Brazil,2025,,MCS2026,v1.3,11000000,t REO,,,usgs-2026,",
                        "reserves,Brazil,2024,,MCS2025,,21000000,t REO,,,usgs-2025,",
                        "mine-production,Brazil,2025,,MCS2026,v1.0,2000,t REO,,,usgs-2026,",
                        "mine-production,Brazil,2030,STEPS,MCS2026,v1.0,9000,t REO,forecast,,usgs-2026,",
                        "mine-production,Brazil,2030,APS,MCS2026,v1.0,9500,t REO,forecast,,usgs-2026,")
                .read()
                .orElseThrow();
    }

    @Test
    void figures_are_those_of_the_latest_revision_within_the_edition_in_the_order_of_the_file() {
        assertThat(dataset.figures("reserves", "MCS2026"))
                .extracting(
                        figure -> figure.place().name(),
                        figure -> figure.value().printed())
                .containsExactly(tuple("Brazil", "11000000"), tuple("India", "6900000"));
    }

    @Test
    void another_edition_keeps_what_it_printed() {
        assertThat(dataset.figures("reserves", "MCS2025"))
                .extracting(figure -> figure.value().printed())
                .containsExactly("21000000");
    }

    @Test
    void cases_of_an_outlook_are_different_figures() {
        assertThat(dataset.figures("mine-production", "MCS2026"))
                .extracting(Figure::scenarioCase)
                .containsExactly("", "STEPS", "APS");
    }

    @Test
    void a_dataset_can_be_looked_at_in_another_edition() {
        assertThat(dataset.defaultEdition()).isEqualTo("MCS2025");
        assertThat(dataset.withEdition("MCS2026").defaultEdition()).isEqualTo("MCS2026");
    }

    @Test
    void an_edition_it_does_not_have_is_refused_with_the_nearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dataset.withEdition("MCS2027"))
                .withMessage("'MCS2027' is not an edition of tiny. Did you mean 'MCS2025'?");
    }

    @Test
    void the_newest_edition_is_that_of_the_same_series() {
        assertThat(dataset.newest()).map(Edition::id).contains("MCS2026");
    }

    @Test
    void without_a_default_edition_no_edition_is_the_newest() {
        assertThat(Dataset.builder("bare").build().newest()).isEmpty();
    }
}
