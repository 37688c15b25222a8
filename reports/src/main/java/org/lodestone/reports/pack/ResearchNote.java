package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The argument of a research pack in a few pages, to be read without the workbook: the chain, then supply and demand to come, then
 * companies.
 *
 * <p>It is a selection: each sentence, table and chart is one of the pack's, and its numbers are the values of the pack's model.
 *
 * @param report the pack that it is taken from
 * @param title the finding
 * @param standfirst a sentence on what it rests on
 * @param edition when the figures were gathered; empty where that is not known
 * @param keyPoints the argument, step by step, with what other pages of the pack find at the end of each part of it
 * @param leaders who stands first: a table of companies, or an exhibit with one of countries; empty where there is neither
 * @param turning the page on what would turn the finding; empty where it has no chart
 * @param turns what would turn the finding; empty where nothing is known that would
 * @param dates what is due next
 * @param unknown what published figures do not say, in words that follow "Not known:"
 * @param lacking what the argument is without for want of data, and why
 * @param scenario the key of the name of the scenario that it is in; empty where there are none
 * @param disclosures what readers must be told
 */
public record ResearchNote(
        Report report,
        Block.Sentence title,
        Block.Sentence standfirst,
        Optional<Block.Sentence> edition,
        ImmutableList<KeyPoint> keyPoints,
        Optional<Block> leaders,
        Optional<Passage> turning,
        Optional<Table> turns,
        Optional<Table> dates,
        ImmutableList<Block.Sentence> unknown,
        ImmutableList<String> lacking,
        Optional<Key> scenario,
        ImmutableList<String> disclosures) {

    /** The number of exhibits with a chart that fit on three pages. */
    private static final int EXHIBITS = 5;

    /** Before what a text under study says, once it has been told whose words these are. */
    private static final String CLAIM = "Claim: ";

    /**
     * A step of the argument: a paragraph under a heading, with an exhibit where one shows it.
     *
     * @param step a few words on what it is about
     * @param found what we find
     * @param said what texts under study say of it, with whose words they are; empty where none does
     * @param verdict whether it holds; empty where nothing is judged
     * @param shown the page that says more; empty where another step has its exhibit
     */
    public record KeyPoint(
            Block.Sentence step,
            Block.Sentence found,
            String said,
            Optional<Block.Sentence> verdict,
            Optional<Passage> shown) {

        /** A page that no step leads to, with its title. */
        private static KeyPoint of(Passage passage) {
            return new KeyPoint(
                    Block.Sentence.plain(passage.page().name()),
                    passage.page().title(),
                    "",
                    Optional.empty(),
                    Optional.of(passage));
        }

        @Override
        public String toString() {
            return OneLine.of(step, found);
        }
    }

    /** The finding of a page of the pack, which is its title, with the chart that shows it. */
    public record Passage(Section page, Exhibit exhibit) {

        @Override
        public String toString() {
            return OneLine.of(page.name(), exhibit);
        }
    }

    static ResearchNote of(Report report, FrontPage front, Opening opening, ImmutableList<String> lacking) {
        Section page = report.sections().get(0);
        Optional<Panel> turn = front.heaviest(Panel.Place.TURN);
        Optional<Passage> turning = turn.flatMap(front::page).flatMap(name -> passage(report, name));
        ImmutableListMultimap<Section.Group, FrontPage.Step> steps = inOrder(report, front.steps());
        ImmutableListMultimap<Section.Group, KeyPoint> argument = argument(report, steps, opening, turning);
        ImmutableList<Passage> more = more(report, front, passages(argument.values().stream(), turning));
        return new ResearchNote(
                report,
                page.title(),
                page.standfirst(),
                page.aside(),
                Stream.of(Section.Group.values())
                        .flatMap(group -> Stream.concat(
                                argument.get(group).stream(),
                                more.stream()
                                        .filter(passage -> passage.page().group() == group)
                                        .map(KeyPoint::of)))
                        .collect(toImmutableList()),
                front.heaviest(Panel.Place.TABLE).map(Panel::block),
                turning,
                turn.flatMap(panel -> panel.block().as(Table.class)),
                front.nextDates(),
                front.notKnown(),
                lacking,
                Optional.of(Scenarios.SELECTOR).filter(report.model()::has),
                ImmutableList.of(opening.figures() + ".", opening.disclaimer()));
    }

    /** The pages that exhibits are from, as they are read. */
    public ImmutableList<Passage> passages() {
        return passages(keyPoints.stream(), turning);
    }

    private static ImmutableList<Passage> passages(Stream<KeyPoint> keyPoints, Optional<Passage> turning) {
        return Stream.concat(keyPoints.flatMap(point -> point.shown().stream()), turning.stream())
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- the argument

    /**
     * The steps by the part of the pack in which they read on, in each the heaviest first. One that reads on in none of the library's
     * stands before the next lighter one that does.
     */
    private static ImmutableListMultimap<Section.Group, FrontPage.Step> inOrder(
            Report report, ImmutableList<FrontPage.Step> steps) {
        Map<FrontPage.Step, Section.Group> parts = new HashMap<>();
        Section.Group next = Section.Group.OWN;
        for (FrontPage.Step step : steps.reverse()) {
            next = step.finding()
                    .readOn()
                    .flatMap(name -> page(report, name))
                    .map(Section::group)
                    .filter(group -> group != Section.Group.OWN)
                    .orElse(next);
            parts.put(step, next);
        }
        return steps.stream()
                .sorted(Comparator.comparing(parts::get))
                .collect(ImmutableListMultimap.toImmutableListMultimap(parts::get, step -> step));
    }

    /** The exhibit of a page stands at the last step that reads on there: a gap before what would close it. */
    private static ImmutableListMultimap<Section.Group, KeyPoint> argument(
            Report report,
            ImmutableListMultimap<Section.Group, FrontPage.Step> steps,
            Opening opening,
            Optional<Passage> turning) {
        Map<String, FrontPage.Step> last = new HashMap<>();
        steps.values().forEach(step -> step.finding().readOn().ifPresent(name -> last.put(name, step)));
        String before = opening.ofSeveral() ? "Published texts say: " : "The note under study says: ";
        ImmutableListMultimap.Builder<Section.Group, KeyPoint> points = ImmutableListMultimap.builder();
        for (Map.Entry<Section.Group, FrontPage.Step> entry : steps.entries()) {
            FrontPage.Step step = entry.getValue();
            points.put(
                    entry.getKey(),
                    new KeyPoint(
                            step.finding().step(),
                            step.finding().inProse().orElse(step.finding().found()),
                            step.said().isEmpty() ? "" : before + step.said(),
                            step.finding().verdict(),
                            step.finding()
                                    .readOn()
                                    .filter(name -> step.equals(last.get(name)))
                                    .flatMap(name -> passage(report, name))
                                    .filter(passage -> !turning.equals(Optional.of(passage)))));
            before = step.said().isEmpty() ? before : CLAIM;
        }
        return points.build();
    }

    /** The exhibits that parts bring for a note, then those for the front page, one of each page as far as there is room. */
    private static ImmutableList<Passage> more(Report report, FrontPage front, ImmutableList<Passage> shown) {
        Set<String> taken = shown.stream().map(passage -> passage.page().name()).collect(toCollection(HashSet::new));
        return Stream.concat(front.brought(Panel.Place.NOTE), front.brought(Panel.Place.EXHIBIT))
                .flatMap(block -> block.as(Exhibit.class).stream())
                .flatMap(exhibit -> pages(report)
                        .filter(page -> charted(page).anyMatch(exhibit::equals))
                        .map(page -> new Passage(page, exhibit)))
                .filter(passage -> taken.add(passage.page().name()))
                .limit(Math.max(0, EXHIBITS - shown.size()))
                .sorted(Comparator.comparing(passage -> report.sections().indexOf(passage.page())))
                .collect(toImmutableList());
    }

    /** A page with its first chart; empty where it has none. */
    private static Optional<Passage> passage(Report report, String name) {
        return page(report, name).flatMap(page -> charted(page).findFirst().map(exhibit -> new Passage(page, exhibit)));
    }

    private static Optional<Section> page(Report report, String name) {
        return pages(report).filter(page -> page.name().equals(name)).findFirst();
    }

    private static Stream<Section> pages(Report report) {
        return report.sections().stream()
                .filter(section -> section.group().isCore() && section.group() != Section.Group.FRONT);
    }

    private static Stream<Exhibit> charted(Section page) {
        return page.allBlocks()
                .flatMap(block -> block.as(Exhibit.class).stream())
                .filter(exhibit -> !exhibit.shown().drawn().isEmpty());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "note", report.title(), OneLine.count(keyPoints, "key point"), OneLine.count(passages(), "passage"));
    }
}
