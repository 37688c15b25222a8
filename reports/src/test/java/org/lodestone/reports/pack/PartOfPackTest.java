package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.risk.Run;

/** One part of a pack is had by the name of its sheet. */
class PartOfPackTest {

    /** These are made of all the others. */
    private static final ImmutableList<String> OF_ALL =
            ImmutableList.of("Front", "Control", "Dates", "All dates", "Checks", "Sources");

    private static final ResearchPack PACK = BundledPack.of("rare-earths").pack();

    private static Stream<String> names(Part part) {
        return part.sections().stream().map(Section::name);
    }

    @Test
    void every_sheet_but_those_made_of_all_others_is_had_by_its_name() {
        List<String> sheets = PACK.report().sections().stream()
                .map(Section::name)
                .filter(name -> !OF_ALL.contains(name))
                .toList();
        assertThat(sheets).contains("Chain", "Separation", "Quota detail", "Company figures", "Claim detail", "Runs");
        assertThat(sheets).allSatisfy(sheet -> assertThat(PACK.part(sheet)).isPresent());
    }

    @Test
    void a_part_has_the_section_that_it_was_asked_for() {
        assertThat(Stream.of("Claims", "Claim detail", "Demand", "Separation", "Ownership", "Track record"))
                .allSatisfy(
                        name -> assertThat(names(PACK.part(name).orElseThrow())).contains(name));
    }

    @Test
    void backup_names_each_section_that_its_parts_have() {
        assertThat(Backup.ALL)
                .allSatisfy(backup -> assertThat(
                                backup.part().apply(PACK.analyses()).stream().flatMap(PartOfPackTest::names))
                        .isSubsetOf(backup.sections()));
    }

    @Test
    void a_part_of_ones_own_is_had_as_well() {
        Section own = Section.of("Licences", "Licences held", "As of today", List.of());
        Part part = Part.of(own, Model.builder().build());
        assertThat(PACK.with(part).part("Licences")).contains(part);
    }

    @Test
    void without_its_data_there_is_no_part() {
        ResearchPack empty = ResearchPack.of(Dataset.builder("empty").build());
        assertThat(empty.part("Chain")).isEmpty();
        assertThat(empty.part("Quota detail")).isEmpty();
    }

    @Test
    void a_slip_is_told_with_the_nearest_name() {
        assertThatThrownBy(() -> PACK.part("Chian"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("'Chian' is not a sheet of the pack of rare-earths. Did you mean 'Chain'?");
    }

    @Test
    void another_name_is_told_with_all_there_are() {
        assertThatThrownBy(() -> PACK.part("Weather forecasts of the year"))
                .hasMessageStartingWith("'Weather forecasts of the year' is not a sheet of the pack of rare-earths."
                        + " Use one of: Chain, Reserves, Mining, Quotas, ")
                .hasMessageContaining(", Quota detail, ");
    }

    @Test
    void what_is_made_of_all_parts_is_not_had_alone() {
        assertThat(Stream.concat(OF_ALL.stream(), Stream.of("Workings")))
                .allSatisfy(sheet -> assertThatThrownBy(() -> PACK.part(sheet))
                        .hasMessage("'" + sheet + "' is made of all the parts of the pack and cannot be had alone."));
    }

    @Test
    void a_part_prints_what_is_on_it() {
        assertThat(PACK.part("Chain").orElseThrow()).asString().startsWith("part of a pack, Chain: ");
        assertThat(PACK.part("Editions").orElseThrow()).asString().doesNotContain(" 0 ");
    }

    @Test
    void a_part_of_ones_own_needs_a_name_and_its_assumptions_a_reason() {
        assertThatThrownBy(() -> Part.titled("", "Who else mines rare earths"))
                .hasMessage("A part needs a name: a word or two, which is the name of its sheet.");
        assertThatThrownBy(() -> Part.titled("Licences", "Licences held").assumed("term", 1, Unit.TIMES, " "))
                .hasMessage("The assumption 'term' has no reason. Say in a sentence why it is so.");
    }

    @Test
    void a_simulation_tells_how_far_it_is() {
        AtomicLong told = new AtomicLong();
        ResearchPack pack = PACK.withRun(Run.STANDARD.withDraws(256)).withProgress(told::set);
        assertThat(pack.part("Simulation")).isPresent();
        assertThat(told).hasPositiveValue();
    }
}
