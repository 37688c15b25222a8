package org.lodestone.reports.internal.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
public final class Reach {

    private final Model model;
    private final ImmutableSet<Key> changed;

    private Reach(Model model, ImmutableSet<Key> changed) {
        this.model = model;
        this.changed = changed;
    }

    /** The reach of the changed keys, in the given model. */
    public static Reach of(Model model, Set<Key> changed) {
        return new Reach(model, ImmutableSet.copyOf(changed));
    }

    /** The changed keys that reach a value. */
    public ImmutableSet<Key> behind(Key read) {
        return behind(ImmutableSet.of(read));
    }

    private ImmutableSet<Key> behind(Collection<Key> read) {
        Set<Key> seen = new LinkedHashSet<>();
        ImmutableSet.Builder<Key> behind = ImmutableSet.builder();
        Deque<Key> open = new ArrayDeque<>(read);
        while (!open.isEmpty()) {
            Key key = open.pop();
            if (!seen.add(key)) {
                continue;
            }
            if (changed.contains(key)) {
                behind.add(key);
            } else {
                model.usedBy(key).forEach(open::push);
            }
        }
        return behind.build();
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
        Set<Key> following = new LinkedHashSet<>();
        Deque<Key> open = new ArrayDeque<>(followers.get(key));
        while (!open.isEmpty()) {
            Key next = open.pop();
            if (following.add(next)) {
                open.addAll(followers.get(next));
            }
        }
        return following.stream().filter(end -> followers.get(end).isEmpty()).collect(ImmutableList.toImmutableList());
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
