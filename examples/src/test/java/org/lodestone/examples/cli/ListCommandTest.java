package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.examples.cli.Cli.Result;

class ListCommandTest {

    @Test
    void a_dataset_is_listed_with_its_title_and_its_default_edition_before_the_others() {
        Result result = Cli.run("list");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("(?m)^rare-earths +Rare earths +MCS2025 +.*MCS2026")
                .containsPattern("(?m)^graphite +Graphite +MCS2026 +MCS2024, IEA-GCMO-2025")
                .doesNotContain("cannot be read");
    }

    @Test
    void outside_a_checkout_those_in_the_jar_are_listed() {
        StringWriter out = new StringWriter();

        int code = Lodestone.run(
                new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), () -> false, 120),
                new Bundled(Optional.empty()),
                "list");

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(Cli.run("list").out()).contains("rare-earths", "tungsten");
    }
}
