/**
 * Writes a report as a workbook, and its argument as a note. The usual classes, in the order in which one comes to need them:
 *
 * <dl>
 *   <dt>Open a dataset
 *   <dd>{@link org.lodestone.core.dataset.Datasets}: one that comes with Lodestone by its name, your own by its folder, as a
 *       {@link org.lodestone.core.dataset.Dataset}
 *   <dt>Supply
 *   <dd>{@link org.lodestone.reports.supply.Supply}: amounts, shares, ranks and concentration by country and year
 *   <dt>Forecast
 *   <dd>{@link org.lodestone.reports.forecast.ForecastStudy}: supply, demand and balance in the scenarios of the dataset
 *   <dt>Risk
 *   <dd>{@link org.lodestone.reports.risk.RiskAnalysis}: what could turn a conclusion, and in how many of the simulations it does
 *   <dt>Screen companies
 *   <dd>{@link org.lodestone.reports.screen.ScreenStudy} of a dataset, {@link org.lodestone.reports.screen.Screening} of a
 *       universe of any size
 *   <dt>Compare
 *   <dd>{@link org.lodestone.reports.comparison.Comparison}: two datasets, fact by fact, and what the differences do to
 *       results
 *   <dt>All analyses of a dataset at once
 *   <dd>{@link org.lodestone.reports.analysis.Analyses}
 *   <dt>A section of your own
 *   <dd>{@link org.lodestone.reports.report.Part}, with {@link org.lodestone.reports.formula.Formula formulas} over the
 *       {@link org.lodestone.reports.formula.Key keys} of the others
 *   <dt>Pack
 *   <dd>{@link org.lodestone.reports.pack.ResearchPack} puts the report together, {@link org.lodestone.excel.Workbooks} writes
 *       it as an Excel file
 *   <dt>Note
 *   <dd>{@link org.lodestone.reports.pack.ResearchPack#note()} is the argument of the pack in a few pages,
 *       {@link org.lodestone.excel.ResearchNotes} writes it for Word or a browser
 * </dl>
 */
module org.lodestone.excel {
    requires transitive org.lodestone.reports;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires org.apache.commons.compress;
    requires org.apache.commons.io;
    requires org.apache.logging.log4j;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.ooxml.schemas;
    requires org.apache.xmlbeans;
    requires static transitive org.jspecify;

    exports org.lodestone.excel;
    exports org.lodestone.excel.read;

    uses org.apache.logging.log4j.spi.Provider;
}
