package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Premises.Stated;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.market.Price;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valuation;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.Valued.Evidence;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.core.valuation.ValuedProject;

/** The rules for what prices, contracts and what is valued need of each other: one money, and a price for every year. */
record ValuationRules(Tables tables, Premises premises, Valuation valuation) {

    private static final double WHOLE = 100;

    void check() {
        tables.lines(ValuationTables.DECKS).forEach(this::deck);
        tables.lines(ValuationTables.CONTRACTS).forEach(this::contract);
        List<RowWithLine<Valued>> valued = Stream.concat(
                        tables.lines(ValuationTables.PROJECTS).stream().map(line -> line.of(ValuedProject::valued)),
                        tables.lines(ValuationTables.OPERATIONS).stream().map(line -> line.of(ValuedOperation::valued)))
                .toList();
        valued.forEach(this::valued);
        for (RowWithLine<ValuedProject> line : tables.lines(ValuationTables.PROJECTS)) {
            ValuedProject project = line.row();
            study(line);
            evidence(line, project);
            inMoneyOf(line, project.valued().deck(), "capex", project.capex());
            inMoneyOf(line, project.valued().deck(), "ebitda", project.ebitda());
        }
        for (RowWithLine<ValuedOperation> line : tables.lines(ValuationTables.OPERATIONS)) {
            ValuedOperation operation = line.row();
            String deck = operation.valued().deck();
            inMoneyOf(line, deck, "cost", Optional.of(operation.cost()));
            inMoneyOf(line, deck, "fixed_cost", operation.fixedCost());
            inMoneyOf(line, deck, "other", operation.other());
            inMoneyOf(line, deck, "capex", Optional.of(operation.capex()));
            inMoneyOf(line, deck, "write_off", Optional.of(operation.writeOff()));
        }
        stakes(valued);
        valued.forEach(line -> firstYear(line, valued.get(0).row()));
    }

    // ---------------------------------------------------------------- decks

    private void deck(RowWithLine<Deck> line) {
        Deck deck = line.row();
        deck.over().ifPresent(over -> over(line, over));
        deck.price().ifPresent(price -> {
            Optional<Unit> unit = premises.unit(price);
            if (unit.isPresent() && unit.get().moneyOf().isEmpty()) {
                line.problem(
                        "price",
                        "'" + price + "' is in '" + unit.get()
                                + "', money of the day, and values to come are added up in money of one year. Write '2026 "
                                + unit.get() + "', or whichever year it is of.");
            }
            everyYear(price);
        });
        deck.premium().ifPresent(this::everyYear);
        spot(line);
    }

    private void spot(RowWithLine<Deck> line) {
        List<String> products = tables.rows(MarketTables.PRICES).stream()
                .map(Price::product)
                .distinct()
                .toList();
        if (tables.areWhole(MarketTables.PRICES)) {
            line.row()
                    .spot()
                    .forEach(name -> line.isKnown(
                            "spot",
                            name,
                            products,
                            "is no product of prices.csv.",
                            "Add its price there, or leave it out."));
        }
    }

    private void over(RowWithLine<Deck> line, String over) {
        List<String> decks = valuation.decks().stream().map(Deck::id).toList();
        if (!line.isKnown("over", over, decks, "is no deck of decks.csv.", "Add it, or fill price instead.")) {
            return;
        }
        Deck under = valuation.deck(over).orElseThrow();
        if (under.over().isPresent()) {
            line.problem(
                    "over",
                    "'" + over + "' stands over another deck itself. Name the one with a price: '"
                            + under.over().get() + "'.");
        } else if (!under.product().equals(line.row().product())) {
            line.problem(
                    "product",
                    "'" + line.row().product() + "' stands over the price of '" + under.product()
                            + "'. A premium is one on the same product.");
        }
    }

    /** The years that a scenario sets follow one another, and each has a number. */
    private void everyYear(String id) {
        ImmutableListMultimap<String, Stated> byScenario = premises.of(id).stream()
                .collect(toImmutableListMultimap(row -> row.assumption().scenario(), row -> row));
        byScenario.asMap().forEach((scenario, rows) -> {
            rows.stream()
                    .filter(row -> row.number().isEmpty())
                    .forEach(row -> row.problem(
                            "value",
                            "'" + row.assumption().value() + "' of '" + id
                                    + "' is no number, and a deck needs one for each year. Write it, or leave the row"
                                    + " out, and the value of all years holds."));
            List<Stated> years = rows.stream()
                    .filter(row -> row.assumption().year().isPresent())
                    .sorted((one, other) -> Integer.compare(year(one), year(other)))
                    .toList();
            for (int i = 1; i < years.size(); i++) {
                if (year(years.get(i)) > year(years.get(i - 1)) + 1) {
                    years.get(i)
                            .problem(
                                    "year",
                                    "'" + id + "' has no value for "
                                            + Period.year(year(years.get(i - 1)) + 1) + " in the scenario '" + scenario
                                            + "', between " + year(years.get(i - 1)) + " and " + year(years.get(i))
                                            + ". A deck has no gap: add the year.");
                }
            }
        });
    }

    private static int year(Stated row) {
        return row.assumption().year().orElseThrow().year();
    }

    /** The unit of the prices of a deck, whether of its own or of the deck it stands over. */
    private Optional<Unit> unit(String deck) {
        return valuation
                .deck(deck)
                .flatMap(one ->
                        one.price().or(() -> one.over().flatMap(valuation::deck).flatMap(Deck::price)))
                .flatMap(premises::unit);
    }

    // ---------------------------------------------------------------- contracts

    private void contract(RowWithLine<Contract> line) {
        Contract contract = line.row();
        price(line, "floor", contract.floor());
        price(line, "shared_from", contract.sharing().map(Contract.Sharing::from));
        contract.sharing()
                .ifPresent(sharing -> contract.floor().ifPresent(floor -> {
                    Optional<Stated> least = premises.in(Scenario.BASE, floor);
                    Optional<Stated> from = premises.in(Scenario.BASE, sharing.from());
                    if (least.isPresent() && from.isPresent() && number(least.get()) > number(from.get())) {
                        line.problem(
                                "floor",
                                "'" + floor + "' of " + Premises.plain(number(least.get())) + " is above '"
                                        + sharing.from()
                                        + "' of " + Premises.plain(number(from.get()))
                                        + ", from which the price is shared. Exchange the two, or correct one.");
                    }
                }));
    }

    private static double number(Stated row) {
        return row.number().orElse(Double.NaN);
    }

    private void price(RowWithLine<Contract> line, String column, Optional<String> id) {
        Contract contract = line.row();
        Optional<Unit> stated = id.flatMap(premises::unit);
        Optional<Unit> deck = unit(contract.deck());
        if (stated.isEmpty() || deck.isEmpty()) {
            return;
        }
        if (!stated.get().currency().equals(deck.get().currency())) {
            line.problem(
                    column,
                    "'" + id.orElseThrow() + "' is in " + stated.get().currency() + " and the deck '" + contract.deck()
                            + "' in " + deck.get().currency() + ". Measure it by a deck in its currency.");
        } else if (contract.inflation().isPresent() == stated.get().moneyOf().isPresent()) {
            line.problem(
                    "inflation",
                    contract.inflation().isPresent()
                            ? "'" + id.orElseThrow() + "' is in '" + stated.get()
                                    + "', real money, which inflation does not lessen. Empty the cell, or write the price in money of the day."
                            : "'" + id.orElseThrow() + "' is in '" + stated.get()
                                    + "', money of the day, and nothing says"
                                    + " what it loses a year. Name the assumption of inflation, or write '"
                                    + deck.get() + "' if it is indexed.");
        }
    }

    // ---------------------------------------------------------------- what is valued

    private void valued(RowWithLine<Valued> line) {
        Valued valued = line.row();
        tables.known(ForecastTables.PIPELINE)
                .find(valued.line())
                .filter(one -> one.coming().isEmpty())
                .ifPresent(
                        one -> line.problem(
                                "line",
                                "'" + valued.line()
                                        + "' says in pipeline.csv neither start, delay, probability nor ramp, without which nothing can be valued. Fill them there."));
        valued.company().flatMap(tables.known(CompanyTables.COMPANIES)::find).ifPresent(company -> {
            Optional<String> money = unit(valued.deck()).map(Unit::currency);
            money.filter(currency -> !hasRate(company, currency))
                    .ifPresent(currency -> line.problem(
                            "company",
                            "'" + company.id() + "' is traded in " + company.currency() + " and the deck is in "
                                    + currency + ", but exchange-rates.csv has no rate between the two. Add one."));
        });
    }

    private boolean hasRate(Company company, String currency) {
        Set<String> both = ImmutableSet.of(company.currency(), currency);
        return both.size() == 1
                || company.currency().isEmpty()
                || tables.rows(CompanyTables.EXCHANGE_RATES).stream()
                        .anyMatch(rate -> both.equals(ImmutableSet.of(rate.base(), rate.quote())));
    }

    private void study(RowWithLine<ValuedProject> line) {
        ValuedProject row = line.row();
        List<StudyFigure> studies = tables.rows(StudyTables.STUDIES);
        List<String> ofProject = studies.stream()
                .filter(figure -> figure.project().equals(row.project()))
                .map(StudyFigure::study)
                .distinct()
                .toList();
        List<String> projects =
                studies.stream().map(StudyFigure::project).distinct().toList();
        String remedy = "Add its figures there.";
        if (line.isKnown("project", row.project(), projects, "has no study in studies.csv.", remedy)) {
            String refusal = "is no study of '" + row.project() + "' in studies.csv.";
            line.isKnown("study", row.study(), ofProject, refusal, remedy);
        }
    }

    /** Refuses a better grade than inputs have that are worked out or judged, since no study or company printed them. */
    private void evidence(RowWithLine<ValuedProject> line, ValuedProject project) {
        Evidence stated = project.valued().evidence();
        if (stated != Evidence.A && stated != Evidence.B) {
            return;
        }
        Stream.of(project.ebitda(), project.volume(), project.price(), project.capex(), project.life())
                .flatMap(Optional::stream)
                .flatMap(id -> premises.of(id).stream())
                .map(Stated::assumption)
                .filter(row -> row.origin() != Assumption.Origin.FIGURE)
                .findFirst()
                .ifPresent(row -> line.problem(
                        "evidence",
                        "'" + stated + "' means " + stated.meaning() + ", and '" + row.id() + "' is " + row.origin()
                                + ". Write C, or D where it is backed out."));
    }

    /** Refuses money of the day, or of another year than that of the deck. */
    private void inMoneyOf(RowWithLine<?> line, String deck, String column, Optional<String> id) {
        Optional<Unit> stated = id.flatMap(premises::unit);
        Optional<Unit> prices = unit(deck);
        if (stated.isEmpty() || prices.isEmpty() || prices.get().moneyOf().isEmpty()) {
            return;
        }
        OptionalInt year = prices.get().moneyOf();
        if (!stated.get().moneyOf().equals(year)) {
            line.problem(
                    column,
                    "'" + id.orElseThrow() + "' is in '" + stated.get() + "', and the deck '" + deck + "' in money of "
                            + year.getAsInt() + ". Real and nominal do not add: write '" + year.getAsInt() + " "
                            + stated.get().currency() + "' and bring the number to that year.");
        }
    }

    /** All owners of what is valued together own no more than all of it. */
    private void stakes(List<RowWithLine<Valued>> all) {
        Map<String, Double> owned = new HashMap<>();
        for (RowWithLine<Valued> line : all) {
            Valued valued = line.row();
            double percent = valued.stake()
                    .flatMap(id -> premises.in(Scenario.BASE, id))
                    .map(row -> number(row) * row.assumption().unit().scale().doubleValue() * WHOLE)
                    .orElse(WHOLE);
            double before = owned.getOrDefault(valued.line(), 0.0);
            double with = before + percent;
            owned.put(valued.line(), with);
            if (before <= WHOLE && with > WHOLE) {
                line.problem(
                        "stake",
                        "the owners of '" + valued.line() + "' have " + Premises.plain(with)
                                + "% of it together. Nobody owns what another does: correct a stake.");
            }
        }
    }

    /** Values are of one day, so that their cash counts from one year, whichever table they stand in. */
    private static void firstYear(RowWithLine<Valued> line, Valued first) {
        Valued valued = line.row();
        if (!valued.from().equals(first.from())) {
            line.problem(
                    "from",
                    "the cash of '" + valued.id() + "' counts from " + valued.from() + " and that of '" + first.id()
                            + "' from " + first.from()
                            + ". Values of one day are added up: write the same year in both.");
        }
    }
}
