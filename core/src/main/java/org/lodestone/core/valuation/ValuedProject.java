package org.lodestone.core.valuation;

import java.util.Optional;

/**
 * A project that is valued by a study: what it costs and earns as printed, moved from the price of the study to that of a deck.
 *
 * <pre>EBITDA(t) = ramp(t) · (EBITDA of the study + volume · (P(t) − price of the study))</pre>
 *
 * <p>By-products stay at what the study has them at. Where an assumption is named it stands in place of what is printed.
 *
 * @param project as studies name it
 * @param study as studies name it
 * @param ebitda id of the assumption of a year's earnings at full output
 * @param volume id of the assumption of the tonnes of the product sold at full output, at the price of the deck
 * @param price id of the assumption of the study's price of the product
 * @param capex id of the assumption of the cost of building
 * @param life id of the assumption of the years of operation
 * @param build id of the assumption of the years of building, over which the cost is spent in equal parts
 * @param sustaining id of the assumption of the part of that cost spent each year from the second year of operation
 * @param writeOff id of the assumption of the years over which the cost is written off for tax
 */
public record ValuedProject(
        Valued valued,
        String project,
        String study,
        Optional<String> ebitda,
        Optional<String> volume,
        Optional<String> price,
        Optional<String> capex,
        Optional<String> life,
        String build,
        String sustaining,
        String writeOff) {

    @Override
    public String toString() {
        return valued + ", " + study;
    }
}
