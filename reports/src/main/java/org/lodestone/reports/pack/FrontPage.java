package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/**
 * The page that says it all, of what parts bring: the finding, the state of the workbook, the argument step by step with its
 * verdicts, two exhibits, the names, what would turn it, the next dates, and what is not known.
 */
record FrontPage(Opening opening, List<Part> parts, OwnParts own, Model.Builder model) {

    static final String NAME = "Front";

    /** The name of the cell that has the title. */
    private static final String FINDING = "Finding";

    /** The name of the cells that have the argument. */
    private static final String ARGUMENT = "Argument";

    private static final int STEPS = 5;
    private static final int CARDS = 4;
    private static final int EXHIBITS = 2;
    private static final int DATES = 4;
    private static final int UNKNOWN = 4;
    private static final Term TERM = Term.of("front page");

    /** Everything of a kind that the parts bring, in their order. */
    private <T> Stream<T> brought(Function<Part, ImmutableList<T>> what) {
        return parts.stream().flatMap(part -> what.apply(part).stream());
    }

    /** The page itself. */
    Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(strip());
        argument().ifPresent(blocks::add);
        exhibits().ifPresent(blocks::add);
        heaviest(Panel.Place.TABLE).map(this::withWay).ifPresent(blocks::add);
        heaviest(Panel.Place.LINE).map(Panel::block).ifPresent(blocks::add);
        turns().ifPresent(blocks::add);
        unknown().ifPresent(blocks::add);
        blocks.add(smallPrint());
        Section page = Section.page(NAME, Section.Group.FRONT, title(), opening.standfirst(), blocks);
        return Part.of(gathered().map(page::withAside).orElse(page), model.build());
    }

    // ---------------------------------------------------------------- title

    private List<Finding> findings() {
        return brought(Part::findings)
                .sorted(Comparator.comparingInt(Finding::weight).reversed())
                .toList();
    }

    /** The headline that leads or else weighs most, and after it the next that a verdict stands behind, each a sentence of its own. */
    private Block.Sentence title() {
        List<Finding> told = findings().stream()
                .filter(finding -> finding.headline().isPresent())
                .sorted(Comparator.comparing(finding -> !finding.id().equals(opening.lead())))
                .toList();
        List<Formula> headlines = told.stream()
                .filter(finding ->
                        finding.equals(told.get(0)) || finding.verdict().isPresent())
                .limit(2)
                .map(finding -> formula(finding.headline().orElseThrow()))
                .toList();
        Formula title = headlines.isEmpty() ? formula(opening.title()) : Wording.inARow(". ", headlines);
        Key key = model.calculation(TERM.sub("finding").key(), title);
        model.name(key, FINDING);
        return Block.Sentence.live(key);
    }

    private static Formula formula(Block.Sentence sentence) {
        return sentence.<Formula>fold(key -> key, Formula::text);
    }

    private Optional<Block.Sentence> gathered() {
        return opening.gathered().kind() == Period.Kind.NONE
                ? Optional.empty()
                : Optional.of(Block.Sentence.plain("Edition of " + Days.inSentence(opening.gathered())));
    }

    // ---------------------------------------------------------------- state

    private Block strip() {
        List<Block.KeyFigure> cards = parts.stream()
                .flatMap(part -> part.keyFigures().stream()
                        .filter(Block.KeyFigure::isState)
                        .map(figure -> figure.leadingTo(page(part))))
                .collect(Collectors.toCollection(ArrayList::new));
        cards.addAll(brought(Part::keyFigures)
                .filter(figure -> !figure.isState())
                .limit(Math.max(0, CARDS - 1 - cards.size()))
                .map(figure -> new Block.KeyFigure(figure.label(), figure.key(), figure.shown(), ""))
                .toList());
        cards.add(Math.min(2, cards.size()), CheckSection.state());
        return new Block.KeyFigures(cards.stream().limit(CARDS).collect(toImmutableList()));
    }

    // ---------------------------------------------------------------- the argument

    /** A step with what the text under study says of it. */
    record Step(int number, Finding finding, String said) {}

    /** The argument, the heaviest step first; those of one's own take the place of the lightest of the library. */
    ImmutableList<Step> steps() {
        ImmutableSet<Finding> owned = own.findings();
        Set<Finding> shown = Stream.concat(
                        findings().stream().filter(owned::contains),
                        findings().stream().filter(finding -> !owned.contains(finding)))
                .limit(STEPS)
                .collect(toImmutableSet());
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        int number = 0;
        for (Finding finding : Iterables.filter(findings(), shown::contains)) {
            steps.add(new Step(++number, finding, said(finding)));
        }
        return steps.build();
    }

    private Optional<Block> argument() {
        List<Step> steps = steps();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        boolean said = steps.stream().anyMatch(step -> !step.said().isEmpty());
        boolean judged =
                steps.stream().anyMatch(step -> step.finding().verdict().isPresent());
        Table.ListBuilder<Step> table = Table.of("The argument, step by step", steps)
                .id("argument")
                .column("Step", Column.Role.STRONG, this::numbered)
                .across(2);
        if (said) {
            table.column(
                            opening.ofSeveral() ? "Published" : "The note says",
                            Column.Role.QUIET,
                            step -> new Cell.Words(step.said()))
                    .across(3);
        }
        table.sentence("We find", Column.Role.PROSE, step -> step.finding().found());
        if (judged) {
            table.sentence(
                            "Verdict",
                            Column.Role.STRONG,
                            step -> step.finding().verdict().orElse(Block.Sentence.plain("")))
                    .across(2);
        }
        return Optional.of(table.named(ARGUMENT).build());
    }

    private String said(Finding finding) {
        return String.join(" ", opening.statements().get(finding.id()));
    }

    /** A step with its number; it leads to where to read on. */
    private Cell numbered(Step step) {
        Optional<String> way = step.finding().readOn().flatMap(this::open);
        String number = step.number() + "\u2002";
        String arrow = way.isPresent() ? "\u00a0→" : "";
        Key key = TERM.sub("step " + step.number()).key();
        return step.finding()
                .step()
                .fold(
                        live -> new Cell.Of(
                                        model.calculation(
                                                key,
                                                words().with("number", number)
                                                        .with("step", live)
                                                        .with("arrow", arrow)
                                                        .clause("{number}{step}{arrow}")),
                                        Shown.TEXT)
                                .leadingTo(way),
                        words -> way.isEmpty()
                                ? new Cell.Words(number + words)
                                : new Cell.Of(model.label(key, number + words + arrow), Shown.TEXT).leadingTo(way));
    }

    // ---------------------------------------------------------------- ways to the pages

    /** The page of a part; empty where it has none. */
    private static Optional<String> page(Part part) {
        return part.sections().stream()
                .filter(section -> section.group().isCore())
                .map(Section::name)
                .findFirst();
    }

    /** A section that every reader sees, by its name: nothing leads to backup, which may be hidden. */
    private Optional<String> open(String name) {
        return parts.stream()
                .flatMap(part -> part.sections().stream())
                .filter(section -> section.group().isCore())
                .map(Section::name)
                .filter(name::equals)
                .findFirst();
    }

    /** The page of the part that brings a panel; empty where it has none. */
    Optional<String> page(Panel panel) {
        return parts.stream()
                .filter(part -> part.panels().contains(panel))
                .findFirst()
                .flatMap(FrontPage::page);
    }

    /** The block of a panel; the heading of its table leads to the page that brings it. */
    private Block withWay(Panel panel) {
        Optional<String> way = page(panel);
        Block block = panel.block();
        return block.as(Table.class)
                .filter(table -> block.as(Exhibit.class).isEmpty())
                .flatMap(table -> way.<Block>map(table::leadingTo))
                .orElse(block);
    }

    // ---------------------------------------------------------------- exhibits, names, turns

    Optional<Panel> heaviest(Panel.Place place) {
        return Panel.of(parts, place).stream().findFirst();
    }

    /** The blocks that parts bring for a place, the heaviest first. */
    Stream<Block> brought(Panel.Place place) {
        return Panel.of(parts, place).stream().map(Panel::block);
    }

    private Optional<Block> exhibits() {
        List<Block> exhibits =
                brought(Panel.Place.EXHIBIT).limit(EXHIBITS).map(this::ofItsOwn).toList();
        return Pair.of(
                exhibits.stream().findFirst(), 6, exhibits.stream().skip(1).findFirst(), 6);
    }

    /** An exhibit once more, since it has a number of its own on each page; here there is half a page for it. */
    private Block ofItsOwn(Block block) {
        return block.as(Exhibit.class)
                .<Block>map(one -> new Exhibit(one.finding(), one.caption(), inBrief(one), one.source(), one.notes()))
                .orElse(block);
    }

    private Block inBrief(Exhibit exhibit) {
        return exhibit.shown().drawn().stream()
                .findFirst()
                .<Block>map(chart -> Block.charts(chart.inBrief(model)))
                .orElse(exhibit.shown());
    }

    /** The changes that would turn the finding, and the next dates. */
    private Optional<Block> turns() {
        Optional<Table> dates = nextDates()
                .map(next -> open(DatesPage.NAME).map(next::leadingTo).orElse(next));
        return Pair.of(heaviest(Panel.Place.TURN).map(this::withWay), 6, dates, 6);
    }

    /**
     * The dates that lead and the next ones in the order in which they come, and last those of them that passed, or else the last one
     * that passed without its outcome being read; where each is known, what came of the last. Empty where no part brings a date.
     */
    Optional<Table> nextDates() {
        List<DateToWatch> dates = brought(Part::dates).toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(next(dates));
    }

    private Table next(List<DateToWatch> dates) {
        Calendar calendar = Calendar.of(opening.gathered(), dates);
        List<DateToWatch> leading = calendar.leading().stream()
                .filter(date -> !calendar.next().contains(date))
                .toList();
        List<DateToWatch> last = calendar.notRead().isEmpty() ? calendar.passed() : calendar.notRead();
        List<DateToWatch> passed = (leading.isEmpty() ? last : leading)
                .stream().limit(leading.isEmpty() ? 1 : DATES - 1).toList();
        List<DateToWatch> ahead = calendar.toCome(DATES - passed.size());
        int year = opening.gathered().year();
        return Table.of(
                        (ahead.isEmpty() ? "Dates" : "Next dates")
                                + (opening.gathered().kind() == Period.Kind.NONE ? "" : ", " + year + " unless given"),
                        Stream.concat(ahead.stream(), passed.stream()).toList())
                .id("next-dates")
                .label("Date", date -> Days.inList(date.when(), year))
                .across(1)
                .prose("Event", date -> dated(calendar, date))
                .warning(calendar::isNotRead)
                .build();
    }

    /** The event, and whether it has passed and its outcome was read. */
    private static String dated(Calendar calendar, DateToWatch date) {
        if (calendar.isNotRead(date)) {
            return "Passed, outcome not verified: " + date.inBrief();
        }
        return calendar.passed().contains(date) ? "Passed: " + date.inBrief() : Words.byItself(date.inBrief());
    }

    // ---------------------------------------------------------------- what is not known, small print

    /** The gaps in published figures, in words that follow "Not known:". */
    ImmutableList<Block.Sentence> notKnown() {
        return brought(Part::unknown).collect(toImmutableList());
    }

    private Optional<Block> unknown() {
        List<Block.Sentence> unknown = notKnown().stream().limit(UNKNOWN).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        Formula gaps =
                Wording.inARow("; ", unknown.stream().map(FrontPage::formula).toList());
        Key key = model.calculation(
                TERM.sub("not known").key(), words().with("gaps", gaps).clause("Not known: {gaps}."));
        return Optional.of(new Block.Prose("", ImmutableList.of(Block.Sentence.live(key)), Block.Prose.Tone.STRONG));
    }

    private Block smallPrint() {
        boolean hasControl = brought(Part::sections).anyMatch(section -> section.group() == Section.Group.CONTROL);
        return new Block.Prose(
                "",
                ImmutableList.of(Block.Sentence.plain(opening.figures()
                        + "; every source is listed on Sources. " + opening.disclaimer()
                        + (hasControl ? " What was simulated or solved for does not follow Control." : ""))),
                Block.Prose.Tone.QUIET);
    }
}
