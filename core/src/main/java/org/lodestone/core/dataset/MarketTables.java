package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.ChainTables.Placed;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.ElementSplit;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.Price.Vat;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;

/** Reads what governments allow, and what is paid, traded, used and dug up. */
final class MarketTables {

    private final Tables tables;

    MarketTables(Tables tables) {
        this.tables = tables;
    }

    ImmutableList<Quota> quotas(Known<Placed> stages) {
        return tables.list(Layout.QUOTAS, row -> {
            Unit unit = row.unit("unit");
            return new Quota(
                    row.period("year"),
                    row.oneOf("batch", "1", "2", "3", "1+2", "year"),
                    row.reference("stage", stages),
                    row.oneOf("ore", Ore.class),
                    holder(row),
                    row.amount("quota", unit),
                    unit,
                    row.text("derivation"),
                    row.citation(),
                    row.line());
        });
    }

    /** What companies are to the holders of {@code quotas}. */
    ImmutableList<QuotaRole> roles(ImmutableList<Quota> quotas, Known<Company> companies, Known<Placed> stages) {
        Map<String, Holder> byName = new LinkedHashMap<>();
        byName.put(Holder.ALL.name(), Holder.ALL);
        quotas.forEach(quota -> byName.put(quota.holder().name(), quota.holder()));
        boolean whole = tables.problems().none(Layout.QUOTAS);
        Known<Holder> holders = new Known<>(Layout.QUOTAS, ImmutableMap.copyOf(byName), ImmutableSet.of(), whole);
        return tables.list(
                Layout.QUOTA_HOLDERS,
                row -> new QuotaRole(
                        row.reference("holder", holders),
                        row.reference("company", companies),
                        row.optional("stage", column -> row.reference(column, stages)),
                        row.oneOf("role", QuotaRole.Role.class),
                        row.period("from"),
                        row.period("until"),
                        row.citation()));
    }

    Known<Policy> policies(Known<Placed> stages) {
        return tables.known(
                Layout.POLICIES,
                row -> new Policy(
                        row.text("id"),
                        row.period("date"),
                        row.text("effective"),
                        row.text("jurisdiction"),
                        row.text("issuer"),
                        row.text("title"),
                        row.text("title_local"),
                        row.text("document"),
                        row.references("stages", stages),
                        row.list("touches"),
                        row.text("measure"),
                        row.text("status"),
                        row.text("as_of"),
                        row.citation()));
    }

    ImmutableList<Price> prices(Known<Edition> editions) {
        return tables.list(Layout.PRICES, row -> {
            Unit unit = row.unit("unit");
            return new Price(
                    row.text("product"),
                    row.text("grade"),
                    row.period("period"),
                    row.amount("price", unit),
                    unit,
                    row.optional("edition", column -> row.reference(column, editions))
                            .orElse(""),
                    row.optional("vat", column -> row.oneOf(column, Vat.class)).orElse(Vat.NOT_STATED),
                    row.citation());
        });
    }

    ImmutableList<TradeFlow> trade() {
        return tables.list(
                Layout.TRADE,
                row -> new TradeFlow(
                        row.place("reporter"),
                        row.oneOf("flow", TradeFlow.Flow.class),
                        row.place("partner"),
                        row.text("product"),
                        row.period("period"),
                        row.observation("value"),
                        row.unit("unit"),
                        row.text("derivation"),
                        row.citation()));
    }

    ImmutableList<Demand> demand() {
        return tables.list(
                Layout.DEMAND,
                row -> new Demand(
                        row.text("material"),
                        row.text("segment"),
                        row.period("period"),
                        row.text("case"),
                        row.observation("value"),
                        row.unit("unit"),
                        row.citation()));
    }

    ImmutableList<ElementSplit> splits() {
        return tables.list(Layout.SPLITS, row -> {
            row.oneOf("unit", "%");
            return new ElementSplit(
                    row.text("deposit"),
                    row.text("element"),
                    row.amount("share", Unit.PERCENT),
                    row.text("derivation"),
                    row.citation());
        });
    }

    private static Holder holder(Row row) {
        String name = row.text("holder");
        Holder.Kind kind = row.oneOf("holder_kind", Holder.Kind.class);
        return new Holder(kind, name);
    }
}
