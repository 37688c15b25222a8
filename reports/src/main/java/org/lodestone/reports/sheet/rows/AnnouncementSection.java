package org.lodestone.reports.sheet.rows;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.Announcement.Timing;
import org.lodestone.core.time.Period;
import org.lodestone.reports.announcement.Announcements;
import org.lodestone.reports.announcement.Announcements.Sample;
import org.lodestone.reports.announcement.Announcements.Share;
import org.lodestone.reports.announcement.Announcements.Window;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The section on announcements: what each share did against the market, by event, and whether that can be told from chance. */
public record AnnouncementSection(Announcements events, Model.Builder model) {

    private static final Term TERM = Term.of("announcements");

    private static final String LEVEL = Math.round(Announcements.LEVEL * 100) + "%";

    private static final String TITLE =
            "On the day of {kind} announcements {shares}; {tested?{same?{any?{found} of {tests} tests, later days included, are"
                    + " below {level}|none of {tests} tests, later days included, tells a move from chance}|the tests wait for the"
                    + " pack to be made again}|they are too few to test}";

    private static final String EACH = "{share}{first? beat the market} in {above} of {events}";

    private static final String METHOD =
            "Abnormal return: the share's return less the market's, as stated beside it{model? or as its market model lets one"
                    + " expect}. Day 0 is the first trading day on which an announcement was known; days 0 to 5 run from the close"
                    + " before to that of the fifth trading day after. t is the mean over its standard error across announcements;"
                    + " signs are tested by the binomial of one half, ranks by Wilcoxon's signed ranks. All p-values are two-sided.";

    private static final String CHANCE =
            "Of tests of nothing at all, {level} are below {level}. Each share is tested by itself: shares of one sector move"
                    + " together, so two that agree are not two findings.";

    private static final String OVERLAP =
            "{some?Within five weekdays of each other, so that what moved the share may be either: {pairs}.|No two"
                    + " announcements are within five weekdays of each other, so no window overlaps another.}";

    /** The section, with the model it stands on. */
    public static Part of(Announcements events) {
        return new AnnouncementSection(events, Model.builder().include(events.model())).part();
    }

    private Part part() {
        return Part.builder(model)
                .section(Section.of(
                        "Announcements",
                        Block.Sentence.live(model.calculation(TERM.sub("title").key(), title())),
                        "Day 0 follows the closes shown; later days and p-values are solved for and stored, with the closes of the dataset",
                        List.of(new Block.Prose("", notes()), Block.charts(chart()), tests(), returns())))
                .check(Check.of(model, "Tests of announcements are of the closes shown", ONE.over(events.unchanged()))
                        .waiting())
                .build();
    }

    /** Day 0 of each share that has announcements of the kind that most are of; of all kinds where no kind has enough. */
    private List<Sample> leading() {
        List<Sample> days = events.samples().stream()
                .filter(sample -> sample.window() == Window.DAY)
                .toList();
        String kind = days.stream()
                .max(Comparator.comparing((Sample sample) -> !sample.kind().isEmpty())
                        .thenComparing(sample -> sample.rows().size()))
                .map(Sample::kind)
                .orElseThrow();
        return days.stream().filter(sample -> sample.kind().equals(kind)).toList();
    }

    private Formula title() {
        List<Sample> leading = leading();
        List<Formula> each = leading.stream()
                .map(sample -> words().with("share", sample.share().name())
                        .with("first", sample.equals(leading.get(0)))
                        .with("above", events.above(sample))
                        .with("events", events.events(sample))
                        .clause(EACH))
                .toList();
        int tests = events.tests().size();
        return words().with("kind", kind(leading.get(0)))
                .with("shares", Wording.listed(each))
                .with("tested", tests > 0)
                .with("same", events.unchanged().isEqualTo(ONE))
                .with("any", events.found() > 0)
                .with("found", (int) events.found())
                .with("tests", tests)
                .with("level", LEVEL)
                .say(TITLE);
    }

    private static String kind(Sample sample) {
        return sample.kind().isEmpty() ? "all" : sample.kind();
    }

    private ImmutableList<Block.Sentence> notes() {
        String overlap = words().with("some", !events.overlapping().isEmpty())
                .with("pairs", String.join("; ", events.overlapping()))
                .told(OVERLAP);
        boolean model = events.shares().stream()
                .flatMap(share -> share.counted().stream())
                .anyMatch(row -> row.index().isPresent());
        return Stream.of(
                        words().with("model", model).told(METHOD),
                        words().with("level", LEVEL).told(CHANCE),
                        overlap)
                .map(Block.Sentence::plain)
                .collect(ImmutableList.toImmutableList());
    }

    /** Day 0 by announcement, a column for each share that has the same announcements as the first. */
    private Chart chart() {
        List<String> names = names(events.shares().get(0));
        Function<String, Key> name = event -> TERM.sub("event").of(Subject.of(event));
        names.forEach(event -> model.label(name.apply(event), event));
        Chart.Builder chart = Chart.columns("Abnormal return on day 0", "the share's return less the market's")
                .named(span(names, name));
        events.shares().stream()
                .filter(share -> names(share).equals(names))
                .forEach(share ->
                        chart.series(share.name(), span(share.counted(), row -> events.abnormal(row, Window.DAY))));
        return chart.labelled(Shown.PERCENT).build();
    }

    private static List<String> names(Share share) {
        return share.counted().stream().map(Announcement::event).toList();
    }

    private Table tests() {
        return Table.of("What tests say", events.samples())
                .id("announcement-tests")
                .label("Share", sample -> sample.share().name())
                .words("Announcements", AnnouncementSection::kind)
                .words("Over", sample -> sample.window().toString())
                .value("Known", Shown.WHOLE, events::events)
                .value("Above zero", Shown.WHOLE_OR_ZERO, events::above)
                .value("Mean", Shown.PERCENT_2, events::mean)
                .value("t", Shown.TWO_DECIMALS, events::t)
                .value("p of t", Shown.THREE_DECIMALS, events::pOfMean)
                .value("p of signs", Shown.THREE_DECIMALS, events::pOfSigns)
                .value("p of ranks", Shown.THREE_DECIMALS, events::pOfRanks)
                .build();
    }

    private Table returns() {
        List<Announcement> rows = events.shares().stream()
                .flatMap(share -> Stream.concat(share.counted().stream(), share.undated().stream()))
                .toList();
        Map<String, String> headings = events.shares().stream()
                .collect(toImmutableMap(Share::id, share -> share.name() + " (" + share.id() + ")"));
        return Table.of("Returns by share and announcement", rows)
                .id("announcement-returns")
                .grouped(row -> headings.getOrDefault(row.company(), row.company()))
                .label("Announcement", Announcement::event)
                .words("Kind", Announcement::kind)
                .words("Announced", AnnouncementSection::announced)
                .words("Day 0", row -> row.day().toString())
                .optional("Close before", Shown.TWO_DECIMALS, counted(events::closeBefore))
                .optional("Close", Shown.TWO_DECIMALS, counted(events::close))
                .optional("Market, %", Shown.TWO_DECIMALS, counted(events::market))
                .optional("Abnormal, day 0", Shown.PERCENT_2, counted(row -> events.abnormal(row, Window.DAY)))
                .optional("Abnormal, day 1", Shown.PERCENT_2, counted(row -> events.abnormal(row, Window.NEXT)))
                .optional("Abnormal, days 0 to 5", Shown.PERCENT_2, counted(row -> events.abnormal(row, Window.SIX)))
                .sources(row -> row.citation().sources())
                .build();
    }

    private static String announced(Announcement row) {
        String day = row.announced().equals(Period.NONE)
                ? "day not known"
                : row.announced().toString();
        return row.timing() == Timing.AFTER_THE_CLOSE ? day + ", after the close" : day;
    }

    private static Function<Announcement, Optional<Key>> counted(Function<Announcement, Key> key) {
        return row -> row.isCounted() ? Optional.of(key.apply(row)) : Optional.empty();
    }
}
