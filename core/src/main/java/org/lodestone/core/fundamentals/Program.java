package org.lodestone.core.fundamentals;

import java.util.Locale;

/** The program that a file of figures comes from. */
public enum Program {
    /** Wind's export to Excel or CSV: 证券代码, 证券简称, then indicators with their parameters in brackets. */
    WIND("Wind"),
    /** A table of the Tushare API as CSV: {@code ts_code}, dates as YYYYMMDD. */
    TUSHARE("Tushare"),
    /** {@code companyfacts} of the SEC as JSON. */
    SEC("SEC EDGAR"),
    /** Any table, with a mapping that says what its columns are. */
    TABLE("A table");

    private final String title;

    Program(String title) {
        this.title = title;
    }

    /** Its name for readers. */
    public String title() {
        return title;
    }

    /** The word on the command line and in ids of sources: {@code wind}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
