package org.lodestone.core.company;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.MonthDay;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;

/**
 * A listed company.
 *
 * @param id its ticker as given, such as {@code 600111.SH}
 * @param name short, and the same everywhere
 * @param nameLocal in the language of its home; empty when not known
 * @param listing where its share is traded
 * @param place the country or group of its home
 * @param stages ids of the stages it works at, or prepares to
 * @param operates ids of those of them at which it operates now
 * @param currency in which it reports, as an ISO 4217 code
 * @param yearEnd the last day of its fiscal year; empty when it could not be read anywhere
 * @param resource what ore it controls; empty when none is known
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Company(
        String id,
        String name,
        String nameLocal,
        Listing listing,
        Place place,
        ImmutableList<String> stages,
        ImmutableList<String> operates,
        String currency,
        Optional<MonthDay> yearEnd,
        String resource,
        String note,
        ImmutableList<String> sources) {

    /** The words of a company that a filter may look at. */
    public static final ImmutableSet<String> WORDS =
            ImmutableSet.of("id", "place", "currency", "exchange", "stages", "operates");

    /** One of {@link #WORDS}; several are parted by semicolons. */
    public String word(String name) {
        return switch (name) {
            case "id" -> id;
            case "place" -> place.name();
            case "currency" -> currency;
            case "exchange" -> listing.mic();
            case "stages" -> String.join("; ", stages);
            case "operates" -> String.join("; ", operates);
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is no word about a company. Use one of: " + String.join(", ", WORDS) + ".");
        };
    }

    @Override
    public String toString() {
        return OneLine.of(name, id, place, stages);
    }

    /**
     * Where a share is traded.
     *
     * @param mic the exchange's ISO 10383 code, such as {@code XSHG}
     * @param symbol as the exchange writes it, with leading zeros: {@code 000831}
     */
    public record Listing(String mic, String symbol) {}
}
