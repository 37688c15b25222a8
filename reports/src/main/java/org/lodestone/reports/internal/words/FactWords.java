package org.lodestone.reports.internal.words;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;

/** Names of facts as people write them: {@code sales-volume-reo} is sales volume REO. */
public final class FactWords {

    private static final ImmutableMap<String, String> ABBREVIATIONS = ImmutableMap.<String, String>builder()
            .put("eps", "EPS")
            .put("pe", "P/E")
            .put("ev", "EV")
            .put("ebitda", "EBITDA")
            .put("ytd", "YTD")
            .put("avg", "average")
            .put("nev", "new-energy vehicles")
            .put("ndfeb", "NdFeB")
            .put("deducted", "before one-offs")
            .buildOrThrow();

    private final Map<String, String> spelled = new LinkedHashMap<>(ABBREVIATIONS);

    /** Knows the spelling of the dataset's bases and of the places it has figures of, besides the usual abbreviations. */
    public FactWords(Dataset dataset) {
        dataset.bases().forEach(basis -> spelled.put(basis.id().toLowerCase(Locale.ROOT), basis.id()));
        dataset.figures().forEach(figure -> {
            String place = figure.place().name();
            spelled.putIfAbsent(place.toLowerCase(Locale.ROOT), place);
        });
    }

    /** The name of a fact in words, with its first letter a capital. */
    public String of(String fact) {
        String words = Splitter.on('-')
                .splitToStream(fact)
                .map(word -> spelled.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        return Words.byItself(words);
    }
}
