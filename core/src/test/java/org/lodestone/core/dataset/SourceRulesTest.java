package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.problem.Problem;

class SourceRulesTest {

    @TempDir
    Path folder;

    private Reading reading(String url) {
        return TinyDataset.in(folder)
                .table(
                        "sources",
                        "id,citation,url",
                        "usgs-2025,USGS MCS 2025," + url,
                        "usgs-2026,USGS MCS 2026,https://doi.org/10.3133/mcs2026")
                .read();
    }

    @Test
    void an_address_of_a_staging_copy_is_told_with_its_line_its_host_and_what_to_do() {
        Reading reading = reading("https://ic-staging.stockanalysis.com/quote/tsx/NEO/statistics");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orElseThrow().sources()).hasSize(2);
        assertThat(reading.notes())
                .extracting(Problem::toString)
                .containsExactly(
                        "sources.csv:2: url: 'ic-staging.stockanalysis.com' is a host for trials or of a network of"
                                + " one's own, which readers of the source may not reach. Give the address on the public site, and say"
                                + " in the citation if it was not opened there; or leave it empty.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://staging.reportify.cn/reports/1158078723124236288",
                "https://staging1.creamermedia.com/article/peak-ramps-up",
                "https://stock-analysis-sveltekit.pages.dev/stocks/mp",
                "https://Preview.example.co.uk/note",
                "https://note-git-main.vercel.app/a",
                "http://localhost:8080/note.html",
                "http://research/note.html",
                "http://research.internal/note.html",
                "http://research.private/note.html",
                "http://printer.home.arpa/note.html",
                "http://192.168.1.20/note.html",
                "http://127.0.0.1/note.html",
                "http://[::1]/note.html"
            })
    void trials_and_networks_of_ones_own_are_told(String url) {
        assertThat(reading(url).notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stockanalysis.com/quote/tsx/NEO/statistics",
                // the name of a site is its own
                "https://stage.com/news",
                "https://www.staging.co.uk/news",
                "https://samarium.dev/prices",
                "https://d18rn0p25nwr6d.cloudfront.net/report.pdf",
                "https://backstage.example.com/a",
                "http://151.101.1.69/page",
                "mailto:library@example.org",
                ""
            })
    void public_sites_are_not(String url) {
        assertThat(reading(url).notes()).isEmpty();
    }
}
