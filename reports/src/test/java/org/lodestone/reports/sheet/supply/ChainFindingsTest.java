package org.lodestone.reports.sheet.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

class ChainFindingsTest {

    private static Stream<String> texts(Section page, Values values) {
        return Stream.concat(
                page.head().map(sentence -> sentence.text(values)),
                page.rows().flatMap(row -> row.texts(values).stream()));
    }

    /** Of cobalt China mines 0.6%; of lithium Chile and Argentina have mines and plants too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rare-earths | 1 China holds the chain   | ● Holds where measured | Only China is known to hold all 3 stages
            lithium     | 1 China holds refining    | ● Holds                | 3 countries are known to hold both stages
            cobalt      | 1 China holds refining    | ● Holds                | No country is known to hold all 3 stages
            """)
    void who_holds_the_chain_on_the_front_page_is_who_the_page_on_the_chain_says(
            String name, String step, String verdict, String whole) {
        Report report = BundledPack.of(name).report();
        Values values = report.model().values();

        assertThat(texts(page(report, "Front"), values).map(ChainFindingsTest::plain))
                .contains(step, verdict);
        assertThat(texts(page(report, "Chain"), values))
                .anySatisfy(text -> assertThat(text).startsWith(whole));
    }

    /** The words of a step, which lead on by an arrow. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Z}\\s→]+", " ").strip();
    }

    private static Section page(Report report, String name) {
        return report.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
