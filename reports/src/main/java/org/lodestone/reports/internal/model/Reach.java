package org.lodestone.reports.internal.model;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Streams;
import com.google.common.graph.Traverser;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;

/**
 * How far some keys of a model reach when their values are changed.
 *
 * <pre>Reach.of(model, Set.of(quotaGrowth)).behind(balance)    // empty: the balance does not follow the quota</pre>
 *
 * <p>A key reaches a value whose formula leads to it, on any branch. It does not reach through another key that is changed
 * too, since that has a value of its own then.
 */
public record Reach(Model model, ImmutableSet<Key> changed) {

    /** The reach of the changed keys, in the given model. */
    public static Reach of(Model model, Set<Key> changed) {
        return new Reach(model, ImmutableSet.copyOf(changed));
    }

    /** The changed keys that reach a value. */
    public ImmutableSet<Key> behind(Key read) {
        return behind(ImmutableSet.of(read));
    }

    /** The changed keys that reach any of some values. */
    public ImmutableSet<Key> behind(Collection<Key> read) {
        Traverser<Key> back = Traverser.forGraph(key -> changed.contains(key) ? ImmutableSet.of() : model.usedBy(key));
        return Streams.stream(back.breadthFirst(read)).filter(changed::contains).collect(toImmutableSet());
    }

    /** Throws if a changed key reaches none of some values, and says what it does reach. */
    public void requireEach(Collection<Key> read) {
        ImmutableSet<Key> reaching = behind(read);
        for (Key key : changed) {
            if (!reaching.contains(key)) {
                ImmutableList<Key> ends = ends(key);
                throw new IllegalArgumentException("'" + key
                        + "' reaches none of what is asked for, which stays as it is: "
                        + told(ImmutableList.copyOf(read)) + ". "
                        + (ends.isEmpty()
                                ? "Nothing follows from it at all. Change another key."
                                : "It reaches " + told(ends) + ". Ask for one of these, or change another key."));
            }
        }
    }

    /** The last keys that follow from a key: nothing follows from them, so a change of it ends there. */
    private ImmutableList<Key> ends(Key key) {
        SetMultimap<Key, Key> followers = LinkedHashMultimap.create();
        for (Key follower : model.contents().keySet()) {
            if (!changed.contains(follower)) {
                model.usedBy(follower).forEach(used -> followers.put(used, follower));
            }
        }
        return Streams.stream(Traverser.forGraph(followers::get).breadthFirst(followers.get(key)))
                .filter(end -> followers.get(end).isEmpty())
                .collect(toImmutableList());
    }

    /** A few of the keys, none of them only of another place or year than one before. */
    private static String told(ImmutableList<Key> keys) {
        int most = 3;
        Set<Term> terms = new HashSet<>();
        List<String> some = keys.stream()
                .filter(key -> terms.add(key.what()))
                .limit(most)
                .map(key -> "'" + key + "'")
                .toList();
        return String.join(", ", some)
                + (keys.size() > some.size() ? " and " + (keys.size() - some.size()) + " more" : "");
    }
}
