package org.lodestone.core.company;

import com.google.auto.value.AutoBuilder;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Cited;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Valued;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;

/**
 * One number about a company.
 *
 * @param company id of the company
 * @param fact what is counted, such as {@code revenue} or {@code separation-capacity}
 * @param period a period, or words such as {@code at full build}
 * @param value as printed: a number, a bound, a range, or why there is none
 * @param unit such as {@code CNY mn} or {@code t REO/yr}
 * @param scope for whom or which part; empty for the whole company
 * @param derivation the arithmetic of a derived value; empty for others
 */
public record CompanyFact(
        String company,
        String fact,
        String period,
        Observation value,
        Unit unit,
        String scope,
        String derivation,
        Citation citation) {

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(company, fact, period, scope), OneLine.amount(value, unit));
    }

    /** A builder of a fact of a company. */
    public static Builder builder() {
        return new AutoBuilder_CompanyFact_Builder().scope("").derivation("");
    }

    /** A builder that holds all of it, to say another. */
    public Builder toBuilder() {
        return new AutoBuilder_CompanyFact_Builder(this);
    }

    /** Collects a fact of a company, component by component. */
    @AutoBuilder(ofClass = CompanyFact.class)
    public abstract static class Builder implements Cited<Builder>, Valued<Builder> {

        Builder() {}

        public abstract Builder company(String company);

        public abstract Builder fact(String fact);

        public abstract Builder period(String period);

        public abstract Builder scope(String scope);

        public abstract Builder derivation(String derivation);

        /** The fact of a company. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract CompanyFact build();

        @Override
        public String toString() {
            return "builder of a fact of a company";
        }
    }
}
