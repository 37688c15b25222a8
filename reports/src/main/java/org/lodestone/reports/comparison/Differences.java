package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;

/**
 * Finds the facts that differ between two datasets.
 *
 * <p>Within an edition that both have, a fact is set beside the same fact. What an edition says that only the newer side has
 * is set beside the edition before it in its series: that is what was revised.
 */
record Differences(
        Dataset before,
        Dataset after,
        ImmutableSet<String> editionsBefore,
        ImmutableSet<String> editionsAfter,
        ImmutableList.Builder<Difference> found) {

    static ImmutableList<Difference> between(Dataset before, Dataset after) {
        List<Fact> was = Facts.of(before);
        List<Fact> is = Facts.of(after);
        return new Differences(before, after, editions(was), editions(is), ImmutableList.builder()).find(was, is);
    }

    private static ImmutableSet<String> editions(List<Fact> facts) {
        return facts.stream().map(Fact::edition).collect(ImmutableSet.toImmutableSet());
    }

    private ImmutableList<Difference> find(List<Fact> was, List<Fact> is) {
        ImmutableListMultimap<FactKey, Fact> old = Multimaps.index(was, Fact::key);
        ImmutableListMultimap<FactKey, Fact> now = Multimaps.index(is, Fact::key);
        Stream.concat(old.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(key -> !old.get(key).equals(now.get(key)))
                .forEach(key -> compare(old.get(key), now.get(key)));
        List<String> tables = Stream.concat(was.stream(), is.stream())
                .map(fact -> fact.key().table())
                .distinct()
                .toList();
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(one -> tables.indexOf(one.key().table())), found.build());
    }

    private void compare(List<Fact> old, List<Fact> now) {
        ListMultimap<String, Fact> was = byEdition(old);
        ListMultimap<String, Fact> is = byEdition(now);
        Sets.intersection(was.keySet(), is.keySet()).forEach(edition -> pair(was.get(edition), is.get(edition)));
        ofEditionsWithoutThePair(was, is);
        for (String edition : was.keySet()) {
            boolean overtaken = is.keySet().stream().anyMatch(newer -> isNewer(newer) && follows(edition, newer));
            if (!is.containsKey(edition) && (editionsAfter.contains(edition) || !overtaken)) {
                was.get(edition)
                        .forEach(fact -> found.add(new Difference(fact.key(), Optional.of(fact), Optional.empty())));
            }
        }
    }

    /** Pairs facts of editions that the older side does not have with those of the edition before, the oldest first. */
    private void ofEditionsWithoutThePair(ListMultimap<String, Fact> was, ListMultimap<String, Fact> is) {
        List<String> added = is.keySet().stream()
                .filter(edition -> !was.containsKey(edition))
                .sorted(Comparator.comparing(edition -> after.released(edition)))
                .toList();
        Optional<Fact> last = Optional.empty();
        for (String edition : added) {
            List<Fact> facts = is.get(edition);
            Optional<Fact> previous = last.isPresent() ? last : newestBefore(was, edition);
            if (isNewer(edition) && previous.isPresent()) {
                pair(List.of(previous.get()), facts);
                last = Optional.of(facts.get(0));
            } else {
                facts.forEach(fact -> found.add(new Difference(fact.key(), withinEdition(fact), Optional.of(fact))));
            }
        }
    }

    /** Whether only the newer side has anything of an edition, and the older one has an earlier release of its series. */
    private boolean isNewer(String edition) {
        return !edition.isEmpty()
                && !editionsBefore.contains(edition)
                && editionsBefore.stream().anyMatch(older -> follows(older, edition));
    }

    private Optional<Fact> newestBefore(ListMultimap<String, Fact> was, String edition) {
        return was.entries().stream()
                .filter(entry -> follows(entry.getKey(), edition))
                .max(Comparator.comparing(entry -> before.released(entry.getKey())))
                .map(Map.Entry::getValue);
    }

    /** Whether an edition is a later one of the same series. */
    private boolean follows(String edition, String newer) {
        Optional<Edition> one = before.edition(edition);
        Optional<Edition> other = after.edition(newer);
        return one.isPresent()
                && other.isPresent()
                && one.get().series().equals(other.get().series())
                && one.get().released().compareTo(other.get().released()) < 0;
    }

    /** Facts under one key: those that agree go out, the rest is set side by side in its order. */
    private void pair(List<Fact> old, List<Fact> now) {
        List<Fact> left = new ArrayList<>(old);
        List<Fact> fresh = new ArrayList<>();
        for (Fact fact : now) {
            Optional<Fact> same = left.stream().filter(fact::saysTheSameAs).findFirst();
            same.ifPresentOrElse(left::remove, () -> fresh.add(fact));
        }
        for (int i = 0; i < Math.max(left.size(), fresh.size()); i++) {
            Optional<Fact> one = i < left.size() ? Optional.of(left.get(i)) : Optional.empty();
            Optional<Fact> other = i < fresh.size() ? Optional.of(fresh.get(i)) : Optional.empty();
            found.add(new Difference(one.or(() -> other).orElseThrow().key(), one, other));
        }
    }

    /** The first print within an edition that only the newer side has, of a fact that was revised in it; such a fact is not new as well. */
    private Optional<Fact> withinEdition(Fact latest) {
        if (!latest.key().table().equals("figure") || !isNewer(latest.edition())) {
            return Optional.empty();
        }
        return after.figures().stream()
                .filter(figure -> figure.edition().equals(latest.edition()))
                .filter(figure -> Facts.key(DatasetTables.FIGURES, figure).equals(latest.key()))
                .findFirst()
                .filter((Figure first) -> !first.revision().equals(latest.revision()))
                .map(figure -> Facts.of(DatasetTables.FIGURES, figure).get(0))
                .filter(first -> !first.saysTheSameAs(latest));
    }

    private static ListMultimap<String, Fact> byEdition(List<Fact> facts) {
        ListMultimap<String, Fact> byEdition = LinkedListMultimap.create();
        facts.forEach(fact -> byEdition.put(fact.edition(), fact));
        return byEdition;
    }
}
