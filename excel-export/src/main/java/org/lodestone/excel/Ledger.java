package org.lodestone.excel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lodestone.reports.formula.Key;

/** What has been placed so far, over all sheets. Grows while a report is being placed, and is then copied. */
final class Ledger {

    /** The home of each key. */
    final Map<Key, Spot> homes = new LinkedHashMap<>();
    /** The row of each source. */
    final Map<String, Spot> sources = new LinkedHashMap<>();
    /** The header rows of each sheet, from top to bottom. */
    final ListMultimap<String, Integer> headers = ArrayListMultimap.create();
}
