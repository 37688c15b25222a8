package org.lodestone.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** A chart as a picture, in the look that all have: a file or an image, neither of which needs a screen. */
public abstract sealed class Picture permits ColumnChart, YearChart {

    static final int WIDTH = 1000;
    static final int HEIGHT = 600;

    private static final int DOTS_PER_INCH = 144;

    /** Names the folder for pictures; without it they go to the working directory. */
    private static final String FOLDER = "lodestone.pictures";

    private final Chart<?, ?> drawn;

    Picture(Chart<?, ?> drawn) {
        this.drawn = drawn;
    }

    /** Sets fonts, colours and margins. */
    static void style(AxesChartStyler styler) {
        styler.setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(new Color(0xD9DDE2))
                .setAxisTickLabelsFont(font(Font.PLAIN, 14))
                .setAxisTitleFont(font(Font.PLAIN, 13))
                .setAnnotationTextFont(font(Font.PLAIN, 13))
                .setLegendFont(font(Font.PLAIN, 13))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setLegendPadding(12)
                .setChartTitleFont(font(Font.BOLD, 16))
                .setChartTitlePadding(12)
                .setChartPadding(14)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** The chart as it is now, as an image of 1,000 by 600 dots. A notebook of Jupyter shows it below the cell that ends with it. */
    public final BufferedImage image() {
        return BitmapEncoder.getBufferedImage(drawn);
    }

    /**
     * Saves it as {@code NAME.png}, sharp enough to print, in the working directory, or in the folder that {@code lodestone.pictures}
     * names, and says where.
     */
    public final Path save(String name) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER, "")).toAbsolutePath();
        Path file = Files.createDirectories(folder).resolve(name + ".png");
        BitmapEncoder.saveBitmapWithDPI(drawn, file.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
        return file;
    }
}
