package org.lodestone.excel.fuzz;

import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping;

/** An export of Wind. */
public final class WindFuzz {

    private static final String CSV = """
            证券代码,证券简称,营业收入 [报告期] 2024年报 [单位] 万元,总市值1 [交易日期] 2025-10-31 [单位] 元,每股收益EPS-基本 [报告期] 2025中报 [单位] 元
            600111.SH,北方稀土,"3,296,600.0000","183,680,000,000.0000",0.2600
            000831.SZ,中国稀土,"302,734.8207",--,--
            ,,,,
            合计,,1,2,3
            数据来源：Wind,,,,
            """;

    private static final Scratch SCRATCH = new Scratch();

    private WindFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        Companies.read(SCRATCH.write("wind.csv", changes.encoded(changes.in(CSV))), Program.WIND, Mapping.NONE);
    }
}
