package org.lodestone.excel.fuzz;

import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping;

/** The facts of a company as the SEC hands them out. */
public final class SecFuzz {

    private static final String JSON = """
            {"cik": 1801368, "entityName": "MP Materials Corp. / DE", "facts": {
              "dei": {"EntityCommonStockSharesOutstanding": {"label": "L", "description": null, "units": {"shares": [
                {"end": "2025-02-14", "val": 163000000, "fy": 2024, "fp": "FY", "form": "10-K", "filed": "2025-02-28"}]}}},
              "us-gaap": {
                "Revenues": {"label": "L", "units": {"USD": [
                  {"start": "2023-01-01", "end": "2023-12-31", "val": 253445000, "form": "10-K", "filed": "2024-02-28"},
                  {"start": "2024-01-01", "end": "2024-12-31", "val": 203855000, "form": "10-K", "filed": "2025-02-28"},
                  {"start": "2025-07-01", "end": "2025-09-30", "val": 53552000.0, "form": "10-Q", "filed": "2025-11-07"}]}},
                "EarningsPerShareBasic": {"units": {"USD/shares": [
                  {"start": "2024-01-01", "end": "2024-12-31", "val": -0.39, "form": "10-K", "filed": "2025-02-28"}]}},
                "Assets": {"units": {"USD": [
                  {"end": "2024-12-31", "val": 2333565000, "form": "10-K", "filed": "2025-02-28"}]}}
            }}}
            """;

    private static final Scratch SCRATCH = new Scratch();

    private SecFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        Companies.read(SCRATCH.write("CIK.json", changes.encoded(changes.in(JSON))), Program.SEC, Mapping.NONE);
    }
}
