package org.lodestone.reports.analysis;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, and kept. Where working it out throws, it is tried again next time. */
final class Lazy<T> {

    private final Supplier<T> work;
    private Optional<T> kept = Optional.empty();

    Lazy(Supplier<T> work) {
        this.work = work;
    }

    synchronized T get() {
        if (kept.isEmpty()) {
            kept = Optional.of(work.get());
        }
        return kept.get();
    }
}
