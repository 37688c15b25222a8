package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.problem.DataException;

/** Companies are told apart by their ids, and by where their shares are traded. */
class CompanyRulesTest {

    private static final String HEADER =
            "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources";
    private static final String LYNAS = "LYC.AX,Lynas,,XASX,LYC,Australia,mining,AUD,06-30,,,usgs-2025";

    @TempDir
    private Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void write() {
        tiny = TinyDataset.in(folder);
    }

    @Test
    void two_companies_with_one_symbol_on_one_exchange_are_a_problem_that_names_both() {
        tiny.table("companies", HEADER, LYNAS, "ILU.AX,Iluka,,XASX,LYC,Australia,,AUD,12-31,,,usgs-2025");

        assertThat(tiny.problems())
                .containsExactly(
                        "companies.csv:3: symbol: 'LYC' on XASX is the symbol of 'Lynas' (LYC.AX, line 2) already,"
                                + " and here of 'Iluka' (ILU.AX). Correct the mic or the symbol of one of them, or delete one of the"
                                + " two.");
        assertThat(tiny.dataset().companies()).as("both are kept").hasSize(2);
    }

    @Test
    void each_of_several_is_set_against_the_first() {
        tiny.table(
                "companies",
                HEADER,
                LYNAS,
                "ILU.AX,Iluka,,XASX,LYC,Australia,,AUD,12-31,,,usgs-2025",
                "ARU.AX,Arafura,,XASX,LYC,Australia,,AUD,06-30,,,usgs-2025");

        assertThat(tiny.problems())
                .satisfiesExactly(
                        second -> assertThat(second).contains("'Lynas' (LYC.AX, line 2)", "'Iluka'"),
                        third -> assertThat(third).contains("'Lynas' (LYC.AX, line 2)", "'Arafura'"));
    }

    @Test
    void a_symbol_that_has_lost_its_zeros_is_still_that_of_the_other() {
        tiny.table(
                "companies",
                HEADER,
                "000831.SZ,China Rare Earth,,XSHE,000831,China,,CNY,12-31,,,usgs-2025",
                "CRE.SZ,China Rare Earth Resources,,XSHE,831,China,,CNY,12-31,,,usgs-2025");

        assertThat(tiny.problems()).singleElement().asString().startsWith("companies.csv:3: symbol: '000831' on XSHE");
    }

    @Test
    void one_symbol_on_two_exchanges_is_none() {
        tiny.table("companies", HEADER, LYNAS, "LYC.TO,Lycos,,XTSE,LYC,Canada,,CAD,12-31,,,usgs-2025");

        assertThat(tiny.problems()).isEmpty();
    }

    @Test
    void a_dataset_that_is_put_together_in_code_is_refused_as_well() {
        tiny.table("companies", HEADER, LYNAS, "ILU.AX,Iluka,,XASX,LYC,Australia,,AUD,12-31,,,usgs-2025");
        Dataset.Builder builder = tiny.dataset().toBuilder();

        assertThatThrownBy(builder::build)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "companies, row 2: symbol: 'LYC' on XASX is the symbol of 'Lynas' (LYC.AX, row 1)");
    }
}
