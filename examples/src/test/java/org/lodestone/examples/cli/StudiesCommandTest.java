package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodestone.examples.cli.Cli.Result;

class StudiesCommandTest {

    @Test
    void what_cannot_be_reconciled_stands_first_and_is_no_error() {
        Result result = Cli.run("studies", "rare-earths");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("Of 97 results that studies print, 15 cannot be reconciled with their own figures")
                .contains("Nolans, DFS update 2021", "Tables of sensitivity")
                .contains("75 results that cannot be checked left out; --all shows them.");
        assertThat(result.out().indexOf("Cannot reconcile"))
                .isLessThan(result.out().indexOf("Within range"));
        assertThat(Cli.run("studies", "lithium").out())
                .contains("Ewoyaa, PFS 2022", "Pastos Grandes (Millennial), FS 2019");
    }

    @Test
    void each_result_is_a_row_of_data() {
        assertThat(Cli.run("studies", "rare-earths", "--table", "study-results", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(98)
                .first()
                .asString()
                .startsWith("group,Study,Result,Printed,Low,Middle,High");
    }

    @Test
    void a_dataset_without_studies_is_told_what_it_needs() {
        Result result = Cli.run("studies", "cobalt");

        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
        assertThat(result.err()).contains("'cobalt' has no studies with a result. Add a table studies");
    }
}
