package org.lodestone.reports.internal.model;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.reports.formula.ValueUnit;

/** The units of prices of the market: money for a mass of one product, so that the price of another does not pass for it. */
public final class ProductUnits {

    private ProductUnits() {}

    /** The unit of a price. */
    public static ValueUnit of(Dataset dataset, Price price) {
        return price.unit().dimension() == Dimension.PRICE
                ? ValueUnit.ofPrice(
                        price.unit(), basis(dataset, price.product()).orElse(price.product()))
                : ValueUnit.of(price.unit());
    }

    /** The basis on which tonnes of a product are counted, where the dataset has one of that name. */
    public static Optional<String> basis(Dataset dataset, String product) {
        return dataset.bases().stream()
                .filter(basis -> basis.name().equals(product))
                .map(Basis::id)
                .findFirst();
    }
}
