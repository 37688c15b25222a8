package org.lodestone.core.figure;

import java.util.Optional;

/** Where a figure was read, in words a reader can look up. */
public record Source(String id, String citation, Optional<String> url) {}
