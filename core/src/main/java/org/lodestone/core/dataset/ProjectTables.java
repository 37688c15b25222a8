package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.AMOUNT;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.PERCENT;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.UNIT;
import static org.lodestone.core.dataset.CellType.amount;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.words;

import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.Project.Heavies;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Unit;

/** The tables of projects: their lines, reserves, output and dates. */
final class ProjectTables {

    static final Table<Project> PROJECTS = Table.of("projects", "Project lines", t -> {
        t.key("id*", NAME, Project::id, "Identifier of the project line");
        t.column("project*", NAME, Project::project, "Project; several lines may belong to one");
        t.column("operator*", NAME, Project::operator, "Who runs it");
        t.column(
                "company",
                id(CompanyTables.COMPANIES).optional(),
                Project::company,
                "Identifier of the listed company behind it, where there is one");
        t.column("place*", PLACE, Project::place);
        t.column("stage*", id(ChainTables.STAGES), Project::stage, "Identifier of a stage");
        t.column("product*", NAME, Project::product, "What it makes");
        t.column(
                "heavies",
                words(Heavies.class).optional(),
                Project::heavies,
                "Heavy rare earths: separated where it makes them, contained where its ore has much of them; empty for"
                        + " neither");
        var capacity = t.amount("capacity", Project::capacity, Project::unit, "Nameplate capacity");
        t.column("unit", UNIT.optional(), Project::unit);
        t.column(
                "capacity_reo",
                AMOUNT.optional(),
                Project::capacityReo,
                "Capacity in t REO/yr, only where the source says rare-earth oxides");
        var status = t.column("status*", words(Status.class), Project::status, "Where it stands");
        var firstYear = t.column("first_year", NAME, Project::firstYear, "First year of operation, where stated");
        t.cites(Project::citation).note().sources();
        t.fact("project").says("capacity", capacity).says("status", status).says("first year", firstYear);
        return t.inOrder(Project.class);
    });

    static final Table<ProjectReserve> RESERVES =
            Table.of("project-reserves", "Reserves and resources of projects", t -> {
                var project = t.column("project*", NAME, ProjectReserve::project, "Project or deposit");
                t.column("operator", NAME, ProjectReserve::operator, "Who runs it");
                var category = t.column(
                        "category*", NAME, ProjectReserve::category, "Reserve or resource, with its class and code");
                var asOf = t.column(
                        "as_of*", NAME, ProjectReserve::asOf, "Date of the statement, or as near as the source says");
                var tonnage =
                        t.amount("tonnage", ProjectReserve::tonnage, ProjectReserve::tonnageUnit, "Tonnage of ore");
                t.column("tonnage_unit", UNIT.optional(), ProjectReserve::tonnageUnit, "Unit of the tonnage");
                var grade = t.column(
                        "grade_pct", PERCENT.optional(), ProjectReserve::gradePct, "Grade in % of rare-earth oxides");
                var contained = t.column(
                        "contained_reo",
                        amount(Unit.parse("t REO")).optional(),
                        ProjectReserve::containedReo,
                        "Contained rare-earth oxides in t REO");
                t.cites(ProjectReserve::citation).note().sources();
                t.fact("project-reserve", project, category, asOf)
                        .says(tonnage)
                        .says("grade", grade)
                        .says("contained", contained);
                return t.inOrder(ProjectReserve.class);
            });

    static final Table<ProjectOutput> OUTPUTS = Table.of("project-outputs", "Output of projects", t -> {
        var project = t.column("project*", NAME, ProjectOutput::project, "Project");
        var period = t.column("period*", PERIOD, ProjectOutput::period);
        var output = t.column("output*", NAME, ProjectOutput::output, "What is counted");
        var amount = t.amount("value*", ProjectOutput::value, "unit*", ProjectOutput::unit);
        t.cites(ProjectOutput::citation).how("how*");
        t.derivation(ProjectOutput::derivation);
        t.sources();
        t.fact("output", project, period, output);
        return t.inOrder(ProjectOutput.class, row -> row.requireAmount(amount));
    });

    static final Table<Milestone> MILESTONES =
            Table.of("project-milestones", "Announced and actual dates of projects", t -> {
                var project = t.column("project*", NAME, Milestone::project, "Project");
                var milestone = t.column("milestone*", NAME, Milestone::milestone, "What was to happen");
                var announced = t.column("announced*", NAME, Milestone::announced, "When the target was announced");
                t.column("target", NAME, Milestone::target, "What was then expected");
                t.column("actual", NAME, Milestone::actual, "What came");
                t.cites(Milestone::citation).note().sources();
                t.fact("milestone", project, milestone, announced).says(ProjectTables::inWords);
                return t.inOrder(Milestone.class);
            });

    private ProjectTables() {}

    private static String inWords(Milestone milestone) {
        return milestone.target() + (milestone.actual().isEmpty() ? "" : ", came " + milestone.actual());
    }
}
