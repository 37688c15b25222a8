package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.Run;

/** A part of one's own in a pack, by nothing but public API. */
class OwnPartTest {

    private static final Key LICENCES = Term.of("licences granted").key();

    private static Report report;

    /** 7 licences, an invented number: the sheet, a number to see first, a step of the argument, a date, and two checks. */
    @BeforeAll
    static void make() {
        Model.Builder model = Model.builder();
        model.label(LICENCES, 7);
        Key said = model.calculation(
                Term.of("licences").sub("finding").key(),
                sentence(LICENCES.fixed(0), text(" export licences were granted.")));
        Part licences = Part.builder(model)
                .section(Section.of(
                        "Licences",
                        "Who may export",
                        "",
                        List.of(Table.of("Licences", List.of(LICENCES))
                                .label("What", Key::toString)
                                .value("Number", Shown.WHOLE, key -> key)
                                .build())))
                .keyFigure(new Block.KeyFigure("Licences", LICENCES, Shown.WHOLE, "granted so far"))
                .finding(Finding.of("licences", "Exports need a licence", Block.Sentence.live(said))
                        .withWeight(99)
                        .withNumbers(LICENCES)
                        .withReadOn("Licences"))
                .unknown(Block.Sentence.plain("who has applied"))
                .date(new DateToWatch(Period.parse("2026-12-15"), "Licences end", "Licences"))
                .date(new DateToWatch(Period.parse("2026-12-01"), "Licences are reviewed", "Licences"))
                .check(Check.that(model, "Somebody has a licence", LICENCES.isAtLeast(ONE)))
                .check(Check.that(model, "Nobody has a licence", LICENCES.isEqualTo(Definitions.ZERO)))
                .build();
        Dataset dataset = RareEarths.dataset();
        ImmutableList<Claim> claims = ImmutableList.<Claim>builder()
                .addAll(dataset.claims())
                .add(claim("licences", "Exports are free."))
                .build();
        report = ResearchPack.of(
                        dataset.toBuilder().rows(DatasetTables.CLAIMS, claims).build())
                .withRun(Run.STANDARD.withDraws(100))
                .withSheets(ResearchPack.Sheets.ALL)
                .with(licences)
                .report();
    }

    /** A claim in words, which the finding answers. */
    private static Claim claim(String finding, String statement) {
        return new Claim(
                "exports",
                statement,
                "free",
                Unit.parse("x"),
                ClaimKind.QUALITATIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(finding),
                Verdict.NOT_CHECKABLE,
                "",
                ImmutableList.of("100ppi-2026-01"));
    }

    private static Section section(String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Stream<T> blocks(String section, Class<T> kind) {
        return section(section).blocks().stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void its_sheet_stands_after_those_of_the_library() {
        assertThat(report.sections())
                .filteredOn(section -> section.group() == Section.Group.BACKUP)
                .extracting(Section::name)
                .endsWith("Licences", "All dates");
    }

    @Test
    void its_finding_is_a_step_of_the_argument_and_answers_the_statement() {
        Table argument = front("The argument, step by step");
        assertThat(argument.rows().get(0).cells())
                .startsWith(new Cell.Words("1\u2002Exports need a licence"), new Cell.Words("Exports are free."));
        Cell.Of found = (Cell.Of) argument.rows().get(0).cells().get(2);
        assertThat(report.model().value(found.key())).isEqualTo(Value.of("7 export licences were granted."));
    }

    @Test
    void its_dates_stand_on_the_front_page_the_next_first() {
        assertThat(front("Next dates").rows())
                .extracting(row -> row.cells().get(1))
                .containsSubsequence(new Cell.Words("Licences are reviewed"), new Cell.Words("Licences end"));
    }

    @Test
    void what_it_does_not_know_is_said_on_the_front_page() {
        assertThat(section("Front").allBlocks())
                .filteredOn(Block.Prose.class::isInstance)
                .flatExtracting(block -> block.keys().toList())
                .extracting(key -> report.model().value(key).inSentence())
                .anyMatch(text -> text.startsWith("Not known: ") && text.contains("who has applied"));
    }

    private static Table front(String heading) {
        return section("Front")
                .tables()
                .filter(table -> table.heading().startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_check_of_its_own_that_does_not_hold_is_counted_with_all_others() {
        Table checks = blocks("Checks", Table.class).findFirst().orElseThrow();
        int last = checks.rows().size() - 1;
        assertThat(checks.rows().subList(last - 2, last))
                .extracting(row -> row.cells().get(0))
                .containsExactly(new Cell.Words("Somebody has a licence"), new Cell.Words("Nobody has a licence"));
        assertThat(checks.rows().subList(0, last))
                .filteredOn(row -> !report.model()
                        .value(((Cell.Of) row.cells().get(1)).key())
                        .equals(Value.of(1.0)))
                .extracting(row -> row.cells().get(0))
                .containsExactly(new Cell.Words("Nobody has a licence"));
        Cell.Of failing = (Cell.Of) checks.rows().get(last).cells().get(1);
        assertThat(report.model().value(failing.key())).isEqualTo(Value.of(1));
    }

    private static ResearchPack packWith(String sheet, String finding, int licences) {
        return BundledPack.of("graphite").pack().with(part(sheet, finding, licences));
    }

    private static Part part(String sheet, String finding, int licences) {
        Model.Builder model = Model.builder();
        model.label(LICENCES, licences);
        return Part.builder(model)
                .section(Section.of(sheet, "Who may export", "", List.of()))
                .finding(Finding.of(finding, "Licences", Block.Sentence.plain("Exports need a licence.")))
                .build();
    }

    @Test
    void a_name_that_the_pack_has_already_is_refused() {
        assertThatThrownBy(packWith("mining", "licences", 7)::report)
                .hasMessage(
                        "The pack has a sheet 'Mining' already, so a part of one's own cannot bring a sheet 'mining'."
                                + " Give it another name.");
        assertThatThrownBy(packWith("Sources", "licences", 7)::report)
                .hasMessageStartingWith("The pack has a sheet 'Sources'");
        assertThatThrownBy(packWith("Licences", "chain", 7)::report)
                .hasMessageStartingWith("The pack has a finding 'chain'");
    }

    @Test
    void a_key_that_means_something_else_in_the_pack_is_refused_and_one_that_means_the_same_is_shared() {
        assertThatThrownBy(packWith("Licences", "licences", 7).with(part("More licences", "more", 8))::report)
                .hasMessageStartingWith(
                        "The part 'More licences' does not go with the pack: 'licences granted' is said twice");
        assertThat(packWith("Licences", "licences", 7)
                        .with(part("More licences", "more", 7))
                        .report()
                        .sections())
                .extracting(Section::name)
                .contains("Licences", "More licences");
    }

    @Test
    void a_finding_of_ones_own_stands_on_the_front_page_however_light_it_is() {
        Report light = packWith("Licences", "licences", 7).report();
        Table argument = light.sections().get(0).tables().findFirst().orElseThrow();
        assertThat(argument.rows()).hasSize(5);
        assertThat(argument.rows().get(4).cells()).startsWith(new Cell.Words("5\u2002Licences"));
    }

    @Test
    void a_page_of_ones_own_stands_behind_those_of_the_library_with_its_assumptions_in_a_table() {
        Part.Builder part = Part.titled("Exports", "Exports at two licences a month");
        Key months = part.assumed("months", 12, Unit.TIMES, "A year.");
        Key rate = part.assumed("licences a month", 2, Unit.TIMES, "As in the spring.");
        Key year = part.calculated("licences a year", months.times(rate));
        part.finding("Exports", "{number:0} licences a year.", words().with("number", year));

        Report exports = BundledPack.of("graphite").pack().with(part.build()).report();

        List<String> names = exports.sections().stream().map(Section::name).toList();
        assertThat(names.get(names.indexOf("Exports") - 1)).isEqualTo("Claims");
        Section page = exports.sections().get(names.indexOf("Exports"));
        assertThat(page.tables().map(Table::heading)).containsExactly("Assumptions");
        assertThat(page.rows().map(row -> row.cells().get(0)))
                .containsExactly(new Cell.Words("months"), new Cell.Words("licences a month"));
        assertThat(exports.model().value(year)).isEqualTo(Value.of(24));
        assertThat(BundledPack.of("graphite")
                        .pack()
                        .withSheets(ResearchPack.Sheets.CORE)
                        .with(part.build())
                        .report()
                        .sections())
                .extracting(Section::name)
                .contains("Exports");
    }

    @Test
    void figures_and_values_are_told_apart_by_the_words_of_their_items() {
        Part.Builder part = Part.titled("Exports", "Exports");
        Function<String, Key> granted = part.figures(
                "granted",
                List.of("March", "April"),
                month -> Observation.parse("2"),
                month -> Unit.parse("t REO"),
                month -> Citation.of("x"));
        assertThat(granted.apply("April")).hasToString("Exports: granted, April");
        assertThat(part.build().model().content(granted.apply("March")).citedSources())
                .containsExactly("x");

        assertThatThrownBy(() -> part.calculated("twice", List.of("May", "May"), month -> ONE))
                .hasMessage("Two of the items of 'Exports: twice' are called 'May', and are told apart by their words."
                        + " Leave one out, or let toString() tell them apart.");
        assertThatThrownBy(() -> Part.builder(Model.builder()).calculated("sum", ONE))
                .hasMessage(
                        "The part has no page of its own to add to. Begin it with Part.titled, or give it a section.");
    }
}
