package org.lodestone.reports.attribution;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.quota.QuotaRole.Role;
import org.lodestone.core.time.Period;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.ownership.Ownership;
import org.lodestone.reports.ownership.Ownership.EffectiveStake;
import org.lodestone.reports.quota.Quotas;

/**
 * The quota of one stage, company by company: the latest full year of each holder, to those who hold it, run it or are
 * members of the group that does.
 */
final class QuotaAttribution {

    private static final ImmutableSet<Role> IN_ITS_ACCOUNTS = ImmutableSet.of(Role.HOLDS, Role.CONSOLIDATES);
    private static final String OTHERS_OWN = "what others own of the subsidiaries that hold it is not stated";

    private final Dataset dataset;
    private final Quotas quotas;
    private final Ownership ownership;
    private final AssetAttribution assets;
    private final Model.Builder model;
    private final ImmutableList<QuotaRole> roles;
    /** Where the quota is: the countries of the companies that hold it or run it. */
    private final ImmutableSet<Place> places;

    /** Plants that their operators own in part are by company and stage, each with what the company holds of it. */
    QuotaAttribution(
            Dataset dataset, Quotas quotas, Ownership ownership, AssetAttribution assets, Model.Builder model) {
        this.dataset = dataset;
        this.quotas = quotas;
        this.ownership = ownership;
        this.assets = assets;
        this.model = model;
        this.roles = ImmutableList.copyOf(Iterables.concat(dataset.quotaRoles(), named(dataset, quotas)));
        this.places = roles.stream()
                .filter(role -> role.role() != Role.NONE)
                .flatMap(role -> company(role.company()).stream())
                .map(Company::place)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Companies that the quota itself names as holders, and of which nothing else is said. */
    private static List<QuotaRole> named(Dataset dataset, Quotas quotas) {
        return quotas.holders().stream()
                .map(Holder::name)
                .filter(dataset.companies()::containsKey)
                .filter(name -> dataset.quotaRoles().stream()
                        .noneMatch(role -> role.holder().equals(name)))
                .map(name -> new QuotaRole(
                        name, name, Optional.empty(), Role.HOLDS, Period.NONE, Period.NONE, Citation.of()))
                .toList();
    }

    ImmutableList<Attributed> all() {
        ImmutableList.Builder<Attributed> all = ImmutableList.builder();
        for (Company company : dataset.companies().values()) {
            all.addAll(rows(company, Ore.ALL));
            quotas.ores().forEach(ore -> all.addAll(rows(company, ore)));
        }
        return all.build();
    }

    // ---------------------------------------------------------------- one company and ore

    private List<Attributed> rows(Company company, Ore ore) {
        List<Attributed> rows = new ArrayList<>();
        List<Standing> standings = standings(company);
        standings.stream()
                .filter(standing -> standing.role().role() != Role.MEMBER)
                .flatMap(standing -> ofItsOwn(standing, ore).stream())
                .forEach(rows::add);
        if (rows.isEmpty()) {
            standings.stream()
                    .filter(standing -> standing.role().role() == Role.MEMBER)
                    .map(standing -> withinGroup(standing, ore))
                    .forEach(rows::add);
        }
        if (rows.isEmpty()) {
            rows.add(withoutHolder(company, ore, standings));
        }
        rows.addAll(throughStakes(company, ore));
        return rows;
    }

    /** The role of a company towards a holder, in the latest year for which that holder's quota is known. */
    private record Standing(QuotaRole role, Holder holder, Period year) {}

    private List<Standing> standings(Company company) {
        return roles.stream()
                .filter(role -> role.company().equals(company.id()))
                .flatMap(role -> standing(role).stream())
                .toList();
    }

    private Optional<Standing> standing(QuotaRole role) {
        return quotas.holders().stream()
                .filter(holder -> holder.name().equals(role.holder()))
                .findFirst()
                .flatMap(holder -> latest(holder)
                        .filter(year -> role.covers(quotas.stage().id(), year))
                        .map(year -> new Standing(role, holder, year)));
    }

    private Optional<Period> latest(Holder holder) {
        return quotas.years().reverse().stream()
                .filter(year -> amount(holder, Ore.ALL, year).isPresent())
                .findFirst();
    }

    /** The key of a holder's quota, where it is a known number. */
    private Optional<Key> amount(Holder holder, Ore ore, Period year) {
        return quotas.held(holder, ore, year).filter(key -> quotas.value(key).isNumber());
    }

    // ---------------------------------------------------------------- holders and those who run

    private Optional<Attributed> ofItsOwn(Standing standing, Ore ore) {
        Optional<Key> held = amount(standing.holder(), ore, standing.year());
        if (held.isEmpty()) {
            return allElsewhere(standing.holder(), ore, standing.year()).map(elsewhere -> {
                Amounts none = amounts(standing, ore).noneAtAll();
                return attributed(standing.role().company(), standing, ore, Optional.empty(), none, elsewhere);
            });
        }
        Amounts amounts = amounts(standing, ore);
        Key whole = held.get();
        String reason =
                switch (standing.role().role()) {
                    case RUNS -> runs(standing, whole, amounts);
                    case CONSOLIDATES -> consolidates(standing, whole, amounts);
                    default -> holds(standing, whole, amounts);
                };
        return Optional.of(
                attributed(standing.role().company(), standing, ore, held, amounts, reason + onlyOf(standing, ore)));
    }

    /** Where a quota for all ores is one that is stated for a single ore. */
    private String onlyOf(Standing standing, Ore ore) {
        Optional<Key> whole = amount(standing.holder(), Ore.ALL, standing.year());
        return quotas.ores().stream()
                .filter(one -> ore == Ore.ALL)
                .filter(one ->
                        quotas.held(standing.holder(), one, standing.year()).equals(whole))
                .findFirst()
                .map(one -> ". Stated for " + one + " ore only")
                .orElse("");
    }

    private String stage() {
        return Words.inSentence(quotas.stage().name());
    }

    private String holds(Standing standing, Key whole, Amounts amounts) {
        String reason = operated(standing, whole, amounts, "It holds the quota");
        amounts.known(AttributionBasis.CONSOLIDATED, whole);
        List<EffectiveStake> plants = plants(standing);
        if (plants.isEmpty()) {
            amounts.known(AttributionBasis.ATTRIBUTABLE, whole);
        } else {
            ifNotShared(plants, amounts, whole);
        }
        return reason + shared(plants).map(why -> "; " + why).orElse("") + noted(standing);
    }

    /** The stakes of a holder in the plants that it runs at this stage: the quota may be theirs too. */
    private List<EffectiveStake> plants(Standing standing) {
        return assets.plants(standing.role().company(), quotas.stage().id());
    }

    /** Adds the tonnes that are a holder's by ownership, which are known where others own nothing of its plants. */
    private static void ifNotShared(List<EffectiveStake> plants, Amounts amounts, Formula owned) {
        plants.forEach(plant -> amounts.from(plant.sources()));
        amounts.knownWhere(
                Amounts.areWhole(plants),
                AttributionBasis.ATTRIBUTABLE,
                owned,
                shared(plants).orElse("what others own of its plants is not stated"));
    }

    /** Why the tonnes of a holder that are its own are not known; empty where it owns its plants whole. */
    private static Optional<String> shared(List<EffectiveStake> plants) {
        return plants.stream()
                .filter(plant -> plant.part().number().orElse(0) < 1)
                .map(plant -> "what of it is used by " + plant.owned() + ", which others own a part of, is not stated")
                .findFirst();
    }

    private String consolidates(Standing standing, Key whole, Amounts amounts) {
        String reason = operated(standing, whole, amounts, "Held by its subsidiaries");
        amounts.known(AttributionBasis.CONSOLIDATED, whole).notPublished(AttributionBasis.ATTRIBUTABLE, OTHERS_OWN);
        return reason + "; " + OTHERS_OWN + noted(standing);
    }

    /** The tonnes that the holder runs itself: all, or nothing where it is stated that another does. */
    private String operated(Standing standing, Key whole, Amounts amounts, String how) {
        Optional<String> runBy = runBy(standing);
        runBy.ifPresentOrElse(
                other -> amounts.none(AttributionBasis.OPERATED),
                () -> amounts.known(AttributionBasis.OPERATED, whole));
        return how
                + runBy.map(other -> "; " + stage() + " under it is run by " + CompanyNames.withId(dataset, other))
                        .orElse("");
    }

    private String runs(Standing standing, Key whole, Amounts amounts) {
        amounts.known(AttributionBasis.OPERATED, whole)
                .none(AttributionBasis.CONSOLIDATED)
                .none(AttributionBasis.ATTRIBUTABLE);
        return "It runs " + stage() + " under the quota of " + holderName(standing) + noted(standing);
    }

    // ---------------------------------------------------------------- owners of holders

    private List<Attributed> throughStakes(Company owner, Ore ore) {
        List<Attributed> rows = new ArrayList<>();
        for (Company owned : dataset.companies().values()) {
            ownership
                    .stake(owner.id(), owned.id())
                    .ifPresent(stake -> standings(owned).stream()
                            .filter(standing ->
                                    IN_ITS_ACCOUNTS.contains(standing.role().role()))
                            .flatMap(standing -> throughStake(stake, standing, ore).stream())
                            .forEach(rows::add));
        }
        return rows;
    }

    private Optional<Attributed> throughStake(EffectiveStake stake, Standing standing, Ore ore) {
        return amount(standing.holder(), ore, standing.year()).map(whole -> {
            Key key = quota(stake.owner(), ore, " of " + standing.holder()).at(standing.year());
            Amounts amounts = cited(new Amounts(model, key, ValueUnit.of(quotas.unit())), standing, ore)
                    .from(stake.sources())
                    .none(AttributionBasis.OPERATED)
                    .inAccounts(stake, whole);
            List<EffectiveStake> plants = plants(standing);
            Optional<String> shared;
            if (standing.role().role() == Role.CONSOLIDATES) {
                amounts.notPublished(AttributionBasis.ATTRIBUTABLE, OTHERS_OWN);
                shared = Optional.of(OTHERS_OWN);
            } else if (plants.isEmpty()) {
                amounts.owned(stake, whole);
                shared = Optional.empty();
            } else {
                ifNotShared(plants, amounts, stake.key().times(whole));
                shared = shared(plants);
            }
            String reason = stake.inWords() + shared.map(why -> "; " + why).orElse("");
            return attributed(stake.owner(), standing, ore, Optional.of(whole), amounts, reason);
        });
    }

    /** Why a holder has none of an ore: others are stated to hold all of it. Empty where they are not. */
    private Optional<String> allElsewhere(Holder holder, Ore ore, Period year) {
        List<Holder> others = quotas.holders().stream()
                .filter(other -> other.kind() == holder.kind() && !other.equals(holder))
                .filter(other -> amount(other, ore, year).isPresent())
                .toList();
        double sum = others.stream()
                .flatMap(other -> amount(other, ore, year).stream())
                .mapToDouble(key -> quotas.value(key).number().orElseThrow())
                .sum();
        return quotas.ore(ore, year)
                .filter(total ->
                        !others.isEmpty() && quotas.value(total).number().orElse(Double.NaN) == sum)
                .map(total -> "All " + ore + " ore of " + year + " is with "
                        + String.join(" and ", others.stream().map(Holder::name).toList()));
    }

    // ---------------------------------------------------------------- members, and everybody else

    private Attributed withinGroup(Standing standing, Ore ore) {
        Optional<Key> held = amount(standing.holder(), ore, standing.year());
        String inside = "eld inside " + standing.holder() + "; split not published";
        Amounts amounts = amounts(standing, ore).notPublishedAtAll("h" + inside);
        return attributed(standing.role().company(), standing, ore, held, amounts, "H" + inside + noted(standing));
    }

    private Attributed withoutHolder(Company company, Ore ore, List<Standing> standings) {
        Key key = quota(company.id(), ore, "");
        Optional<QuotaRole> none = roles.stream()
                .filter(role -> role.role() == Role.NONE && role.company().equals(company.id()))
                .filter(role -> role.covers(
                        quotas.stage().id(), quotas.years().get(quotas.years().size() - 1)))
                .findFirst();
        boolean outside = !places.isEmpty() && !places.contains(company.place());
        Amounts amounts = new Amounts(model, key, ValueUnit.of(quotas.unit()));
        String reason;
        if (none.isPresent()) {
            reason = "Has none: " + none.get().citation().note();
            amounts.from(none.get().citation()).noneAtAll();
        } else if (outside) {
            reason = "Not in "
                    + String.join(", ", places.stream().map(Place::name).toList()) + ", where the quota is";
            amounts.from(company.sources()).noneAtAll();
        } else {
            reason = standings.isEmpty()
                    ? "No source says what it holds of the quota"
                    : "No quota for " + ore + " ore is stated of " + holderName(standings.get(0));
            amounts.notPublishedAtAll(reason);
        }
        return new Attributed(
                company.id(),
                true,
                Attributed.Kind.QUOTA,
                quotas.stage().id(),
                ore,
                "",
                "",
                quotas.unit(),
                Optional.empty(),
                Optional.empty(),
                amounts.all(),
                reason + ".",
                amounts.sources());
    }

    // ---------------------------------------------------------------- words and keys

    private Attributed attributed(
            String company, Standing standing, Ore ore, Optional<Key> whole, Amounts amounts, String reason) {
        return new Attributed(
                company,
                company.equals(standing.role().company()),
                Attributed.Kind.QUOTA,
                quotas.stage().id(),
                ore,
                holderName(standing),
                standing.year().toString(),
                quotas.unit(),
                runBy(standing).or(() -> holderCompany(standing)),
                whole,
                amounts.all(),
                reason + (reason.endsWith(".") ? "" : "."),
                amounts.sources());
    }

    private Amounts amounts(Standing standing, Ore ore) {
        Key key = quota(standing.role().company(), ore, " of " + standing.holder())
                .at(standing.year());
        return cited(new Amounts(model, key, ValueUnit.of(quotas.unit())), standing, ore);
    }

    /** The amounts with the sources of the quota, and of who the company is to its holder. */
    private Amounts cited(Amounts amounts, Standing standing, Ore ore) {
        amounts.from(standing.role().citation());
        quotas.held(standing.holder(), ore, standing.year())
                .map(held -> quotas.model().inputsOf(List.of(held)))
                .orElse(ImmutableSet.of())
                .forEach(input -> amounts.from(quotas.model().content(input).citedSources()));
        return amounts;
    }

    private Key quota(String company, Ore ore, String holder) {
        String ofOre = ore == Ore.ALL ? "" : ", " + ore + " ore";
        return Term.of(quotas.stage()).sub("quota" + holder).of(Subject.of(company + ofOre));
    }

    private Optional<String> runBy(Standing standing) {
        return roles.stream()
                .filter(role -> role.role() == Role.RUNS
                        && role.holder().equals(standing.role().holder()))
                .filter(role -> role.covers(quotas.stage().id(), standing.year()))
                .map(QuotaRole::company)
                .findFirst();
    }

    /** The holder, with the listed company that it is: {@code China Northern Rare Earth (600111.SH)}. */
    private String holderName(Standing standing) {
        String holder = standing.holder().name();
        return holderCompany(standing)
                .filter(company -> !company.equals(holder))
                .map(company -> holder + " (" + company + ")")
                .orElse(holder);
    }

    private Optional<String> holderCompany(Standing standing) {
        return roles.stream()
                .filter(role -> IN_ITS_ACCOUNTS.contains(role.role()))
                .filter(role -> role.holder().equals(standing.holder().name()))
                .map(QuotaRole::company)
                .findFirst();
    }

    private Optional<Company> company(String id) {
        return Optional.ofNullable(dataset.companies().get(id));
    }

    private static String noted(Standing standing) {
        String note = standing.role().citation().note();
        return note.isEmpty() ? "" : ". " + note;
    }
}
