package org.lodestone.reports.ownership;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.lodestone.core.company.Stake;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * The stake of one owner in a company, held directly and through others.
 *
 * @param direct the stated stake; empty where all is held through others
 * @param part of the whole: 0.3 is 30%; missing where a stake on the way is not known
 * @param inWords how it is held: {@code A holds 30% of C through B (60% × 50%)}
 * @param through every stake on the way
 */
public record EffectiveStake(
        String owner, String owned, Optional<Stake> direct, Value part, String inWords, ImmutableList<Stake> through) {

    /** The key under which the stake is a value of the model, as a ratio. */
    public Key key() {
        return Term.of("effective stake of " + owner).of(Subject.of(owned));
    }

    /** When the stakes on the way were stated, in their sources' words. */
    public String asOf() {
        return String.join(
                "; ", through.stream().map(Stake::asOf).distinct().sorted().toList());
    }

    /** The sources of the stakes on the way. */
    public ImmutableSet<String> sources() {
        return through.stream()
                .flatMap(stake -> stake.citation().sources().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(owner, owned), inWords);
    }
}
