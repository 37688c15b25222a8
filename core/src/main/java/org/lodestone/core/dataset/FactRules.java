package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.quantity.Dimension;

/**
 * The rules for facts of companies that analyses look up by name: what they are measured in, and of what output a content is; and a note
 * where a name is nearly one of these, so that the fact would be passed over without a word.
 */
final class FactRules {

    /** The names by which analyses look up a fact of any company; outputs and capacities have names of their own. */
    static final ImmutableMap<String, Dimension> READ = ImmutableMap.<String, Dimension>builder()
            .put("revenue", Dimension.MONEY)
            .put("net-profit", Dimension.MONEY)
            .put("ebitda", Dimension.MONEY)
            .put("net-debt", Dimension.MONEY)
            .put("ev-bridge", Dimension.MONEY)
            .put("minority-interest", Dimension.MONEY)
            .put("preferred-equity", Dimension.MONEY)
            .put("royalty-liability", Dimension.MONEY)
            .put("equity-raise", Dimension.MONEY)
            .put("pe-forward", Dimension.MULTIPLE)
            .put("share-price", Dimension.MONEY)
            .put("shares-outstanding", Dimension.COUNT)
            .put("market-cap", Dimension.MONEY)
            .put("days-to-report", Dimension.AS_PRINTED)
            .buildOrThrow();

    private static final String CONTENT_OF = "content-of-";

    private final ImmutableList<RowWithLine<CompanyFact>> facts;
    private final Set<String> told = new HashSet<>();

    FactRules(ImmutableList<RowWithLine<CompanyFact>> facts) {
        this.facts = facts;
    }

    void check() {
        RowWithLine.refuseRepeated(
                facts.stream()
                        .filter(one -> one.row().fact().startsWith(CONTENT_OF))
                        .toList(),
                "scope",
                fact -> "the content of what " + fact.company() + " makes as '" + fact.scope() + "'",
                "Keep one, or name another kind of product.");
        for (RowWithLine<CompanyFact> one : facts) {
            Dimension read = READ.get(one.row().fact());
            if (one.row().fact().startsWith(CONTENT_OF)) {
                content(one);
            } else if (read == null) {
                nearlyRead(one);
            } else if (one.row().unit().dimension() != read
                    && !(one.row().isPerShare() && one.row().unit().dimension() == Dimension.MONEY_PER_SHARE)) {
                one.problem(
                        "unit",
                        "'" + one.row().unit() + "' does not measure '"
                                + one.row().fact() + "'. Write " + like(read) + ", or give the fact another name.");
            }
        }
    }

    /** A content is a share, of what an output of the company is counted in. */
    private void content(RowWithLine<CompanyFact> one) {
        CompanyFact content = one.row();
        String output = content.fact().substring(CONTENT_OF.length());
        List<CompanyFact> outputs = facts.stream()
                .map(RowWithLine::row)
                .filter(fact -> fact.company().equals(content.company()))
                .filter(fact -> fact.unit().dimension() == Dimension.MASS)
                .toList();
        Set<String> bases = outputs.stream()
                .filter(fact -> fact.fact().equals(output))
                .map(fact -> fact.unit().basis())
                .collect(Collectors.toSet());
        if (content.unit().dimension() != Dimension.SHARE) {
            one.problem("unit", "'" + content.unit() + "' is no content. Write one such as % NdPr oxide of REO.");
        } else if (bases.isEmpty()) {
            one.problem(
                    "fact",
                    content.company() + " has no '" + output + "' in tonnes. "
                            + Nearest.remedy(
                                    output,
                                    outputs.stream()
                                            .map(CompanyFact::fact)
                                            .distinct()
                                            .toList(),
                                    "Name an output that is among its facts."));
        } else if (content.unit()
                .contentOf()
                .filter(of -> !bases.contains(of.get(1)))
                .isPresent()) {
            one.problem(
                    "unit",
                    "'" + content.unit() + "' is no content of '" + output + "', which is in t "
                            + String.join(", t ", bases) + ". Write a content of that.");
        }
    }

    private static String like(Dimension read) {
        return switch (read) {
            case MONEY -> "a currency, as in CNY or USD mn";
            case COUNT -> "what is counted, as in shares or mn shares";
            case AS_PRINTED -> "[days]";
            default -> "x";
        };
    }

    /** Each name once, where it stands first. */
    private void nearlyRead(RowWithLine<CompanyFact> one) {
        String name = one.row().fact();
        if (told.add(name)) {
            Nearest.within(1, name, READ.keySet())
                    .ifPresent(meant ->
                            one.note("fact", "no analysis reads '" + name + "'. Did you mean '" + meant + "'?"));
        }
    }
}
