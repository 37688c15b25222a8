package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The page on what is due and what has passed, of the dates that all parts bring, counted from when figures were gathered. */
record DatesPage(
        Period gathered,
        Calendar calendar,
        ImmutableSet<String> levers,
        Optional<Block> rules,
        ImmutableMap<String, Source> sources) {

    static final String NAME = "Dates";

    /** The section in backup that has every date at length. */
    static final String ALL = "All dates";

    private static final String AS_NAMED = "as named in each row";

    /** The number of dates ahead from which on those that are later and move nothing stand in backup alone. */
    private static final int MOST = 20;

    /** The number of dates that passed of which the page tells what came: the latest. */
    private static final int PASSED = 4;

    /** The number of months from the gathering of figures that stand ahead of all that is due later. */
    private static final int AHEAD = 12;

    /**
     * Empty where no part brings a date.
     *
     * @param gathered when the figures were gathered
     */
    static Optional<Part> of(Period gathered, List<Part> parts, ImmutableMap<String, Source> sources) {
        List<DateToWatch> dates =
                parts.stream().flatMap(part -> part.dates().stream()).toList();
        ImmutableSet<String> levers = parts.stream()
                .flatMap(part -> part.control().levers().stream())
                .map(Control.Lever::title)
                .collect(ImmutableSet.toImmutableSet());
        Optional<Block> rules =
                Panel.of(parts, Panel.Place.DATES).stream().map(Panel::block).findFirst();
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new DatesPage(gathered, Calendar.of(gathered, dates), levers, rules, sources).part());
    }

    private Part part() {
        Model.Builder model = Model.builder();
        List<Block> blocks = new ArrayList<>();
        Pair.of(new TimeLine(gathered, calendar, model).exhibit(), rules).ifPresent(blocks::add);
        open().ifPresent(blocks::add);
        return Part.builder(model)
                .section(Section.page(
                        NAME,
                        Section.Group.COMPANIES,
                        Block.Sentence.plain(title()),
                        Block.Sentence.plain(standfirst()),
                        blocks))
                .section(all())
                .build();
    }

    // ---------------------------------------------------------------- sentences

    private String title() {
        String due = due(calendar.next().stream().filter(this::isSoon).count()) + " by " + horizon();
        return calendar.leading().stream()
                .findFirst()
                .map(lead -> Words.capitalised(lead.inBrief()) + ", " + whenAndHow(lead) + "; " + Words.inSentence(due))
                .orElse(due + notRead().map(words -> "; the " + words).orElse(""));
    }

    private Optional<String> notRead() {
        long others = calendar.notRead().stream().filter(date -> !date.leads()).count();
        String other = others == calendar.notRead().size() ? "" : others == 1 ? " other" : " others";
        return others == 0
                ? Optional.empty()
                : Optional.of("outcome of " + others + other + " that passed is not verified");
    }

    private static String due(long count) {
        return count == 0 ? "None is due" : count == 1 ? "One date is due" : count + " dates are due";
    }

    private boolean isSoon(DateToWatch date) {
        return !isKnown() || !date.when().last().isAfter(lastDay());
    }

    private boolean isKnown() {
        return gathered.kind() != Period.Kind.NONE;
    }

    private LocalDate lastDay() {
        return gathered.last().plusMonths(AHEAD);
    }

    /** A year after the gathering; the last of all dates where that is not known. */
    private String horizon() {
        if (isKnown()) {
            return Days.inSentence(Period.parse(YearMonth.from(lastDay()).toString()));
        }
        return calendar.next().isEmpty()
                ? "then"
                : Integer.toString(
                        calendar.next().get(calendar.next().size() - 1).when().year());
    }

    private String standfirst() {
        String next = calendar.next().stream()
                .findFirst()
                .map(date -> "Next: " + date.inBrief() + ", " + date.whenInWords() + ". ")
                .orElse("");
        return next
                + (calendar.leading().isEmpty()
                        ? ""
                        : notRead().map(words -> "The " + words + ". ").orElse(""))
                + (isKnown()
                        ? "Counted from " + Days.inSentence(gathered) + ", when the figures were gathered."
                        : "When the figures were gathered is not known.");
    }

    // ---------------------------------------------------------------- tables

    /** All that is open: due, passed without its outcome being read, or without a date. */
    private Optional<Block> open() {
        boolean areMany = calendar.leadingThenNext().size() > MOST;
        List<DateToWatch> dates = Streams.concat(
                        calendar.leadingThenNext().stream()
                                .filter(date -> !areMany
                                        || date.leads()
                                        || isSoon(date)
                                        || !date.moves().isEmpty()),
                        calendar.notRead().stream().filter(date -> !date.leads()),
                        calendar.notPublished().stream().filter(date -> !date.leads()))
                .toList();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        DateToWatch first = dates.get(0);
        boolean move = anyMoves(dates);
        return Optional.of(Exhibit.of(
                        Block.Sentence.plain(Days.inSentence(first.when()) + state(first) + said(first)),
                        (first.leads() ? "What leads; then w" : "W")
                                + "hat is due, the next first; what is only known to fall into a longer span stands where that"
                                + " ends"
                                + (areMany ? "; what is later and moves no driver is left out" : ""),
                        table(
                                        dates,
                                        move,
                                        calendar.notRead().isEmpty() ? "What is due" : "What is due, or passed",
                                        date -> date.brief().isEmpty() ? said(date) : Words.byItself(date.brief()))
                                .grouped(this::group)
                                .warning(calendar::isNotRead)
                                .build())
                .withSource(AS_NAMED
                        + ". Law: by law or contract; target: of a company or government; estimate: of a broker; pattern: as in"
                        + " earlier years"
                        + (move ? ". Moves: the lever of Control, or the driver, that it changes in the forecast" : "")
                        + (calendar.notRead().isEmpty() ? "" : ". " + passed())
                        + cameOut()
                        + secondary(
                                Stream.concat(dates.stream(), latest().stream()).toList())));
    }

    private String state(DateToWatch first) {
        return first.leads() ? " matters most: " : calendar.next().contains(first) ? " is next. " : ": ";
    }

    /** The number of dates that passed of which the outcome is known. */
    private String passed() {
        long secondary =
                calendar.passed().stream().filter(DatesPage::isSecondary).count();
        return "Of "
                + (calendar.notRead().size() + calendar.passed().size())
                + " dates that passed, the outcome of "
                + (calendar.passed().size() - secondary) + " is verified"
                + (secondary > 0 ? ", of " + secondary + " reported at second hand" : "");
    }

    /** The latest dates that passed and of which it is known what came, but for those that lead, which stand in the table. */
    private List<DateToWatch> latest() {
        return calendar.passed().stream()
                .filter(date -> !date.leads())
                .limit(PASSED)
                .toList();
    }

    /** {@code . What came of the latest: December 2025, Glencore: First cargo under the quotas}; nothing where none is known. */
    private String cameOut() {
        String told = latest().stream()
                .map(date -> date.whenInWords() + ", " + (date.brief().isEmpty() ? said(date) : date.brief())
                        + (isSecondary(date) ? "*" : ""))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : ". What came of the latest: " + told;
    }

    private String group(DateToWatch date) {
        if (date.leads()) {
            return "";
        }
        if (calendar.isNotRead(date)) {
            return "Passed, outcome not verified";
        }
        return calendar.next().contains(date) ? isSoon(date) ? "By " + horizon() : "Later" : "No date published";
    }

    /** All dates in backup, each at length. */
    private Section all() {
        List<DateToWatch> all = Streams.concat(
                        calendar.next().stream(),
                        calendar.notRead().stream(),
                        calendar.passed().stream().filter(DatesPage::isSecondary),
                        calendar.passed().stream().filter(date -> !isSecondary(date)),
                        calendar.notPublished().stream())
                .toList();
        return Section.of(
                ALL,
                "Dates that are due, and that passed",
                "What is due, the next first; what passed, the latest first" + secondary(all),
                List.of(table(all, anyMoves(all), "Every date", DatesPage::said)
                        .grouped(this::groupOfAll)
                        .warning(calendar::isNotRead)
                        .build()));
    }

    private String groupOfAll(DateToWatch date) {
        if (calendar.next().contains(date)) {
            return "Due";
        }
        if (calendar.isNotRead(date)) {
            return "Outcome not verified";
        }
        return !calendar.passed().contains(date)
                ? "No date published"
                : isSecondary(date) ? "Outcome at second hand" : "Outcome verified";
    }

    private static boolean isSecondary(DateToWatch date) {
        return date.citation().isSecondary();
    }

    /** When it is due, or was; {@code 10 November 2026, outcome not verified}. */
    private String whenAndHow(DateToWatch date) {
        return date.whenInWords() + (calendar.isNotRead(date) ? ", outcome not verified" : "");
    }

    private static String secondary(List<DateToWatch> dates) {
        return dates.stream().anyMatch(DatesPage::isSecondary)
                ? ". *: by an aggregator, a digest or at second hand"
                : "";
    }

    /** @param move whether any of them moves a driver: a column says which */
    private Table.ListBuilder<DateToWatch> table(
            List<DateToWatch> dates, boolean move, String what, Function<DateToWatch, String> words) {
        var table = Table.of("", dates)
                .id("dates", what)
                .label("Date, basis", this::when)
                .prose(what, words)
                .words("Why it matters", DateToWatch::effect)
                .across(move ? 5 : 7);
        if (move) {
            table.column("Moves", Column.Role.WORDS, this::moves).across(2);
        }
        return table.words("Source", this::source).across(3);
    }

    private static boolean anyMoves(List<DateToWatch> dates) {
        return dates.stream().anyMatch(date -> !date.moves().isEmpty());
    }

    /** The lever or drivers of the forecast that it moves; the lever leads to where it is typed. */
    private Cell moves(DateToWatch date) {
        String names = date.moves().isEmpty() ? Words.NONE : String.join("; ", date.moves());
        return levers.contains(names) ? new Cell.GoTo(ControlSection.NAME, names) : new Cell.Words(names);
    }

    /** Whose doing it is, and what: {@code MOFCOM: Suspension of article 2 ends}. */
    private static String said(DateToWatch date) {
        return date.who().isEmpty() ? date.what() : date.who() + ": " + date.what();
    }

    /** {@code 27 November 2026 (law)}. */
    private String when(DateToWatch date) {
        String ground = date.leads() && calendar.isNotRead(date) ? "outcome not verified" : ground(date);
        return Words.byItself(date.whenInWords()) + (ground.isEmpty() ? "" : " (" + ground + ")");
    }

    private static String ground(DateToWatch date) {
        return switch (date.status()) {
            case LAW -> "law";
            case TARGET -> "target";
            case ESTIMATE -> "estimate";
            case PATTERN -> "pattern";
            case PASSED, NOT_READ, NOT_PUBLISHED -> "";
        };
    }

    private String source(DateToWatch date) {
        String names = date.citation().sources().stream()
                .map(id -> Optional.ofNullable(sources.get(id))
                        .map(Source::shortName)
                        .orElse(id))
                .distinct()
                .collect(Collectors.joining("; "));
        return names + (isSecondary(date) ? "*" : "");
    }
}
