package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.text.Nearest;

/**
 * The records of a table, for the rows of others that refer to them by id.
 *
 * <p>One mistake should give one message. So an id whose row is there but could not be read passes, and where there is
 * no table to look in, every id does.
 *
 * @param unread ids of rows that could not be read
 * @param checked whether the table was there
 */
record Known<T>(Table<?> table, ImmutableMap<String, T> byId, ImmutableSet<String> unread, boolean checked) {

    /** {@code id} itself; refuses one that the table does not have. */
    String require(String id) {
        boolean isKnown = byId.containsKey(id)
                || unread.contains(id)
                || table.always().filter(id::equals).isPresent();
        if (checked && !isKnown) {
            Set<String> others =
                    Sets.union(unread, table.always().map(ImmutableSet::of).orElse(ImmutableSet.of()));
            throw new IllegalArgumentException("'" + id + "' is not in " + table.file() + ". "
                    + Nearest.remedy(id, Sets.union(byId.keySet(), others), "Add it there."));
        }
        return id;
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
