package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Listing;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.ChainTables.Placed;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Rating;

/** Reads companies, what is known about them, who owns them, and the rates between their currencies. */
final class CompanyTables {

    /** Where it operates, of a company that only prepares to. */
    static final String NONE = "none";

    private final Tables tables;

    CompanyTables(Tables tables) {
        this.tables = tables;
    }

    Known<Company> companies(Known<Placed> stages) {
        return tables.known(
                Layout.COMPANIES,
                row -> new Company(
                        row.text("id"),
                        row.text("name"),
                        row.text("name_local"),
                        new Listing(row.text("mic"), row.text("symbol")),
                        row.place("place"),
                        row.references("stages", stages),
                        operates(row, stages),
                        row.currency("currency"),
                        row.optional("year_end", row::monthDay),
                        row.text("resource"),
                        row.text("note"),
                        row.sources()));
    }

    /** Where the cell is empty it operates at all its stages; {@code none} stands for a company that only prepares to. */
    private static ImmutableList<String> operates(Row row, Known<Placed> stages) {
        ImmutableList<String> worked = row.list("stages");
        ImmutableList<String> operated = row.list("operates");
        if (operated.isEmpty() || operated.equals(ImmutableList.of(NONE))) {
            return operated.isEmpty() ? worked : ImmutableList.of();
        }
        for (String stage : row.references("operates", stages)) {
            if (!worked.contains(stage)) {
                throw new IllegalArgumentException(
                        "operates: '" + stage + "' is not among its stages. Add it there, or take it out here.");
            }
        }
        return operated;
    }

    ImmutableList<Rating> ratings(Known<Company> companies) {
        return tables.list(
                Layout.RATINGS,
                row -> new Rating(
                        row.text("rating"),
                        row.reference("company", companies),
                        row.number("mark"),
                        row.text("reason"),
                        row.citation()));
    }

    ImmutableList<CompanyFact> facts(Known<Company> companies) {
        return tables.list(
                Layout.COMPANY_FACTS,
                row -> new CompanyFact(
                        row.reference("company", companies),
                        row.text("fact"),
                        row.text("period"),
                        row.observation("value"),
                        row.unit("unit"),
                        row.text("scope"),
                        row.text("derivation"),
                        row.citation()));
    }

    /** All of them, also where they do not add up: that is one problem for the stakes concerned. */
    ImmutableList<Stake> stakes() {
        ImmutableList<Lined<Stake>> stakes = tables.list(Layout.STAKES, row -> {
            row.oneOf("unit", "%");
            Stake stake = new Stake(
                    row.text("owner"),
                    row.text("owned"),
                    row.amount("stake", Unit.PERCENT),
                    row.text("as_of"),
                    row.citation());
            return new Lined<>(stake, row.line());
        });
        new StakeRules(stakes, tables.problems()).check();
        return stakes.stream().map(Lined::row).collect(ImmutableList.toImmutableList());
    }

    ImmutableList<ExchangeRate> rates() {
        return tables.list(
                Layout.EXCHANGE_RATES,
                row -> new ExchangeRate(
                        row.period("date"),
                        row.period("period"),
                        row.text("kind"),
                        row.number("base_units"),
                        row.currency("base"),
                        row.currency("quote"),
                        row.number("rate"),
                        row.citation()));
    }
}
