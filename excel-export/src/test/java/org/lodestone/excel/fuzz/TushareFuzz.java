package org.lodestone.excel.fuzz;

import java.util.List;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping;

/** Tables of Tushare: statements, and market values of a day. */
public final class TushareFuzz {

    private static final List<String> CSV = List.of("""
            ts_code,ann_date,f_ann_date,end_date,report_type,comp_type,basic_eps,revenue,n_income_attr_p,oper_cost
            600111.SH,20250418,20250418,20241231,1,1,0.2,32000000000.0,1000000000.0,1
            600111.SH,20250418,20250430,20241231,1,1,0.2778,32966000000.0,1004000000.0,1
            600111.SH,20250828,20250828,20250630,1.0,1,,18866000000,,
            000831.SZ,20250402,20250402,20241231,6,1,1,1,1,1
            """, """
            ts_code,trade_date,close,pe_ttm,total_share,total_mv
            600111.SH,20251031,50.81,85.8,361506.5524,18368148.0
            000831.SZ,20251031,52.1,,106122.0,5528956
            """);

    private static final Scratch SCRATCH = new Scratch();

    private TushareFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        Companies.read(
                SCRATCH.write("tushare.csv", changes.encoded(changes.in(changes.oneOf(CSV)))),
                Program.TUSHARE,
                Mapping.NONE);
    }
}
