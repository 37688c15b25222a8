package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** A spreadsheet program counts an empty cell as zero; a pack counts it as missing, as Java does, wherever it is read. */
@Order(1)
class EmptiedCellsTest {

    /** A share of all inputs at a time: of lithium each, of rare earths some, drawn by a seed. */
    @ParameterizedTest
    @CsvSource({"lithium, 8, 8", "rare-earths, 40, 3"})
    void whatever_cells_are_emptied_all_others_come_to_what_java_says(String name, int shares, int tried)
            throws IOException {
        Office.assumeInstalled();
        WrittenPack pack = Bundled.pack(name);
        List<Key> inputs = new ArrayList<>(pack.placement().homes().keySet().stream()
                .filter(key -> pack.report().model().content(key).isInput())
                .toList());
        Collections.shuffle(inputs, new Random(26));
        List<List<Key>> edits =
                Lists.partition(inputs, inputs.size() / shares + 1).subList(0, tried);
        Map<List<Key>, Cells> emptied = emptied(pack, edits);
        for (List<Key> edit : edits) {
            requireJavas(pack, edit, emptied.get(edit));
        }
    }

    private Map<List<Key>, Cells> emptied(WrittenPack pack, List<List<Key>> edits) throws IOException {
        Map<List<Key>, Map<Spot, Object>> typed = new LinkedHashMap<>();
        for (List<Key> edit : edits) {
            Map<Spot, Object> cells = new HashMap<>();
            edit.forEach(key -> cells.put(pack.home(key), ""));
            typed.put(edit, cells);
        }
        return Recalculation.recalculated(pack.file(), typed);
    }

    private static void requireJavas(WrittenPack pack, List<Key> edit, Cells cells) {
        Values values = values(pack, edit);
        pack.placement().homes().forEach((key, home) -> {
            if (pack.report().model().calculation(key).isPresent()) {
                cells.requireEqual(home, key, values.of(key));
            }
        });
        for (SheetPlan plan : pack.placement().sheets()) {
            if (plan.group().isCore()) {
                for (SheetPlan.Item item : plan.items()) {
                    Optional<Key> elsewhere = item.body().asElsewhere();
                    elsewhere.ifPresent(key ->
                            cells.requireEqual(item.spot(), key, values.of(key).repeated()));
                }
            }
        }
    }

    private static Values values(WrittenPack pack, List<Key> edit) {
        Map<Key, Value> empty = new HashMap<>();
        edit.forEach(key -> empty.put(key, Value.empty()));
        return pack.report().model().valuesWith(empty);
    }

    @Test
    void an_amount_that_is_emptied_is_not_known_and_not_zero() throws IOException {
        Office.assumeInstalled();
        WrittenPack lithium = Bundled.pack("lithium");
        Key emptied = lithium.placement().homes().keySet().stream()
                .filter(key -> key.toString().equals("Mine production, Australia, 2025, MCS2026"))
                .findFirst()
                .orElseThrow();

        Cells cells = emptied(lithium, List.of(List.of(emptied))).get(List.of(emptied));
        assertThat(cells.text(new Spot("Mining", 2, 1)))
                .isEqualTo("The share of Australia in known mine production of 2025 is not known: a figure is missing");
        requireJavas(lithium, List.of(emptied), cells);
    }
}
