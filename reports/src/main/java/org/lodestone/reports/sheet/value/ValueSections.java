package org.lodestone.reports.sheet.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valued;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.value.CashFlow;
import org.lodestone.reports.value.CompanyValue;
import org.lodestone.reports.value.CompanyValue.Meaning;
import org.lodestone.reports.value.NetAssets;
import org.lodestone.reports.value.PriceDecks;
import org.lodestone.reports.value.ProjectCash;
import org.lodestone.reports.value.ValueStudy;

/** The sections on what a dataset values: prices, cash flows, companies. */
public record ValueSections(Dataset dataset, ValueStudy study, Model.Builder model) {

    private static final Term VALUES = Term.of("values");

    /** The sections of a valuation. */
    public static Part of(Dataset dataset, ValueStudy study) {
        return new ValueSections(dataset, study, Model.builder().include(study.model())).part();
    }

    private Part part() {
        Part.Builder part = Part.builder(model).section(decks());
        if (!study.flows().isEmpty() || !study.missing().isEmpty()) {
            part.section(projects());
        }
        if (!study.flows().isEmpty()) {
            part.section(flows());
        }
        if (!study.companies().isEmpty() || !study.insufficient().isEmpty()) {
            part.section(companies());
        }
        if (!study.companies().isEmpty()) {
            part.section(tried());
        }
        List<Key> upToDate = study.companies().stream()
                .flatMap(company -> Stream.of(Meaning.values()).map(company::isUpToDate))
                .toList();
        if (!upToDate.isEmpty()) {
            part.check(Dated.check(
                    model,
                    "Implied prices give the share prices",
                    Formula.call(Fn.MIN, Formula.span(upToDate)).isAbove(ZERO)));
        }
        if (!study.projects().isEmpty()) {
            part.check(Check.that(
                    model,
                    "Cash flows reach the last year of every project",
                    Formula.call(Fn.MIN, Formula.span(study.projects(), study::isWhole))
                            .isEqualTo(ONE)));
        }
        return part.build();
    }

    // ---------------------------------------------------------------- prices

    private Section decks() {
        PriceDecks chosen = study.decks();
        List<Block> blocks = new ArrayList<>();
        for (Deck deck : chosen.decks()) {
            List<Period> years = chosen.years(deck);
            var table = Table.overYears(deck.product() + ", " + deck.market(), years)
                    .id("price-deck", deck.id())
                    .extras(List.of("From " + deck.longTerm() + " on"));
            String unit = unit(deck);
            table.row("Chosen", unit, Shown.ONE_DECIMAL, year -> chosen.price(deck, year), longTerm(chosen, deck));
            for (PriceDecks one : study.decksInEach()) {
                table.row(one.in().name(), unit, Shown.ONE_DECIMAL, year -> one.price(deck, year), longTerm(one, deck));
            }
            table.note(note(deck));
            blocks.add(table.build());
            if (!chosen.yearsBefore(deck).isEmpty()) {
                blocks.add(lookedBack(deck));
            }
        }
        contracts().ifPresent(blocks::add);
        return Section.of(
                "Price decks",
                "Prices to come, and the terms on which companies sell",
                "Prices in money of "
                        + chosen.unit(chosen.decks().get(0)).moneyOf().orElseThrow()
                        + "; floors and shares of contracts in money of the day",
                blocks);
    }

    /** Prices that the response, as chosen, would have given for years that are known. */
    private Table lookedBack(Deck deck) {
        PriceDecks chosen = study.decks();
        Period first = chosen.years(deck).get(0);
        return Table.overYears("Response of the price, looked back from " + first, chosen.yearsBefore(deck))
                .id("price-response", deck.id())
                .row("Paid", chosen.ofTheDay(deck).toString(), Shown.ONE_DECIMAL, year -> chosen.paid(deck, year))
                .row("By the response in force", unit(deck), Shown.ONE_DECIMAL, year -> chosen.lookedBack(deck, year))
                .row("Missed by", "%", Shown.PERCENT, year -> chosen.missed(deck, year))
                .row(
                        "Response that would fit, from then to " + first,
                        "x",
                        Shown.ONE_DECIMAL,
                        year -> chosen.responseThatFits(deck, year))
                .note("Paid is money of the year, the deck money of "
                        + chosen.unit(deck).moneyOf().orElseThrow()
                        + ". The balance has no level, so that only its change counts. A response that fits one year and not the next is a"
                        + " setting, not a finding: it is off unless it is chosen on Control.")
                .build();
    }

    private String unit(Deck deck) {
        return study.decks().unit(deck).toString();
    }

    private String money(CashFlow flow) {
        return study.money(flow).toString();
    }

    private static Cell longTerm(PriceDecks decks, Deck deck) {
        return new Cell.Of(decks.price(deck, Period.NONE), Shown.ONE_DECIMAL);
    }

    private String note(Deck deck) {
        String vat = "Value added tax " + deck.vat() + ".";
        String over = deck.over()
                .map(id -> " It is the price of the deck above and what is paid on top of it.")
                .orElse("");
        return vat + over + (deck.note().isEmpty() ? "" : " " + deck.note());
    }

    private Optional<Block> contracts() {
        List<Contract> contracts = dataset.valuation().contracts();
        if (contracts.isEmpty()) {
            return Optional.empty();
        }
        var table = Table.of("Terms of sale", contracts)
                .id("contracts")
                .label("Seller", contract -> name(contract.company()))
                .words("Buyer", Contract::buyer)
                .unit("Years", contract -> contract.from() + " to " + contract.until())
                .unit("Prices", contract -> priceUnit(contract))
                .optional(
                        "Holds for, t",
                        Shown.WHOLE,
                        contract -> contract.volume().map(this::chosen))
                .optional("Floor", Shown.AS_IS, contract -> contract.floor().map(this::chosen))
                .optional(
                        "Shared from",
                        Shown.AS_IS,
                        contract -> contract.sharing().map(sharing -> chosen(sharing.from())))
                .optional(
                        "Given away, %",
                        Shown.AS_IS, contract -> contract.sharing().map(sharing -> chosen(sharing.share())))
                .optional(
                        "At most, mn a year",
                        Shown.AS_IS,
                        contract -> contract.sharing()
                                .flatMap(Contract.Sharing::cap)
                                .map(this::chosen))
                .words("Indexed", contract -> contract.inflation().isPresent() ? "no" : "yes")
                .sources(Contract::sources)
                .note("A floor that is not indexed loses inflation from the year of the deck's money on.");
        contracts.stream()
                .filter(contract -> !contract.note().isEmpty())
                .forEach(contract -> table.note(name(contract.company()) + ": " + contract.note()));
        return Optional.of(table.build());
    }

    /** The unit of the floor, or of the price from which it is shared. */
    private String priceUnit(Contract contract) {
        return contract.floor()
                .or(() -> contract.sharing().map(Contract.Sharing::from))
                .map(id -> study.scenarios().premise(id).unit().toString())
                .orElse("");
    }

    private Key chosen(String id) {
        return study.scenarios().key(id, Scenarios.CHOSEN);
    }

    private String name(String company) {
        return CompanyNames.of(dataset, company);
    }

    // ---------------------------------------------------------------- cash flows

    /** The projects that are valued, and those that cannot be. */
    private Section projects() {
        List<Block> blocks = new ArrayList<>();
        if (!study.flows().isEmpty()) {
            blocks.add(projects(study.projects()));
        }
        blocks.add(operations());
        blocks.add(missing());
        return Section.of(
                "Valued projects",
                study.projects().size() + " projects are valued by their studies, moved to the prices of the deck",
                "By-products stay at what the study has them at, and money of studies is not escalated",
                Block.withContent(blocks));
    }

    private Section flows() {
        List<CashFlow> flows = study.flows();
        return Section.of(
                "Cash flows",
                Block.Sentence.live(
                        model.calculation(
                                VALUES.sub("title of cash flows").key(),
                                words().with("valued", flows.size())
                                        .with("scenario", Scenarios.IN_FORCE)
                                        .say(
                                                "{valued} projects and operations at the prices of the deck, scenario {scenario}"))),
                "Money of one year, that of the deck, before interest; losses are carried forward without end",
                List.of(byYear(flows)));
    }

    private Table projects(List<ProjectCash> projects) {
        var table = Table.of("Projects that are valued", projects)
                .id("valued-projects")
                .label("Project", flow -> flow.valued().name())
                .words("Study", flow -> flow.project().study())
                .unit(flow -> money(flow))
                .word("Inputs", this::inputs)
                .value("Starts", Shown.ORDINAL, ProjectCash::opens)
                .value("Probability", Shown.PERCENT, study::probability)
                .value("NPV", Shown.WHOLE, CashFlow::npv)
                .value("NPV, weighted", Shown.WHOLE, study::risked)
                .value("IRR", Shown.PERCENT, ProjectCash::irr)
                .value("Payback, years, as written", Shown.ONE_DECIMAL, study::payback);
        return inEachScenario(table)
                .note("NPV: at the start of " + from() + ". Payback: from first production. "
                        + "In each scenario: worked out as it is written, and stored.")
                .note("Inputs: " + legend() + ".")
                .build();
    }

    private Key inputs(CashFlow flow) {
        return model.label(
                VALUES.sub("evidence").of(Subject.of(flow.valued().id())),
                flow.valued().evidence().toString());
    }

    /** The year at whose start values are, the same for all. */
    private Period from() {
        return study.flows().get(0).valued().from();
    }

    private Table operations() {
        List<CashFlow> operations = study.flows().stream()
                .filter(flow -> !(flow instanceof ProjectCash))
                .toList();
        var table = Table.of("Mines and plants that run", operations)
                .id("valued-operations")
                .label("Operation", flow -> flow.valued().name())
                .unit(flow -> money(flow))
                .word("Inputs", this::inputs)
                .value("NPV", Shown.WHOLE, CashFlow::npv);
        return inEachScenario(table).build();
    }

    /** The table with what each is worth in each scenario, and where that is from. */
    private <F extends CashFlow> Table.ListBuilder<F> inEachScenario(Table.ListBuilder<F> table) {
        for (Case in : study.scenarios().cases()) {
            table.value("NPV, " + in.name(), Shown.WHOLE, flow -> flow.npv().in(in));
        }
        return table.prose("Remark", flow -> flow.valued().note())
                .sources(flow -> flow.valued().sources());
    }

    /** The grades of inputs with what each means: {@code A, all inputs from texts of the company within a year; …}. */
    public static String legend() {
        List<String> grades = new ArrayList<>();
        for (Valued.Evidence grade : Valued.Evidence.values()) {
            grades.add(grade + ", " + grade.meaning());
        }
        return String.join("; ", grades);
    }

    private Table missing() {
        List<Valued> lacking = dataset.valuation()
                .valued()
                .filter(one -> study.missing().containsKey(one.id()))
                .toList();
        return Table.of("Not valued", lacking)
                .id("not-valued")
                .label("Project", Valued::name)
                .prose(
                        "What is missing",
                        one -> Words.capitalised(Words.listed(study.missing().get(one.id()))))
                .prose("Remark", Valued::note)
                .sources(Valued::sources)
                .build();
    }

    private Table byYear(List<CashFlow> flows) {
        var table = Table.overYears("Cash by year", years(flows)).id("cash-flows");
        for (CashFlow flow : flows) {
            String unit = money(flow);
            table.group(flow.valued().name());
            table.optional("Volume", study.volumeUnit(flow), Shown.TWO_DECIMALS, inIts(flow, flow::volume))
                    .optional("Costs, less other earnings", unit, Shown.ONE_DECIMAL, inIts(flow, flow::costs))
                    .optional("EBITDA", unit, Shown.ONE_DECIMAL, inIts(flow, flow::ebitda))
                    .optional("Capital", unit, Shown.ONE_DECIMAL, inIts(flow, flow::spent))
                    .optional("Deducted for tax", unit, Shown.ONE_DECIMAL, inIts(flow, flow::deducted))
                    .optional("Taxable income, after losses", unit, Shown.ONE_DECIMAL, inIts(flow, flow::income))
                    .optional("Cash", unit, Shown.ONE_DECIMAL, inIts(flow, flow::cash));
        }
        return table.build();
    }

    private static List<Period> years(List<CashFlow> flows) {
        return flows.stream()
                .map(CashFlow::years)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** A value in each year in which the flow may run. */
    private static Function<Period, Optional<Key>> inIts(CashFlow flow, Function<Period, Key> value) {
        return year -> flow.years().contains(year) ? Optional.of(value.apply(year)) : Optional.empty();
    }

    /** The cash that companies would have at the prices that are tried for their share prices. */
    private Section tried() {
        List<NetAssets> all = asked().stream()
                .flatMap(one -> one.company().tried(one.meaning()).stream())
                .toList();
        var table = Table.overYears(
                        "Cash at the prices that are tried",
                        years(all.stream().flatMap(net -> net.flows().stream()).toList()))
                .id("cash-at-implied-prices");
        for (NetAssets net : all) {
            for (CashFlow flow : net.flows()) {
                String unit = money(flow);
                table.group(net.comp().company().name() + ", " + flow.valued().name() + ", " + net.at())
                        .optional("Taxable income, after losses", unit, Shown.ONE_DECIMAL, inIts(flow, flow::income))
                        .optional("Cash", unit, Shown.ONE_DECIMAL, inIts(flow, flow::cash));
            }
        }
        return Section.of(
                        "Implied prices",
                        "Cash at the prices that share prices imply",
                        "First: the price that was solved for; second: one step from there",
                        List.of(table.build()))
                .in(Section.Group.WORKING);
    }

    // ---------------------------------------------------------------- companies

    private Section companies() {
        List<Block> blocks = Block.withContent(List.of(parts(), values(), implied(), insufficient()));
        List<Key> flat = study.companies().stream()
                .map(company -> company.implied(Meaning.FLAT))
                .toList();
        Optional<Formula> known =
                Optional.of(flat).filter(keys -> !keys.isEmpty()).map(keys -> Formula.countOfKnown(Formula.span(keys)));
        return Section.of(
                "Company values",
                Block.Sentence.live(model.calculation(
                        VALUES.sub("title of companies").key(),
                        words().with("valued", study.companies().size())
                                .with(
                                        "of",
                                        study.companies().size()
                                                + study.insufficient().keySet().size())
                                .with("known", known)
                                .with("low", known.map(count -> Formula.call(Fn.MIN_OF_KNOWN, Formula.span(flat))))
                                .with("high", known.map(count -> Formula.call(Fn.MAX_OF_KNOWN, Formula.span(flat))))
                                .say(
                                        "{valued} of {of} companies can be valued[{known>0?{known>1?: their shares imply prices of {low:0} to {high:0}|: its"
                                                + " shares imply a price of {low:0}}}]"))),
                "Net asset value (NAV) is the value of projects and operations on the day of the share price, less what"
                        + " enterprise value adds to market value",
                blocks);
    }

    private record Piece(CompanyValue company, CashFlow flow) {}

    private Table parts() {
        List<Piece> parts = study.companies().stream()
                .flatMap(company -> company.net().flows().stream().map(flow -> new Piece(company, flow)))
                .toList();
        return Table.of("Sum of the parts", parts)
                .id("value-parts")
                .label("Company", part -> part.company().comp().company().name())
                .words("Part", part -> part.flow().valued().name())
                .unit(part -> "USD mn")
                .value("Value", Shown.WHOLE, part -> part.company().net().part(part.flow()))
                .value("Weighted", Shown.WHOLE, part -> part.company().net().risked(part.flow()))
                .sources(part -> part.flow().valued().sources())
                .note("An operation runs already, and is not weighted.")
                .build();
    }

    private Table values() {
        return Table.of("Net asset value", study.companies())
                .id("net-asset-values")
                .label("Company", company -> company.comp().company().name())
                .unit("Currency", company -> company.comp().first().price().currency())
                .again("Share price", Shown.AS_IS, company -> company.comp().price())
                .value("NAV, USD mn", Shown.WHOLE, company -> company.net().nav())
                .value(
                        "NAV, weighted, USD mn",
                        Shown.WHOLE,
                        company -> company.net().navRisked())
                .again(
                        "Market value, USD mn",
                        Shown.WHOLE,
                        company -> company.net().marketValue())
                .value(
                        "NAV a share",
                        Shown.TWO_DECIMALS,
                        company -> company.net().perShare())
                .value("Weighted", Shown.TWO_DECIMALS, company -> company.net().perShareRisked())
                .value("P/NAV", Shown.ONE_DECIMAL, company -> company.net().priceToNav())
                .value(
                        "Weighted P/NAV",
                        Shown.ONE_DECIMAL,
                        company -> company.net().priceToNavRisked())
                .build();
    }

    private Table implied() {
        List<Asked> asked = asked();
        var table = Table.of("Prices that share prices imply", asked)
                .id("implied-prices")
                .label("Company", one -> one.company().comp().company().name())
                .words("Price", one -> one.meaning().title())
                .unit(one -> unit(one.company().deck()))
                .value("Chosen", Shown.ONE_DECIMAL, one -> one.company().implied(one.meaning()))
                .value(
                        "Left, USD mn",
                        Shown.ONE_DECIMAL_OR_ZERO,
                        one -> one.company().left(one.meaning()));
        for (Case in : study.scenarios().cases()) {
            table.value(in.name(), Shown.ONE_DECIMAL, one -> one.company().implied(one.meaning(), in.name()));
        }
        return table.note(
                        "In each scenario: solved for as it is written, and stored. Chosen: one step from there, along the slope"
                                + " of NAV; " + CompanyValue.OUT_OF_DATE
                                + " where more than 0.5% of market value is left.")
                .build();
    }

    private List<Asked> asked() {
        return study.companies().stream()
                .flatMap(company -> Stream.of(Meaning.values()).map(meaning -> new Asked(company, meaning)))
                .toList();
    }

    private record Asked(CompanyValue company, Meaning meaning) {}

    private Table insufficient() {
        List<String> ids = study.insufficient().keySet().asList();
        return Table.of("Insufficient for a value", ids)
                .id("insufficient-values")
                .label("Company", this::name)
                .prose(
                        "What is missing",
                        id -> Words.capitalised(
                                String.join("; ", study.insufficient().get(id))))
                .build();
    }
}
