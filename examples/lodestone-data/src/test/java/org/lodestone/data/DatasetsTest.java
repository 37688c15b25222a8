package org.lodestone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;

class DatasetsTest {

    @Test
    void the_datasets_of_lodestone_are_found_on_the_class_path() {
        assertThat(Datasets.names())
                .containsExactly("cobalt", "gallium", "germanium", "graphite", "lithium", "rare-earths", "tungsten");
    }

    @Test
    void each_says_what_its_folder_says() {
        for (String name : Datasets.names()) {
            Dataset folder = Datasets.read(Path.of("..", "data", name)).orElseThrow();

            assertThat(Datasets.open(name).figures())
                    .isEqualTo(folder.figures())
                    .isNotEmpty();
            assertThat(Datasets.open(name).screen()).isEqualTo(folder.screen());
            assertThat(Datasets.open(name).publication()).isEqualTo(folder.publication());
        }
    }

    @Test
    void an_edition_follows_an_at_sign() {
        assertThat(Datasets.open("rare-earths").defaultEdition()).isEqualTo("MCS2025");
        assertThat(Datasets.open("rare-earths@MCS2026").defaultEdition()).isEqualTo("MCS2026");
    }

    @Test
    void a_slip_of_the_pen_is_told_with_the_name_that_was_meant() {
        assertThatThrownBy(() -> Datasets.open("rare-erths"))
                .hasMessage("'rare-erths' is not a dataset on the class path. Did you mean 'rare-earths'?");
        assertThatThrownBy(() -> Datasets.open("research/tin"))
                .hasMessage("'research/tin' is not a dataset on the class path."
                        + " For a folder write Datasets.open(Path.of(\"research/tin\")).");
        assertThatThrownBy(() -> Datasets.open("rare-earths@MCS2027"))
                .hasMessageContaining("an edition of rare-earths");
    }
}
