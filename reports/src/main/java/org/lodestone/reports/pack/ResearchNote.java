package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The argument of a research pack in a few pages, to be read without the workbook.
 *
 * <p>It is a selection: each sentence, table and chart is one of the pack's, and its numbers are the values of the pack's model.
 *
 * @param report the pack that it is taken from
 * @param title the finding
 * @param standfirst a sentence on what it rests on
 * @param edition when the figures were gathered; empty where that is not known
 * @param keyPoints the argument, step by step
 * @param passages what the pages of the pack find on these steps, each with an exhibit
 * @param leaders who stands first: a table of companies, or an exhibit with one of countries; empty where there is neither
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
        ImmutableList<Passage> passages,
        Optional<Block> leaders,
        Optional<Table> turns,
        Optional<Table> dates,
        ImmutableList<Block.Sentence> unknown,
        ImmutableList<String> lacking,
        Optional<Key> scenario,
        ImmutableList<String> disclosures) {

    /** The number of exhibits that fit between the key points and the names on two or three pages. */
    private static final int EXHIBITS = 4;

    /**
     * A step of the argument.
     *
     * @param step a few words on what it is about
     * @param said what texts under study say of it, with whose words they are; empty where none does
     * @param found what we find
     * @param verdict whether it holds; empty where nothing is judged
     */
    public record KeyPoint(Block.Sentence step, String said, Block.Sentence found, Optional<Block.Sentence> verdict) {

        @Override
        public String toString() {
            return said;
        }
    }

    /**
     * The finding of a page of the pack, with the chart that shows it.
     *
     * @param page whose title stands over it
     */
    public record Passage(Section page, Exhibit exhibit) {

        @Override
        public String toString() {
            return OneLine.of(page.name(), exhibit);
        }
    }

    static ResearchNote of(Report report, FrontPage front, Opening opening, ImmutableList<String> lacking) {
        Section page = report.sections().get(0);
        return new ResearchNote(
                report,
                page.title(),
                page.standfirst(),
                page.aside(),
                front.steps().stream().map(step -> keyPoint(step, opening)).collect(toImmutableList()),
                passages(report, front),
                front.heaviest(Panel.Place.TABLE).map(Panel::block),
                front.heaviest(Panel.Place.TURN).flatMap(panel -> panel.block().asTable()),
                front.nextDates(),
                front.notKnown(),
                lacking,
                Optional.of(Scenarios.SELECTOR).filter(report.model()::has),
                ImmutableList.of(opening.figures() + ".", opening.disclaimer()));
    }

    private static KeyPoint keyPoint(FrontPage.Step step, Opening opening) {
        String before = opening.ofSeveral() ? "Published: " : "The note under study says: ";
        return new KeyPoint(
                step.finding().step(),
                step.said().isEmpty() ? "" : before + step.said(),
                step.finding().found(),
                step.finding().verdict());
    }

    /** The first chart of each page that a step leads to, then of those that the front page would take exhibits from. */
    private static ImmutableList<Passage> passages(Report report, FrontPage front) {
        Map<String, Passage> byPage = new LinkedHashMap<>();
        Stream.concat(ofSteps(report, front), ofPanels(report, front))
                .forEach(passage -> byPage.putIfAbsent(passage.page().name(), passage));
        return byPage.values().stream().limit(EXHIBITS).collect(toImmutableList());
    }

    private static Stream<Passage> ofSteps(Report report, FrontPage front) {
        return front.steps().stream()
                .flatMap(step -> step.finding().readOn().stream())
                .flatMap(name -> pages(report).filter(page -> page.name().equals(name)))
                .flatMap(page -> charted(page).limit(1).map(exhibit -> new Passage(page, exhibit)));
    }

    private static Stream<Passage> ofPanels(Report report, FrontPage front) {
        return front.exhibitsBrought()
                .flatMap(block -> block.asExhibit().stream())
                .flatMap(exhibit -> pages(report)
                        .filter(page -> charted(page).anyMatch(exhibit::equals))
                        .map(page -> new Passage(page, exhibit)));
    }

    private static Stream<Section> pages(Report report) {
        return report.sections().stream()
                .filter(section -> section.group().isCore() && section.group() != Section.Group.FRONT);
    }

    private static Stream<Exhibit> charted(Section page) {
        return page.allBlocks()
                .flatMap(block -> block.asExhibit().stream())
                .filter(exhibit -> chart(exhibit).isPresent());
    }

    private static Optional<Chart> chart(Exhibit exhibit) {
        return exhibit.shown().drawn().stream().findFirst();
    }

    @Override
    public String toString() {
        return OneLine.of(
                "note", report.title(), OneLine.count(keyPoints, "key point"), OneLine.count(passages, "passage"));
    }
}
