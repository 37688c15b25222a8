package org.lodestone.examples.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads the words of a page with their places, and how much of them a clip leaves to be seen. */
final class PageReader extends PDFGraphicsStreamEngine {

    /** From the line on which letters stand to the height of an h and the depth of a g, as shares of their size. */
    private static final double ABOVE = 0.68;

    private static final double BELOW = 0.2;

    private final List<PrintedText> texts = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private boolean clips;

    private final StringBuilder words = new StringBuilder();
    private Rectangle2D box = new Rectangle2D.Double();
    private double size;
    private double cut;

    private PageReader(PDPage page) {
        super(page);
    }

    static List<PrintedText> texts(PDPage page) throws IOException {
        PageReader reader = new PageReader(page);
        reader.processPage(page);
        return reader.texts;
    }

    // ---------------------------------------------------------------- words

    @Override
    public void showTextString(byte[] string) throws IOException {
        begin();
        super.showTextString(string);
        end();
    }

    @Override
    public void showTextStrings(COSArray array) throws IOException {
        begin();
        super.showTextStrings(array);
        end();
    }

    private void begin() {
        words.setLength(0);
        cut = 0;
    }

    private void end() {
        if (!words.toString().isBlank()) {
            texts.add(new PrintedText(words.toString(), box, size, cut));
        }
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector shift) {
        String letter = font.toUnicode(code);
        if (letter == null || letter.isBlank()) {
            words.append(' ');
            return;
        }
        Rectangle2D outline = new Rectangle2D.Double(0, -BELOW, shift.getX(), BELOW + ABOVE);
        AffineTransform onPage = place.createAffineTransform();
        Rectangle2D here = onPage.createTransformedShape(outline).getBounds2D();
        boolean first = words.toString().isBlank();
        words.append(letter);
        box = first ? here : box.createUnion(here);
        size = Math.hypot(place.getShearY(), place.getScaleY());
        cut = Math.max(cut, beyond(here, getGraphicsState().getCurrentClippingPath()));
    }

    /** How far a letter reaches beyond what is seen: all of it where it is not seen at all. */
    private static double beyond(Rectangle2D letter, Area seen) {
        Rectangle2D window = seen.getBounds2D();
        double across = Math.max(window.getMinX() - letter.getMinX(), letter.getMaxX() - window.getMaxX());
        double along = Math.max(window.getMinY() - letter.getMinY(), letter.getMaxY() - window.getMaxY());
        return Math.max(0, Math.max(across, along));
    }

    // ---------------------------------------------------------------- clips

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void clip(int windingRule) {
        path.setWindingRule(windingRule);
        clips = true;
    }

    @Override
    public void endPath() {
        if (clips) {
            getGraphicsState().intersectClippingPath(new GeneralPath(path));
            clips = false;
        }
        path.reset();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void strokePath() {
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        endPath();
    }

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName shading) {}
}
