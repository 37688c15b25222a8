package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.text.Nearest;

/** Notes facts of companies whose name is nearly one that analyses read, so that they would be passed over without a word. */
final class FactRules {

    /** The names by which analyses look up a fact of any company; outputs and capacities have names of their own. */
    static final ImmutableList<String> READ = ImmutableList.of(
            "revenue",
            "net-profit",
            "ebitda",
            "net-debt",
            "ev-bridge",
            "minority-interest",
            "preferred-equity",
            "royalty-liability",
            "equity-raise",
            "pe-forward",
            "share-price",
            "shares-outstanding",
            "market-cap");

    private final ImmutableList<Lined<CompanyFact>> facts;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    FactRules(ImmutableList<Lined<CompanyFact>> facts, Problems problems) {
        this.facts = facts;
        this.problems = problems;
    }

    /** Each name once, where it stands first. */
    void check() {
        for (Lined<CompanyFact> one : facts) {
            String name = one.row().fact();
            if (!READ.contains(name) && told.add(name)) {
                Nearest.within(1, name, READ)
                        .ifPresent(meant -> problems.note(
                                CompanyTables.FACTS.file(),
                                one.line(),
                                "fact",
                                "no analysis reads '" + name + "'. Did you mean '" + meant + "'?"));
            }
        }
    }
}
