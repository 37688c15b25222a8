package org.lodestone.core.figure;

import java.util.Optional;

/**
 * Where a number can be looked up.
 *
 * @param citation author, title, date and page, as a reader would cite it
 */
public record Source(String id, String citation, Optional<String> url) {}
