package org.lodestone.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoTest {

    /** A black picture. */
    static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void knows_its_size_and_gives_its_bytes_back() throws IOException {
        byte[] png = png(240, 60);

        Logo logo = Logo.of(png);

        assertThat(logo.width()).isEqualTo(240);
        assertThat(logo.height()).isEqualTo(60);
        assertThat(logo.png()).isEqualTo(png);
        assertThat(logo).isEqualTo(Logo.of(png)).hasToString("logo of 240 × 60 pixels");
    }

    @ParameterizedTest
    @CsvSource({"31, 60", "60, 31", "2001, 60"})
    void a_side_that_no_head_of_a_page_can_show_is_refused(int width, int height) throws IOException {
        byte[] png = png(width, height);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logo.of(png))
                .withMessage(
                        "The logo has " + width + " × " + height + " pixels. Give its sides 32 to 2000 pixels each.");
    }

    @Test
    void what_is_no_png_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logo.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8)))
                .withMessage("The logo is not a PNG. Save it as one.");
    }

    @Test
    void every_png_that_was_cut_or_changed_is_refused() throws IOException {
        byte[] png = png(32, 32);
        for (int length = Long.BYTES; length < png.length; length++) {
            byte[] cut = Arrays.copyOf(png, length);
            assertNotWhole(cut);
        }
        for (int i = Long.BYTES; i < png.length; i++) {
            byte[] changed = png.clone();
            changed[i] ^= 0x10;
            assertNotWhole(changed);
        }
    }

    private static void assertNotWhole(byte[] png) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logo.of(png))
                .withMessage("The logo is a PNG that is not whole. Save it anew.");
    }

    @Test
    void more_than_a_megabyte_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logo.of(new byte[(1 << 20) + 1]))
                .withMessage("The logo has 1048577 bytes, and may have 1048576. Save it with fewer pixels or colours.");
    }
}
