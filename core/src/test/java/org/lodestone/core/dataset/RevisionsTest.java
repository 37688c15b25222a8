package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    @Test
    void a_revision_follows_by_its_numbers_and_none_comes_first() {
        assertThat(Stream.of("v1.10", "v2.0", "", "v1.0", "v1.9", "v1").sorted(Revisions.ORDER))
                .containsExactly("", "v1", "v1.0", "v1.9", "v1.10", "v2.0");
    }
}
