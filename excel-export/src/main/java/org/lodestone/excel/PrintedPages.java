package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the printed pages of a sheet end, and how much higher its charts may be so that a page is filled.
 *
 * <p>A block that would not fit on the rest of a page starts a new one, if it fits on one at all; the first stays under the head.
 */
final class PrintedPages {

    /** A row that starts a page, or the one after the last. */
    private record Page(int first, int after, double height) {}

    private final SheetCells cells;
    private final double room;
    private final List<Page> pages = new ArrayList<>();

    /**
     * @param starts the first row of each block; those before are the head of the sheet
     * @param repeated how many of the first rows are printed on each page
     * @param room how high a page is, in points
     */
    PrintedPages(SheetCells cells, List<Integer> starts, int repeated, double room) {
        this.cells = cells;
        this.room = room;
        int first = 0;
        int end = cells.row();
        double head = cells.height(0, Math.min(repeated, end));
        double used = starts.isEmpty() ? 0 : cells.height(0, starts.get(0));
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            double height = cells.height(start, i + 1 < starts.size() ? starts.get(i + 1) : end);
            if (i > 0 && used + height > room && head + height <= room && start > first) {
                pages.add(new Page(first, start, used));
                first = start;
                used = head;
            }
            used = used + height > room ? (used + height) % room : used + height;
        }
        pages.add(new Page(first, end, used));
    }

    /** The rows that start a page after the first. */
    ImmutableList<Integer> breaks() {
        return pages.stream().skip(1).map(Page::first).collect(ImmutableList.toImmutableList());
    }

    /**
     * Makes charts higher by what is left of their page.
     *
     * @param charts the last rows that charts stand in
     * @param most how much higher a chart may become, in points
     */
    void fill(List<Integer> charts, double most) {
        for (Page page : pages) {
            List<Integer> here = charts.stream()
                    .filter(row -> row >= page.first() && row < page.after())
                    .distinct()
                    .toList();
            double each = Math.min(most, (room - page.height()) / Math.max(1, here.size()));
            if (each > 0) {
                here.forEach(row -> cells.stretch(row, each));
            }
        }
    }
}
