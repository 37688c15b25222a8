package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/** What the finding of a part says while figures that it sums are known, and once they are not. */
class KnownAmountsTest {

    private static final List<String> PLACES = List.of("Japan", "Belgium", "Canada");
    private static final Map<String, String> AMOUNTS = Map.of("Japan", "5500", "Belgium", "3000", "Canada", "2500");

    private final Part.Builder part = Part.titled("Recycling", "What plants can recycle");
    private final Function<String, Key> amount = part.figures(
            "capacity",
            PLACES,
            place -> Observation.parse(AMOUNTS.get(place)),
            place -> Unit.parse("t magnets"),
            place -> Citation.of("example"));
    private final Key total = part.calculated("total", sum(span(PLACES, amount)));

    /** The finding with some figures withheld. */
    private String found(String template, Wording words, String... withheld) {
        part.finding("Recycling", template, words);
        Part made = part.build();
        Model model = made.model();
        Map<Key, Value> typed = Stream.of(withheld).collect(Collectors.toMap(amount, place -> Value.of("W")));
        return made.findings().get(0).found().text(model.valuesWith(typed));
    }

    private String all(String... withheld) {
        return found("Plants can recycle {total:0} t.", words().with("total", total), withheld);
    }

    @Test
    void it_is_the_sentence_while_all_is_known() {
        assertThat(all()).isEqualTo("Plants can recycle 11,000 t.");
    }

    @Test
    void it_is_of_those_that_are_known_where_one_is_withheld() {
        assertThat(all("Belgium")).isEqualTo("Plants can recycle 8,000 t (2 of 3 figures are known).");
    }

    @Test
    void a_share_of_a_sum_is_not_known_where_the_table_cannot_tell_it() {
        Key share = part.calculated("share", amount.apply("Japan").over(total));

        assertThat(found("Japan has {share:0.0%}", words().with("share", share)))
                .isEqualTo("Japan has 50.0%");
        assertThat(found("Japan has {share:0.0%}", words().with("share", share), "Belgium"))
                .isEqualTo("Not known: a figure behind it is missing");
        assertThat(part.build()
                        .model()
                        .valuesWith(Map.of(amount.apply("Belgium"), Value.of("W")))
                        .of(share)
                        .isMissing())
                .isTrue();
    }

    @Test
    void a_sum_in_another_size_is_of_those_that_are_known() {
        Key inThousands = part.calculated("in kt", total.over(Definitions.THOUSAND));

        assertThat(found("Plants can recycle {kt:0.0} kt.", words().with("kt", inThousands), "Belgium"))
                .isEqualTo("Plants can recycle 8.0 kt (2 of 3 figures are known).");
    }

    @Test
    void where_none_is_known_it_says_so() {
        assertThat(all("Belgium", "Japan", "Canada")).isEqualTo("Not known: a figure behind it is missing.");
    }

    @Test
    void words_of_ones_own_go_before() {
        assertThat(found("Plants: {total:0} t.|Belgium does not say.", words().with("total", total), "Belgium"))
                .isEqualTo("Belgium does not say.");
    }

    @Test
    void a_sentence_that_sums_nothing_says_that_a_figure_is_missing() {
        Wording japan = words().with("one", amount.apply("Japan"));

        assertThat(found("Japan: {one:0} t", japan, "Japan")).isEqualTo("Not known: a figure behind it is missing");
    }

    @Test
    void a_sentence_of_another_figure_stands() {
        assertThat(found("Japan: {one:0} t", words().with("one", amount.apply("Japan")), "Belgium"))
                .isEqualTo("Japan: 5,500 t");
    }
}
