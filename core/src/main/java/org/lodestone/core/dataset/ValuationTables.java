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
import org.lodestone.core.time.Period;
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
        var price = t.premise("price", Deck::price, "of the price, by year; empty where over is filled");
        t.column(
                "over", NAME.optional(), Deck::over, "Id of the deck that it stands over; empty where price is filled");
        var premium = t.premise("premium", Deck::premium, "of the part paid on top of that deck, by year");
        t.column("long_term*", YEAR, Deck::longTerm, "First year of the long term");
        t.column(
                "vat*",
                words(List.of(Vat.INCLUDED, Vat.EXCLUDED)),
                Deck::vat,
                "Whether value added tax is in it: included or excluded");
        var response = t.premise(
                "response",
                Deck::response,
                "of how the price answers to a change of demand over supply; never where empty");
        t.column(
                "balance",
                id(ForecastTables.BALANCES).optional(),
                Deck::balance,
                "Id of the market balance that it answers to");
        var incentive = t.premise(
                "incentive", Deck::incentive, "of the real rate of return at which incentive prices are asked for");
        t.column(
                "spot",
                LIST,
                Deck::spot,
                "Products of prices that are quotes of it, separated by \"; \": its spot is the latest of a day or a month"
                        + " that is a number in its currency and says of value added tax what the deck does");
        t.column("note", TEXT, Deck::note, "Remark");
        t.sources("sources", Deck::sources);
        return t.inOrder(Deck.class, row -> {
            row.uses(price, Role.PRICE, "");
            row.uses(premium, Role.PREMIUM, "");
            row.uses(response, Role.RESPONSE, "");
            row.uses(incentive, Role.GROWTH, "");
        });
    });

    private static final CellType<String> DECK = id(DECKS);

    static final Table<Contract> CONTRACTS = Table.of("contracts", "Terms of sale", t -> {
        var id = t.key("id*", NAME, Contract::id, "Short name");
        var company = t.column("company*", id(CompanyTables.COMPANIES), Contract::company, "Id of the seller");
        var buyer = t.column("buyer*", NAME, Contract::buyer, "Who buys, or pays what the market does not");
        var line = t.column(
                "line*",
                id(ForecastTables.PIPELINE),
                Contract::line,
                "Id of the line in pipeline whose output is sold");
        var deck = t.column("deck*", DECK, Contract::deck, "Id of the price deck it is measured by");
        var volume =
                t.premise("volume", Contract::volume, "of what it holds for in a year; all that is sold where empty");
        var floor = t.premise("floor", Contract::floor, "of the least price");
        var sharedFrom =
                t.premise("shared_from", sharing(Sharing::from), "of the price from which a part is given away");
        var shared = t.premise("shared", sharing(Sharing::share), "of the part of it that is given away");
        var cap = t.premise(
                "cap",
                contract -> contract.sharing().flatMap(Sharing::cap),
                "of the most that is given away in a year");
        var from = t.column("from*", YEAR, Contract::from, "First year in which it holds");
        var until = t.column("until*", YEAR, Contract::until, "Last year");
        var inflation = t.premise(
                "inflation",
                Contract::inflation,
                "of the yearly inflation that its prices lose; empty where they are indexed");
        var note = t.column("note", TEXT, Contract::note, "Remark");
        var sources = t.sources("sources", Contract::sources);
        return row -> {
            row.uses(volume, Role.MASS, "");
            row.uses(floor, Role.PRICE, "");
            row.uses(sharedFrom, Role.PRICE, "");
            row.uses(shared, Role.PROBABILITY, "");
            row.uses(cap, Role.MONEY, "");
            row.uses(inflation, Role.GROWTH, "");
            if (row.says(sharedFrom) != row.says(shared)) {
                throw new IllegalArgumentException(
                        "shared_from and shared go together, and one of them is empty. Fill both, or neither.");
            }
            if (!row.says(shared)) {
                row.requireBlank(List.of(cap), "but nothing is shared. Empty the cell, or fill shared.");
            }
            return new Contract(
                    row.get(id),
                    row.get(company),
                    row.get(buyer),
                    row.get(line),
                    row.get(deck),
                    row.get(volume),
                    row.get(floor),
                    row.get(sharedFrom)
                            .map(price -> new Sharing(price, row.get(shared).orElseThrow(), row.get(cap))),
                    row.get(from),
                    row.get(until),
                    row.get(inflation),
                    row.get(note),
                    row.get(sources));
        };
    });

    /** The columns that projects and operations share. */
    private static final class ValuedColumns<R> {

        private final Column<R, String> id;
        private final Column<R, String> name;
        private final Column<R, Optional<String>> company;
        private final Column<R, Optional<String>> stake;
        private final Column<R, String> line;
        private final Column<R, String> deck;
        private final Column<R, Period> from;
        private final Column<R, String> rate;
        private final Column<R, String> tax;
        private final Column<R, String> otherBusiness;
        private final Column<R, Evidence> evidence;

        ValuedColumns(Columns<R> t, Function<R, Valued> valued) {
            id = t.key("id*", NAME, valued.andThen(Valued::id), "Short name");
            name = t.column("name*", NAME, valued.andThen(Valued::name), "Name in tables");
            company = t.column(
                    "company",
                    id(CompanyTables.COMPANIES).optional(),
                    valued.andThen(Valued::company),
                    "Id of the company whose share is valued; empty where it is none of the dataset");
            stake = t.premise("stake", valued.andThen(Valued::stake), "of its share; all of it where empty");
            line = t.column(
                    "line*",
                    id(ForecastTables.PIPELINE),
                    valued.andThen(Valued::line),
                    "Id of the line in pipeline, which says start, delay, probability and ramp");
            deck = t.column("deck*", DECK, valued.andThen(Valued::deck), "Id of the price deck");
            from = t.column(
                    "from*", YEAR, valued.andThen(Valued::from), "First year whose cash counts, the same in all rows");
            rate = required(t, "rate", valued.andThen(Valued::rate), "the real discount rate");
            tax = required(t, "tax", valued.andThen(Valued::tax), "the rate of tax on profit");
            otherBusiness = t.column(
                    "other_business",
                    TEXT,
                    valued.andThen(Valued::otherBusiness),
                    "What else the company has that nothing here values; empty where that is little");
            evidence = t.column(
                    "evidence*",
                    words(Evidence.class),
                    valued.andThen(Valued::evidence),
                    "How good its inputs are: A, B, C or D");
        }

        Valued valued(RowReader row, String note, ImmutableList<String> sources) {
            row.uses(stake, Role.PROBABILITY, "");
            row.uses(rate, Role.GROWTH, "");
            row.uses(tax, Role.PROBABILITY, "");
            return new Valued(
                    row.get(id),
                    row.get(name),
                    row.get(company),
                    row.get(stake),
                    row.get(line),
                    row.get(deck),
                    row.get(from),
                    row.get(rate),
                    row.get(tax),
                    row.get(otherBusiness),
                    row.get(evidence),
                    note,
                    sources);
        }
    }

    static final Table<ValuedProject> PROJECTS = Table.of("valued-projects", "Projects that are valued", t -> {
        var valued = new ValuedColumns<>(t, ValuedProject::valued);
        var project = t.column("project*", NAME, ValuedProject::project, "Project, as studies name it");
        var study = t.column("study*", NAME, ValuedProject::study, "Study, as studies name it");
        var ebitda = t.premise("ebitda", ValuedProject::ebitda, "of its earnings, in place of the study's");
        var volume = t.premise(
                "volume",
                ValuedProject::volume,
                "of the tonnes sold at the price of the deck, in place of the study's");
        var price = t.premise("price", ValuedProject::price, "of the price of the study, in place of the printed one");
        var capex = t.premise("capex", ValuedProject::capex, "of the cost of building, in place of the study's");
        var life = t.premise("life", ValuedProject::life, "of the years of operation, in place of the study's");
        var build = required(t, "build", ValuedProject::build, "the years of building");
        var sustaining = required(
                t, "sustaining", ValuedProject::sustaining, "the part of the cost of building spent each later year");
        var writeOff = required(t, "write_off", ValuedProject::writeOff, "the years of writing off");
        var note = t.column("note", TEXT, project1 -> project1.valued().note(), "Remark");
        var sources = t.sources("sources", project1 -> project1.valued().sources());
        return row -> {
            row.uses(ebitda, Role.MONEY, "");
            row.uses(volume, Role.MASS, "");
            row.uses(price, Role.PRICE, "");
            row.uses(capex, Role.MONEY, "");
            row.uses(life, Role.SPAN, "");
            row.uses(build, Role.SPAN, "");
            row.uses(sustaining, Role.PART, "");
            row.uses(writeOff, Role.SPAN, "");
            return new ValuedProject(
                    valued.valued(row, row.get(note), row.get(sources)),
                    row.get(project),
                    row.get(study),
                    row.get(ebitda),
                    row.get(volume),
                    row.get(price),
                    row.get(capex),
                    row.get(life),
                    row.get(build),
                    row.get(sustaining),
                    row.get(writeOff));
        };
    });

    static final Table<ValuedOperation> OPERATIONS = Table.of("valued-operations", "Operations that are valued", t -> {
        var valued = new ValuedColumns<>(t, ValuedOperation::valued);
        var cost = required(t, "cost", ValuedOperation::cost, "the cost of a kilogram, by year");
        var fixed =
                t.premise("fixed_cost", ValuedOperation::fixedCost, "of the cost of a year whatever is made, by year");
        var other = t.premise("other", ValuedOperation::other, "of earnings that do not hang on the price, by year");
        var capex = required(t, "capex", ValuedOperation::capex, "what is spent on plant, by year");
        var writeOff = required(t, "write_off", ValuedOperation::writeOff, "what is written off for tax, by year");
        var reserves = t.premise("reserves", ValuedOperation::reserves, "of the product that is left to be made");
        var life = required(t, "life", ValuedOperation::life, "the years for which it runs");
        var note = t.column("note", TEXT, operation -> operation.valued().note(), "Remark");
        var sources = t.sources("sources", operation -> operation.valued().sources());
        return row -> {
            row.uses(cost, Role.COST, "");
            row.uses(fixed, Role.MONEY, "");
            row.uses(other, Role.MONEY, "");
            row.uses(capex, Role.MONEY, "");
            row.uses(writeOff, Role.MONEY, "");
            row.uses(reserves, Role.MASS, "");
            row.uses(life, Role.SPAN, "");
            return new ValuedOperation(
                    valued.valued(row, row.get(note), row.get(sources)),
                    row.get(cost),
                    row.get(fixed),
                    row.get(other),
                    row.get(capex),
                    row.get(writeOff),
                    row.get(reserves),
                    row.get(life));
        };
    });

    private ValuationTables() {}

    /** The rules that these tables state. */
    static Valuation valuation(ForecastTables.RowsOfTable rows) {
        return new Valuation(rows.of(DECKS), rows.of(CONTRACTS), rows.of(PROJECTS), rows.of(OPERATIONS));
    }

    private static <R> Column<R, String> required(Columns<R> t, String name, Function<R, String> value, String which) {
        return t.column(name + "*", PREMISE, value, "Id of the assumption of " + which);
    }

    private static Function<Contract, Optional<String>> sharing(Function<Sharing, String> part) {
        return contract -> contract.sharing().map(part);
    }
}
