package org.lodestone.core.chain;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.MutableGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;

/** The stages of a supply chain, from the ground on. What a stage feeds is never, however indirectly, the stage itself. */
public record Chain(ImmutableList<Stage> stages) {

    /**
     * The stages in their order. Throws if two have the same id, if one feeds a stage that is not there, or if the
     * chain runs in a circle.
     */
    public Chain {
        stages = ImmutableList.sortedCopyOf(Comparator.comparingInt(Stage::order), stages);
        ImmutableGraph<String> feeds = feeds(stages);
        if (Graphs.hasCycle(feeds)) {
            throw new IllegalArgumentException("The chain runs in a circle: " + String.join(" → ", circle(feeds))
                    + ". Remove one of these from the column feeds.");
        }
    }

    /** A chain of {@code stages}; refuses an unknown stage among those fed, and a circle. */
    public static Chain of(List<Stage> stages) {
        return new Chain(ImmutableList.copyOf(stages));
    }

    /** The stage of an id; empty if there is none. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    private static ImmutableGraph<String> feeds(ImmutableList<Stage> stages) {
        List<String> ids = stages.stream().map(Stage::id).toList();
        MutableGraph<String> graph = GraphBuilder.directed()
                .allowsSelfLoops(true)
                .nodeOrder(ElementOrder.<String>insertion())
                .build();
        for (Stage stage : stages) {
            if (!graph.addNode(stage.id())) {
                throw new IllegalArgumentException("'" + stage.id() + "' is the id of two stages. Rename one.");
            }
        }
        for (Stage stage : stages) {
            for (String fed : stage.feeds()) {
                if (!ids.contains(fed)) {
                    throw new IllegalArgumentException("'" + fed + "', which " + stage.id() + " feeds, is no stage. "
                            + Nearest.remedy(fed, ids, "Add it to the stages."));
                }
                graph.putEdge(stage.id(), fed);
            }
        }
        return ImmutableGraph.copyOf(graph);
    }

    /**
     * Stages in a circle, the first repeated at the end. Without the stages from which every way ends, a walk can only
     * come back to where it was.
     */
    private static List<String> circle(ImmutableGraph<String> feeds) {
        MutableGraph<String> endless = Graphs.copyOf(feeds);
        while (endless.nodes().stream()
                .filter(stage -> endless.outDegree(stage) == 0)
                .findFirst()
                .map(endless::removeNode)
                .orElse(false)) {}
        List<String> walk = new ArrayList<>();
        String stage = endless.nodes().iterator().next();
        while (!walk.contains(stage)) {
            walk.add(stage);
            stage = endless.successors(stage).iterator().next();
        }
        walk.add(stage);
        return walk.subList(walk.indexOf(stage), walk.size());
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(stages, "stage"), stages.stream().map(Stage::name).toList());
    }
}
