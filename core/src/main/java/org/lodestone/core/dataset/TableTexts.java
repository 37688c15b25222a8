package org.lodestone.core.dataset;

import java.util.Optional;

/** The tables of a dataset as text, cell by cell, before anything is made of their rows. */
interface TableTexts {

    /** Whether the dataset says that it has a table. */
    boolean lists(Table<?> table);

    /** The cells of a table; empty where it is not there, or no row of it can be read. */
    Optional<CsvTable> of(Table<?> table);
}
