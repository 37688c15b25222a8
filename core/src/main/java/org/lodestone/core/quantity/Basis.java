package org.lodestone.core.quantity;

import org.lodestone.core.internal.text.OneLine;

/**
 * A basis on which tonnes are counted, as a dataset declares it: {@code REO}, {@code NdPr oxide}, {@code gross}.
 *
 * @param id the word used in units
 * @param description what is and is not counted; empty when nothing more is to be said
 */
public record Basis(String id, String name, String description) {

    @Override
    public String toString() {
        return OneLine.of(id, name);
    }
}
