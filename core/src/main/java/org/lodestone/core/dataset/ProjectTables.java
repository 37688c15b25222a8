package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.Cell.PERCENT;
import static org.lodestone.core.dataset.Cell.TEXT;
import static org.lodestone.core.dataset.Cell.UNIT;
import static org.lodestone.core.dataset.Cell.amount;

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
public final class ProjectTables {

    public static final Table<ProjectReserve> RESERVES =
            Table.of("project-reserves", "Reserves and resources of projects", t -> {
                var project = t.column("project*", TEXT, ProjectReserve::project, "Project or deposit");
                var operator = t.column("operator", TEXT, ProjectReserve::operator, "Who runs it");
                var category = t.column(
                        "category*", TEXT, ProjectReserve::category, "Reserve or resource, with its class and code");
                var asOf = t.column(
                        "as_of*", TEXT, ProjectReserve::asOf, "Date of the statement, or as near as the source says");
                var tonnage =
                        t.amount("tonnage", ProjectReserve::tonnage, ProjectReserve::tonnageUnit, "Tonnage of ore");
                var unit =
                        t.remark("tonnage_unit", UNIT.optional(), ProjectReserve::tonnageUnit, "Unit of the tonnage");
                var grade = t.column(
                        "grade_pct", PERCENT.optional(), ProjectReserve::gradePct, "Grade in % of rare-earth oxides");
                var contained = t.column(
                        "contained_reo",
                        amount(Unit.parse("t REO")).optional(),
                        ProjectReserve::containedReo,
                        "Contained rare-earth oxides in t REO");
                t.cites(ProjectReserve::citation).note().sources();
                t.fact("project-reserve", project, category, asOf);
                return row -> new ProjectReserve(
                        row.get(project),
                        row.get(operator),
                        row.get(category),
                        row.get(asOf),
                        row.get(tonnage),
                        row.get(unit),
                        row.get(grade),
                        row.get(contained),
                        row.citation());
            });

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
