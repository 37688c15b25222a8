package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.DatasetWalk.Change;
import org.lodestone.examples.cli.DatasetWalk.Where;

/**
 * What {@code check} lets pass, every command finishes, or says in words what is missing: whatever word stands in a cell, in a
 * column, or wherever an id stands. A build tries a few hundred changes that are drawn by a seed, more of them and those of the largest
 * dataset under {@code -Pnightly}; all of them are tried for as long as {@code -Dwalk.minutes} says, in another order under {@code -Dwalk.seed}.
 */
@Order(1)
class OddWordsTest {

    private static final int MINUTES = Integer.getInteger("walk.minutes", 0);
    private static final long SEED = Long.getLong("walk.seed", 20261129);

    /** A command of a small dataset takes a fraction of a second, and of the largest one some seconds on a machine that is busy. */
    private static final Duration SLOW = Duration.ofSeconds(30);

    /** On so many changed cells commands are run at a time, and on so many changed columns. */
    private static final int CELLS = 40;

    private static final int COLUMNS = 10;

    private static final int FEW = 12;

    private static final String ALL = "the walk at night tries all of them";

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    @DisabledIfSystemProperty(named = "walk.minutes", matches = ".*", disabledReason = ALL)
    void a_new_dataset_may_hold_any_word_in_any_cell() throws IOException {
        walkCells(80);
    }

    @Test
    @Tag("nightly")
    void a_new_dataset_may_hold_any_word_in_many_cells() throws IOException {
        walkCells(500);
    }

    private void walkCells(int sample) throws IOException {
        DatasetWalk walk = ofNew();

        walk(walk, walk.everyCell(OddWords.ALL), CELLS, sample);
    }

    @Test
    @DisabledIfSystemProperty(named = "walk.minutes", matches = ".*", disabledReason = ALL)
    void a_new_dataset_may_hold_any_word_in_a_column_and_wherever_an_id_stands() throws IOException {
        walkColumns(8);
    }

    @Test
    @Tag("nightly")
    void a_new_dataset_may_hold_any_word_in_many_columns_and_wherever_many_ids_stand() throws IOException {
        walkColumns(100);
    }

    private void walkColumns(int sample) throws IOException {
        DatasetWalk walk = ofNew();

        for (Where where : Where.values()) {
            walk(walk, walk.everyColumn(OddWords.ALL, where, random), COLUMNS, sample);
        }
    }

    @Test
    @Tag("nightly")
    void the_largest_dataset_may_hold_any_word_in_any_cell() throws IOException {
        DatasetWalk walk = ofRareEarths();

        walk(walk, walk.everyCellOnce(OddWords.ALL, random), CELLS, 150);
    }

    @Test
    @Tag("nightly")
    void the_largest_dataset_may_hold_any_word_in_a_column_and_wherever_an_id_stands() throws IOException {
        DatasetWalk walk = ofRareEarths();

        for (Where where : Where.values()) {
            walk(walk, walk.everyColumn(OddWords.SHORT, where, random), COLUMNS, 20);
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "walk.minutes", matches = ".*", disabledReason = ALL)
    void the_settings_of_a_screen_may_be_any_word() throws IOException {
        walkSettings(16);
    }

    @Test
    @Tag("nightly")
    void many_settings_of_a_screen_may_be_any_word() throws IOException {
        walkSettings(200);
    }

    private void walkSettings(int sample) throws IOException {
        DatasetWalk walk = ofNew();

        walk(walk, walk.everySetting(OddWords.ALL), CELLS, sample);
    }

    @Test
    @Tag("nightly")
    void the_settings_of_the_largest_screen_may_be_any_word() throws IOException {
        DatasetWalk walk = ofRareEarths();

        walk(walk, walk.everySetting(OddWords.ALL), CELLS, 50);
    }

    /** Each of these once passed a check and ended another command with a fault. */
    @Test
    void what_once_was_a_fault_is_told_or_borne() throws IOException {
        DatasetWalk walk = ofNew();

        List<Change> once = List.of(
                walk.change("exchange-rates", 1, "period", Where.COLUMN, "1999"),
                walk.change("exchange-rates", 1, "kind", Where.COLUMN, "—"),
                walk.change("exchange-rates", 1, "quote", Where.COLUMN, "EUR"),
                walk.change("exchange-rates", 1, "base_units", Where.CELL, "1.5"),
                walk.change("exchange-rates", 1, "base_units", Where.CELL, "2147483648"),
                walk.change("claims", 3, "place", Where.CELL, "Chlie"),
                walk.change("quotas", 3, "unit", Where.CELL, "t ore"),
                walk.change("quotas", 1, "quota", Where.COLUMN, "—"),
                walk.change("quotas", 1, "year", Where.COLUMN, "H1 2025"),
                walk.change("quotas", 1, "year", Where.CELL, "1800"),
                walk.change("figures", 4, "period", Where.CELL, "1800"),
                walk.change("figures", 1, "value", Where.COLUMN, "not published"),
                walk.change("company-facts", 2, "unit", Where.SAME, "t metal"),
                walk.change("companies", 1, "name", Where.COLUMN, "x".repeat(115)),
                walk.change("companies", 1, "name", Where.COLUMN, "x".repeat(200)),
                walk.change("conclusions", 1, "id", Where.SAME, "x".repeat(240)),
                walk.change("stages", 1, "name", Where.SAME, "x".repeat(200)),
                walk.change("measures", 2, "kind", Where.CELL, "share"),
                walk.change("measures", 2, "name", Where.SAME, "x".repeat(200)),
                walk.change("editions", 1, "name", Where.SAME, "x".repeat(200)),
                walk.change("editions", 1, "name", Where.COLUMN, "x"),
                walk.change("scenarios", 2, "id", Where.SAME, "x".repeat(200)),
                walk.change("scenarios", 2, "id", Where.SAME, "x".repeat(300)),
                walk.change("conclusions", 1, "id", Where.SAME, "mine-production"),
                walk.change("stages", 1, "name", Where.SAME, "\n"),
                walk.change("assumptions", 3, "value", Where.CELL, "9000"),
                walk.change("assumptions", 4, "value", Where.CELL, "2147483648"),
                walk.change("claims", 2, "note", Where.CELL, "x".repeat(2_000)),
                walk.change("claims", 2, "note", Where.CELL, "x".repeat(40_000)),
                walk.change("projects", 1, "first_year", Where.CELL, "9999"),
                walk.change("drivers", 2, "search", Where.CELL, "10000000"),
                walk.change("company-facts", 8, "unit", Where.CELL, "[" + "a ".repeat(20_000) + "b]"),
                walk.change("limits", 4, "place", Where.CELL, "Other countries"));
        walk.walk(once, CELLS, Duration.ofHours(1), random, line -> {});
        assertThat(walk.failures()).as("%s", walk).isEmpty();
    }

    /** The command that they ended was {@code pack}. */
    @Test
    void what_once_was_a_fault_of_the_largest_pack_is_told_or_borne() throws IOException {
        DatasetWalk largest = ofRareEarths();

        largest.pack(onceInTheLargest(largest));
        assertThat(largest.failures()).as("%s", largest).isEmpty();
    }

    @Test
    @Tag("nightly")
    void what_once_was_a_fault_of_the_largest_pack_is_borne_by_every_command() throws IOException {
        DatasetWalk largest = ofRareEarths();

        largest.walk(onceInTheLargest(largest), FEW, Duration.ofHours(1), random, line -> {});
        assertThat(largest.failures()).as("%s", largest).isEmpty();
    }

    /** A half year beside a year, holders of two kinds, rates of one day, and years to forecast for which Control has no room. */
    private static List<Change> onceInTheLargest(DatasetWalk walk) {
        return List.of(
                walk.change("figures", 175, "period", Where.CELL, "H1 2025"),
                walk.change("quotas", 2, "holder", Where.COLUMN, "one"),
                walk.change("exchange-rates", 90, "date", Where.COLUMN, "FY2024"),
                walk.change("editions", 4, "released", Where.CELL, "2100"));
    }

    private DatasetWalk ofNew() throws IOException {
        assertThat(Cli.run("new", "tin", "--in", folder.toString()).code()).isZero();
        return new DatasetWalk(folder.resolve("tin"), "assumption/quota-growth/Base=3", folder, SLOW);
    }

    private DatasetWalk ofRareEarths() throws IOException {
        return new DatasetWalk(
                Cli.BUNDLED.home().orElseThrow().resolve("rare-earths"),
                "assumption/myanmar-output/Base=15000",
                folder,
                SLOW);
    }

    /** @param sample how many are tried in a build */
    private void walk(DatasetWalk walk, List<Change> changes, int handful, int sample) {
        if (MINUTES > 0) {
            walk.walk(changes, handful, Duration.ofMinutes(MINUTES), random, System.out::println);
        } else {
            walk.walk(DatasetWalk.some(changes, sample, random), handful, Duration.ofHours(1), random, line -> {});
        }
        assertThat(walk.failures()).as("%s", walk).isEmpty();
    }
}
