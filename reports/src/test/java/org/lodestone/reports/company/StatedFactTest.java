package org.lodestone.reports.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

class StatedFactTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                         | whole
            consolidated, year to 30 June                              | whole
            share of the rare earth permanent magnet capacity of China | whole
            attributable                                               | neither
            segment: Magnequench                                       | part
            Gansu Rare Earth (48.26%-held)                             | part
            """)
    void a_scope_names_the_whole_company_or_a_part_of_it(String scope, String is) {
        StatedFact stated = new StatedFact(
                new CompanyFact(
                        "688077.SH",
                        "magnet-capacity-share-china",
                        "2022",
                        Observation.parse("1.3"),
                        Unit.PERCENT,
                        scope,
                        "",
                        new Citation(ImmutableList.of("askci-2023-04-magnets"), Reliability.READ, How.REPORTED, "")),
                Term.of("fact").of(Subject.of("688077.SH")));

        assertThat(stated.isOfTheWhole()).isEqualTo(is.equals("whole"));
        assertThat(stated.isOfAPart()).isEqualTo(is.equals("part"));
    }
}
