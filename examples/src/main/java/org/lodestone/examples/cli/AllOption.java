package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.reports.report.Block;
import picocli.CommandLine.Option;

/** Whether somebody asks for the rows that say nothing as well. */
final class AllOption {

    @Option(
            names = "--all",
            description = "Show all there is, also what a summary leaves out and rows that say none or n/a throughout")
    private boolean given;

    boolean isGiven() {
        return given;
    }

    /** A sentence on rows that are not shown, if any: {@code 1 row that says no break-even left out; --all shows it.} */
    static Optional<String> leftOut(long rows, String one, String many, String which) {
        String said = (rows == 1 ? "1 " + one : rows + " " + many) + " " + which + " left out; --all shows "
                + (rows == 1 ? "it." : "them.");
        return rows == 0 ? Optional.empty() : Optional.of(said);
    }

    /** The sentence that says so, as a block of a section. */
    static Optional<Block> prose(long rows, String one, String many, String which) {
        return leftOut(rows, one, many, which)
                .map(said -> new Block.Prose("", ImmutableList.of(Block.Sentence.plain(said))));
    }
}
