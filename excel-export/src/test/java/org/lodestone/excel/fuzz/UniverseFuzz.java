package org.lodestone.excel.fuzz;

import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.excel.read.WorkbookFormat;
import org.lodestone.reports.screen.Screening;

/** A table of companies, the file that says what its columns are, and the screen of it. */
public final class UniverseFuzz {

    private static final String JSON = """
            {
              "universe": "companies.csv", "id": "Ticker", "name": "Company", "exchange": "Exchange",
              "missing": ["n.m."], "leave_out": ["Total"],
              "numbers": {
                "market value": {
                  "column": "Mkt cap (m)", "currency": "Ccy", "in": "USD",
                  "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]
                },
                "margin": "EBITDA %",
                "output": {"column": "Output", "unit": "万吨", "to": "t REO", "exponents": true},
                "price": {"column": "Price"}
              },
              "words": {"country": "Country"},
              "screen": {
                "name": "Good",
                "filters": [{"column": "margin", "at_least": 1}],
                "criteria": [{"name": "margin", "weight": 2}, {"name": "price"}]
              }
            }
            """;

    private static final String CSV = """
            Ticker,Company,Exchange,Country,Mkt cap (m),Ccy,EBITDA %,Output,Price
            MP,MP Materials,NYSE,US,"9,000",USD,-12.5,1.2e-01,$1.5
            831,China Rare Earth,SZSE,CN,100,CNY,7,0.5,$1.25
            600111,Northern,SSE,CN,180000,CNY,10,3,-
            Total,,,,1,USD,1,1,
            """;

    private static final Scratch SCRATCH = new Scratch();

    private UniverseFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        SCRATCH.write("companies.csv", changes.encoded(changes.in(CSV)));
        UniverseReading reading = UniverseReader.read(
                SCRATCH.write("mine.json", changes.encoded(changes.in(JSON))), WorkbookFormat.INSTANCE);
        if (reading.problems().isEmpty()
                && reading.universe().isPresent()
                && reading.screen().isPresent()) {
            Screening.of(reading.screen().get(), reading.universe().get());
        }
    }
}
