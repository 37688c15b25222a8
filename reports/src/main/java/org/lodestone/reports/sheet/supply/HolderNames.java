package org.lodestone.reports.sheet.supply;

import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quota.Holder;

/** Names of those who hold quotas, as a reader knows them: listed companies by name and id. */
record HolderNames(Dataset dataset) {

    String of(Holder holder) {
        return Optional.ofNullable(dataset.companies().get(holder.name()))
                .map(Company::name)
                .map(name -> name + " (" + holder + ")")
                .orElse(holder.name());
    }
}
