package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.pack.ResearchPack;
import org.rapaio.jupyter.kernel.global.Global;

/** What the kernel makes of our values, once it has found the library on its class path. */
class JupyterDisplayTest {

    private static Map<String, Object> shown(Object value) {
        return Global.displaySystem().render(value).data();
    }

    @Test
    void a_listing_is_a_table_and_text_where_no_table_can_be_shown() {
        Listing<String> listing = Listing.of(List.of("Lynas")).words("Company", name -> name);

        assertThat(shown(listing))
                .containsEntry("text/html", listing.toHtml())
                .containsEntry("text/plain", listing + "");
    }

    @Test
    void a_part_of_a_pack_is_all_of_its_tables() {
        assertThat(shown(ResearchPack.of(Datasets.open("rare-earths"))
                        .part("Chain")
                        .orElseThrow()))
                .extractingByKey("text/html")
                .asString()
                .contains("Share of each stage by country, %", "<td style=\"text-align:right\">68.5%</td>")
                .contains("<td style=\"text-align:left\">Metals and alloys</td>");
    }

    @Test
    void a_chart_is_its_image() throws IOException {
        ColumnChart chart = ColumnChart.of(List.of("China"), "China mines most", "Share", "Source: USGS.")
                .part("Share", column -> 0.685);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                Base64.getMimeDecoder().decode(shown(chart).get("image/png").toString())));

        assertThat(image.getWidth()).isEqualTo(chart.image().getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(image.getRGB(500, 400))
                .as("a column")
                .isEqualTo(chart.image().getRGB(500, 400))
                .isEqualTo(0xFF1F4E79);
    }
}
