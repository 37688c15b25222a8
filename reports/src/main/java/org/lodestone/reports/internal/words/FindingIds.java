package org.lodestone.reports.internal.words;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;

/** The ids of the library's findings, by which a text under study names what answers it; that of a conclusion is its own. */
public final class FindingIds {

    /** The finding on who has the whole chain. */
    public static final String CHAIN = "chain";

    /** The finding on supply outside the largest holder. */
    public static final String REPLACEMENT = "replacement";

    /** The finding on the companies that stand to benefit. */
    public static final String SCREEN = "screen";

    /** The finding on how sure their order is. */
    public static final String ORDER = "order";

    /** The finding on prices and import reliance. */
    public static final String MARKET = "market";

    private FindingIds() {}

    /** The finding on the supply of a measure. */
    public static String supply(Measure measure) {
        return "supply " + measure.id();
    }

    /** The finding on the quota of a stage. */
    public static String quota(Stage stage) {
        return "quota " + stage.id();
    }

    /** The finding on a conclusion, which has its id; one on what could be replaced is the finding on supply outside. */
    public static String of(Conclusion conclusion) {
        return conclusion.kind() == Conclusion.Kind.REPLACED_BELOW ? REPLACEMENT : conclusion.id();
    }

    /** All that a pack of a dataset may have. */
    public static ImmutableSet<String> of(Dataset dataset) {
        return Streams.concat(
                        Stream.of(CHAIN, REPLACEMENT, SCREEN, ORDER, MARKET),
                        dataset.outlook().conclusions().stream().map(FindingIds::of),
                        dataset.measures().values().stream().map(FindingIds::supply),
                        dataset.chain().stages().stream().map(FindingIds::quota))
                .collect(ImmutableSet.toImmutableSet());
    }
}
