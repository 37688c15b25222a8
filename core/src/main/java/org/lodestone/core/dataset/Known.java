package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.lodestone.core.text.Nearest;

/**
 * What a table declares, for the rows that refer to it by id.
 *
 * <p>One mistake should give one message. So an id whose row is there but could not be read passes, and where there is
 * no table to look in, every id does.
 *
 * @param unread ids of rows that could not be read
 * @param checked whether the table was there
 */
record Known<T>(Layout table, ImmutableMap<String, T> byId, ImmutableSet<String> unread, boolean checked) {

    /** {@code id} itself; refuses one that the table does not have. */
    String require(String id) {
        if (checked && !byId.containsKey(id) && !unread.contains(id)) {
            throw new IllegalArgumentException("'" + id + "' is not in " + table.file() + ". "
                    + Nearest.remedy(id, Sets.union(byId.keySet(), unread), "Add it there."));
        }
        return id;
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
