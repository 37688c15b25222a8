package org.lodestone.excel.read;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestone.core.problem.DataException;

/** Which cells of a sheet are merged, asked for row by row. */
final class Merges {

    private static final int TOLD = 20;

    private static final int MOST = 1_000_000;

    private final String sheet;

    /** Cells that are shown as one. */
    private record Region(int top, int left, int bottom, int right) {

        String first() {
            return CellName.of(top, left);
        }

        @Override
        public String toString() {
            return first() + ":" + CellName.of(bottom, right);
        }
    }

    private final List<Region> regions = new ArrayList<>();
    /** Those that reach the row asked for last, or ended above it, by their first columns. No two of them overlap. */
    private final TreeMap<Integer, Region> here = new TreeMap<>();

    private int next;

    /** None yet, of a sheet of this name. */
    Merges(String sheet) {
        this.sheet = sheet;
    }

    /** Those at the end of a part, all of which is read for it. */
    static Merges ahead(String sheet, Xml xml) throws IOException {
        Merges merges = new Merges(sheet);
        try (xml) {
            while (xml.find("mergeCell")) {
                merges.add(xml.attribute("ref"));
            }
        }
        merges.regions.sort(Comparator.comparingInt(Region::top));
        return merges;
    }

    /** Adds a region; what is no region merges nothing. */
    void add(String range) {
        int colon = range.indexOf(':');
        String first = range.substring(0, Math.max(0, colon));
        String last = range.substring(colon + 1);
        if (CellName.row(first) > 0
                && CellName.row(last) > 0
                && CellName.column(first) >= 0
                && CellName.column(last) >= 0) {
            if (regions.size() == MOST) {
                throw new DataException(
                        sheet, "has over " + MOST + " merged cells. Unmerge them, or export the table anew.");
            }
            regions.add(
                    new Region(CellName.row(first), CellName.column(first), CellName.row(last), CellName.column(last)));
        }
    }

    /** The first of the cells that one is merged with, if it is another. Rows are asked for in their order. */
    Optional<String> firstOf(int row, int column) {
        if (regions.isEmpty()) {
            return Optional.empty();
        }
        while (next < regions.size() && regions.get(next).top() <= row) {
            begin(regions.get(next++));
        }
        return Optional.ofNullable(here.floorEntry(column))
                .map(Map.Entry::getValue)
                .filter(region -> column <= region.right() && row <= region.bottom())
                .filter(region -> region.top() != row || region.left() != column)
                .map(Region::first);
    }

    /** Takes in a region in place of those that ended above it. */
    private void begin(Region region) {
        for (Map.Entry<Integer, Region> last = here.floorEntry(region.right());
                last != null && last.getValue().right() >= region.left();
                last = here.floorEntry(region.right())) {
            if (last.getValue().bottom() >= region.top()) {
                throw new DataException(
                        sheet,
                        "has merged cells that overlap, " + last.getValue() + " and " + region
                                + ", so that nobody can tell whose text is whose. Take them apart in a spreadsheet program.");
            }
            here.remove(last.getKey());
        }
        here.put(region.left(), region);
    }

    ImmutableList<String> notes() {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        regions.stream()
                .limit(TOLD)
                .forEach(region -> notes.add(
                        "The cells " + region + " are merged: their text stands in " + region.first() + " only."));
        if (regions.size() > TOLD) {
            notes.add("So are " + (regions.size() - TOLD) + " more groups of cells.");
        }
        return notes.build();
    }
}
