package org.lodestone.reports.internal.words;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.lodestone.core.research.Claim;

/**
 * The texts whose claims a dataset has: one note under study, or several that were gathered.
 *
 * @param note id of the source that every claim cites; empty where there is none
 * @param ids of all sources that a claim cites
 */
public record ClaimedTexts(Optional<String> note, ImmutableSet<String> ids) {

    /** The texts of claims. */
    public static ClaimedTexts of(Collection<Claim> claims) {
        ImmutableSet<String> ids =
                claims.stream().flatMap(claim -> claim.sources().stream()).collect(ImmutableSet.toImmutableSet());
        return new ClaimedTexts(
                ids.stream()
                        .filter(id -> claims.stream()
                                .allMatch(claim -> claim.sources().contains(id)))
                        .findFirst(),
                ids);
    }

    /** Whether no one text has all claims. */
    public boolean areSeveral() {
        return ids.size() > 1 && note.isEmpty();
    }
}
