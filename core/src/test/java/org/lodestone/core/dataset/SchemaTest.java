package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.project.Project.Heavies;
import org.lodestone.core.project.Status;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Verdict;

class SchemaTest {

    private static final Path RARE_EARTHS = Path.of("../examples/data/rare-earths/datapackage.json");

    private static final ImmutableMap<String, Class<? extends Enum<?>>> CHOICES =
            ImmutableMap.<String, Class<? extends Enum<?>>>builder()
                    .put("measures.kind", Measure.Kind.class)
                    .put("figures.how", How.class)
                    .put("figures.reliability", Reliability.class)
                    .put("quotas.ore", Ore.class)
                    .put("quotas.holder_kind", Holder.Kind.class)
                    .put("quota-holders.role", QuotaRole.Role.class)
                    .put("projects.status", Status.class)
                    .put("projects.heavies", Heavies.class)
                    .put("dates.status", Event.Status.class)
                    .put("trade.flow", TradeFlow.Flow.class)
                    .put("assumptions.origin", Assumption.Origin.class)
                    .put("scenarios.demand_path", Scenario.Interpolation.class)
                    .put("limits.limit", Limit.Kind.class)
                    .put("limits.path", Limit.Path.class)
                    .put("pipeline.counts", PipelineLine.Counts.class)
                    .put("conclusions.kind", Conclusion.Kind.class)
                    .put("drivers.as", Driver.As.class)
                    .put("drivers.drawn", Driver.Drawn.class)
                    .put("shocks.change", Shock.Change.class)
                    .put("claims.finding", ClaimKind.class)
                    .put("claims.expected", Verdict.class)
                    .buildOrThrow();

    @Test
    void every_column_of_a_table_is_described() {
        assertThat(Table.all()).allSatisfy(table -> {
            assertThat(table.title()).isNotBlank();
            assertThat(table.columns()).extracting(Column::description).noneMatch(String::isBlank);
        });
    }

    @Test
    void the_words_of_a_column_are_those_that_are_read() {
        CHOICES.forEach((name, words) -> {
            List<String> parts = Splitter.on('.').splitToList(name);
            assertThat(Table.named(parts.get(0)).column(parts.get(1)).cell().words())
                    .as(name)
                    .containsExactlyElementsOf(Stream.of(words.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        });
    }

    @Test
    void a_foreign_key_is_to_ids_of_a_table() {
        assertThat(Table.all().stream()
                        .flatMap(table -> table.columns().stream())
                        .flatMap(column -> column.cell().foreignKey().stream()))
                .isNotEmpty()
                .allSatisfy(referred -> assertThat(referred.key()).containsExactly("id"));
    }

    @Test
    void the_tables_of_rare_earths_are_described_in_the_same_words() throws IOException {
        JsonNode resources = new ObjectMapper().readTree(RARE_EARTHS.toFile()).path("resources");
        // all of it could be read, its totals are told in one unit, and no daily closes are at hand: no table of these
        // three
        assertThat(resources).hasSize(Table.all().size() - 3);
        for (JsonNode resource : resources) {
            Table<?> table = Table.named(resource.path("name").asText());
            assertThat(resource).isEqualTo(Schema.resource(table, Table.all()));
        }
    }
}
