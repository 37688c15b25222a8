package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.Cell.ADDRESS;
import static org.lodestone.core.dataset.Cell.TEXT;

import org.lodestone.core.figure.Source;
import org.lodestone.core.quantity.Basis;

/** The tables on which those of every other topic lean. */
public final class SourceTables {

    public static final Table<Source> SOURCES = Table.of("sources", "Sources", t -> {
        var id = t.key("id*", TEXT, Source::id, "Identifier, unique in this table");
        var citation =
                t.remark("citation*", TEXT, Source::citation, "Where it was read, in words a reader can look up");
        var url = t.remark("url", ADDRESS.optional(), Source::url, "Address, where there is one");
        return row -> new Source(row.get(id), row.get(citation), row.get(url));
    });

    public static final Table<Basis> BASES = Table.of("bases", "Bases of mass", t -> {
        var id = t.key("id*", TEXT, Basis::id, "What a tonne is a tonne of, as units write it");
        var name = t.column("name*", TEXT, Basis::name, "Name in full");
        var description = t.column("description", TEXT, Basis::description, "What is counted");
        t.fact("basis");
        return row -> new Basis(row.get(id), row.get(name), row.get(description));
    });

    private SourceTables() {}
}
