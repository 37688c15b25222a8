package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;

/** Quotas of a few rows, all of mining. */
public final class TinyQuotas {

    private TinyQuotas() {}

    public static Quotas rows(Row... rows) {
        return Quotas.of(dataset(rows), "mining").orElseThrow();
    }

    public static Dataset dataset(Row... rows) {
        return Dataset.builder("tiny")
                .resource("Stones")
                .rows(DatasetTables.QUOTAS, Stream.of(rows).map(Row::quota).toList())
                .build();
    }

    public static Row total(int year, String amount) {
        return new Row(year, "year", Ore.ALL, Holder.ALL, amount, "t REO", How.REPORTED);
    }

    public static Row batch(int year, String batch, String amount) {
        return new Row(year, batch, Ore.ALL, Holder.ALL, amount, "t REO", How.REPORTED);
    }

    public static Row holder(int year, String name, Ore ore, String amount, How how) {
        return new Row(year, "year", ore, group(name), amount, "t REO", how);
    }

    public static Holder group(String name) {
        return new Holder(Holder.Kind.GROUP, name);
    }

    /** A row of {@code quotas.csv}. */
    public record Row(int year, String batch, Ore ore, Holder holder, String amount, String unit, How how) {

        public Row in(String otherUnit) {
            return new Row(year, batch, ore, holder, amount, otherUnit, how);
        }

        Quota quota() {
            return new Quota(
                    Period.year(year),
                    batch,
                    "mining",
                    ore,
                    holder,
                    Observation.parse(amount),
                    Unit.parse(unit),
                    "",
                    new Citation(ImmutableList.of("notice"), Reliability.READ, how, ""));
        }
    }
}
