package org.lodestone.reports.attribution;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.ownership.Ownership.EffectiveStake;

/** Puts together one company's tonnes of one thing, basis by basis, with their reasons and sources. */
final class Amounts {

    private static final String NOT_PUBLISHED = Observation.Reason.NOT_PUBLISHED.code();

    private final Model.Builder model;
    private final Key key;
    private final ValueUnit unit;
    private final Map<AttributionBasis, Key> amounts = new EnumMap<>(AttributionBasis.class);
    private final Set<String> sources = new LinkedHashSet<>();
    private Reliability reliability = Reliability.READ;

    /** Each basis has a term of its own within that of {@code key}. */
    Amounts(Model.Builder model, Key key, ValueUnit unit) {
        this.model = model;
        this.key = key;
        this.unit = unit;
    }

    /** Where what is said of these tonnes was read; secondary as soon as one of the sources is. */
    Amounts from(Citation citation) {
        sources.addAll(citation.sources());
        reliability = citation.isSecondary() ? Reliability.SECONDARY : reliability;
        return this;
    }

    Amounts from(Iterable<String> moreSources) {
        moreSources.forEach(sources::add);
        return this;
    }

    Amounts known(AttributionBasis basis, Formula amount) {
        return put(basis, model.calculation(own(basis), amount.in(unit)));
    }

    /** Known where a condition holds. Else they are not published, and a reader who knows better may type what they are. */
    Amounts knownWhere(Formula condition, AttributionBasis basis, Formula amount, String otherwise) {
        Key own = own(basis);
        Key open = open(own.sub("as stated otherwise"), otherwise);
        return put(basis, model.calculation(own, condition.then(amount.in(unit), open)));
    }

    /** None, as a fact. */
    Amounts none(AttributionBasis basis) {
        return put(basis, model.figure(own(basis), Value.of(0.0), unit, citation()));
    }

    /** Not published, which a reader who knows better may type over. */
    Amounts notPublished(AttributionBasis basis, String reason) {
        return put(basis, open(own(basis), reason));
    }

    private Key open(Key key, String reason) {
        return model.figure(key, new Value.Missing(NOT_PUBLISHED, reason), unit, citation());
    }

    Amounts noneAtAll() {
        for (AttributionBasis basis : AttributionBasis.values()) {
            none(basis);
        }
        return this;
    }

    Amounts notPublishedAtAll(String reason) {
        for (AttributionBasis basis : AttributionBasis.values()) {
            notPublished(basis, reason);
        }
        return this;
    }

    /** Adds the tonnes of an asset that stand in its owner's accounts, which count it in full where it holds more than all others do. */
    Amounts inAccounts(EffectiveStake stake, Formula consolidated) {
        Formula held = stake.key().orElse(ZERO);
        return knownWhere(
                held.isAbove(ONE.minus(held)),
                AttributionBasis.CONSOLIDATED,
                consolidated,
                stake.part().isMissing()
                        ? stake.inWords()
                        : "it holds no more than half, and whether it consolidates that is not stated");
    }

    /** Adds the tonnes of an asset that its owner's stake gives it. */
    Amounts owned(EffectiveStake stake, Formula whole) {
        Formula held = stake.key();
        Formula owned = held.times(whole);
        return stake.part().isMissing()
                ? knownWhere(held.isKnown(), AttributionBasis.ATTRIBUTABLE, owned, stake.inWords())
                : known(AttributionBasis.ATTRIBUTABLE, owned);
    }

    /** Whether everything that these are stakes in is owned whole. Throws if there are none. */
    static Formula areWhole(List<EffectiveStake> stakes) {
        return stakes.stream()
                .map(stake -> stake.key().isAtLeast(ONE))
                .reduce(Formula::and)
                .orElseThrow();
    }

    private Citation citation() {
        return new Citation(sources().asList(), reliability, How.DERIVED, "");
    }

    private Key own(AttributionBasis basis) {
        return key.sub(basis.toString());
    }

    private Amounts put(AttributionBasis basis, Key amount) {
        amounts.put(basis, amount);
        return this;
    }

    ImmutableMap<AttributionBasis, Key> all() {
        return ImmutableMap.copyOf(amounts);
    }

    ImmutableSet<String> sources() {
        return ImmutableSet.copyOf(sources);
    }
}
