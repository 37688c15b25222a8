package org.lodestone.reports.claim;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Claim;

record ChainClaims(Dataset dataset, Claim claim) {

    ImmutableList<ClaimWay> ways() {
        return ImmutableList.of();
    }
}
