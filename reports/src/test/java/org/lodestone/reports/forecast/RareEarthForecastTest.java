package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.dataset.Reading;
import org.lodestone.reports.formula.Values;

class RareEarthForecastTest {
    @Test
    void scratch() {
        Reading reading = DatasetReader.read(Path.of("../examples/data/rare-earths"));
        reading.problems().forEach(System.out::println);
        Dataset d = reading.dataset().orElseThrow();
        ForecastStudy study = ForecastStudy.of(d).orElseThrow();
        System.out.println("model " + study.model().contents().size());
        Values v = study.model().values();
        for (Outcome o : study.scenarioOutcomes()) {
            System.out.println(o.in());
            o.headlines().forEach(h -> System.out.println("  " + h.name() + " " + v.of(h.key())));
            o.supplies()
                    .forEach(s -> s.years().forEach(y -> {
                        System.out.print(y + " ");
                        s.places()
                                .forEach(p -> System.out.printf(
                                        "%s %.1f ", p, v.number(s.amount(p, y)).orElse(-1)));
                        System.out.println(v.number(s.total(y)));
                    }));
            o.balances()
                    .forEach(b -> b.years()
                            .forEach(y -> System.out.printf(
                                    "%s d %.2f s %.2f bal %.3f unmet %.2f%n",
                                    y,
                                    v.number(b.demand(y)).orElse(-1),
                                    v.number(b.secondary(y)).orElse(-1),
                                    v.number(b.after(y)).orElse(-99),
                                    v.number(b.unmet(y)).orElse(-99))));
            o.replacements()
                    .forEach(r ->
                            System.out.println(v.of(r.half()) + " " + v.of(r.all()) + " " + v.of(r.outlookHalf())));
            o.conclusions().forEach(c -> System.out.println(c.statement() + " " + v.of(o.holds(c))));
        }
        assertThat(1).isEqualTo(1);
    }
}
