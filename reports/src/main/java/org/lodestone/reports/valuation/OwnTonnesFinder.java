package org.lodestone.reports.valuation;

import static java.util.stream.Collectors.joining;
import static org.lodestone.reports.attribution.Attributed.AttributionBasis.ATTRIBUTABLE;
import static org.lodestone.reports.attribution.Attributed.AttributionBasis.CONSOLIDATED;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.attribution.Attributed;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attributed.Kind;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.valuation.Comp.OwnTonnes;

/** Finds the tonnes that are a company's own in what is attributed to it. */
final class OwnTonnesFinder {

    private final ImmutableList<String> stages;
    private final Attribution attribution;
    private final Optional<Unit> unit;
    private final Model.Builder model;

    /** @param model takes the tonnes; what they are attributed by is in it already */
    OwnTonnesFinder(Dataset dataset, Attribution attribution, Model.Builder model) {
        this.stages =
                dataset.chain().stages().stream().map(Stage::id).limit(2).collect(ImmutableList.toImmutableList());
        this.attribution = attribution;
        this.unit = attribution.all().stream()
                .filter(one -> one.kind() == Kind.QUOTA || one.kind() == Kind.OUTPUT)
                .map(Attributed::unit)
                .filter(one -> one.dimension() == Dimension.MASS)
                .findFirst();
        this.model = model;
    }

    /** The unit of all tonnes: that of quotas, or of the first output where there are none. */
    Optional<Unit> unit() {
        return unit;
    }

    OwnTonnes put(Key key, Company company) {
        if (stages.isEmpty()) {
            return notKnown(key, "The dataset has no chain of stages.");
        }
        String ground = stages.get(0);
        List<Attributed> quota = attribution.quota(company.id(), ground, Ore.ALL);
        List<Attributed> held =
                quota.stream().filter(one -> one.whole().isPresent()).toList();
        if (!held.isEmpty()) {
            return all(key, held);
        }
        List<Attributed> stated =
                stages.stream().flatMap(stage -> outputs(company, stage)).toList();
        Optional<Attributed> output = stated.stream().filter(this::isOfTonnes).findFirst();
        if (output.isPresent()) {
            return all(key, List.of(output.get()));
        }
        if (!stated.isEmpty()) {
            return notKnown(key, "No output is stated as an amount that is known to be its own.");
        }
        if (company.operates().contains(ground)) {
            return notKnown(
                    key,
                    quota.stream().map(Attributed::reason).findFirst().orElse("Neither a quota nor output is stated."));
        }
        model.figure(
                key,
                Value.of(0.0),
                ValueUnit.of(unit),
                new Citation(company.sources(), Reliability.READ, How.REPORTED, ""));
        return none(key, "It does not mine.");
    }

    private Stream<Attributed> outputs(Company company, String stage) {
        return attribution.of(company.id()).stream()
                .filter(one -> one.kind() == Kind.OUTPUT && one.stage().equals(stage));
    }

    private boolean isOfTonnes(Attributed one) {
        return unit.equals(Optional.of(one.unit())) && isKnown(one);
    }

    /** Whether it is known by ownership, or at least as accounts have it. */
    private boolean isKnown(Attributed one) {
        return Stream.of(ATTRIBUTABLE, CONSOLIDATED)
                .anyMatch(basis -> attribution.value(one, basis).isNumber());
    }

    private OwnTonnes all(Key key, List<Attributed> rows) {
        if (!rows.stream().allMatch(this::isKnown)) {
            return notKnown(key, joined(rows, Attributed::reason));
        }
        model.calculation(
                key,
                rows.stream()
                        .map(one -> ref(one, ATTRIBUTABLE).orElse(ref(one, CONSOLIDATED)))
                        .reduce(Formula::plus)
                        .orElseThrow());
        model.calculation(
                Comp.bound(key),
                areKnown(rows, ATTRIBUTABLE)
                        .then(
                                areKnown(rows, CONSOLIDATED).then(text(Comp.EXACT), text(Comp.AT_LEAST)),
                                text(Comp.AT_MOST)));
        return new OwnTonnes(
                joined(rows, Attributed::of), joined(rows, Attributed::period), joined(rows, Attributed::reason));
    }

    private static Formula areKnown(List<Attributed> rows, AttributionBasis basis) {
        return rows.stream()
                .map(one -> ref(one, basis).isKnown())
                .reduce(Formula::and)
                .orElseThrow();
    }

    private static Formula ref(Attributed one, AttributionBasis basis) {
        return one.amount(basis);
    }

    private static String joined(List<Attributed> rows, Function<Attributed, String> words) {
        return rows.stream().map(words).distinct().collect(joining("; "));
    }

    private OwnTonnes notKnown(Key key, String reason) {
        model.assumption(key, Value.missing(reason), ValueUnit.of(unit), reason);
        return none(key, reason);
    }

    private OwnTonnes none(Key key, String reason) {
        model.label(Comp.bound(key), Comp.EXACT);
        return new OwnTonnes("", "", reason);
    }
}
