package org.lodestone.reports.sheet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.market.Announcement;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.announcement.Announcements;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The title is true of the closes that stand below it, whatever is typed over them. */
class AnnouncementSectionTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final Announcements events = Announcements.of(DATASET).orElseThrow();
    private final Part part = AnnouncementSection.of(events);

    private static String title(Part part, Map<Key, Value> typed) {
        return part.sections()
                .get(0)
                .title()
                .fold(key -> part.model().valuesWith(typed).of(key).inSentence(), words -> words);
    }

    @Test
    void the_title_counts_and_claims_no_more_than_the_tests() {
        assertThat(title(part, Map.of()))
                .isEqualTo("On the day of quota announcements China Northern Rare Earth beat the market in 8 of 16 and"
                        + " China Rare Earth Resources in 8 of 16; none of 36 tests, later days included, tells a move from"
                        + " chance");
    }

    @Test
    void a_close_that_is_typed_over_moves_the_count_and_takes_the_tests_back() {
        Announcement first = events.shares().get(0).counted().get(0); // 12.73 after 12.63, the market down 1.38%
        assertThat(title(part, Map.of(events.close(first), Value.of(12))))
                .isEqualTo("On the day of quota announcements China Northern Rare Earth beat the market in 7 of 16 and"
                        + " China Rare Earth Resources in 8 of 16; the tests wait for the pack to be made again");
        assertThat(part.checks()).singleElement().satisfies(check -> {
            assertThat(check.waits()).isTrue();
            assertThat(part.model()
                            .valuesWith(Map.of(events.close(first), Value.of(12)))
                            .of(check.key())
                            .isMissing())
                    .isTrue();
        });
    }

    @Test
    void what_has_no_day_is_listed_last_of_its_share_without_numbers() {
        Section section = part.sections().get(0);
        assertThat(section.tables().flatMap(table -> table.rows().stream()).map(Object::toString))
                .filteredOn(row -> row.contains("day not known"))
                .hasSize(4)
                .allMatch(row -> row.contains("batch 1"));
    }

    @Test
    void three_announcements_are_too_few_to_test() {
        List<Announcement> policies = DATASET.rows(DatasetTables.ANNOUNCEMENTS).stream()
                .filter(row -> row.kind().equals("policy"))
                .toList();
        Announcements few = Announcements.of(DATASET.supposing(DatasetTables.ANNOUNCEMENTS, policies))
                .orElseThrow();
        assertThat(title(AnnouncementSection.of(few), Map.of()))
                .isEqualTo("On the day of policy announcements China Northern Rare Earth beat the market in 3 of 3 and"
                        + " China Rare Earth Resources in 3 of 3; they are too few to test");
    }

    @Test
    void a_dataset_without_announcements_has_no_section() {
        assertThat(Announcements.of(DATASET.supposing(DatasetTables.ANNOUNCEMENTS, List.of())))
                .isEmpty();
    }
}
