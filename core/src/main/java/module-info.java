/**
 * The domain: quantities and units with their basis, places, periods, figures with their sources, chains, projects, quotas and
 * companies, and the datasets that hold them. Begin with {@link org.lodestone.core.dataset.Datasets}.
 */
module org.lodestone.core {
    requires transitive com.google.common;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires jdk.zipfs;
    requires static java.compiler;
    requires static transitive org.jspecify;

    exports org.lodestone.core.chain;
    exports org.lodestone.core.company;
    exports org.lodestone.core.dataset;
    exports org.lodestone.core.figure;
    exports org.lodestone.core.forecast;
    exports org.lodestone.core.fundamentals;
    exports org.lodestone.core.internal.file to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.internal.json to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.internal.memory to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.internal.problem to
            org.lodestone.excel;
    exports org.lodestone.core.internal.screen to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.internal.table to
            org.lodestone.reports;
    exports org.lodestone.core.internal.text to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.internal.time to
            org.lodestone.reports,
            org.lodestone.excel;
    exports org.lodestone.core.market;
    exports org.lodestone.core.place;
    exports org.lodestone.core.policy;
    exports org.lodestone.core.problem;
    exports org.lodestone.core.project;
    exports org.lodestone.core.quantity;
    exports org.lodestone.core.quota;
    exports org.lodestone.core.research;
    exports org.lodestone.core.screen;
    exports org.lodestone.core.table;
    exports org.lodestone.core.time;
    exports org.lodestone.core.universe;
    exports org.lodestone.core.usgs;
    exports org.lodestone.core.valuation;
}
