package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.ChainTables.Placed;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Unit;

/** Reads projects, and what is known of their reserves, output and delays. */
final class ProjectTables {

    private final Tables tables;

    ProjectTables(Tables tables) {
        this.tables = tables;
    }

    Known<Project> projects(Known<Company> companies, Known<Placed> stages) {
        return tables.known(
                Layout.PROJECTS,
                row -> new Project(
                        row.text("id"),
                        row.text("project"),
                        row.text("operator"),
                        row.optional("company", column -> row.reference(column, companies)),
                        row.place("place"),
                        row.reference("stage", stages),
                        row.text("product"),
                        row.optional("capacity", row::amount),
                        row.optional("unit", row::unit),
                        row.optional("capacity_reo", row::amount),
                        row.oneOf("status", Status.class),
                        row.text("first_year"),
                        row.citation()));
    }

    ImmutableList<ProjectReserve> reserves() {
        return tables.list(
                Layout.PROJECT_RESERVES,
                row -> new ProjectReserve(
                        row.text("project"),
                        row.text("operator"),
                        row.text("category"),
                        row.text("as_of"),
                        row.optional("tonnage", row::amount),
                        row.optional("tonnage_unit", row::unit),
                        row.optional("grade_pct", column -> row.amount(column, Unit.PERCENT)),
                        row.optional("contained_reo", row::amount),
                        row.citation()));
    }

    ImmutableList<ProjectOutput> outputs() {
        return tables.list(Layout.PROJECT_OUTPUTS, row -> {
            Unit unit = row.unit("unit");
            return new ProjectOutput(
                    row.text("project"),
                    row.period("period"),
                    row.text("output"),
                    row.amount("value", unit),
                    unit,
                    row.text("derivation"),
                    row.citation());
        });
    }

    ImmutableList<Milestone> milestones() {
        return tables.list(
                Layout.PROJECT_MILESTONES,
                row -> new Milestone(
                        row.text("project"),
                        row.text("milestone"),
                        row.text("announced"),
                        row.text("target"),
                        row.text("actual"),
                        row.citation()));
    }
}
