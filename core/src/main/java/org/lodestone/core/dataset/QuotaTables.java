package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.LIST;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.UNIT;
import static org.lodestone.core.dataset.CellType.YEAR;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.ids;
import static org.lodestone.core.dataset.CellType.name;
import static org.lodestone.core.dataset.CellType.words;

import java.util.stream.Stream;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.time.Period;

/** The tables of what governments allow: quotas, what companies are to their holders, and policies. */
final class QuotaTables {

    static final Table<Quota> QUOTAS = Table.of("quotas", "Quotas", t -> {
        var year = t.column("year*", YEAR.typed("year"), Quota::year, "Year of the quota");
        var batch = t.column("batch*", words("1", "2", "3", "1+2", "year"), Quota::batch, "1, 2, 3, 1+2 or year");
        var stage = t.column("stage*", id(ChainTables.STAGES), Quota::stage, "Identifier of a stage");
        var ore = t.column("ore*", words(Ore.class), Quota::ore, "all, light (rock-type) or ionic (heavy)");
        var holder = t.column("holder*", NAME, quota -> quota.holder().name(), "Who holds it; \"all\" for the total");
        var kind = t.column(
                "holder_kind*",
                words(Holder.Kind.class),
                quota -> quota.holder().kind(),
                "total, group, province or company");
        var amount = t.amount(
                "quota*", Quota::amount, "Amount, or \"not published\"", "unit*", Quota::unit, UNIT.description());
        t.cites(Quota::citation).how("how*");
        var derivation = t.derivation(Quota::derivation);
        t.note().sources();
        t.fact("quota", year, stage, ore, holder, batch).typed(4, "quota/2026/mining/all/all=300000");
        return row -> {
            String of = row.get(stage);
            Unit unit = row.adding(amount.unit(), of, "quota");
            Holder who = new Holder(row.get(kind), row.get(holder));
            row.alike(kind, who.name());
            return new Quota(
                    row.get(year),
                    row.get(batch),
                    of,
                    row.get(ore),
                    who,
                    row.get(amount.value(), unit),
                    unit,
                    row.get(derivation),
                    row.citation());
        };
    });

    static final Table<QuotaRole> QUOTA_HOLDERS =
            Table.of("quota-holders", "Companies and the holders of quotas", t -> {
                t.key(
                        "holder*",
                        name(QUOTAS, QuotaTables::holders),
                        QuotaRole::holder,
                        "A holder in quotas; all for a company without a quota");
                t.key("company*", id(CompanyTables.COMPANIES), QuotaRole::company, "Identifier of a company");
                t.key(
                        "stage",
                        id(ChainTables.STAGES).optional(),
                        QuotaRole::stage,
                        "Identifier of a stage; empty for every stage");
                t.key(
                        "role*",
                        words(QuotaRole.Role.class),
                        QuotaRole::role,
                        "holds: it is the holder; consolidates: the quota is with its subsidiaries; runs: it mines or"
                                + " separates what the holder may; member: a part of the holder's quota is its own; none:"
                                + " it has no quota");
                t.key("from", PERIOD, QuotaRole::from, "First year; empty where not known");
                t.column("until", PERIOD, QuotaRole::until, "Last year; empty where it still holds");
                t.cites(QuotaRole::citation).note().sources();
                return t.inOrder(QuotaRole.class);
            });

    static final Table<QuotaSignal> QUOTA_SIGNALS =
            Table.of("quota-signals", "Signals of quotas that are not published", t -> {
                t.key("id*", NAME, QuotaSignal::id, "Identifier, unique in this table");
                var stages = t.column(
                        "stages*",
                        ids(ChainTables.STAGES),
                        QuotaSignal::stages,
                        "Stages whose quota it speaks of, separated by \"; \"");
                t.column("year*", YEAR.typed("year"), QuotaSignal::year, "Year of that quota");
                t.column("signal*", NAME, QuotaSignal::signal, "What it is, in a word or two");
                var effect = t.column(
                        "effect*",
                        words(QuotaSignal.Effect.class),
                        QuotaSignal::effect,
                        "at least, at most: an end of the range; direction: a price that rose or fell says which half;"
                                + " announced: the first batch became known; scope: told, not added; none: weighed, not used");
                t.column(
                        "holder",
                        name(QUOTAS, row -> holders(row).skip(1)).optional(),
                        QuotaSignal::holder,
                        "A holder in quotas whose own amount it is; what the others held last is added");
                var period = t.column(
                        "period",
                        PERIOD,
                        QuotaSignal::period,
                        "When what it tells of happened; of a direction the year whose price is set against the year"
                                + " before");
                var value = t.amount("value", QuotaSignal::value, QuotaSignal::unit, "Amount, where it tells one");
                var unit = t.column("unit", UNIT.optional(), QuotaSignal::unit);
                var product = t.column(
                        "product", NAME.optional(), QuotaSignal::product, "Of a direction, the product in prices");
                var edition = t.edition(t.column(
                        "edition",
                        id(SourceTables.EDITIONS).orBlank(""),
                        QuotaSignal::edition,
                        "Edition that it stands in, of a direction that of the prices"));
                t.column(
                        "known_on",
                        PERIOD,
                        QuotaSignal::knownOn,
                        "Day or month by whose end it was known; empty for when its edition came out");
                var reason = t.column("reason*", TEXT, QuotaSignal::reason, "Why it has that effect");
                t.cites(QuotaSignal::citation).note().sources();
                t.fact("quota-signal").says(value).says("reason", reason);
                return t.inOrder(QuotaSignal.class, row -> {
                    if (row.get(effect).isBound() && row.says(unit)) {
                        row.unit(unit.name(), read -> QuotaSignalRules.requireAdding(row, row.get(stages), read));
                    }
                    if (row.get(effect) == QuotaSignal.Effect.DIRECTION
                            && row.says(product)
                            && row.get(period).kind() == Period.Kind.YEAR) {
                        row.read(
                                product.name(),
                                of -> QuotaSignalRules.requirePrices(row, of, row.get(period), row.get(edition)),
                                "");
                    }
                });
            });

    static final Table<Policy> POLICIES = Table.of("policies", "Policies", t -> {
        t.key("id*", NAME, Policy::id, "Identifier, unique in this table");
        t.column("date*", PERIOD, Policy::date, "When it was issued");
        t.column("effective", TEXT, Policy::effective, "From when it applies, as far as known");
        t.column("jurisdiction*", NAME, Policy::jurisdiction, "Whose policy it is");
        t.column("issuer", NAME, Policy::issuer, "Who issued it");
        t.column("title*", TEXT, Policy::title, "Title in English");
        t.column("title_local", TEXT, Policy::titleLocal, "Title in its own language");
        t.column("document", NAME, Policy::document, "Number of the document");
        t.column("stages", ids(ChainTables.STAGES), Policy::stages, "Stages that it touches, separated by \"; \"");
        t.column("touches", LIST, Policy::touches, "What else it touches, separated by \"; \"");
        t.column("measure*", TEXT, Policy::measure, "What it does");
        var status = t.column(
                "status*",
                TEXT,
                Policy::status,
                "Where it stands, in words, which begin with \"in force\" where it holds");
        t.column("as_of*", NAME, Policy::asOf, "When that status was known");
        t.cites(Policy::citation).sources();
        t.fact("policy").says("status", status);
        return t.inOrder(Policy.class);
    });

    private QuotaTables() {}

    private static Stream<String> holders(RowReader row) {
        return Stream.concat(
                Stream.of(Holder.ALL.name()),
                row.rows(QUOTAS).map(quota -> quota.holder().name()));
    }
}
