package org.lodestone.reports.benefit;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.attribution.Attributed;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.quota.Quotas;

/**
 * Listed companies to which tonnes go: the holders of a quota by its last known split, and the owners of a plant.
 *
 * <p>A tonne counts for the company that is first on its way to shareholders. Who owns a part of that company has it through its shares, and
 * not a second time.
 */
record Holders(Dataset dataset, Attribution attribution, ImmutableList<Quotas> quotas) {

    /** The bases of a share, of which the first that is known counts. */
    private static final ImmutableList<AttributionBasis> BASES =
            ImmutableList.of(AttributionBasis.ATTRIBUTABLE, AttributionBasis.CONSOLIDATED, AttributionBasis.OPERATED);

    /** The part of some tonnes that is one company's, with the ground on which it is. */
    record Share(String company, Formula part, String ground) {}

    /** Tonnes that are shared in one way. */
    record Group(String name, ImmutableList<Share> shares) {

        /** The part that no listed company has. */
        Formula rest() {
            Formula rest = ONE;
            for (Share share : shares) {
                rest = rest.minus(share.part());
            }
            return rest;
        }
    }

    /** Tonnes that no listed company has. */
    static final Group NOBODY = new Group("nobody listed", ImmutableList.of());

    /** The holders of the quota, where the place has one, to whom tonnes go that no plant of the forecast makes. */
    Group of(SupplyForecast supply, Place place) {
        boolean hasQuota = supply.limits(place).stream().anyMatch(limit -> limit.kind() == Limit.Kind.QUOTA);
        return quotas.stream()
                .filter(one ->
                        hasQuota && one.stage().id().equals(supply.measure().stage()))
                .findFirst()
                .map(this::of)
                .orElse(NOBODY);
    }

    private Group of(Quotas stage) {
        ImmutableList.Builder<Share> shares = ImmutableList.builder();
        for (String company : attribution.companies()) {
            attribution.quota(company, stage.stage().id(), Ore.ALL).stream()
                    .filter(one -> one.own() && one.whole().isPresent())
                    .flatMap(one -> share(one, stage).stream())
                    .forEach(shares::add);
        }
        return new Group("quota of " + stage.stage().id(), shares.build());
    }

    private Optional<Share> share(Attributed held, Quotas stage) {
        Period year = Period.parse(held.period());
        return BASES.stream()
                .filter(basis -> attribution.value(held, basis).isNumber())
                .findFirst()
                .filter(basis -> attribution.value(held, basis).number().orElse(0) > 0)
                .flatMap(basis -> stage.ore(Ore.ALL, year)
                        .map(total -> new Share(
                                held.company(), held.amount(basis).over(total), "quota of " + year + ", " + basis)));
    }

    // ---------------------------------------------------------------- plants

    /** The owners of a plant, or who runs it where no stake is stated. */
    Group of(Project plant) {
        if (plant.company().isEmpty()) {
            return NOBODY;
        }
        String operator = plant.company().get();
        return attribution.ownership().register().owned().stream()
                .filter(plant.project()::startsWith)
                .filter(name -> attribution.ownership().stake(operator, name).isPresent())
                .max(Comparator.comparingInt(String::length))
                .map(this::owners)
                .orElseGet(() -> new Group(
                        "run by " + operator,
                        ImmutableList.of(new Share(operator, ONE, "operator, owners not stated"))));
    }

    private Group owners(String asset) {
        List<Share> shares = new ArrayList<>();
        for (String company : attribution.companies()) {
            part(company, asset, ImmutableSet.of())
                    .ifPresent(part -> shares.add(new Share(company, part, "stake in " + asset)));
        }
        return new Group(asset, ImmutableList.copyOf(shares));
    }

    /** The part of an asset that an owner holds, but for what it holds through another listed company; empty where that is nothing. */
    private Optional<Formula> part(String owner, String asset, ImmutableSet<String> seen) {
        if (seen.contains(owner)) {
            return Optional.empty();
        }
        ImmutableSet<String> above =
                ImmutableSet.<String>builder().addAll(seen).add(owner).build();
        return attribution.ownership().stated().stream()
                .filter(one -> one.stake().owner().equals(owner)
                        && one.stake().stake().known().isPresent())
                .flatMap(one -> through(one, asset, above))
                .reduce(Formula::plus);
    }

    private Stream<Formula> through(StatedStake one, String asset, ImmutableSet<String> above) {
        Formula held = one.key().over(HUNDRED);
        String owned = one.stake().owned();
        if (owned.equals(asset)) {
            return Stream.of(held);
        }
        return attribution.companies().contains(owned)
                ? Stream.empty()
                : part(owned, asset, above).map(held::times).stream();
    }
}
