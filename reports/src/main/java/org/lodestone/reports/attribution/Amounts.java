package org.lodestone.reports.attribution;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.ownership.EffectiveStake;

/** Puts together one company's tonnes of one thing, basis by basis, with their reasons and sources. */
final class Amounts {

    private static final String NOT_PUBLISHED = Observation.Reason.NOT_PUBLISHED.code();

    /** Who owns more than this is taken to control, and so to consolidate. */
    private static final double HALF = 0.5;

    private final Model.Builder model;
    private final Key key;
    private final Map<AttributionBasis, Key> amounts = new EnumMap<>(AttributionBasis.class);
    private final Set<String> sources = new LinkedHashSet<>();
    private Reliability reliability = Reliability.READ;

    /** Each basis has a term of its own within that of {@code key}. */
    Amounts(Model.Builder model, Key key) {
        this.model = model;
        this.key = key;
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
        return put(basis, model.calculation(own(basis), amount));
    }

    /** None, as a fact. */
    Amounts none(AttributionBasis basis) {
        return put(basis, model.figure(own(basis), Value.of(0.0), citation()));
    }

    /** Not published, which a reader who knows better may type over. */
    Amounts notPublished(AttributionBasis basis, String reason) {
        return put(basis, model.figure(own(basis), new Value.Missing(NOT_PUBLISHED, reason), citation()));
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

    /** Adds the tonnes of an asset that its owner has, both in its accounts and by its stake. */
    Amounts byStake(EffectiveStake stake, Formula consolidated, Formula owned) {
        return inAccounts(stake, consolidated).owned(stake, owned);
    }

    /** Adds the tonnes of an asset that stand in its owner's accounts. */
    Amounts inAccounts(EffectiveStake stake, Formula consolidated) {
        if (stake.part().isMissing()) {
            return notPublished(AttributionBasis.CONSOLIDATED, stake.inWords());
        }
        if (stake.part().number().orElseThrow() > HALF) {
            return known(AttributionBasis.CONSOLIDATED, consolidated);
        }
        return notPublished(
                AttributionBasis.CONSOLIDATED,
                "it holds no more than half, and whether it consolidates that is not stated");
    }

    /** Adds the tonnes of an asset that its owner's stake gives it. */
    Amounts owned(EffectiveStake stake, Formula owned) {
        return stake.part().isMissing()
                ? notPublished(AttributionBasis.ATTRIBUTABLE, stake.inWords())
                : known(AttributionBasis.ATTRIBUTABLE, stake.key().ref().times(owned));
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
