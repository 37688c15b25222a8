package org.lodestone.reports.claim;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.research.Claim;
import org.lodestone.reports.chain.ChainAnalysis;

/** The way in which a claim about the whole chain is worked out. */
record ChainClaims(Optional<ChainAnalysis> chain, Claim claim) {

    ImmutableList<ClaimWay> ways() {
        return chain.stream().map(this::way).collect(ImmutableList.toImmutableList());
    }

    private ClaimWay way(ChainAnalysis chain) {
        String unknown = chain.withoutFigures().stream().map(Stage::name).collect(Collectors.joining(", "));
        return new ClaimWay(
                words().with("threshold", chain.threshold())
                        .say("Countries that reach {threshold:0.0}% in every stage"
                                + "|Countries that reach the threshold in every stage"),
                chain.wholeChains(),
                ClaimWay.Kind.PLAIN,
                claim.unit(),
                unknown.isEmpty() ? "" : "No figures by country for: " + unknown + ".",
                chain.model());
    }
}
