package org.lodestone.core.fundamentals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.fundamentals.Analysts.facts;
import static org.lodestone.core.fundamentals.Analysts.file;
import static org.lodestone.core.fundamentals.Analysts.leftOut;
import static org.lodestone.core.fundamentals.Analysts.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;

class TushareReaderTest {

    private static final String INCOME =
            "ts_code,ann_date,f_ann_date,end_date,report_type,comp_type,basic_eps,revenue,n_income_attr_p,oper_cost";

    @TempDir
    private Path folder;

    private Fundamentals read(String... lines) {
        return FundamentalsFile.of(file(folder, "income.csv", lines), Program.TUSHARE)
                .read(Analysts.dataset());
    }

    @Test
    void of_several_rows_the_consolidated_one_that_was_announced_last_is_taken() {
        // 32,966 mn CNY of revenue and 1,004 mn of net profit in 2024, as company-facts.csv has them; others made up
        Fundamentals read = read(
                INCOME,
                "600111.SH,20250418,20250418,20241231,1,1,0.2,32000000000.0,1000000000.0,1",
                "600111.SH,20250418,20250430,20241231,1,1,0.2778,32966000000.0,1004000000.0,1",
                "600111.SH,20250418,20250418,20241231,6,1,0.1,1.0,1.0,1",
                "600111.SH,20250828,20250828,20250630,1.0,1,,18866000000,,",
                "600111.SH,20250828,20250828,20250630,1,1,,18866000000,,",
                "600519.SH,20250402,20250402,20241231,1,1,1,1,1,1");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH eps FY2024 0.2778 CNY (basic)",
                        "600111.SH revenue FY2024 32966 CNY mn (consolidated)",
                        "600111.SH net-profit FY2024 1004 CNY mn (attributable)",
                        "600111.SH revenue H1 2025 18866 CNY mn (consolidated)");
        assertThat(leftOut(read))
                .containsExactly(
                        "income.csv:2 600111.SH, 2024-12-31: an earlier announcement of the same period",
                        "income.csv:4 600111.SH, report_type 6: another report type than 1, the consolidated one",
                        "income.csv:6 600111.SH, 2025-06-30: said already, with the same numbers",
                        "income.csv:7 600519.SH: not among the companies of the dataset. To add such companies, say"
                                + " \"new_companies\" in a mapping: {\"place\": …, \"currency\": …}");
        assertThat(read.taken()).isEqualTo(2);
        assertThat(read.columns().get(3).leftOut()).startsWith("'oper_cost' is not a field that is known.");
    }

    @Test
    void market_values_of_a_day_are_in_ten_thousands() {
        Fundamentals read = read(
                "ts_code,trade_date,close,pe_ttm,total_share,total_mv",
                "600111.SH,20251031,50.81,85.8,361506.5524,18368148.0");

        assertThat(facts(read))
                .containsExactly(
                        "600111.SH share-price 2025-10-31 50.81 CNY",
                        "600111.SH pe-trailing 2025-10-31 85.8 x",
                        "600111.SH shares-outstanding 2025-10-31 3615.065524 mn shares",
                        "600111.SH market-cap 2025-10-31 183681.48 CNY mn");
    }

    @Test
    void shares_in_a_balance_sheet_are_another_field_than_those_of_a_day() {
        Fundamentals read = read(
                "ts_code,f_ann_date,end_date,report_type,total_share,total_assets",
                "600111.SH,20240830,20231231,1,3615065842.0,40496655048.0");

        assertThat(facts(read)).containsExactly("600111.SH total-assets 2023-12-31 40496.655048 CNY mn (consolidated)");
        assertThat(read.columns().get(0).leftOut()).startsWith("'total_share' is not a field that is known.");
    }

    @Test
    void what_cannot_be_is_a_problem() {
        assertThat(problems(read(
                        INCOME,
                        "600111.SH,20250418,20250418,20241231,1,1,0.1,1,1,1",
                        "600111.SH,20250418,20250418,20241231,1,1,0.2,1,1,1",
                        "600111.SH,20250418,20250418,20241130,1,1,0.2,1,1,1",
                        "600111.SH,20250418,20250418,20241331,1,1,0.2,1,1,1",
                        "600111.SH,20250418")))
                .containsExactly(
                        "income.csv:3: states other numbers of 600111.SH for 2024-12-31 than income.csv:2, announced on the"
                                + " same day. Take one of the two out.",
                        "income.csv:4: end_date: '2024-11-30' is not the end of a quarter, on which a report ends. Check the"
                                + " date.",
                        "income.csv:5: end_date: '20241331' is not a date: Invalid value for MonthOfYear (valid values 1 -"
                                + " 12): 13.",
                        "income.csv:6: has 2 cells where the header has 10. Maybe a comma is missing, or the file was cut"
                                + " off.");
        assertThat(problems(read("code,date,revenue", "600111.SH,20241231,1")))
                .containsExactly(
                        "income.csv: has not the columns of a table of Tushare: ts_code, and either trade_date or"
                                + " end_date. Save it with its header, or import it as a table with a mapping.");
        assertThat(problems(read(INCOME))).containsExactly("income.csv: has a header and no rows. Add rows below it.");
    }
}
