package org.lodestone.reports.attribution;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attributed.Kind;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.ownership.Ownership;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.quota.Quotas;

/**
 * Quotas, capacity and output of listed companies, on three bases.
 *
 * <p>Every amount is a key of the model: a formula over the figures it is of and, for a share by ownership, the
 * effective stake, which is a result of Java's. What is not published is missing with its reason, and a company that can
 * have no quota has zero with its reason.
 *
 * @param ownership the effective stakes it uses
 * @param companies the ids of all companies of the dataset
 * @param all quotas stage by stage and company by company, then mines and plants
 */
public record Attribution(
        Ownership ownership, ImmutableSet<String> companies, ImmutableList<Attributed> all, Model model) {

    /** The attribution as of the day on which the dataset's figures had been gathered. Throws where who owns whom cannot be solved. */
    public static Attribution of(Dataset dataset) {
        return of(dataset, Quotas.of(dataset), Pipeline.of(dataset), CompanyFacts.of(dataset));
    }

    /** The same as {@link #of(Dataset)} gives, from analyses that are worked out already. */
    public static Attribution of(
            Dataset dataset, List<Quotas> stages, Optional<Pipeline> pipeline, CompanyFacts facts) {
        requireNonNull(dataset, "dataset");
        requireNonNull(stages, "stages");
        requireNonNull(pipeline, "pipeline");
        requireNonNull(facts, "facts");
        Ownership ownership = Ownership.of(dataset);
        Model.Builder model = Model.builder().include(ownership.model());
        AssetAttribution assets = new AssetAttribution(dataset, ownership, pipeline, facts, model);
        ImmutableList.Builder<Attributed> all = ImmutableList.builder();
        if (!dataset.companies().isEmpty()) {
            for (Quotas quotas : stages) {
                model.include(quotas.model());
                all.addAll(new QuotaAttribution(dataset, quotas, ownership, assets, model).all());
            }
        }
        all.addAll(assets.all());
        return new Attribution(ownership, dataset.companies().keySet(), all.build(), model.build());
    }

    /** The tonnes attributed to a company. Throws if the dataset has none of that id. */
    public ImmutableList<Attributed> of(String company) {
        if (!companies.contains(company)) {
            throw UnknownIdException.of(company, "a company of the dataset", companies);
        }
        return all.stream().filter(one -> one.company().equals(company)).collect(ImmutableList.toImmutableList());
    }

    /**
     * A company's quota at a stage for an ore: one for each holder it has to do with; where none is known, one that says
     * why there is none or why it is missing.
     */
    public ImmutableList<Attributed> quota(String company, String stage, Ore ore) {
        return of(company).stream()
                .filter(one -> one.kind() == Kind.QUOTA)
                .filter(one -> one.stage().equals(stage) && one.ore() == ore)
                .collect(ImmutableList.toImmutableList());
    }

    /** The tonnes of a company on a basis, or why they are not known. */
    public Value value(Attributed one, AttributionBasis basis) {
        return model.value(one.amount(basis));
    }

    @Override
    public String toString() {
        return OneLine.of("attribution", OneLine.count(companies, "company"), OneLine.count(all, "amount"));
    }
}
