package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Premises.Stated;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/** The rules for what exposures need of the facts, prices and assumptions they name. */
final class ExposureRules {

    private final Tables tables;
    private final Premises premises;
    private final Map<String, RowWithLine<Exposure>> firstOf = new HashMap<>();

    ExposureRules(Tables tables, Premises premises) {
        this.tables = tables;
        this.premises = premises;
    }

    /** Those of which all that they name is there and fits; each other is a problem. */
    ImmutableList<Exposure> sound(ImmutableList<RowWithLine<Exposure>> lines) {
        return lines.stream().filter(this::isSound).map(RowWithLine::row).collect(toImmutableList());
    }

    private boolean isSound(RowWithLine<Exposure> line) {
        if (line.row().sale().isEmpty()) {
            return true;
        }
        Exposure.Sale sale = line.row().sale().get();
        sale.assumptions().forEach(id -> premises.requireShare(id, "exposures.csv"));
        try {
            check(line, sale);
            return true;
        } catch (Refusal refusal) {
            if (refusal.isTold) {
                line.problem(refusal.column, refusal);
            }
            return false;
        }
    }

    /** The fault of a cell; not told where it only follows from a row that could not be read. */
    private static final class Refusal extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String column;
        private final boolean isTold;

        Refusal(String column, String message, boolean isTold) {
            super(message);
            this.column = column;
            this.isTold = isTold;
        }

        Refusal(String column, String message) {
            this(column, message, true);
        }
    }

    private void check(RowWithLine<Exposure> line, Exposure.Sale sale) {
        String company = line.row().company();
        period(line, sale.period());
        CompanyFact volume = volume(company, sale);
        sale.content().ifPresent(id -> content(id, volume));
        Unit price = price(company, sale);
        sale.oreCost().ifPresent(fact -> money("ore_cost", "a cost", company, sale, fact, price));
        sale.onTop().ifPresent(fact -> money("on_top", "an amount", company, sale, fact, price));
    }

    private void money(String column, String kind, String company, Exposure.Sale sale, String fact, Unit price) {
        Unit money = fact(column, company, fact, sale.period()).unit();
        if (money.dimension() != Dimension.MONEY || !money.basis().equals(price.basis())) {
            throw new Refusal(
                    column,
                    "'" + fact + "' is in '" + money + "', and the price in '" + price + "'. Name " + kind + " in "
                            + price.basis() + ".");
        }
    }

    private void period(RowWithLine<Exposure> line, Optional<Period> period) {
        String company = line.row().company();
        RowWithLine<Exposure> first = firstOf.computeIfAbsent(company, id -> line);
        Optional<Period> one = first.row().sale().orElseThrow().period();
        if (!one.equals(period)) {
            throw new Refusal(
                    "period",
                    "'" + named(period) + "' is not the '" + named(one) + "' of " + company + " in "
                            + first.at()
                            + ". Its net profit is of one period: choose one for all its products.");
        }
    }

    private static String named(Optional<Period> period) {
        return period.map(Period::toString).orElse("");
    }

    private CompanyFact volume(String company, Exposure.Sale sale) {
        CompanyFact volume = fact("volume", company, sale.volume(), sale.period());
        if (volume.unit().dimension() != Dimension.MASS) {
            throw new Refusal(
                    "volume",
                    "'" + sale.volume() + "' of " + company + " is in '" + volume.unit()
                            + "', which is no mass. Name what was sold, such as a fact in t REO.");
        }
        if (volume.value().known().orElse(0) < 0) {
            throw new Refusal(
                    "volume",
                    "'" + sale.volume() + "' of " + company + " is '" + volume.value() + "' for " + volume.period()
                            + ". A volume cannot be below zero: correct it in company-facts.csv.");
        }
        return volume;
    }

    /** A content that says of what it is one is of the basis in which the volume is stated. */
    private void content(String id, CompanyFact volume) {
        for (Stated row : premises.of(id)) {
            Unit unit = row.assumption().unit();
            String basis = volume.unit().basis();
            if (unit.contentOf().filter(bases -> !bases.get(1).equals(basis)).isPresent()) {
                throw new Refusal(
                        "content",
                        "'" + id + "' is in '" + unit + "', and '" + volume.fact() + "' of " + volume.company()
                                + " in '" + volume.unit() + "'. Name a content of " + basis + ".");
            }
        }
    }

    /** The unit of the price: money for a mass, or the money that was taken for the volume. */
    private Unit price(String company, Exposure.Sale sale) {
        return sale.quote()
                .fold(
                        market -> price(sale, market),
                        own -> requireMoney(
                                own.fact(),
                                fact("price", company, own.fact(), sale.period())
                                        .unit()));
    }

    private Unit price(Exposure.Sale sale, Exposure.Quote.Market market) {
        List<Price> found = tables.rows(MarketTables.PRICES).stream()
                .filter(market::names)
                .filter(price ->
                        market.period().isEmpty() || market.period().get().equals(price.period()))
                .toList();
        if (found.isEmpty()) {
            List<String> products = tables.rows(MarketTables.PRICES).stream()
                    .map(Price::product)
                    .distinct()
                    .toList();
            throw new Refusal(
                    "price",
                    "'" + market.product() + "', grade '" + market.grade() + "', in " + market.unit()
                            + market.period().map(period -> " for " + period).orElse("") + " is not in prices.csv. "
                            + (products.contains(market.product())
                                    ? "Look at the grade, price_unit and price_period of its rows there."
                                    : Nearest.remedy(market.product(), products, "Add it there.")),
                    tables.areWhole(MarketTables.PRICES));
        }
        if (found.stream().noneMatch(sale::means)) {
            refuseVat(sale, market, found.get(0));
        }
        return requireMoney(market.product(), market.unit());
    }

    private static void refuseVat(Exposure.Sale sale, Exposure.Quote.Market market, Price price) {
        throw new Refusal(
                "vat_included",
                "is '" + (sale.vatIncluded() ? "yes" : "no") + "', but prices.csv says that VAT is " + price.vat()
                        + (sale.vatIncluded() ? " from '" : " in '") + market.product() + "' in " + market.unit()
                        + " for " + price.period() + ". Correct one of the two.");
    }

    private static Unit requireMoney(String name, Unit unit) {
        if (unit.dimension() != Dimension.PRICE && unit.dimension() != Dimension.MONEY) {
            throw new Refusal(
                    "price", "'" + name + "' is in '" + unit + "', which is neither a price nor sales in money.");
        }
        return unit;
    }

    /** The fact of the period, or of any where none is named. */
    private CompanyFact fact(String column, String company, String name, Optional<Period> period) {
        return tables.rows(CompanyTables.FACTS).stream()
                .filter(fact -> fact.company().equals(company) && fact.fact().equals(name))
                .filter(fact -> period.isEmpty() || Period.find(fact.period()).equals(period))
                .findFirst()
                .orElseThrow(() -> missing(
                        column, company, name, period.map(one -> " for " + one).orElse("")));
    }

    private Refusal missing(String column, String company, String name, String when) {
        List<String> names = tables.rows(CompanyTables.FACTS).stream()
                .filter(fact -> fact.company().equals(company))
                .map(CompanyFact::fact)
                .distinct()
                .toList();
        return new Refusal(
                column,
                company + " has no '" + name + "'" + when + " in company-facts.csv. "
                        + (names.contains(name)
                                ? "Name a period in which it is stated."
                                : Nearest.remedy(name, names, "Add it there.")),
                tables.areWhole(CompanyTables.FACTS));
    }
}
