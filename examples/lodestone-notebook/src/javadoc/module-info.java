/**
 * Notebooks. This is a module for the pages of Javadoc alone, which stand in modules or in none: the jar has no {@code module-info}, since
 * Tablesaw is none.
 */
module org.lodestone.notebook {
    requires transitive org.lodestone.excel;
    requires com.fasterxml.jackson.databind;
    requires java.desktop;
    requires jdk.jshell;
    requires org.jspecify;

    exports org.lodestone.notebook;
}
