package org.lodestone.reports.forecast;

import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;

/** A project of the pipeline, with the line that states its capacity. */
public record Tracked(PipelineLine line, Project project) {

    /** The place the project is in. */
    public Place place() {
        return project.place();
    }

    /** The name of the project. */
    public String name() {
        return project.project();
    }

    @Override
    public String toString() {
        return line.id();
    }
}
