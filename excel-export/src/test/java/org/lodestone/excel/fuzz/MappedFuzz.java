package org.lodestone.excel.fuzz;

import java.util.List;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;

/** Any table of companies, and the mapping that says what its columns are. */
public final class MappedFuzz {

    private static final List<String> MAPPINGS = List.of("""
            {
              "header": 2, "company": {"column": "Code", "by": "id", "exchange": "Exchange", "name": "Company"},
              "decimal_comma": false, "missing": ["n.m."], "leave_out": ["Peer group"],
              "facts": {
                "Sales (RMB m)": {"fact": "revenue", "unit": "CNY mn", "period": "FY2024", "scope": "consolidated"},
                "Output": {"fact": "output-oxides", "unit": "万吨", "basis": "REO", "period_column": "Year"},
                "Margin": {"fact": "margin", "unit": "%", "kind": "percent", "period_column": "Year"}
              },
              "new_companies": {"place": "China", "currency": "CNY", "stages": ["separation"]}
            }
            """, """
            {
              "company": {"column": "Code", "by": "symbol"}, "delimiter": ";", "decimal_comma": true,
              "rows": {"fact": "Item", "period": "Year", "value": "Value", "unit": "Unit"},
              "facts": {"Sales": {"fact": "revenue"}, "EPS": {"fact": "eps", "unit": "CNY/share"}}
            }
            """);

    private static final List<String> TABLES = List.of("""
            Peers of 2024,,,,,,
            Code,Exchange,Company,Year,Sales (RMB m),Output,Margin
            600111.SH,SSE,Northern,FY2024,"32,966",3.5,12.5%
            831,SZSE,China Rare Earth,2024,3027.3,n.m.,-3
            600259,SSE,Rising,2024A,(500),1,2
            Peer group,,,,1,2,3
            """, """
            Code;Item;Year;Value;Unit
            600111;Sales;FY2024;32.966,00;CNY mn
            600111;EPS;FY2024;0,2778;
            000831;Other;FY2024;1;
            """);

    private static final Scratch SCRATCH = new Scratch();

    private MappedFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        int which = changes.below(TABLES.size());
        Companies.read(
                SCRATCH.write("table.csv", changes.encoded(changes.in(TABLES.get(which)))),
                Program.TABLE,
                Companies.mapping(SCRATCH.write("mapping.json", changes.encoded(changes.in(MAPPINGS.get(which))))));
    }
}
