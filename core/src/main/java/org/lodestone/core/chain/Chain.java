package org.lodestone.core.chain;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.Graph;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stages of a supply chain in order, and what feeds what. */
public record Chain(ImmutableList<Stage> stages) {

    /** Refuses a stage that feeds one that is not there, and a chain that leads back to where it came from. */
    public Chain {
        for (Stage stage : stages) {
            for (String fed : stage.feeds()) {
                if (stages.stream().noneMatch(other -> other.id().equals(fed))) {
                    throw new IllegalArgumentException(
                            "Stage '" + stage.id() + "' feeds '" + fed + "', which is no stage of the chain.");
                }
            }
        }
        stages = ImmutableList.sortedCopyOf(Comparator.comparingInt(Stage::order), stages);
        if (Graphs.hasCycle(graph(stages))) {
            throw new IllegalArgumentException("The stages " + stages.stream().map(Stage::id).toList()
                    + " feed one another in a circle. Take out the link that runs backwards.");
        }
    }

    public static Chain of(List<Stage> stages) {
        return new Chain(ImmutableList.copyOf(stages));
    }

    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** The stages and what feeds what. */
    public ImmutableGraph<Stage> graph() {
        return ImmutableGraph.copyOf(graph(stages));
    }

    private static Graph<Stage> graph(List<Stage> stages) {
        var graph = GraphBuilder.directed().allowsSelfLoops(true).<Stage>build();
        stages.forEach(graph::addNode);
        for (Stage from : stages) {
            stages.stream().filter(to -> from.feeds().contains(to.id())).forEach(to -> graph.putEdge(from, to));
        }
        return graph;
    }
}
