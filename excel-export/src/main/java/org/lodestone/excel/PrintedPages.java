package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the printed pages of a sheet end, and how much higher its charts may be so that a page is filled.
 *
 * <p>Where a block would not fit on the rest of a page, charts become lower, or else the gaps between blocks, or both, as far as they can and
 * if that saves a page, or one that would else be half empty.
 * If that is not enough it starts a new page, if it fits on one at all or hardly begins on this; the first stays under the head.
 */
final class PrintedPages {

    /** A row that starts a page, or the one after the last. */
    private record Page(int first, int after, double height) {}

    /** The heading of a table, its header and a few rows: with less room left on a page, one that runs over begins on the next. */
    private static final double BEGINNING = 90;

    /** By so much more rows are lowered, since heights are rounded. */
    private static final double HAIR = 1;

    /** The part of its height that a page is to use which another follows. */
    private static final double WELL_USED = 0.65;

    private final SheetCells cells;
    private final int top;
    private final List<Integer> starts;
    private final double room;
    private final double head;
    private final List<Map<Integer, Double>> givingWay;
    private final List<Page> pages;

    /**
     * @param top the first row that is printed
     * @param starts the first row of each block; those before are the head of the sheet
     * @param repeated how many of the first rows are printed on each page
     * @param room how high a page is, in points
     * @param givingWay rows that may be lower, with the least height of each: those to be lowered first, then others
     */
    PrintedPages(
            SheetCells cells,
            int top,
            List<Integer> starts,
            int repeated,
            double room,
            List<Map<Integer, Double>> givingWay) {
        this.cells = cells;
        this.top = top;
        this.starts = starts;
        this.room = room;
        this.givingWay = givingWay;
        this.head = cells.height(top, Math.min(top + repeated, cells.row()));
        List<Page> asTheyAre = pages(false);
        Map<Integer, Float> heights = new HashMap<>(cells.heights);
        List<Page> lowered = pages(true);
        if (lowered.size() < asTheyAre.size() || isShort(asTheyAre) || runsOver()) {
            pages = lowered;
        } else {
            cells.heights.clear();
            cells.heights.putAll(heights);
            pages = asTheyAre;
        }
    }

    /** Whether a page before the last would be hardly more than half full. */
    private boolean isShort(List<Page> some) {
        return some.subList(0, some.size() - 1).stream().anyMatch(page -> page.height() < WELL_USED * room);
    }

    /** Whether a block is higher than a page, so that what is saved before it may save a page behind it. */
    private boolean runsOver() {
        return IntStream.range(0, starts.size())
                .anyMatch(i ->
                        head + cells.height(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : cells.row())
                                > room);
    }

    /** The pages, with blocks that give way so that more of them fit, or as high as they are. */
    private List<Page> pages(boolean givesWay) {
        List<Page> found = new ArrayList<>();
        int first = top;
        int end = cells.row();
        double used = starts.isEmpty() ? 0 : cells.height(top, starts.get(0));
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int after = i + 1 < starts.size() ? starts.get(i + 1) : end;
            double height = cells.height(start, after);
            if (givesWay && used + height > room && lower(first, after, used + height - room + HAIR)) {
                used = room - HAIR;
                continue;
            }
            boolean isWhole = head + height <= room;
            if (i > 0 && used + height > room && (isWhole || room - used < BEGINNING) && start > first) {
                found.add(new Page(first, start, used));
                first = start;
                used = head;
            }
            used = used + height > room ? head + (used + height - room) % (room - head) : used + height;
        }
        found.add(new Page(first, end, used));
        return found;
    }

    /** Makes rows from one on to one before another lower by some points together, if so much is to be had of them. */
    private boolean lower(int from, int to, double points) {
        Map<Integer, Double> all = new HashMap<>();
        for (Map<Integer, Double> least : givingWay) {
            all.putAll(least);
            if (lower(from, to, points, least) || lower(from, to, points, all)) {
                return true;
            }
        }
        return false;
    }

    private boolean lower(int from, int to, double points, Map<Integer, Double> least) {
        List<Integer> rows =
                least.keySet().stream().filter(row -> row >= from && row < to).toList();
        double spare = rows.stream().mapToDouble(row -> spare(row, least)).sum();
        if (points > spare) {
            return false;
        }
        rows.forEach(row -> cells.stretch(row, -spare(row, least) * points / spare));
        return true;
    }

    private double spare(int row, Map<Integer, Double> least) {
        return Math.max(0, cells.height(row, row + 1) - least.getOrDefault(row, 0.0));
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
            double each = Math.min(most, (room - HAIR - page.height()) / Math.max(1, here.size()));
            if (each > 0) {
                here.forEach(row -> cells.stretch(row, each));
            }
        }
    }
}
