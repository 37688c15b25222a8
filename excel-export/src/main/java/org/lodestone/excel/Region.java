package org.lodestone.excel;

/** Some columns of a sheet, side by side: those of a table's column, or of one of two blocks beside each other. */
record Region(int first, int last) {

    int columns() {
        return last - first + 1;
    }
}
