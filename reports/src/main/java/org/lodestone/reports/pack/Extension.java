package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.dataset.Table;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.report.Part;

/**
 * Tables and parts of one's own, which programs find in a jar beside those of Lodestone, as the commands do.
 *
 * <pre>
 * public final class Recycling implements Extension {
 *     public ImmutableList&lt;Table&lt;?&gt;&gt; tables() {
 *         return ImmutableList.of(Plant.PLANTS);
 *     }
 *
 *     public ImmutableList&lt;Part&gt; parts(Analyses analyses) { … }
 * }
 * </pre>
 *
 * <p>The class is public and has a constructor without arguments. The jar names it, with its package, in a line of the file
 * {@code META-INF/services/org.lodestone.reports.pack.Extension}; a module says {@code provides} as well.
 */
public interface Extension {

    /** Tables that a dataset may have beside those of Lodestone: none unless it is said. */
    default ImmutableList<Table<?>> tables() {
        return ImmutableList.of();
    }

    /**
     * Parts of the pack of a dataset: none unless it is said.
     *
     * @param analyses of the dataset, in the scenario of the pack; {@link Analyses#dataset()} has the rows, and where it has none
     *     of a table of one's own there is no part
     */
    default ImmutableList<Part> parts(Analyses analyses) {
        return ImmutableList.of();
    }

    /** Those on the class path and on the module path. */
    static ImmutableList<Extension> found() {
        return found(Extension.class.getClassLoader());
    }

    /**
     * Those that a class loader finds, in its order. What one of them does wrong, then or later, is told with its class, its jar and
     * a remedy.
     *
     * @throws IllegalArgumentException if the class that a jar names is not there, is no extension, or cannot be made
     */
    static ImmutableList<Extension> found(ClassLoader loader) {
        return FoundExtension.all(loader);
    }
}
