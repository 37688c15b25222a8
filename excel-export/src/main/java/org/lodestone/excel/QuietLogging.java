package org.lodestone.excel;

import java.util.ServiceLoader;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.spi.Provider;
import org.apache.logging.log4j.status.StatusConsoleListener;
import org.apache.logging.log4j.status.StatusLogger;

/**
 * Keeps the console of a host that has no logging for log4j quiet: POI's first line to a log would have log4j say there that
 * it found nobody to write it.
 */
final class QuietLogging {

    static {
        // with a backend, what log4j has to say of its set-up is the host's to read
        if (ServiceLoader.load(Provider.class, LogManager.class.getClassLoader())
                .findFirst()
                .isEmpty()) {
            startLogging();
        }
    }

    private QuietLogging() {}

    private static void startLogging() {
        StatusConsoleListener console = StatusLogger.getLogger().getFallbackListener();
        Level level = console.getStatusLevel();
        console.setLevel(Level.OFF);
        try {
            LogManager.getFactory();
        } finally {
            console.setLevel(level);
        }
    }

    /** Done once, before the first use of POI. */
    static void keep() {}
}
