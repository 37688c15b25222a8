package org.lodestone.reports.comparison;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;

/**
 * The key of a fact: its table, and the values that tell its row from others.
 *
 * <pre>figure/mine-production/Myanmar/2024</pre>
 *
 * @param table as an analyst types it: {@code figure}, {@code quota}, {@code price}
 * @param parts in the order of the table's grammar, without empty ones at the end
 */
public record FactKey(String table, ImmutableList<String> parts) {

    /** Leaves out empty parts at the end, so that a key is the same however it was typed. */
    public FactKey {
        int length = parts.size();
        while (length > 0 && parts.get(length - 1).isEmpty()) {
            length--;
        }
        parts = parts.subList(0, length);
    }

    /** A part, or nothing where the key ends before it. */
    String part(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /** The words that an analyst types: {@code price/NdPr oxide/2024/99% min}. */
    @Override
    public String toString() {
        return table + "/" + Joiner.on('/').join(parts);
    }
}
