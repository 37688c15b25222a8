package org.lodestone.notebook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.reports.report.Part;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.MimeType;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/**
 * The looks of listings, parts and charts in a notebook of Jupyter: tables and pictures, where other kernels have their text.
 *
 * <p>The kernel {@code rapaio-jupyter-kernel} finds it once this jar is on its class path. Nothing else asks for it, so that all else
 * goes without the kernel.
 */
public final class JupyterDisplay implements DisplayProvider {

    /** Made by the kernel. */
    public JupyterDisplay() {}

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return List.of(
                new Html(Listing.class, shown -> ((Listing<?>) shown).toHtml()),
                new Html(Part.class, shown -> tables((Part) shown)));
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of(new Pictures());
    }

    private static String tables(Part part) {
        return Listing.all(part).stream().map(Listing::toHtml).collect(Collectors.joining());
    }

    /** Shows what is of a type as HTML, which is also what the kernel asks for where it names no format. */
    private record Html(Class<?> rendererClass, Function<Object, String> html) implements DisplayRenderer {
        @Override
        public boolean canRender(@Nullable String format) {
            return MimeType.from(format, MimeType.HTML.firstShortType()) == MimeType.HTML;
        }

        @Override
        public DisplayData render(@Nullable String format, Object shown) {
            DisplayData data = DisplayData.fromHtml(html.apply(shown));
            data.putText(shown.toString());
            return data;
        }
    }

    /** Hands the kernel the image of a chart, which it knows how to show. */
    private static final class Pictures implements DisplayTransformer {
        @Override
        public boolean canTransform(Object shown) {
            return transformedClass().isInstance(shown);
        }

        @Override
        public Class<?> transformedClass() {
            return Picture.class;
        }

        @Override
        public Object transform(Object shown) {
            return Picture.class.cast(shown).image();
        }
    }
}
