package org.lodestone.core.policy;

import com.google.auto.value.AutoBuilder;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Cited;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * A measure of a government, with the state it was in as of a date.
 *
 * @param date when it was issued
 * @param effective from when it holds, in its source's words; empty when not stated
 * @param jurisdiction whose policy it is
 * @param issuer the ministry or other body that issued it
 * @param title in English
 * @param titleLocal in the language of the issuer; empty when not known
 * @param document its number, such as {@code MOFCOM 2025 No. 18}; empty when not known
 * @param stages ids of the stages it touches
 * @param touches what else it touches: export, technology, stockpile
 * @param measure what it does
 * @param status such as {@code in force} or {@code draft}, as of {@code asOf}
 * @param asOf when the status was read, in its source's words
 */
public record Policy(
        String id,
        Period date,
        String effective,
        String jurisdiction,
        String issuer,
        String title,
        String titleLocal,
        String document,
        ImmutableList<String> stages,
        ImmutableList<String> touches,
        String measure,
        String status,
        String asOf,
        Citation citation) {

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, date), title);
    }

    /** A builder of a policy. */
    public static Builder builder() {
        return new AutoBuilder_Policy_Builder()
                .effective("")
                .titleLocal("")
                .document("")
                .stages(List.of())
                .touches(List.of());
    }

    /** A builder that holds all of it, to say another. */
    public Builder toBuilder() {
        return new AutoBuilder_Policy_Builder(this);
    }

    /** Collects a policy, component by component. */
    @AutoBuilder(ofClass = Policy.class)
    public abstract static class Builder implements Cited<Builder> {

        Builder() {}

        public abstract Builder id(String id);

        public abstract Builder date(Period date);

        public abstract Builder effective(String effective);

        public abstract Builder jurisdiction(String jurisdiction);

        public abstract Builder issuer(String issuer);

        public abstract Builder title(String title);

        public abstract Builder titleLocal(String titleLocal);

        public abstract Builder document(String document);

        public abstract Builder stages(List<String> stages);

        public abstract Builder touches(List<String> touches);

        public abstract Builder measure(String measure);

        public abstract Builder status(String status);

        public abstract Builder asOf(String asOf);

        /** The policy. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract Policy build();

        @Override
        public String toString() {
            return "builder of a policy";
        }
    }
}
