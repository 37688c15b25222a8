package org.lodestone.core.dataset;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
import org.lodestone.core.project.Status;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Finding;
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
                    .put("claims.finding", Finding.class)
                    .put("claims.expected", Verdict.class)
                    .buildOrThrow();

    @Test
    void every_column_of_a_table_is_described() {
        for (Layout layout : Layout.ALL) {
            assertThat(Schema.title(layout)).isNotBlank();
            assertThat(Schema.columns(layout))
                    .as(layout.name())
                    .extracting(Schema.Column::name)
                    .containsExactlyElementsOf(layout.columns());
            assertThat(Schema.columns(layout))
                    .extracting(Schema.Column::description)
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void the_words_of_a_column_are_those_that_are_read() {
        Map<String, Schema.Column> columns = Layout.ALL.stream()
                .flatMap(layout -> Schema.columns(layout).stream())
                .collect(toMap(column -> column.table() + "." + column.name(), column -> column));
        CHOICES.forEach((name, words) -> assertThat(columns.get(name).words())
                .as(name)
                .containsExactlyElementsOf(Stream.of(words.getEnumConstants())
                        .map(Object::toString)
                        .toList()));
    }

    @Test
    void a_reference_is_to_ids_of_a_table() {
        for (Layout layout : Layout.ALL) {
            for (Schema.Column column : Schema.columns(layout)) {
                if (!column.refers().isEmpty()) {
                    assertThat(Layout.named(column.refers()).key()).containsExactly("id");
                }
            }
        }
    }

    @Test
    void the_tables_of_rare_earths_are_described_in_the_same_words() throws IOException {
        JsonNode resources = new ObjectMapper().readTree(RARE_EARTHS.toFile()).path("resources");
        assertThat(resources).hasSize(Layout.ALL.size() - 1); // all of it could be read: no table unread
        for (JsonNode resource : resources) {
            Layout layout = Layout.named(resource.path("name").asText());
            assertThat(resource).isEqualTo(Schema.resource(layout, ImmutableSet.copyOf(Layout.ALL)));
        }
    }
}
