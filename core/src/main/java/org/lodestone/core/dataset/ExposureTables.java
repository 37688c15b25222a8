package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.market.Price;

/** Reads how the earnings of companies hang on prices. */
final class ExposureTables {

    /** What a row without a volume has no use for: all but whose it is, of what, and why. */
    private static final ImmutableList<String> OF_SALES = Layout.EXPOSURES.columns().stream()
            .filter(column ->
                    !List.of("company", "product", "volume", "note", "sources").contains(column))
            .collect(ImmutableList.toImmutableList());

    private static final ImmutableList<String> OF_FLOORS = ImmutableList.of("floor_kept", "floor_held");
    private static final ImmutableList<String> OF_MARKETS = ImmutableList.of("grade", "price_unit", "price_period");

    private final Tables tables;
    private final Known<ImmutableList<Premises.Stated>> premises;

    ExposureTables(Tables tables, Known<ImmutableList<Premises.Stated>> premises) {
        this.tables = tables;
        this.premises = premises;
    }

    /** The exposures, read row by row; what they name is then looked up among facts, prices and assumptions. */
    ImmutableList<Exposure> exposures(
            Known<Company> companies, ImmutableList<CompanyFact> facts, ImmutableList<Price> prices) {
        ImmutableList<Lined<Exposure>> lines =
                tables.list(Layout.EXPOSURES, row -> new Lined<>(exposure(row, companies), row.line()));
        return new ExposureRules(facts, prices, premises, tables.problems()).sound(lines);
    }

    private Exposure exposure(Row row, Known<Company> companies) {
        return new Exposure(
                row.reference("company", companies), row.text("product"), sale(row), row.text("note"), row.sources());
    }

    private Optional<Exposure.Sale> sale(Row row) {
        if (row.optional("volume", row::text).isEmpty()) {
            refuse(row, OF_SALES, "but volume is empty. Name the fact that states the volume.");
            return Optional.empty();
        }
        if (row.optional("floor", row::text).isEmpty()) {
            refuse(row, OF_FLOORS, "but floor is empty. Name the fact that states the floor, or empty the cell.");
        }
        return Optional.of(new Exposure.Sale(
                needed(row, "period", row::period),
                row.text("volume"),
                assumption(row, "content"),
                quote(row),
                needed(row, "vat_included", column -> row.oneOf(column, "yes", "no"))
                        .equals("yes"),
                assumption(row, "vat"),
                row.optional("ore_cost", row::text),
                assumption(row, "pass_through"),
                row.optional(
                        "floor",
                        column -> new Exposure.Floor(
                                row.text(column), share(row, "floor_kept"), share(row, "floor_held"))),
                share(row, "royalty"),
                share(row, "hedged"),
                share(row, "tax"),
                share(row, "minority")));
    }

    private static Exposure.Quote quote(Row row) {
        String name = needed(row, "price", row::text);
        boolean ofMarket = needed(row, "price_from", column -> row.oneOf(column, "market", "company"))
                .equals("market");
        if (!ofMarket) {
            refuse(row, OF_MARKETS, "which only a price of the market has. Empty the cell.");
        }
        return ofMarket
                ? new Exposure.Quote.Market(
                        name,
                        row.text("grade"),
                        needed(row, "price_unit", row::unit),
                        needed(row, "price_period", row::period))
                : new Exposure.Quote.Reported(name);
    }

    /** Refuses a cell that says what nothing reads. */
    private static void refuse(Row row, List<String> columns, String why) {
        for (String column : columns) {
            row.optional(column, row::text).ifPresent(text -> {
                throw new IllegalArgumentException(column + " is '" + text + "', " + why);
            });
        }
    }

    private Optional<String> assumption(Row row, String column) {
        return row.optional(column, read -> row.reference(read, premises));
    }

    private String share(Row row, String column) {
        return needed(row, column, read -> row.reference(read, premises));
    }

    private static <T> T needed(Row row, String column, Function<String, T> read) {
        return row.optional(column, read)
                .orElseThrow(() -> new IllegalArgumentException(
                        column + " is empty, and a row with a volume needs it. Fill it in."));
    }
}
