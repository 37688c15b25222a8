package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.ADDRESS;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.NUMBER;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.UNIT;

import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Source;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Conversion;

/** The tables that rows of every other table lean on: where things were read, and what a tonne is a tonne of. */
final class SourceTables {

    static final Table<Source> SOURCES = Table.of("sources", "Sources", t -> {
        t.key("id*", NAME, Source::id, "Identifier, unique in this table");
        t.column("citation*", TEXT, Source::citation, "Where it was read, in words a reader can look up");
        t.column(
                "short",
                NAME.optional(),
                Source::brief,
                "Name in a source line under a table or chart; the citation up to its first comma unless given");
        t.column("url", ADDRESS.optional(), Source::url, "Address, where there is one");
        return t.inOrder(Source.class);
    });

    static final Table<Basis> BASES = Table.of("bases", "Bases of mass", t -> {
        t.key("id*", NAME, Basis::id, "What a tonne is a tonne of, as units write it");
        t.column("name*", NAME, Basis::name, "Name in full");
        t.column("description", TEXT, Basis::description, "What is counted");
        return t.inOrder(Basis.class);
    });

    static final Table<Conversion> CONVERSIONS = Table.of(
            "conversions", "Conversions from one basis to another, by which totals are told in a second unit", t -> {
                t.key("name*", NAME, Conversion::name, "What the factor is called, such as LCE per Li");
                t.column("from*", UNIT, Conversion::from);
                t.column("to*", UNIT, Conversion::to);
                var factor = t.column(
                        "factor*",
                        NUMBER,
                        Conversion::factor,
                        "How many of the second unit there are to one of the first");
                t.column("reason*", TEXT, Conversion::reason, "Why this factor");
                t.sources("sources", Conversion::sources);
                t.fact("conversion").says(factor);
                return t.inOrder(Conversion.class);
            });

    static final Table<Edition> EDITIONS = Table.of("editions", "Editions", t -> {
        t.key("id*", NAME, Edition::id, "Short name, as figures cite it");
        var name = t.column("name*", NAME, Edition::name, "Short name for headings");
        t.column("publisher*", NAME, Edition::publisher, "Who released it");
        t.column("released*", PERIOD, Edition::released, "Date, month or year of release");
        t.column("series*", NAME, Edition::series, "Editions of one series follow one another");
        t.sources("sources*", Edition::sources);
        return t.inOrder(Edition.class, row -> row.unique(name, "edition"));
    });

    private SourceTables() {}
}
