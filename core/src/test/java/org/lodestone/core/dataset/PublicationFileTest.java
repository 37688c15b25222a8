package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.research.Publication;

/** Who publishes a dataset, as {@code report.json} says. */
class PublicationFileTest {

    private static final Publication PLAIN = new Publication(
            "Rare earths",
            "",
            "Lodestone",
            "Not investment advice: the pack gives no rating, target price or recommendation.",
            "en",
            "",
            "");

    @TempDir
    private Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void dataset() {
        tiny = TinyDataset.in(folder);
    }

    private void report(String... lines) throws IOException {
        Files.writeString(folder.resolve("report.json"), String.join("\n", lines));
    }

    @Test
    void without_one_lodestone_publishes_under_the_name_of_the_resource() {
        assertThat(tiny.read().orElseThrow().publication()).isEqualTo(PLAIN);
    }

    @Test
    void what_it_says_is_taken_and_the_rest_stays() throws IOException {
        report("{", "  \"title\": \"Rare earths | Supply\",", "  \"author\": \"A. Analyst\"", "}");

        assertThat(tiny.read().orElseThrow().publication())
                .isEqualTo(PLAIN.withTitle("Rare earths | Supply").withAuthor("A. Analyst"));
    }

    @Test
    void every_field_can_be_said() throws IOException {
        report("{\"title\": \"T\", \"author\": \"A\", \"house\": \"H\", \"disclaimer\": \"D\", \"language\": \"en\"}");

        assertThat(tiny.read().orElseThrow().publication())
                .isEqualTo(new Publication("T", "A", "H", "D", "en", "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "titel": "T"       | titel: is not a field of a report. Did you mean 'title'?
            "rating": "buy"    | rating: is not a field of a report. Use one of: title, author, house, disclaimer, language, lead, price.
            "house": 5         | house: '5' is not text. Put it in quotes.
            "author": ["A"]    | author: '["A"]' is not text. Put it in quotes.
            "disclaimer": " "  | disclaimer: is empty. Give it as text, or leave the field out.
            "language": "de"   | language: 'de' is not a language in which packs are written. Use one of: en; or leave it out.
            "lead": "short"    | lead: 'short' is no conclusion: there is no conclusions.csv. Add it there, or leave the field out.
            "price": "ore"     | price: 'ore' is not a product of prices.csv. Use a product of it, or product and grade; or leave the field out.
            """)
    void what_is_wrong_is_told_with_its_line_and_a_remedy(String field, String problem) throws IOException {
        report("{", "\"title\": \"T\",", field, "}");

        assertThat(tiny.problems()).containsExactly("report.json:3: " + problem);
        assertThat(tiny.dataset().publication()).isEqualTo(PLAIN.withTitle("T"));
    }

    @Test
    void every_problem_of_one_is_told_at_once() throws IOException {
        report("{", "\"house\": 5,", "\"language\": \"fr\",", "\"autor\": \"A\"", "}");

        assertThat(tiny.problems())
                .extracting(problem -> problem.substring(0, 14))
                .containsExactly("report.json:2:", "report.json:3:", "report.json:4:");
    }

    @Test
    void the_conclusion_that_leads_is_one_of_the_dataset(@TempDir Path elsewhere, @TempDir Path forecasts)
            throws IOException {
        SmallForecast forecast = SmallForecast.in(forecasts);
        Files.writeString(forecasts.resolve("report.json"), "{\"lead\": \"tight\"}");
        Dataset leading = forecast.read().orElseThrow();
        Dataset.Builder mistaken = leading.toBuilder().publication(PLAIN.withLead("tigth"));

        Datasets.write(leading, elsewhere.resolve("leading"));

        assertThat(leading.publication().lead()).isEqualTo("tight");
        assertThat(Datasets.read(elsewhere.resolve("leading")).orElseThrow()).isEqualTo(leading);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(mistaken::build)
                .withMessage("report.json: lead: 'tigth' is not in conclusions.csv. Did you mean 'tight'?");
        Files.writeString(forecasts.resolve("report.json"), "{\n\"lead\": \"tigth\"}");
        assertThat(forecast.problems())
                .containsExactly("report.json:2: lead: 'tigth' is not in conclusions.csv. Did you mean 'tight'?");
    }

    @Test
    void is_written_with_the_dataset_as_far_as_it_says_more(@TempDir Path elsewhere) throws IOException {
        report("{\"title\": \"Rare earths\", \"author\": \"A. Analyst\"}");
        Dataset signed = tiny.read().orElseThrow();
        Dataset plain = signed.toBuilder().publication(PLAIN).build();

        Datasets.write(signed, elsewhere.resolve("signed"));
        Datasets.write(plain, elsewhere.resolve("plain"));

        assertThat(elsewhere.resolve("signed/report.json")).hasContent("""
                {
                  "author": "A. Analyst"
                }
                """);
        assertThat(Datasets.read(elsewhere.resolve("signed")).orElseThrow()).isEqualTo(signed);
        assertThat(elsewhere.resolve("plain/report.json")).doesNotExist();
        assertThat(plain).isNotEqualTo(signed);
    }

    @Test
    void goes_with_the_dataset_that_replaces_another(@TempDir Path elsewhere) throws IOException {
        Path place = elsewhere.resolve("place");
        report("{\"author\": \"A. Analyst\"}");
        Dataset signed = tiny.read().orElseThrow();
        Datasets.write(signed, place);

        Datasets.replace(signed.toBuilder().publication(PLAIN).build(), place);

        assertThat(place.resolve("report.json")).doesNotExist();
    }

    @Test
    void what_a_file_could_not_say_is_not_written(@TempDir Path elsewhere) {
        Dataset blank = tiny.read().orElseThrow().toBuilder()
                .publication(PLAIN.withHouse(" "))
                .build();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Datasets.write(blank, elsewhere.resolve("blank")))
                .withMessage("report.json:2: house: is empty. Give it as text, or leave the field out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.withLanguage("zh"))
                .withMessageStartingWith("'zh' is not a language in which packs are written.");
    }
}
