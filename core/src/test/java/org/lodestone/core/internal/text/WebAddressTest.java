package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pubs.usgs.gov/periodicals/mcs2025/mcs2025-rare-earths.pdf",
                "http://www.chinaccm.com:80/28/20160701",
                "https://www.miningweekly.com./article",
                "HTTPS://DOI.ORG/10.5066/P1WKQ63T",
                "https://my_desk.example.org/page",
                "https://localhost.news/page"
            })
    void a_name_that_all_know_is_public(String address) {
        assertThat(WebAddress.isPublic(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/figures.csv",
                "https://wiki/research/rare-earths",
                "https://LOCALHOST./page",
                "https://files.corp/rare-earths.xlsx",
                "https://printer.local",
                "https://wiki.desk.internal/page",
                "https://nas.home.arpa/page",
                "http://192.168.1.20/page",
                "http://10.0.0.5:9000/page",
                "http://127.0.0.1/page",
                "http://[::1]:8080/page",
                "mailto:desk@example.org",
                "file:///C:/figures.csv",
                "no address"
            })
    void a_machine_or_a_network_of_ones_own_is_not(String address) {
        assertThat(WebAddress.isPublic(address)).isFalse();
    }
}
