/**
 * The analyses of a dataset, the formulas behind them, and the report that a research pack is written from. Begin with
 * {@link org.lodestone.reports.pack.ResearchPack}.
 */
module org.lodestone.reports {
    requires transitive org.lodestone.core;
    requires com.fasterxml.jackson.databind;
    requires commons.math3;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.statistics.descriptive;
    requires org.apache.commons.statistics.inference;
    requires static transitive org.jspecify;

    exports org.lodestone.reports.analysis;
    exports org.lodestone.reports.announcement;
    exports org.lodestone.reports.attribution;
    exports org.lodestone.reports.chain;
    exports org.lodestone.reports.claim;
    exports org.lodestone.reports.company;
    exports org.lodestone.reports.comparison;
    exports org.lodestone.reports.concentration;
    exports org.lodestone.reports.earnings;
    exports org.lodestone.reports.forecast;
    exports org.lodestone.reports.formula;
    exports org.lodestone.reports.function to
            org.lodestone.excel;
    exports org.lodestone.reports.growth;
    exports org.lodestone.reports.heavy;
    exports org.lodestone.reports.internal.model to
            org.lodestone.excel;
    exports org.lodestone.reports.ownership;
    exports org.lodestone.reports.pack;
    exports org.lodestone.reports.project;
    exports org.lodestone.reports.quota;
    exports org.lodestone.reports.benefit;
    exports org.lodestone.reports.report;
    exports org.lodestone.reports.result;
    exports org.lodestone.reports.risk;
    exports org.lodestone.reports.robustness;
    exports org.lodestone.reports.scenario;
    exports org.lodestone.reports.screen;
    exports org.lodestone.reports.simulation;
    exports org.lodestone.reports.study;
    exports org.lodestone.reports.supply;
    exports org.lodestone.reports.valuation;
    exports org.lodestone.reports.value;

    uses org.lodestone.reports.pack.Extension;
}
