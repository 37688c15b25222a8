package org.lodestone.core.company;

import com.google.auto.value.AutoBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.MonthDay;
import java.util.List;
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

    /** A builder of a company. */
    public static Builder builder() {
        return new AutoBuilder_Company_Builder()
                .nameLocal("")
                .operates(List.of())
                .resource("")
                .note("");
    }

    /** A builder that holds all of it, to say another. */
    public Builder toBuilder() {
        return new AutoBuilder_Company_Builder(this);
    }

    /** Collects a company, component by component. */
    @AutoBuilder(ofClass = Company.class)
    public abstract static class Builder {

        Builder() {}

        public abstract Builder id(String id);

        public abstract Builder name(String name);

        public abstract Builder nameLocal(String nameLocal);

        public abstract Builder listing(Listing listing);

        public abstract Builder place(Place place);

        public abstract Builder stages(List<String> stages);

        public abstract Builder operates(List<String> operates);

        public abstract Builder currency(String currency);

        public abstract Builder yearEnd(MonthDay yearEnd);

        public abstract Builder resource(String resource);

        public abstract Builder note(String note);

        public abstract Builder sources(List<String> sources);

        /** The company. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract Company build();

        @Override
        public String toString() {
            return "builder of a company";
        }
    }
}
