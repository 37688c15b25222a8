package org.lodestone.notebook;

import com.google.common.collect.ImmutableList;

/**
 * A JShell script that was run from its first line to its last.
 *
 * <p>The {@code jshell} command ends well whatever happened. Here everything that went wrong is named.
 *
 * @param faults what went wrong, in order
 * @param printed what the script printed
 */
record Notebook(ImmutableList<String> faults, String printed) {}
