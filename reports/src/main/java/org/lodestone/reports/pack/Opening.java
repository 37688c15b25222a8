package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.Comparator;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.market.Price;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.time.Period;
import org.lodestone.reports.report.Block;

/**
 * The words of the front page where no part brings any that weigh more, and its small print.
 *
 * @param title where no finding has a headline
 * @param standfirst a sentence under it
 * @param statements what texts under study say, by the id of the finding that answers it
 * @param ofSeveral whether it is several texts that say it, and no one note
 * @param lead id of the finding that leads the title; empty where the heaviest does
 * @param figures whose figures they are, as a sentence begins: {@code Figures gathered to November 2026, the newest of 22 June 2026}
 * @param gathered when, which is where the calendar stands
 * @param disclaimer what readers must be told
 */
record Opening(
        Block.Sentence title,
        Block.Sentence standfirst,
        ImmutableListMultimap<String, String> statements,
        boolean ofSeveral,
        String lead,
        String figures,
        Period gathered,
        String disclaimer) {

    static Opening of(Dataset dataset, Block.Sentence standfirst, boolean ofSeveral, String lead) {
        ImmutableListMultimap.Builder<String, String> statements = ImmutableListMultimap.builder();
        dataset.claims().forEach(claim -> claim.answeredBy().ifPresent(id -> statements.put(id, claim.statement())));
        return new Opening(
                Block.Sentence.plain(dataset.resource() + ": what published figures say"),
                standfirst,
                statements.build(),
                ofSeveral,
                lead,
                "Figures gathered to " + Days.inSentence(dataset.gathered()) + newest(dataset),
                dataset.gathered(),
                dataset.publication().disclaimer());
    }

    /** The day of what is newest, where it is older than a month: days and months of prices, policies and facts of companies. */
    private static String newest(Dataset dataset) {
        if (dataset.gathered().equals(Period.NONE)) {
            return "";
        }
        LocalDate gathered = dataset.gathered().last();
        return Streams.concat(
                        dataset.prices().stream().map(Price::period),
                        dataset.policies().stream().map(Policy::date),
                        dataset.facts().stream().flatMap(fact -> Period.find(fact.period()).stream()))
                .filter(period -> period.kind() == Period.Kind.DAY || period.kind() == Period.Kind.MONTH)
                .filter(period -> !period.last().isAfter(gathered))
                .max(Comparator.comparing(Period::last))
                .filter(newest -> newest.last().isBefore(gathered.minusMonths(1)))
                .map(newest -> ", the newest of " + Days.inSentence(newest))
                .orElse("");
    }
}
