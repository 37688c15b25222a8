package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Stage;

/** The rules for all stages together: each feeds others that are there, and none, however indirectly, itself. */
record ChainRules(Tables tables) {

    /** The chain, without what a stage feeds where that is unknown or would close a circle. */
    Chain sound() {
        Chain chain = Chain.of(List.of());
        List<Stage> sound = new ArrayList<>();
        for (RowWithLine<Stage> line : tables.lines(ChainTables.STAGES)) {
            Stage stage = withKnownFeeds(line);
            try {
                sound.add(stage);
                chain = Chain.of(within(sound));
            } catch (IllegalArgumentException e) {
                line.problem("feeds", e);
                sound.set(sound.size() - 1, withFeeds(stage, List.of()));
                chain = Chain.of(within(sound));
            }
        }
        return chain;
    }

    private Stage withKnownFeeds(RowWithLine<Stage> line) {
        List<String> fed = new ArrayList<>();
        for (String id : line.row().feeds()) {
            try {
                fed.add(tables.known(ChainTables.STAGES).require(id));
            } catch (IllegalArgumentException e) {
                line.problem("feeds", e);
            }
        }
        return withFeeds(line.row(), fed);
    }

    /** The stages, each feeding only others among them. */
    private static List<Stage> within(List<Stage> stages) {
        List<String> ids = stages.stream().map(Stage::id).toList();
        return stages.stream()
                .map(stage -> withFeeds(
                        stage, stage.feeds().stream().filter(ids::contains).toList()))
                .toList();
    }

    private static Stage withFeeds(Stage stage, List<String> feeds) {
        return new Stage(stage.id(), stage.order(), stage.name(), ImmutableList.copyOf(feeds), stage.description());
    }
}
