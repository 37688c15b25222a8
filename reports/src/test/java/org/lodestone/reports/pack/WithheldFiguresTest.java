package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Saying;

/**
 * The sentences of core sheets where a published figure is withheld: each has words of its own, and none gives a number
 * that is not known.
 */
class WithheldFiguresTest {

    private static final Value WITHHELD = Value.of("W");

    /** A missing number within words, a gap where one was left out, or no words of its own. */
    private static final Pattern UNSAID =
            Pattern.compile("n/a.|.n/a| {2}| [.,;:)]|^ .|. $|" + Pattern.quote(Saying.NOT_KNOWN));

    /** @param every only each so many of the figures is tried */
    @ParameterizedTest
    @CsvSource({"rare-earths, 8", "lithium, 1", "graphite, 1", "tungsten, 1"})
    void no_sentence_says_a_number_that_is_not_known(String commodity, int every) {
        Report report = ResearchPack.of(DatasetReader.read(Path.of("../examples/data", commodity))
                        .orElseThrow())
                .report();
        Set<Key> shown = core(report);
        List<Key> figures = figures(report, shown);
        SetMultimap<Term, Key> tables = LinkedHashMultimap.create();
        figures.forEach(figure -> tables.put(figure.what(), figure));

        IntStream.range(0, figures.size())
                .filter(i -> i % every == 0)
                .mapToObj(figures::get)
                .forEach(figure -> everySentenceIsSaid(report, shown, Set.of(figure)));
        tables.asMap().values().stream()
                .filter(table -> table.size() > 1)
                .forEach(table -> everySentenceIsSaid(report, shown, table));
    }

    private static void everySentenceIsSaid(Report report, Set<Key> shown, Collection<Key> withheld) {
        Model model = report.model();
        Values values =
                model.valuesWith(withheld.stream().collect(Collectors.toMap(Function.identity(), figure -> WITHHELD)));
        for (Key key : shown) {
            String text = values.of(key).asText().orElse("");
            assertThat(UNSAID.matcher(text).find())
                    .as("“%s” of %s, with %s withheld", text, key, withheld)
                    .isFalse();
        }
    }

    /** All that is calculated and stands on a core sheet. */
    private static Set<Key> core(Report report) {
        Set<Key> keys = new LinkedHashSet<>();
        report.sections().stream().filter(section -> section.group().isCore()).forEach(section -> {
            section.head().flatMap(Block.Sentence::keys).forEach(keys::add);
            section.allBlocks().forEach(block -> block.keys().forEach(keys::add));
        });
        keys.removeIf(key -> report.model().calculation(key).isEmpty());
        return keys;
    }

    /** The published numbers on which these rest. */
    private static List<Key> figures(Report report, Set<Key> shown) {
        return report.model().inputsOf(shown).stream()
                .filter(key -> report.model().content(key).asFigure().isPresent())
                .filter(key -> report.model().value(key).isNumber())
                .toList();
    }
}
