package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/**
 * The sheet to change, made of what parts bring: what may be picked and typed, what is in force and what that is in the base
 * case, and what comes of it.
 */
final class ControlSection {

    static final String NAME = "Control";

    private static final Term CONTROL = Term.of("control");
    private static final String CHANGED = "●";
    private static final String REFUSED = "!";
    private static final String KEEP = " To keep what is typed: lodestone import my-pack.xlsx --as scenario.";

    /** The page has room for so many years; later ones follow what is typed for all years. */
    private static final int MOST_YEARS = 5;

    private final ImmutableList<Block.Selector> selectors;
    private final ImmutableList<Control.Lever> levers;
    private final ImmutableList<Control.Headline> headlines;
    private final ImmutableList<Period> years;
    /** {@code 1 of 16 levers is changed: Balance 2030, kt magnet REE −5.0 against −7.1 in the base case}. */
    private static final String LEVERS_CHANGED =
            "{typed>0?{typed} of {all} levers {typed=1?is|are} {differing>0?changed|typed as in the base case}: {moves}|No lever is changed}";

    private final ImmutableSet<String> sections;
    /** The names that stand first on the front page: what comes of a few levers, where these leave the room. */
    private final ImmutableList<Block> namesFirst;
    /** The names with what moves for them, beside what is typed, or below where that is little. */
    private final Optional<Block> names;

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);

    private ControlSection(List<Part> parts) {
        Control all = parts.stream().map(Part::control).reduce(Control::plus).orElseThrow();
        this.selectors = all.choices();
        this.levers = all.levers();
        this.headlines = all.headlines();
        this.years = levers.stream()
                .flatMap(Control.Lever::years)
                .distinct()
                .sorted()
                .limit(MOST_YEARS)
                .collect(toImmutableList());
        this.sections = parts.stream()
                .flatMap(part -> part.sections().stream())
                .map(Section::name)
                .collect(toImmutableSet());
        this.names =
                Panel.of(parts, Panel.Place.CONTROL).stream().map(Panel::block).findFirst();
        this.namesFirst = Panel.of(parts, Panel.Place.TABLE).stream()
                .map(Panel::block)
                .limit(1)
                .collect(toImmutableList());
    }

    /** Empty where there is nothing to pick and nothing to type. */
    static Optional<Part> of(List<Part> parts) {
        ControlSection section = new ControlSection(parts);
        return section.selectors.isEmpty() && section.levers.isEmpty() ? Optional.empty() : Optional.of(section.part());
    }

    private Part part() {
        for (Control.Headline headline : headlines) {
            model.calculation(inWords(headline), inWords(headline, headline.now()));
            model.calculation(inWordsInBase(headline), inWords(headline, headline.base()));
        }
        List<Block> blocks = new ArrayList<>(selectors);
        if (!headlines.isEmpty()) {
            blocks.add(new Block.KeyFigures(headlines.stream()
                    .map(one ->
                            new Block.KeyFigure(one.label(), one.now(), one.shown(), Block.Sentence.live(beside(one))))
                    .collect(toImmutableList())));
        }
        List<List<Control.Lever>> groups = levers.stream()
                .map(Control.Lever::group)
                .distinct()
                .map(group -> levers.stream()
                        .filter(lever -> lever.group().equals(group))
                        .toList())
                .toList();
        List<List<Control.Lever>> alike =
                groups.stream().filter(ControlSection::areAlike).toList();
        boolean areSome = names.isPresent() || !alike.isEmpty();
        List<List<Control.Lever>> apart =
                areSome ? groups.stream().filter(ControlSection::standApart).toList() : List.of();
        List<List<Control.Lever>> others = groups.stream()
                .filter(group -> !alike.contains(group) && !apart.contains(group))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(table(others));
        }
        String keep = apart.isEmpty() ? "" : KEEP;
        boolean areNamesBelow = selectors.isEmpty() && names.isPresent() && !alike.isEmpty();
        List<Block> tables = Stream.concat(
                        areNamesBelow ? Stream.empty() : names.stream(),
                        alike.stream().map(group -> (Block) alike(group, keep)))
                .toList();
        if (tables.isEmpty()) {
            blocks.add(howToUse());
        } else {
            blocks.add(
                    apart.isEmpty()
                            ? new Pair(tables.get(0), 7, howToUse(), 6)
                            : new Pair(tables.get(0), 6, apart(apart.get(0)), 7));
            apart.stream().skip(1).forEach(group -> blocks.add(apart(group)));
            blocks.addAll(tables.subList(1, tables.size()));
        }
        if (areNamesBelow) {
            names.ifPresent(blocks::add);
        } else if (others.isEmpty()) {
            blocks.addAll(namesFirst);
        }
        Section section = Section.page(NAME, Section.Group.CONTROL, title(), standfirst(), blocks);
        Part.Builder part = Part.builder(model);
        selectors.forEach(one -> part.status(one.label() + " (choose on " + NAME + ")", one.key()));
        if (!levers.isEmpty()) {
            part.status("Levers changed", changedInWords());
        }
        return part.section(selectors.stream()
                        .findFirst()
                        .map(one -> section.withAside(shown(one)))
                        .orElse(section))
                .build();
    }

    // ---------------------------------------------------------------- head

    /** None, or in how many levers something is typed. */
    private Key changedInWords() {
        return model.calculation(
                CONTROL.sub("levers changed, in words").key(),
                ofLevers().clause("{typed>0?{typed}|None}{refused>0?; {refused} not allowed}"));
    }

    /** The numbers of levers that are typed, that are refused, and that differ from the base case. */
    private Wording ofLevers() {
        return words().with("all", levers.size())
                .with("typed", typed())
                .with("differing", differing())
                .with("refused", refused());
    }

    /** In how many levers something is typed, by how many the scenario differs, and the first result that moves for it. */
    private Block.Sentence title() {
        if (levers.isEmpty()) {
            return Block.Sentence.plain("What may be changed");
        }
        model.calculation(typed(), Formula.sum(span(levers, Control.Lever::typed)));
        model.calculation(differing(), Formula.sum(span(levers, Control.Lever::changed)));
        Optional<Block.Selector> selector = selectors.stream().findFirst();
        Formula title = ofLevers()
                .with("selects", selector.isPresent())
                .with("isChoice", selector.map(one -> chosen(one).isKnown()))
                .with("isFirst", selector.map(one -> chosen(one).isEqualTo(ONE)))
                .with("empty", selector.map(one -> Formula.call(Fn.IS_EMPTY, one.key())))
                .with("choice", selector.map(one -> one.key()))
                .with("base", selector.map(one -> base(one)))
                .with("Scenario", selector.map(one -> text(one.label())))
                .with("scenario", selector.map(one -> text(Words.inSentence(one.label()))))
                .with("moves", firstThatMoves(" in the base case", "no result below moves"))
                .with("Moves", selector.map(one -> firstThatMoves("", "No result below moves")))
                .clause("{selects?{isChoice?{isFirst?" + LEVERS_CHANGED
                        + "|{Scenario} {choice}: {differing>0?{differing} {differing=1?lever differs|levers differ}|no lever differs}"
                        + " from {base}; {typed>0?{typed} typed|nothing is typed}. {Moves}}"
                        + "|{empty?No {scenario} is chosen|There is no {scenario} of the name {choice}}: choose one from the list}"
                        + "|" + LEVERS_CHANGED + "}");
        return Block.Sentence.live(model.calculation(CONTROL.sub("title").key(), title));
    }

    /** Which of the choices is made, the base case first; missing where it is none of them. */
    private static Formula chosen(Block.Selector selector) {
        return Formula.call(Fn.FIND, selector.key(), selector.choices());
    }

    private static Key base(Block.Selector selector) {
        return selector.choices().keys().get(0);
    }

    /**
     * A sentence on the first result that moves, against the base case.
     *
     * @param where what is said after its value there
     * @param none what is said where there is no such result
     */
    private Formula firstThatMoves(String where, String none) {
        Formula told = text(none);
        for (Control.Headline headline : headlines.reverse()) {
            told = of(headline)
                    .with("others", told)
                    .with("where", where)
                    .clause(
                            "{same?{others}|[{isText?{result} is {now}, in the base case {base}|{result} {now} against {base}{where}}"
                                    + "|{result} is not known]}");
        }
        return told;
    }

    private static Wording of(Control.Headline headline) {
        return words().with("result", headline.label())
                .with("now", inWords(headline))
                .with("base", inWordsInBase(headline))
                .with("same", Formula.call(Fn.SAME_TEXT, inWords(headline), inWordsInBase(headline)))
                .with("isText", headline.shown() == Shown.TEXT);
    }

    /** The instruction for a reader; where something typed does not count, how much, in a line that has room for no more. */
    private Block.Sentence standfirst() {
        String does =
                "Type in the yellow cells only. Every sheet follows, but for what was simulated or solved for (brown), which"
                        + " says so until the pack is made again.";
        if (levers.isEmpty()) {
            return Block.Sentence.plain(does);
        }
        Key refused = model.calculation(refused(), Formula.sum(span(levers, Control.Lever::refused)));
        Formula said = words().with("refused", refused)
                .with("mark", REFUSED)
                .with("percentages", percentages())
                .with("does", does)
                .clause(
                        "{refused>0?Not counted: {refused} of the typed values, marked {mark}. See what is allowed, or empty the cell."
                                + "{percentages}|{does}}");
        return Block.Sentence.live(model.calculation(CONTROL.sub("standfirst").key(), said));
    }

    private static Key typed() {
        return CONTROL.sub("levers typed").key();
    }

    /** The number of levers whose value in force is not that of the base case. */
    private static Key differing() {
        return CONTROL.sub("levers that differ from the base case").key();
    }

    private static Key refused() {
        return CONTROL.sub("typed values that do not count").key();
    }

    private Block.Sentence shown(Block.Selector selector) {
        return Block.Sentence.live(model.calculation(
                CONTROL.sub("shown").key(),
                words().with("isChoice", chosen(selector).isKnown())
                        .with("Scenario", selector.label())
                        .with("scenario", Words.inSentence(selector.label()))
                        .with("choice", selector.key())
                        .clause("{isChoice?{Scenario} {choice}|Unknown {scenario}}")));
    }

    // ---------------------------------------------------------------- results

    /** The value of a result in the base case, and by how much it differs, as one who reads both numbers makes it. */
    private Key beside(Control.Headline headline) {
        Formula difference = rounded(headline, headline.now()).minus(rounded(headline, headline.base()));
        return model.calculation(
                CONTROL.sub("beside the base case").of(Subject.of(headline.label())),
                of(headline)
                        .with("known", headline.now().isKnown())
                        .with("up", difference.isAbove(ZERO))
                        .with("difference", difference.magnitude())
                        .with("points", headline.shown() == Shown.PERCENT)
                        .say(
                                "Base {base}{same?, no change|{isText?|{known?, change {up?+|−}{difference:0.0}{points? points}"
                                        + "|, not known now}}}|Base: not known"));
    }

    private static Key inWords(Control.Headline headline) {
        return CONTROL.sub("result in words").of(Subject.of(headline.label()));
    }

    private static Key inWordsInBase(Control.Headline headline) {
        return CONTROL.sub("result in words, base case").of(Subject.of(headline.label()));
    }

    private static Formula rounded(Control.Headline headline, Formula value) {
        return (headline.shown() == Shown.PERCENT ? value.times(Definitions.HUNDRED) : value).rounded(1);
    }

    private static Formula inWords(Control.Headline headline, Formula value) {
        if (headline.shown() == Shown.TEXT) {
            return sentence(value);
        }
        return words().with("number", rounded(headline, value))
                .with("percent", headline.shown() == Shown.PERCENT)
                .clause("{number:-0.0}{percent?%}");
    }

    // ---------------------------------------------------------------- levers

    /** A row of the table: a lever, or below one that has years the values in force in each. */
    private record Line(Control.Lever lever, boolean ofYears) {

        static Stream<Line> of(Control.Lever lever) {
            return Stream.of(new Line(lever, false), new Line(lever, true))
                    .filter(line -> !line.ofYears || lever.years().findAny().isPresent());
        }

        /** A cell that the row of a lever has, and the one below does not. */
        static Function<Line, Cell> cell(Function<Control.Lever, Cell> cell) {
            return line -> line.ofYears ? Cell.BLANK : cell.apply(line.lever);
        }

        Cell in(Period year) {
            return Cell.of(
                    lever.in(year).map(ofYears ? Control.Lever.Typed::inForce : Control.Lever.Typed::key),
                    lever.shown());
        }
    }

    private Table table(List<List<Control.Lever>> groups) {
        var table = Table.of(
                        "",
                        groups.stream().flatMap(List::stream).flatMap(Line::of).toList())
                .id("levers")
                .grouped(line -> line.lever().group())
                .label(
                        "Lever",
                        line -> line.ofYears()
                                ? "    in force, by year"
                                : line.lever().title())
                .column("Unit", Column.Role.UNIT, Line.cell(lever -> new Cell.Words(lever.unit())))
                .column(
                        years.isEmpty() ? "Typed" : "All years",
                        Line.cell(lever -> new Cell.Of(lever.first().key(), lever.shown())));
        years.forEach(year -> table.column(year.toString(), line -> line.in(year)));
        return table.column("In force", Line.cell(lever -> new Cell.Of(inForce(lever), lever.shown())))
                .column("Base", Line.cell(lever -> Cell.again(lever.base(), lever.shown())))
                .column("Changed", Column.Role.SYMBOL, Line.cell(lever -> new Cell.Of(mark(lever), Shown.TEXT)))
                .column("Allowed", Column.Role.WORDS, Line.cell(lever -> new Cell.Words(lever.allowed())))
                .column("Moves", Column.Role.WORDS, Line.cell(this::moves))
                .across(2)
                .build();
    }

    /**
     * Levers that are alike but in what they are, such as the weights of a screen, of which the rest is said once.
     *
     * @param more what is said after what is allowed
     */
    private Table alike(List<Control.Lever> alike, String more) {
        Control.Lever first = alike.get(0);
        return Table.of(first.group(), alike)
                .id("more-levers", first.group())
                .label("Lever", Control.Lever::title)
                .value("Typed", first.shown(), lever -> lever.first().key())
                .value("In force", first.shown(), lever -> lever.first().inForce())
                .again("Base", first.shown(), Control.Lever::base)
                .symbol("Changed", this::mark)
                .note("Allowed: " + first.allowed() + ". Moves: " + moved(first) + "." + more)
                .build();
    }

    /** Levers that move no result above: in few columns, with what a mark means under them. */
    private Table apart(List<Control.Lever> group) {
        return Table.of(group.get(0).group(), group)
                .id("levers-apart", group.get(0).group())
                .label("Lever", lever -> lever.title() + ", " + lever.unit())
                .across(2)
                .column("Typed", lever -> new Cell.Of(lever.first().key(), lever.shown()))
                .column("In force", lever -> new Cell.Of(lever.first().inForce(), lever.shown()))
                .column("Base", lever -> Cell.again(lever.base(), lever.shown()))
                .symbol("Changed", this::mark)
                .words("Allowed", Control.Lever::allowed)
                .note("A dot: not as in the base case. " + REFUSED + ": not allowed. What is typed holds in all years."
                        + percentages())
                .build();
    }

    private static boolean standApart(List<Control.Lever> group) {
        return group.stream()
                .allMatch(lever -> lever.cells().size() == 1 && lever.moves().isEmpty());
    }

    private static boolean areAlike(List<Control.Lever> group) {
        Control.Lever first = group.get(0);
        return group.size() > 1
                && group.stream()
                        .allMatch(lever -> lever.cells().size() == 1
                                && lever.unit().equals(first.unit())
                                && lever.allowed().equals(first.allowed())
                                && lever.moves().equals(first.moves()));
    }

    /** The results that a lever moves: {@code Balance, share}. */
    private static String moved(Control.Lever lever) {
        List<String> moves = lever.moves();
        return moves.stream()
                .map(word -> word.equals(moves.get(0)) ? word : Words.inSentence(word))
                .collect(joining(", "));
    }

    /** The results that it moves, as a way to the section that shows them. */
    private Cell moves(Control.Lever lever) {
        String moved = moved(lever);
        return lever.see().stream()
                .filter(sections::contains)
                .findFirst()
                .<Cell>map(section -> new Cell.GoTo(section, moved.isEmpty() ? section : moved))
                .orElse(new Cell.Words(moved));
    }

    /** The value in force in all years; where years differ, a note that it is told by year. */
    private Key inForce(Control.Lever lever) {
        List<Key> inYears = lever.cells().stream()
                .filter(cell -> cell.year().isPresent())
                .map(Control.Lever.Typed::inForce)
                .toList();
        if (inYears.isEmpty()) {
            return lever.first().inForce();
        }
        Formula apart = Formula.call(Fn.MAX, span(inYears)).minus(Formula.call(Fn.MIN, span(inYears)));
        return model.calculation(
                CONTROL.sub("in force").of(Subject.of(lever.group() + ": " + lever.title())),
                apart.isAbove(ZERO).then(text("by year"), inYears.get(0)));
    }

    /** A sign where something typed does not count, or where the lever differs from the base case. */
    private Key mark(Control.Lever lever) {
        Formula changed = lever.changed().isEqualTo(ONE).then(text(CHANGED), text(Words.NONE));
        return model.calculation(
                CONTROL.sub("mark").of(Subject.of(lever.group() + ": " + lever.title())),
                lever.refused().isAbove(ZERO).then(text(REFUSED), changed));
    }

    // ---------------------------------------------------------------- words

    private String percentages() {
        return levers.stream().anyMatch(lever -> lever.unit().startsWith("%")) ? " Type 4 for 4%." : "";
    }

    private Block howToUse() {
        List<String> steps = new ArrayList<>(List.of(
                "Type into a yellow cell" + (years.isEmpty() ? "." : ", for all years or for one.") + percentages(),
                "Read the results above. Every sheet follows at once.",
                "A dot marks what differs from the base case.",
                "Delete what you typed: " + (selectors.isEmpty() ? "what held before" : "the scenario")
                        + " holds again.",
                "What is marked " + REFUSED + " is not allowed, and does not count."));
        if (!selectors.isEmpty()) {
            steps.add("To keep it as a scenario: lodestone import my-pack.xlsx");
        }
        List<Block.Sentence> said = new ArrayList<>();
        steps.forEach(step -> said.add(Block.Sentence.plain(said.size() + 1 + "\u2002" + step)));
        if (!selectors.isEmpty()) {
            said.add(Block.Sentence.plain("    --as scenario --name \"My scenario\" --into my-dataset"));
        }
        return new Block.Prose("How to use this sheet", ImmutableList.copyOf(said));
    }
}
