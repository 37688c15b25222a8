package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.CURRENCY;
import static org.lodestone.core.dataset.CellType.LIST;
import static org.lodestone.core.dataset.CellType.MONTH_DAY;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.NUMBER;
import static org.lodestone.core.dataset.CellType.PERCENT;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PERIOD_OR_WORDS;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.ids;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Stake;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Rating;

/** The tables of companies: what is known about them, who owns them, and the rates between their currencies. */
final class CompanyTables {

    /** Where it operates, of a company that only prepares to. */
    private static final ImmutableList<String> NOWHERE = ImmutableList.of("none");

    static final Table<Company> COMPANIES = Table.of("companies", "Listed companies", t -> {
        t.key("id*", NAME, Company::id, "Ticker with its exchange, as analysts write it");
        t.column("name*", NAME, Company::name, "Short name, the same everywhere");
        t.column("name_local", NAME, Company::nameLocal, "Name in the language of its home");
        var mic = t.column("mic*", NAME, company -> company.listing().mic(), "Market identifier code (ISO 10383)");
        var symbol = t.column(
                "symbol*", NAME, company -> company.listing().symbol(), "Symbol on the exchange; leading zeros count");
        t.part(Listing.class, List.of(mic, symbol));
        t.column("place*", PLACE, Company::place);
        var stages = t.column(
                "stages", ids(ChainTables.STAGES), Company::stages, "Stages in which it works, separated by \"; \"");
        var operates = t.column(
                "operates",
                LIST,
                CompanyTables::operates,
                "Ids of the stages at which it operates now; empty for all its stages, none for a company that only"
                        + " prepares to");
        t.part(row -> operates(row, stages, operates), List.of(operates));
        t.column("currency*", CURRENCY, Company::currency, "Currency of the accounts");
        t.column(
                "year_end",
                MONTH_DAY.optional(),
                Company::yearEnd,
                "End of the fiscal year as MM-DD; empty where it is not known here");
        t.column("resource", TEXT, Company::resource, "What ore it controls");
        t.column("note", TEXT, Company::note, "Remark");
        t.sources("sources*", Company::sources);
        return t.inOrder(Company.class);
    });

    static final Table<CompanyFact> FACTS = Table.of("company-facts", "Facts about companies", t -> {
        var company = t.column("company*", id(COMPANIES), CompanyFact::company, "Identifier of a company");
        var fact = t.column(
                "fact*",
                NAME,
                CompanyFact::fact,
                "What is counted. Analyses read "
                        + String.join(", ", FactRules.READ.keySet()).replaceFirst(", (?=[^,]*$)", " and ")
                        + "; content-of- and the name of an output what it contains, its scope being the kind of product; a screen or"
                        + " an exposure names others");
        var period = t.column(
                "period*", PERIOD_OR_WORDS, CompanyFact::period, "Period, or words where the source prints no date");
        t.amount("value*", CompanyFact::value, "unit*", CompanyFact::unit);
        var scope = t.column("scope", NAME, CompanyFact::scope, "Which part of the company, or which kind of figure");
        t.cites(CompanyFact::citation).how("how*");
        t.derivation(CompanyFact::derivation);
        t.sources();
        t.fact("fact", company, fact, period, scope)
                .typed(3, "fact/600111.SH/net-profit/H1 2025=1200 CNY mn")
                .open(scope);
        return t.inOrder(CompanyFact.class);
    });

    static final Table<Stake> STAKES = Table.of("stakes", "Stakes", t -> {
        var owner = t.column("owner*", NAME, Stake::owner, "Identifier of a company, or a name");
        var owned = t.column("owned*", NAME, Stake::owned, "Identifier of a company, or a name");
        var stake = t.column("stake*", PERCENT, Stake::stake, "Share held, or \"not published\"");
        var unit = t.unit("unit*", Unit.PERCENT);
        var asOf = t.column(
                "as_of*", PERIOD_OR_WORDS, Stake::asOf, "Date of the statement, or as near as the source says");
        t.cites(Stake::citation).note().sources();
        t.fact("stake", owner, owned, asOf).typed(3, "stake/Baogang Group/600111.SH/2026-02=40");
        return row -> {
            row.get(unit);
            return new Stake(row.get(owner), row.get(owned), row.get(stake), row.get(asOf), row.citation());
        };
    });

    static final Table<Rating> RATINGS = Table.of("ratings", "Marks that an analyst gave", t -> {
        t.key("rating*", NAME, Rating::rating, "What is marked, such as resource-tier");
        t.key("company*", id(COMPANIES), Rating::company, "Id of the company");
        var mark = t.column("mark*", NUMBER, Rating::mark, "The mark");
        t.column("reason*", TEXT, Rating::reason, "What was read that leads to this mark and no other");
        t.cites(Rating::citation).sources();
        t.fact("rating").says(mark);
        return t.inOrder(Rating.class);
    });

    static final Table<ExchangeRate> EXCHANGE_RATES = Table.of("exchange-rates", "Exchange rates", t -> {
        var date = t.column(
                "date*",
                PERIOD.typed("date"),
                ExchangeRate::date,
                "Day of the rate; for an average the last day of its period");
        var period = t.column("period*", PERIOD, ExchangeRate::period);
        var kind = t.column("kind*", NAME, ExchangeRate::kind, "year-end, latest, or which average");
        var baseUnits = t.column(
                "base_units*",
                NUMBER.typed("integer"),
                ExchangeRate::baseUnits,
                "How many units of the base currency the rate is for");
        var base = t.column("base*", CURRENCY, ExchangeRate::base, "Currency that is priced");
        var quote = t.column("quote*", CURRENCY, ExchangeRate::quote, "Currency in which it is priced");
        var rate = t.column(
                "rate*",
                NUMBER,
                ExchangeRate::rate,
                "Units of the quote currency for the base units of the base currency");
        t.cites(ExchangeRate::citation).note().sources();
        t.fact("rate")
                .saysOf(
                        List.of(
                                row -> baseUnits.text(row) + " " + row.base(),
                                quote::text,
                                period::text,
                                kind::text,
                                date::text),
                        rate);
        return t.inOrder(
                ExchangeRate.class,
                row -> row.alike(
                        period,
                        row.get(quote) + " for " + row.get(base) + ", " + row.get(date) + ", " + row.get(kind)));
    });

    private CompanyTables() {}

    /** The words in the cell: empty for all its stages, {@code none} for none of them. */
    private static ImmutableList<String> operates(Company company) {
        if (company.operates().equals(company.stages())) {
            return ImmutableList.of();
        }
        return company.operates().isEmpty() ? NOWHERE : company.operates();
    }

    private static ImmutableList<String> operates(
            RowReader row,
            Column<Company, ImmutableList<String>> stages,
            Column<Company, ImmutableList<String>> operates) {
        ImmutableList<String> worked = row.get(stages, LIST);
        ImmutableList<String> operated = row.get(operates);
        if (operated.isEmpty() || operated.equals(NOWHERE)) {
            return operated.isEmpty() ? worked : ImmutableList.of();
        }
        for (String stage : row.get(operates, stages.cell())) {
            if (!worked.contains(stage)) {
                throw new IllegalArgumentException(
                        "operates: '" + stage + "' is not among its stages. Add it there, or take it out here.");
            }
        }
        return operated;
    }
}
