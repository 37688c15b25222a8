package org.lodestone.reports.sheet.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.benefit.Relief;
import org.lodestone.reports.benefit.Relief.Gain;
import org.lodestone.reports.benefit.Relief.Lever;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The section on what one tonne more is worth at each limit, with the pairs of limits and the companies that gain. */
public record ReliefSection(Dataset dataset, Relief relief) {

    private static final String NAME = "Relief";

    private static final String NOT_ATTRIBUTED = "Not attributed";

    /** The section; empty where no stage is fed. */
    public static Optional<Part> of(Dataset dataset, List<Relief> reliefs) {
        if (reliefs.isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder();
        List<Block> blocks = new ArrayList<>();
        for (Relief relief : reliefs) {
            model.include(relief.model());
            ReliefSection section = new ReliefSection(dataset, relief);
            blocks.addAll(Block.withContent(List.of(section.limits(), section.pairs(), section.gains())));
        }
        Relief first = reliefs.get(0);
        Key title = Term.of(first.supply().measure()).sub("relief").sub("title").key();
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        NAME,
                        Block.Sentence.live(model.calculation(title, atRemainder(first))),
                        "In each scenario as it is written. A limit that does not bind is worth nothing alone",
                        blocks));
        reliefs.forEach(relief -> part.check(Check.of(
                model,
                "One tonne more is what companies gain and what is not attributed: "
                        + relief.supply().measure().name(),
                relief.addsUp().then(ONE, ZERO))));
        return Optional.of(part.build());
    }

    // ---------------------------------------------------------------- tables

    private String measure() {
        return relief.supply().measure().name();
    }

    private String tonnes() {
        return "t " + relief.supply().measure().unit().basis();
    }

    private Table limits() {
        var table = Table.of(
                        "One tonne more at each limit in " + relief.supply().horizon() + ", " + tonnes() + " of "
                                + Words.inSentence(measure()),
                        relief.levers())
                .id("relief", measure())
                .label("Limit", Lever::name)
                .unit(lever -> lever.measure().unit().toString())
                .column("Amount", lever -> Cell.again(lever.now(), shown(lever)))
                .value("Worth of a tonne, t", Shown.TWO_DECIMALS, relief::worth)
                .column("For up to", lever -> Cell.of(ifItEnds(lever, relief::until), shown(lever)))
                .optional("Then binds", Shown.TEXT, lever -> ifItEnds(lever, relief::then));
        if (relief.hasBalance()) {
            table.optional(
                    "Balance, % of demand, for 1,000 t",
                    Shown.PERCENT_2,
                    lever -> Optional.of(lever).filter(relief::isWorthSomething).map(relief::balance));
        }
        for (Case in : relief.scenarios().cases()) {
            table.value(
                    in.name(), Shown.TWO_DECIMALS, lever -> relief.worth(lever).in(in));
        }
        return table.note("Worth: tonnes of " + Words.inSentence(measure())
                        + " that follow of a tonne more, with all other limits as they are; ore and plants of a pool are in tonnes of what they"
                        + " contain and make. Under a scenario: the worth there.")
                .note(
                        "For up to: the rise up to which each tonne is worth the same. n/a: no other limit begins to bind within all that the"
                                + " stage supplies.")
                .note(
                        "More plants in a pool whose ore would go on elsewhere add little: what they take is missing there.")
                .build();
    }

    private Optional<Key> ifItEnds(Lever lever, Function<Lever, Key> end) {
        return Optional.of(lever).filter(relief::endsSomewhere).map(end);
    }

    private static Shown shown(Lever lever) {
        Shown shown = Shown.of(lever.measure().unit());
        return shown == Shown.ONE_DECIMAL ? Shown.TWO_DECIMALS : shown;
    }

    private Table pairs() {
        return Table.of("Limits that are worth more together than apart", relief.pairs())
                .id("relief-pairs", measure())
                .label("Limit", pair -> pair.first().name())
                .words("With", pair -> pair.second().name())
                .unit(pair -> pair.first().measure().unit().toString())
                .value("Once raised by", pair -> shown(pair.first()), relief::after)
                .value("A tonne of both, t", Shown.TWO_DECIMALS, relief::worth)
                .note(
                        "Once the first is raised so far, a tonne more of both is worth at least twice what a tonne of each is worth by itself. n/a:"
                                + " not so in this scenario.")
                .build();
    }

    private Table gains() {
        return Table.of("Who gains of one tonne more, t", relief.gains())
                .id("relief-gains", measure())
                .label(
                        "Company",
                        gain -> gain.company()
                                .map(one -> CompanyNames.withId(dataset, one))
                                .orElse(NOT_ATTRIBUTED))
                .words("On what ground", Gain::ground)
                .value("Tonnes", Shown.PRECISE, Gain::tonnes)
                .grouped(gain -> gain.lever() + ": t " + gain.measure().unit().basis())
                .note(
                        "Assumed: tonnes under a quota go to its holders as its last known split has it, since no later one is published, and nobody"
                                + " has said that more of it would be split otherwise. Of a holder the first known of attributable, consolidated and operated"
                                + " counts.")
                .note(
                        "Tonnes of a plant go to its owners by their stakes, and where none is stated to who runs it. What a company holds through"
                                + " another listed company counts with that one. Not attributed: what no listed company has, as far as sources say.")
                .build();
    }

    // ---------------------------------------------------------------- in words

    /** The limits of the place that takes what pools leave, at the stage that is fed. */
    public static List<Lever> ofRemainder(Relief relief) {
        return relief.levers().stream()
                .filter(lever -> lever.measure().equals(relief.supply().measure())
                        && lever.pool().isEmpty())
                .toList();
    }

    /** The worth of a tonne at each limit of the place that takes what pools leave. */
    public static Formula atRemainder(Relief relief) {
        List<Formula> each = new ArrayList<>();
        for (Lever lever : ofRemainder(relief)) {
            each.add(words().with(
                            "limit",
                            lever.limit().map(one -> one.kind().toString()).orElse("ore"))
                    .with("worth", relief.worth(lever))
                    .with("some", relief.worth(lever).magnitude().isAbove(ZERO))
                    .with("until", relief.endsSomewhere(lever), () -> relief.until(lever))
                    .with("unit", lever.measure().unit().word())
                    .clause("{limit} {some?{worth:0.00} t[ up to {until:0.0} {unit}]|worth nothing}"));
        }
        return words().with(
                        "place",
                        relief.supply().feed().orElseThrow().remainder().name())
                .with("end", relief.supply().horizon())
                .with("each", Wording.inARow(", ", each))
                .say("One tonne more for {place} in {end}: {each}"
                        + "|What one tonne more for {place} is worth in {end} is not known: a figure is missing");
    }

    /** The tonnes that each company gains where a lever is raised by a tonne; empty where no company does in any scenario. */
    public static Optional<Formula> gained(Relief relief, Lever lever, Dataset dataset) {
        List<Formula> each = relief.gains().stream()
                .filter(gain -> gain.lever().equals(lever)
                        && gain.measure().equals(relief.supply().measure()))
                .map(gain -> words().with(
                                "who",
                                gain.company()
                                        .map(one -> CompanyNames.of(dataset, one))
                                        .orElse(Words.inSentence(NOT_ATTRIBUTED)))
                        .with("tonnes", gain.tonnes())
                        .clause("{who} {tonnes:0.00} t"))
                .toList();
        return each.size() < 2
                ? Optional.empty()
                : Optional.of(
                        words().with("lever", Words.inSentence(lever.name()))
                                .with("each", Wording.listed(each))
                                .clause(
                                        "One tonne more {lever}: {each}.|Who gains of {lever} is not known: a figure is missing."));
    }
}
