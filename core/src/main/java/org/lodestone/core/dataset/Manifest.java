package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.lodestone.core.time.Period;

/**
 * The content of {@code datapackage.json}: what the dataset is about, and which tables it has.
 *
 * @param edition id of the default edition; empty when there is none
 * @param editionLine where that is said
 * @param tables those that are listed and are there, by name
 */
record Manifest(
        String name,
        String title,
        String resource,
        String subject,
        String edition,
        int editionLine,
        Period gathered,
        ImmutableMap<String, Listed> tables) {

    static final String FILE = "datapackage.json";

    /**
     * A table that is listed and is there.
     *
     * @param fields the names of its fields, which should be its columns
     * @param line where it is listed
     */
    record Listed(ImmutableList<String> fields, int line) {}
}
