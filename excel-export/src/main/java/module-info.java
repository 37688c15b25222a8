/** Writes a report as a workbook, and its argument as a note. Begin with {@link org.lodestone.excel.Workbooks}. */
module org.lodestone.excel {
    requires transitive org.lodestone.reports;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;
    requires org.apache.commons.compress;
    requires org.apache.commons.io;
    requires org.apache.logging.log4j;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.ooxml.schemas;
    requires org.apache.xmlbeans;
    requires xchart;
    requires static transitive org.jspecify;

    exports org.lodestone.excel;
    exports org.lodestone.excel.note;
    exports org.lodestone.excel.read;

    uses org.apache.logging.log4j.spi.Provider;
}
