package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.ChainTables;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.dataset.DatasetWriter;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.Difference;
import org.lodestone.reports.comparison.WhatIf;

/** A table that an analyst declares is read, written, compared and typed into as those of every dataset are. */
class OwnTableComparedTest {

    /** What licences of a month allow to be exported. */
    record Licence(Place country, String stage, Period month, Observation amount, Unit unit, Citation citation) {}

    static final Table<Licence> LICENCES = Table.of("licences", "Export licences", t -> {
        var country = t.key("country*", PLACE, Licence::country);
        var stage = t.key("stage*", id(ChainTables.STAGES), Licence::stage, "Identifier of a stage");
        var month = t.key("month*", PERIOD, Licence::month, "Month in which they were granted");
        var amount = t.amount("licensed*", Licence::amount, "unit*", Licence::unit);
        t.cites(Licence::citation).sources();
        t.fact("licence").typed(3, "licence/China/magnets/2026-11=400");
        return row -> new Licence(
                row.get(country),
                row.get(stage),
                row.get(month),
                row.get(amount.value()),
                row.get(amount.unit()),
                row.citation());
    });

    @TempDir
    Path folder;

    private static Dataset with(String... amounts) {
        List<Licence> rows = new ArrayList<>();
        for (String amount : amounts) {
            rows.add(new Licence(
                    Place.parse("China"),
                    "magnets",
                    Period.parse("2026-0" + (rows.size() + 4)),
                    Observation.parse(amount),
                    Unit.parse("t gross"),
                    Citation.of("usgs-mcs-2025")));
        }
        return RareEarths.dataset().toBuilder().rows(LICENCES, rows).build();
    }

    @Test
    void it_is_written_with_its_schema_and_read_back() throws IOException {
        Dataset dataset = with("350", "410");

        DatasetWriter.write(dataset, folder.resolve("own"));

        assertThat(Files.readString(folder.resolve("own/licences.csv"))).isEqualTo("""
                        country,stage,month,licensed,unit,sources,reliability
                        China,magnets,2026-04,350,t gross,usgs-mcs-2025,read
                        China,magnets,2026-05,410,t gross,usgs-mcs-2025,read
                        """);
        assertThat(Files.readString(folder.resolve("own/datapackage.json")))
                .contains("\"Export licences\"", "\"Month in which they were granted\"");
        Dataset read =
                DatasetReader.read(folder.resolve("own"), List.of(LICENCES)).orElseThrow();
        assertThat(read).isEqualTo(dataset);
        assertThat(read.rows(LICENCES)).hasSize(2);
    }

    @Test
    void what_is_wrong_in_it_is_told_as_of_any_table() throws IOException {
        DatasetWriter.write(with("350"), folder.resolve("own"));
        Path file = folder.resolve("own/licences.csv");
        Files.writeString(file, Files.readString(file).replace("magnets", "magnet"));

        assertThat(DatasetReader.read(folder.resolve("own"), List.of(LICENCES)).problems())
                .extracting(Object::toString)
                .containsExactly("licences.csv:2: stage: 'magnet' is not in stages.csv. Did you mean 'magnets'?");
        assertThat(DatasetReader.read(folder.resolve("own")).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("is not a table that is known"));
    }

    @Test
    void what_changed_in_it_is_told_as_a_fact_and_as_a_row() {
        Comparison comparison = Comparison.of(with("350", "410"), with("350", "500", "380"));

        assertThat(comparison.differences())
                .extracting(one -> one.kind() + " " + one.key())
                .containsExactly(
                        Difference.Kind.REVISED + " licence/China/magnets/2026-05",
                        Difference.Kind.NEW + " licence/China/magnets/2026-06");
        assertThat(comparison.tables()).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("licences");
            assertThat(one.untold()).isEmpty();
        });
    }

    @Test
    void a_fact_of_it_can_be_typed() {
        WhatIf whatIf = WhatIf.of(with("350", "410"), List.of("licence/China/magnets/2026-05=500"));

        assertThat(whatIf.after().rows(LICENCES))
                .extracting(row -> row.month() + " " + row.amount())
                .containsExactly("2026-04 350", "2026-05 500");
    }
}
