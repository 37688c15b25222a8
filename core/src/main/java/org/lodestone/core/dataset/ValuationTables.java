package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.LIST;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.YEAR;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.words;
import static org.lodestone.core.dataset.ForecastTables.PREMISE;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Premises.Role;
import org.lodestone.core.market.Price.Vat;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Contract.Sharing;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valuation;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.Valued.Evidence;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.core.valuation.ValuedProject;

/** The tables of a valuation: prices to come, terms of sale, and what is valued at them. */
final class ValuationTables {

    static final Table<Deck> DECKS = Table.of("decks", "Price decks", t -> {
        t.key("id*", NAME, Deck::id, "Short name");
        t.column("product*", NAME, Deck::product, "Product, as prices name it");
        t.column("market*", NAME, Deck::market, "Where the price is paid");
        t.premise("price", Role.PRICE, Deck::price, "of the price, by year; empty where over is filled");
        t.column(
                "over", NAME.optional(), Deck::over, "Id of the deck that it stands over; empty where price is filled");
        t.premise("premium", Role.PREMIUM, Deck::premium, "of the part paid on top of that deck, by year");
        t.column("long_term*", YEAR, Deck::longTerm, "First year of the long term");
        t.column(
                "vat*",
                words(List.of(Vat.INCLUDED, Vat.EXCLUDED)),
                Deck::vat,
                "Whether value added tax is in it: included or excluded");
        t.premise(
                "response",
                Role.RESPONSE,
                Deck::response,
                "of how the price answers to a change of demand over supply; never where empty");
        t.column(
                "balance",
                id(ForecastTables.BALANCES).optional(),
                Deck::balance,
                "Id of the market balance that it answers to");
        t.premise(
                "incentive",
                Role.GROWTH,
                Deck::incentive,
                "of the real rate of return at which incentive prices are asked for");
        t.column(
                "spot",
                LIST,
                Deck::spot,
                "Products of prices that are quotes of it, separated by \"; \": its spot is the latest of a day or a month"
                        + " that is a number in its currency and says of value added tax what the deck does");
        t.column("note", TEXT, Deck::note, "Remark");
        t.sources("sources", Deck::sources);
        return t.inOrder(Deck.class);
    });

    private static final CellType<String> DECK = id(DECKS);

    static final Table<Contract> CONTRACTS = Table.of("contracts", "Terms of sale", t -> {
        t.key("id*", NAME, Contract::id, "Short name");
        t.column("company*", id(CompanyTables.COMPANIES), Contract::company, "Id of the seller");
        t.column("buyer*", NAME, Contract::buyer, "Who buys, or pays what the market does not");
        t.column(
                "line*",
                id(ForecastTables.PIPELINE),
                Contract::line,
                "Id of the line in pipeline whose output is sold");
        t.column("deck*", DECK, Contract::deck, "Id of the price deck it is measured by");
        t.premise(
                "volume", Role.MASS, Contract::volume, "of what it holds for in a year; all that is sold where empty");
        t.premise("floor", Role.PRICE, Contract::floor, "of the least price");
        var sharedFrom = t.premise(
                "shared_from", Role.PRICE, sharing(Sharing::from), "of the price from which a part is given away");
        var shared =
                t.premise("shared", Role.PROBABILITY, sharing(Sharing::share), "of the part of it that is given away");
        var cap = t.premise(
                "cap",
                Role.MONEY,
                contract -> contract.sharing().flatMap(Sharing::cap),
                "of the most that is given away in a year");
        t.part(
                row -> row.get(sharedFrom)
                        .map(price -> new Sharing(price, row.get(shared).orElseThrow(), row.get(cap))),
                List.of(sharedFrom, shared, cap));
        t.column("from*", YEAR, Contract::from, "First year in which it holds");
        t.column("until*", YEAR, Contract::until, "Last year");
        t.premise(
                "inflation",
                Role.GROWTH,
                Contract::inflation,
                "of the yearly inflation that its prices lose; empty where they are indexed");
        t.column("note", TEXT, Contract::note, "Remark");
        t.sources("sources", Contract::sources);
        var contract = t.inOrder(Contract.class);
        return row -> {
            if (row.says(sharedFrom) != row.says(shared)) {
                throw new IllegalArgumentException(
                        "shared_from and shared go together, and one of them is empty. Fill both, or neither.");
            }
            if (!row.says(shared)) {
                row.requireBlank(List.of(cap), "but nothing is shared. Empty the cell, or fill shared.");
            }
            return contract.apply(row);
        };
    });

    /** The columns that projects and operations share, but for a note and sources at the end. */
    private static <R> List<Column<R, ?>> valued(Columns<R> t, Function<R, Valued> valued) {
        t.key("id*", NAME, valued.andThen(Valued::id), "Short name");
        t.column("name*", NAME, valued.andThen(Valued::name), "Name in tables");
        t.column(
                "company",
                id(CompanyTables.COMPANIES).optional(),
                valued.andThen(Valued::company),
                "Id of the company whose share is valued; empty where it is none of the dataset");
        t.premise("stake", Role.PROBABILITY, valued.andThen(Valued::stake), "of its share; all of it where empty");
        t.column(
                "line*",
                id(ForecastTables.PIPELINE),
                valued.andThen(Valued::line),
                "Id of the line in pipeline, which says start, delay, probability and ramp");
        t.column("deck*", DECK, valued.andThen(Valued::deck), "Id of the price deck");
        t.column("from*", YEAR, valued.andThen(Valued::from), "First year whose cash counts, the same in all rows");
        required(t, "rate", Role.GROWTH, valued.andThen(Valued::rate), "the real discount rate");
        required(t, "tax", Role.PROBABILITY, valued.andThen(Valued::tax), "the rate of tax on profit");
        t.column(
                "other_business",
                TEXT,
                valued.andThen(Valued::otherBusiness),
                "What else the company has that nothing here values; empty where that is little");
        t.column(
                "evidence*",
                words(Evidence.class),
                valued.andThen(Valued::evidence),
                "How good its inputs are: A, B, C or D");
        return t.all().values().asList();
    }

    /** The rest of these columns, with which a record is made in order. */
    private static <R> Function<RowReader, R> inOrder(
            Columns<R> t, Class<R> type, List<Column<R, ?>> shared, Function<R, Valued> valued) {
        var note = t.column("note", TEXT, valued.andThen(Valued::note), "Remark");
        var sources = t.sources("sources", valued.andThen(Valued::sources));
        t.part(
                Valued.class,
                ImmutableList.<Column<R, ?>>builder()
                        .addAll(shared)
                        .add(note)
                        .add(sources)
                        .build());
        return t.inOrder(type);
    }

    static final Table<ValuedProject> PROJECTS = Table.of("valued-projects", "Projects that are valued", t -> {
        var valued = valued(t, ValuedProject::valued);
        t.column("project*", NAME, ValuedProject::project, "Project, as studies name it");
        t.column("study*", NAME, ValuedProject::study, "Study, as studies name it");
        t.premise("ebitda", Role.MONEY, ValuedProject::ebitda, "of its earnings, in place of the study's");
        t.premise(
                "volume",
                Role.MASS,
                ValuedProject::volume,
                "of the tonnes sold at the price of the deck, in place of the study's");
        t.premise("price", Role.PRICE, ValuedProject::price, "of the price of the study, in place of the printed one");
        t.premise("capex", Role.MONEY, ValuedProject::capex, "of the cost of building, in place of the study's");
        t.premise("life", Role.SPAN, ValuedProject::life, "of the years of operation, in place of the study's");
        required(t, "build", Role.SPAN, ValuedProject::build, "the years of building");
        required(
                t,
                "sustaining",
                Role.PART,
                ValuedProject::sustaining,
                "the part of the cost of building spent each later year");
        required(t, "write_off", Role.SPAN, ValuedProject::writeOff, "the years of writing off");
        return inOrder(t, ValuedProject.class, valued, ValuedProject::valued);
    });

    static final Table<ValuedOperation> OPERATIONS = Table.of("valued-operations", "Operations that are valued", t -> {
        var valued = valued(t, ValuedOperation::valued);
        required(t, "cost", Role.COST, ValuedOperation::cost, "the cost of a kilogram, by year");
        t.premise(
                "fixed_cost",
                Role.MONEY,
                ValuedOperation::fixedCost,
                "of the cost of a year whatever is made, by year");
        t.premise("other", Role.MONEY, ValuedOperation::other, "of earnings that do not hang on the price, by year");
        required(t, "capex", Role.MONEY, ValuedOperation::capex, "what is spent on plant, by year");
        required(t, "write_off", Role.MONEY, ValuedOperation::writeOff, "what is written off for tax, by year");
        t.premise("reserves", Role.MASS, ValuedOperation::reserves, "of the product that is left to be made");
        required(t, "life", Role.SPAN, ValuedOperation::life, "the years for which it runs");
        return inOrder(t, ValuedOperation.class, valued, ValuedOperation::valued);
    });

    /** The tables that state how projects and operations are valued. */
    static final ImmutableList<Table<?>> RULES = ImmutableList.of(DECKS, CONTRACTS, PROJECTS, OPERATIONS);

    private ValuationTables() {}

    /** The rules that these tables state. */
    static Valuation valuation(ForecastTables.RowsOfTable rows) {
        return new Valuation(rows.of(DECKS), rows.of(CONTRACTS), rows.of(PROJECTS), rows.of(OPERATIONS));
    }

    private static <R> Column<R, String> required(
            Columns<R> t, String name, Role role, Function<R, String> value, String which) {
        return t.uses(t.column(name + "*", PREMISE, value, "Id of the assumption of " + which), row -> role);
    }

    private static Function<Contract, Optional<String>> sharing(Function<Sharing, String> part) {
        return contract -> contract.sharing().map(part);
    }
}
