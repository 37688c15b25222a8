package org.lodestone.core.project;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;

/**
 * When a step of a project was to happen, and when it did. The difference is what delays are calibrated on.
 *
 * @param announced when the target was given, in its source's words
 * @param target empty when none was given
 * @param actual empty when it has not happened or is not known
 */
public record Milestone(
        String project, String milestone, String announced, String target, String actual, Citation citation) {

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(project, milestone),
                target.isEmpty() ? "" : "target " + target,
                actual.isEmpty() ? "" : "actual " + actual);
    }
}
