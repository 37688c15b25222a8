package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Unread;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.SmallSupply;

/** Antimony of MCS 2023, of which the row of Russia was not read: 20,000 t of 110,000 t in 2022. */
class NotReadTest {

    private static final Unread RUSSIA = new Unread(
            "mcs2023-antim_world.csv",
            OptionalInt.of(9),
            "Russia (recoverable)",
            "Mine production",
            "2022",
            "20000",
            "It is not a place.");

    private static final Unread FILE =
            new Unread("notes.csv", OptionalInt.empty(), "", "", "", "", "It is no release that is known.");

    private static SmallSupply antimony() {
        return new SmallSupply()
                .releases(2023)
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "t Sb")
                .figure("MCS2023", "mined", "China", 2022, "60000")
                .figure("MCS2023", "mined", "Tajikistan", 2022, "17000")
                .figure("MCS2023", "mined", "Turkey", 2022, "6000")
                .figure("MCS2023", "mined", "Burma", 2022, "4000")
                .figure("MCS2023", "mined", "Australia", 2022, "4000");
    }

    private static Dataset withUnread(Unread... unread) {
        return antimony().dataset().toBuilder().unread(List.of(unread)).build();
    }

    /** The name of each check with its result: 1, 0 or a doubt. */
    private static List<String> checks(Report report) {
        Table table = (Table) section(report, "Checks").blocks().get(0);
        return table.rows().stream()
                .filter(row -> row.kind() == Row.Kind.BODY)
                .map(row -> said(report, row.cells().get(0)) + " "
                        + shown(report, ((Cell.Of) row.cells().get(1)).key()))
                .toList();
    }

    /** The name of a check, which may be live. */
    private static String said(Report report, Cell cell) {
        return cell instanceof Cell.Of live ? shown(report, live.key()) : ((Cell.Words) cell).text();
    }

    private static String shown(Report report, Key key) {
        Value value = report.model().value(key);
        return value.inSentence();
    }

    private static Section section(Report report, String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_sheet_where_it_would_have_stood_names_it_first() {
        Section mined = section(ResearchPack.of(withUnread(RUSSIA)).report(), "Editions");

        Block.Prose prose = (Block.Prose) mined.blocks().get(0);
        assertThat(prose.heading()).startsWith("Not read, and missing here");
        assertThat(prose.sentences())
                .containsExactly(new Block.Sentence.Plain("Mine production, Russia (recoverable), 2022: 20000"
                        + " (mcs2023-antim_world.csv:9). It is not a place."));
    }

    @Test
    void no_check_of_what_follows_from_its_measure_is_green() {
        assertThat(checks(ResearchPack.of(withUnread(RUSSIA)).report()))
                .contains(
                        "Every entry of its sources was read: Mine production 1 not read",
                        "Shares sum to one: Mine production 2022, MCS 2023 not all read",
                        "HHI is at least the largest share squared: Mine production 2022, MCS 2023 not all read");
        assertThat(checks(ResearchPack.of(withUnread()).report())).allMatch(check -> check.endsWith(" 1"));
    }

    @Test
    void what_is_of_no_measure_is_named_among_the_checks_alone() {
        Report report = ResearchPack.of(withUnread(FILE)).report();

        assertThat(section(report, "Editions").blocks().get(0))
                .isEqualTo(section(ResearchPack.of(withUnread()).report(), "Editions")
                        .blocks()
                        .get(0));
        assertThat(checks(report)).contains("Every entry of its sources was read: other entries 1 not read");
        Table listed = (Table) section(report, "Checks").blocks().get(1);
        assertThat(listed.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .contains(new Cell.Words("notes.csv"), new Cell.Words("It is no release that is known.")));
    }

    @Test
    void rows_that_miss_a_printed_total_are_in_doubt() {
        // 91,000 t in the rows that were read, and 110,000 t printed
        Report short20000 = ResearchPack.of(antimony()
                        .figure("MCS2023", "mined", "World", 2022, "110000")
                        .dataset())
                .report();
        Report whole = ResearchPack.of(antimony()
                        .figure("MCS2023", "mined", "Russia", 2022, "20000")
                        .figure("MCS2023", "mined", "World", 2022, "110000")
                        .dataset())
                .report();

        assertThat(checks(short20000))
                .contains(
                        "Rows sum to the printed total, but for rounding of both: Mine production 2022, MCS 2023 missed");
        assertThat(notes(short20000))
                .anyMatch(note -> note.startsWith("MCS 2023, 2022: the rows miss the printed total"));
        assertThat(checks(whole)).allMatch(check -> check.endsWith(" 1"));
        assertThat(notes(whole)).noneMatch(note -> note.contains("miss the printed total"));
    }

    @Test
    void rows_that_are_withheld_may_be_what_a_total_has_more() {
        assertThat(checks(ResearchPack.of(antimony()
                                .figure("MCS2023", "mined", "Russia", 2022, "W")
                                .figure("MCS2023", "mined", "World", 2022, "110000")
                                .dataset())
                        .report()))
                .contains(
                        "Known rows do not exceed the printed total, but for rounding of both: Mine production 2022, MCS 2023 1");
        assertThat(checks(ResearchPack.of(antimony()
                                .figure("MCS2023", "mined", "Russia", 2022, "W")
                                .figure("MCS2023", "mined", "World", 2022, "80000")
                                .dataset())
                        .report()))
                .contains(
                        "Known rows do not exceed the printed total, but for rounding of both: Mine production 2022, MCS 2023 missed");
    }

    @Test
    void an_edition_that_is_not_the_one_used_is_checked_as_well() {
        Dataset two = new SmallSupply()
                .releases(2022, 2023)
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "t Sb")
                .figure("MCS2022", "mined", "China", 2021, "60000")
                .figure("MCS2022", "mined", "Tajikistan", 2021, "13000")
                .figure("MCS2022", "mined", "World", 2021, "110000")
                .figure("MCS2023", "mined", "China", 2022, "60000")
                .figure("MCS2023", "mined", "Tajikistan", 2022, "17000")
                .dataset();

        Report report = ResearchPack.of(two).report();

        assertThat(checks(report))
                .contains(
                        "Rows sum to the printed total, but for rounding of both: Mine production 2021, MCS 2022 missed");
        assertThat(notes(report)).anyMatch(note -> note.startsWith("MCS 2022, 2021: the rows miss"));
    }

    private static List<String> notes(Report report) {
        return section(report, "Editions").blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).notes().stream())
                .toList();
    }
}
