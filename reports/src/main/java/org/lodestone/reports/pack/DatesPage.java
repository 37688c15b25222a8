package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The page on what is due and what has passed, of the dates that all parts bring, counted from when figures were gathered. */
record DatesPage(Period gathered, Calendar calendar, ImmutableMap<String, Source> sources) {

    static final String NAME = "Dates";

    private static final String AS_NAMED = "as named in each row.";

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
        return dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new DatesPage(gathered, Calendar.of(gathered, dates), sources).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        due().ifPresent(blocks::add);
        passed().ifPresent(blocks::add);
        return Part.of(
                Section.page(
                        NAME,
                        Section.Group.COMPANIES,
                        Block.Sentence.plain(title()),
                        Block.Sentence.plain(standfirst()),
                        blocks),
                Model.builder().build());
    }

    // ---------------------------------------------------------------- sentences

    private String title() {
        String due = counted(soon(), "is due", "are due") + " by " + horizon();
        return calendar.leading().stream()
                .findFirst()
                .map(lead -> Words.capitalised(lead.inBrief()) + ", " + state(lead) + "; " + Words.inSentence(due))
                .orElse(due + notRead().map(words -> "; the " + words).orElse(""));
    }

    private Optional<String> notRead() {
        long others = calendar.notRead().stream().filter(date -> !date.leads()).count();
        String other = others == calendar.notRead().size() ? "" : others == 1 ? " other" : " others";
        return others == 0
                ? Optional.empty()
                : Optional.of("outcome of " + others + other + " that passed is not verified");
    }

    private static String counted(long count, String one, String several) {
        return count == 0 ? "None " + one : count == 1 ? "One date " + one : count + " dates " + several;
    }

    private long soon() {
        return calendar.next().stream().filter(this::isSoon).count();
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

    private Optional<Block> due() {
        List<DateToWatch> dates = calendar.leadingThenNext();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        DateToWatch first = dates.get(0);
        return Optional.of(Exhibit.of(
                        Block.Sentence.plain(Days.inSentence(first.when())
                                + (first.leads() ? " leads. " : " is next. ")
                                + said(first)),
                        (first.leads() ? "What leads; then w" : "W")
                                + "hat is due, the next first; what is only known to fall into a longer span stands where that"
                                + " ends",
                        table(dates, first.leads() ? "What is due, or passed" : "What is due")
                                .grouped(date -> date.leads() ? "" : isSoon(date) ? "By " + horizon() : "Later")
                                .warning(calendar::isNotRead)
                                .build())
                .withSource(AS_NAMED
                        + " Law: by law or contract; target: of a company or government; estimate: of a broker; pattern: as in"
                        + " earlier years" + secondary(dates)));
    }

    private Optional<Block> passed() {
        ImmutableListMultimap<Boolean, DateToWatch> passed =
                Multimaps.index(calendar.passed(), date -> date.citation().isSecondary());
        List<DateToWatch> all = Stream.of(
                        calendar.notRead(), passed.get(true), passed.get(false), calendar.notPublished())
                .flatMap(List::stream)
                .filter(date -> !date.leads())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Exhibit.of(
                        Block.Sentence.plain("Of "
                                + (calendar.notRead().size() + calendar.passed().size())
                                + " dates that passed, the outcome of "
                                + passed.get(false).size() + " is verified"
                                + (passed.containsKey(true)
                                        ? ", of " + passed.get(true).size() + " reported at second hand"
                                        : "")),
                        "What has passed"
                                + (calendar.leading().isEmpty() ? "" : " but for what leads")
                                + ", the latest first, and what has no date",
                        table(all, "What passed")
                                .grouped(this::group)
                                .warning(calendar::isNotRead)
                                .build())
                .withSource(AS_NAMED
                        + " Outcome not verified: the day has passed, and no source read since says what came of it"
                        + secondary(all)));
    }

    private String group(DateToWatch date) {
        return calendar.isNotRead(date)
                ? "Outcome not verified"
                : !calendar.passed().contains(date)
                        ? "No date published"
                        : date.citation().isSecondary() ? "Outcome at second hand" : "Outcome verified";
    }

    /** When it is due, or was; {@code 10 November 2026, outcome not verified}. */
    private String state(DateToWatch date) {
        return date.whenInWords() + (calendar.isNotRead(date) ? ", outcome not verified" : "");
    }

    private static String secondary(List<DateToWatch> dates) {
        return dates.stream().anyMatch(date -> date.citation().isSecondary())
                ? ". *: by an aggregator, a digest or at second hand"
                : "";
    }

    private Table.ListBuilder<DateToWatch> table(List<DateToWatch> dates, String what) {
        return Table.of("", dates)
                .id("dates", what)
                .label("Date, basis", this::when)
                .prose(
                        what,
                        date -> date.leads() || isSoon(date) || date.brief().isEmpty() ? said(date) : date.brief())
                .words("Why it matters", DateToWatch::effect)
                .across(4)
                .words("Source", this::source)
                .across(3);
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
        return names + (date.citation().isSecondary() ? "*" : "");
    }
}
