package org.lodestone.excel.read;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which cells of a sheet are merged, asked for row by row. */
final class Merges {

    private static final int TOLD = 20;

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
    private final List<Region> here = new ArrayList<>();
    private int next;

    /** Those at the end of a part, all of which is read for it. */
    static Merges ahead(Xml sheet) throws IOException {
        Merges merges = new Merges();
        try (sheet) {
            while (sheet.find("mergeCell")) {
                merges.add(sheet.attribute("ref"));
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
            here.add(regions.get(next++));
        }
        here.removeIf(region -> region.bottom() < row);
        return here.stream()
                .filter(region -> region.left() <= column && column <= region.right())
                .filter(region -> region.top() != row || region.left() != column)
                .map(Region::first)
                .findFirst();
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
