package org.lodestone.examples.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The papers of the largest dataset, of the smallest, and of a table of companies. */
@Order(1)
class PrintedPagesTest extends PagesOnPaper {

    static final List<String> PRINTED = List.of("rare-earths", "germanium", "universe");

    PrintedPagesTest() {
        super("pages", PRINTED);
    }

    @Test
    void a_universe_has_one_page_of_reasons_and_its_companies_are_looked_up() {
        assertThat(pages("universe"))
                .extracting(PrintedPage::sheet)
                .containsExactly("Front", "Control", "Screen", "Screen", "Reasons");
    }
}
