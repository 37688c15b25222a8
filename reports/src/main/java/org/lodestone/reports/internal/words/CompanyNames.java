package org.lodestone.reports.internal.words;

import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;

/** Names of companies as a reader knows them. */
public final class CompanyNames {

    private CompanyNames() {}

    /** A company of the dataset by its name, anybody else by the name given. */
    public static String of(Dataset dataset, String id) {
        return Optional.ofNullable(dataset.companies().get(id))
                .map(Company::name)
                .orElse(id);
    }

    /** A company of the dataset by its name and id, {@code Lynas Rare Earths (LYC.AX)}, anybody else by the name given. */
    public static String withId(Dataset dataset, String id) {
        return Optional.ofNullable(dataset.companies().get(id))
                .map(company -> company.name() + " (" + id + ")")
                .orElse(id);
    }
}
