package org.lodestone.notebook;

import java.util.List;
import org.slf4j.LoggerFactory;
import tech.tablesaw.api.Table;

/**
 * A server that logs, and has the notebook library first on its class path. It asks Tablesaw for a table, and for one that Tablesaw reads,
 * before it says that it runs.
 */
final class Server {

    private Server() {}

    public static void main(String[] args) {
        Listing.of(List.of("China", "Brazil")).words("Country", name -> name).toTablesaw("Places");
        Table.read().csv("Country\nChina\n", "Read");
        LoggerFactory.getLogger("server").info("It runs.");
        System.out.println(LoggerFactory.getILoggerFactory().getClass().getName());
    }
}
