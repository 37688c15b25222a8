package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/** What the tables of a dataset declare. */
record KnownOf(Dataset dataset) implements Row.Context {

    @Override
    public Known<?> known(String table) {
        if (table.equals("holders")) {
            return MarketTables.holders(dataset.quotas(), true);
        }
        Layout layout = Layout.named(table);
        return switch (table) {
            case "sources" -> all(layout, dataset.sources());
            case "bases" -> all(layout, dataset.tables().byId(SourceTables.BASES));
            case "editions" -> all(layout, dataset.editions());
            case "measures" -> all(layout, dataset.measures());
            case "companies" -> all(layout, dataset.companies());
            // of tables that are not said once yet, every id passes
            default -> new Known<>(layout, ImmutableMap.of(), ImmutableSet.of(), false);
        };
    }

    @Override
    public void use(String assumption, Premises.Role role, String measure) {
        // only a reader checks what assumptions are used for
    }

    private static <T> Known<T> all(Layout layout, ImmutableMap<String, T> byId) {
        return new Known<>(layout, byId, ImmutableSet.of(), true);
    }
}
