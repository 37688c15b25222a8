package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A record and the line it stands in, for what can be judged only once other tables are read. */
record Lined<T>(T row, int line) {

    static <T> ImmutableList<T> rows(List<Lined<T>> lines) {
        return lines.stream().map(Lined::row).collect(toImmutableList());
    }
}
