package org.lodestone.core.screen;

import java.math.BigDecimal;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;

/**
 * A mark that an analyst gives a company for something no figure says, such as how scarce the ore is that it controls.
 *
 * @param rating what is marked: {@code resource-tier}
 * @param company id of the company
 * @param reason what was read that leads to this mark and no other
 */
public record Rating(String rating, String company, BigDecimal mark, String reason, Citation citation) {

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(company, rating), "mark " + mark.toPlainString());
    }
}
