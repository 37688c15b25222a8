package org.lodestone.examples.cli;

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
}
