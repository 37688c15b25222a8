package org.lodestone.examples.print;

import java.awt.geom.Rectangle2D;

/**
 * Words that a page shows in one go.
 *
 * @param box where they stand, in points from the lower left corner of the page
 * @param size of their letters, in points
 * @param cut how far they reach beyond what of them is seen, in points
 */
record PrintedText(String words, Rectangle2D box, double size, double cut) {

    /** A letter has some room around it, so that boxes which only touch are not read as words upon words. */
    boolean overlaps(PrintedText other) {
        Rectangle2D both = box.createIntersection(other.box);
        return both.getWidth() > 1.5 && both.getHeight() > 0.4 * Math.min(box.getHeight(), other.box.getHeight());
    }

    @Override
    public String toString() {
        return "'%s' at %.0f, %.0f of %.2f pt, cut by %.1f".formatted(words, box.getX(), box.getY(), size, cut);
    }
}
