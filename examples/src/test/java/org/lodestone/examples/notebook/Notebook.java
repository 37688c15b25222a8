package org.lodestone.examples.notebook;

import com.google.common.collect.ImmutableList;

/**
 * A JShell script that was run from its first line to its last.
 *
 * <p>The {@code jshell} command ends well whatever happened, so that a script which is only piped through it is not tested.
 * Here everything that went wrong is named.
 *
 * @param faults what went wrong, in order
 * @param printed what the script printed
 */
record Notebook(ImmutableList<String> faults, String printed) {

    /** The last line that a script prints. Without it, a script that stops half way would look like one that is done. */
    static final String END = "End of notebook.";
}
