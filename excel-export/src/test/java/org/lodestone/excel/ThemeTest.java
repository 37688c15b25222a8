package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.excel.Theme.Role;

class ThemeTest {

    private static final Colour BURGUNDY = Colour.parse("#5B1A2E");

    @TempDir
    private Path folder;

    private Theme read(String... lines) throws IOException {
        return Theme.read(Files.writeString(folder.resolve(Theme.FILE), String.join("\n", lines)));
    }

    /** The problems with a theme of these lines, each as a message reads. */
    private Stream<String> problems(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(Theme.FILE), String.join("\n", lines));
        try {
            Theme.read(file);
            return Stream.empty();
        } catch (DataException e) {
            return e.problems().stream().map(Problem::toString);
        }
    }

    @Test
    void says_what_differs_and_leaves_the_rest_as_it_is() throws IOException {
        Files.write(folder.resolve("harbour.png"), LogoTest.png(240, 60));

        Theme theme = read(
                "{",
                "  \"house\": \"Harbour Research\",",
                "  \"font\": \"Arial\",",
                "  \"logo\": \"harbour.png\",",
                "  \"colours\": {\"primary\": \"#5B1A2E\", \"series_4\": \"#999999\"}",
                "}");

        assertThat(theme.house()).contains("Harbour Research");
        assertThat(theme.font()).isEqualTo("Arial");
        assertThat(theme.logo())
                .hasValueSatisfying(logo -> assertThat(logo.width()).isEqualTo(240));
        assertThat(theme.colour(Role.PRIMARY)).isEqualTo(BURGUNDY);
        assertThat(theme.colour(Role.INK)).hasToString("#1A1F27");
        assertThat(theme.series())
                .extracting(Colour::toString)
                .as("the first series is as the primary colour")
                .containsExactly("#5B1A2E", "#0F6E6E", "#D0702A", "#999999", "#D8C9A8");
    }

    @Test
    void the_first_series_may_have_a_colour_of_its_own() throws IOException {
        Theme theme = read("{\"colours\": {\"primary\": \"#5B1A2E\", \"series_1\": \"#10304F\"}}");

        assertThat(theme.colour(Role.SERIES_1)).hasToString("#10304F");
    }

    @Test
    void is_the_standard_one_where_a_folder_has_none_or_it_says_nothing() throws IOException {
        assertThat(Theme.in(folder)).isEqualTo(Theme.STANDARD);
        assertThat(read("{}")).isEqualTo(Theme.STANDARD);
        assertThat(Theme.in(folder)).isEqualTo(Theme.STANDARD);
    }

    @Test
    void every_field_that_is_none_is_named_with_the_nearest_one() throws IOException {
        assertThat(problems(
                        "{",
                        "  \"font\": \"Arial\",",
                        "  \"fonts\": \"Arial\",",
                        "  \"colours\": {",
                        "    \"primry\": \"#10304F\",",
                        "    \"series_6\": \"#10304F\",",
                        "    \"turquoise\": \"#10304F\"",
                        "  }",
                        "}"))
                .containsExactly(
                        "theme.json:3: fonts: is not a field of a theme. Did you mean 'font'?",
                        "theme.json:5: primry: is not a field of the colours of a theme. Did you mean 'primary'?",
                        "theme.json:6: series_6: is not a field of the colours of a theme. Did you mean 'series_1'?",
                        "theme.json:7: turquoise: is not a field of the colours of a theme. The fields are ink, primary,"
                                + " grey, faint, hairline, strip, warning, input, input_fill, link, simulated, series_1,"
                                + " series_2, series_3, series_4, series_5, fan_light, fan_dark, heat.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "house": 5                         | house: '5' is not text. Put it in quotes.
            "house": " "                       | house: is empty. Give it as text, or leave the field out.
            "font": "Arial, \\"Bold\\""        | font: 'Arial, "Bold"' is not the name of a font. Write its family in up to 31 letters, digits, blanks and hyphens: Arial.
            "logo": "gone.png"                 | logo: 'gone.png' is not a file beside the theme. Put the PNG there, or correct its name.
            "logo": "../logo.png"              | logo: '../logo.png' is not a file beside the theme. Put the PNG there, or correct its name.
            "logo": "theme.json"               | logo: The logo is not a PNG. Save it as one.
            "colours": "#10304F"               | '#10304F' is not the colours of a theme. Put its fields in braces: {…}.
            "colours": {"ink": 10304}          | ink: '10304' is not text. Put it in quotes.
            "colours": {"ink": "10304F"}       | ink: '10304F' is not a colour. Write # and six digits from 0 to F, two each for red, green and blue: #10304F.
            """)
    void what_is_wrong_is_told_with_its_line_and_a_remedy(String field, String problem) throws IOException {
        assertThat(problems("{", field, "}")).containsExactly("theme.json:2: " + problem);
    }

    /** #777777 has a contrast of 4.48 to 1 with white; #8A929E, in which n/a stands, one of 3.14. */
    @Test
    void text_that_nobody_could_read_is_refused_and_signs_for_no_figure_may_stand_back() throws IOException {
        assertThat(problems(
                        "{\"colours\": {",
                        "  \"ink\": \"#777777\",",
                        "  \"faint\": \"#9A9A9A\",",
                        "  \"series_2\": \"#FFFFF0\"",
                        "}}"))
                .containsExactly(
                        "theme.json:2: ink: ink (#777777) on white can hardly be read: the contrast is 4.48 to 1, and 4.5 is"
                                + " the least. Make it darker.",
                        "theme.json:3: faint: faint (#9A9A9A) on white can hardly be read: the contrast is 2.81 to 1, and 3.0"
                                + " is the least. Make it darker.",
                        "theme.json:4: series_2: series_2 (#FFFFF0) on white can hardly be read: the contrast is 1.01 to 1,"
                                + " and 1.5 is the least. Make it darker.");
    }

    /** The one to change is the one that the theme gives: here the ground, with standard text on it. */
    @Test
    void a_ground_on_which_nobody_could_read_is_refused() throws IOException {
        assertThat(problems("{\"colours\": {", "\"strip\": \"#10304F\",", "\"input_fill\": \"#0033CC\"", "}}"))
                .containsExactly(
                        "theme.json:2: strip: ink (#1A1F27) on strip (#10304F) can hardly be read: the contrast is 1.23 to 1,"
                                + " and 4.5 is the least. Make the one darker or the other lighter.",
                        "theme.json:3: input_fill: input (#0033CC) on input_fill (#0033CC) can hardly be read: the contrast"
                                + " is 1.00 to 1, and 4.5 is the least. Make the one darker or the other lighter.");
    }

    @Test
    void one_put_together_in_code_is_held_to_the_same() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Theme.STANDARD.with(ImmutableMap.of(Role.WARNING, Colour.parse("#FFCC00"))))
                .withMessageStartingWith("warning (#FFCC00) on white can hardly be read: the contrast is 1.51 to 1");
        assertThat(Theme.STANDARD.with(ImmutableMap.of(Role.PRIMARY, BURGUNDY)).colour(Role.SERIES_1))
                .isEqualTo(BURGUNDY);
    }

    @Test
    void a_logo_of_gigabytes_is_refused_without_being_read() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.png").toFile(), "rw")) {
            large.setLength(8L << 30); // which takes no room on disk
        }
        Path file = Files.writeString(folder.resolve("theme.json"), "{\"logo\": \"large.png\"}");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Theme.read(file))
                .withMessageStartingWith("theme.json:1: logo: The logo has over 1048576 bytes");
    }

    @Test
    void a_logo_that_is_a_link_out_of_the_folder_is_refused() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Path outside = Files.write(folder.resolve("logo.png"), LogoTest.png(32, 32));
        Assumptions.assumeThat(folder.getFileSystem().supportedFileAttributeViews())
                .contains("posix");
        Files.createSymbolicLink(inside.resolve("linked.png"), outside);
        Path file = inside.resolve(Theme.FILE);

        for (String logo : List.of("linked.png", "../logo.png", outside.toString())) {
            Files.writeString(file, "{\"logo\": \"" + logo + "\"}");
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Theme.read(file))
                    .withMessage("theme.json:1: logo: '" + logo
                            + "' leads out of the folder. Put a copy of the PNG beside the theme.");
        }
    }

    @Test
    void a_file_that_is_not_there_or_no_object_is_told() throws IOException {
        assertThat(problems("[]"))
                .containsExactly("theme.json:1: is not an object. Put its fields in braces: {\"name\": …}.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Theme.read(folder.resolve("gone.json")))
                .withMessage("gone.json: is not there. Check its name.");
    }
}
