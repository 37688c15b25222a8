package org.lodestone.examples.print;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a workbook on paper.
 *
 * @param number among all pages, from 1
 * @param texts what it says, but for its foot
 * @param used the share of its height, between its head and its foot, on which something is printed
 */
record PrintedPage(String sheet, int number, List<PrintedText> texts, double used) {

    /** Points that the head and the foot of a page take. */
    private static final int HEAD = 34;

    private static final int FOOT = 48;

    /** Points of a line and of what is left between two: what has no more room in it counts as used. */
    private static final int BAND = 18;

    /** The text at the right of the foot: {@code Control | 3 of 18}. */
    private static final Pattern FOOTER = Pattern.compile("(.+?) *\\| *(\\d+) of \\d+");

    /** @param picture of the page, with a pixel for a point */
    static PrintedPage of(List<PrintedText> texts, BufferedImage picture) {
        Map<Boolean, List<PrintedText>> byPlace =
                texts.stream().collect(partitioningBy(text -> text.box().getMaxY() < FOOT));
        String foot = byPlace.get(true).stream()
                .filter(text -> text.box().getMinX() > picture.getWidth() / 2.0)
                .map(PrintedText::words)
                .collect(joining());
        Matcher named = FOOTER.matcher(foot.strip());
        if (!named.matches()) {
            throw new IllegalArgumentException("The foot of a page names no sheet: " + foot);
        }
        return new PrintedPage(named.group(1), Integer.parseInt(named.group(2)), byPlace.get(false), used(picture));
    }

    private static double used(BufferedImage picture) {
        int bands = (picture.getHeight() - HEAD - FOOT) / BAND;
        int used = 0;
        for (int band = 0; band < bands; band++) {
            used += isPrinted(picture, HEAD + band * BAND) ? 1 : 0;
        }
        return (double) used / bands;
    }

    private static boolean isPrinted(BufferedImage picture, int top) {
        for (int y = top; y < top + BAND; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < 0xF0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text of the page, line by line from above. */
    List<String> lines() {
        Map<Long, List<PrintedText>> byDepth =
                texts.stream().collect(groupingBy(text -> -Math.round(text.box().getMinY()), TreeMap::new, toList()));
        return byDepth.values().stream()
                .map(line -> line.stream()
                        .sorted(Comparator.comparingDouble(text -> text.box().getMinX()))
                        .map(text -> text.words().strip())
                        .collect(joining(" ")))
                .toList();
    }

    /** As the pictures of pages are named: {@code 03-Control}. */
    @Override
    public String toString() {
        return "%02d-%s".formatted(number, sheet.replace(' ', '-'));
    }
}
