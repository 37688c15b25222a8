package org.lodestone.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void a_png_of_any_kind_of_colours_is_whole_interlaced_or_not(int type) throws IOException {
        for (int width : new int[] {32, 33, 47}) {
            for (int progressive : new int[] {ImageWriteParam.MODE_DISABLED, ImageWriteParam.MODE_DEFAULT}) {
                byte[] png = png(new BufferedImage(width, 35, type), progressive);

                assertThat(Logo.of(png).width()).isEqualTo(width);
            }
        }
    }

    private static byte[] png(BufferedImage picture, int progressive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive);
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        return out.toByteArray();
    }

    @Test
    void a_png_without_all_its_pixels_is_refused() throws IOException {
        byte[] png = png(32, 32);
        byte[] half = new byte[16 * (1 + 32 * 3)];

        assertNotWhole(withPixels(png));
        assertNotWhole(withPixels(png, chunk("IDAT", new byte[0])));
        assertNotWhole(withPixels(png, chunk("IDAT", packed(half))));
        assertNotWhole(
                withPixels(png, chunk("IDAT", packed(new byte[1 << 24])))); // and no more are unpacked than it has
        assertThat(Logo.of(withPixels(png, chunk("IDAT", packed(new byte[2 * half.length]))))
                        .width())
                .isEqualTo(32);
    }

    /** The header and the end of a PNG, and other parts between them. */
    private static byte[] withPixels(byte[] png, byte[]... parts) {
        byte[] header = Arrays.copyOf(png, 8 + 12 + 13);
        return Bytes.concat(header, Bytes.concat(parts), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] summed = Bytes.concat(type.getBytes(UTF_8), data);
        CRC32 sum = new CRC32();
        sum.update(summed);
        return Bytes.concat(Ints.toByteArray(data.length), summed, Ints.toByteArray((int) sum.getValue()));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
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
                .withMessage(
                        "The logo has over 1048576 bytes, the most that a pack should carry. Save it with fewer pixels or"
                                + " colours.");
    }
}
