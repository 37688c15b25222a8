package org.lodestone.notebook;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The look of all pictures, and how they are saved: as files, so that they need no screen. */
final class Picture {

    static final int WIDTH = 1000;
    static final int HEIGHT = 600;

    private static final int DOTS_PER_INCH = 144;

    /** Names the folder for pictures; without it they go to the working directory. */
    private static final String FOLDER = "lodestone.pictures";

    private Picture() {}

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

    /** Writes a chart as {@code NAME.png}, sharp enough to print, and says where. */
    static Path save(Chart<?, ?> chart, String name) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER, "")).toAbsolutePath();
        Path file = Files.createDirectories(folder).resolve(name + ".png");
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG, DOTS_PER_INCH);
        return file;
    }
}
