package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.NUMBER;
import static org.lodestone.core.dataset.CellType.OBSERVATION;
import static org.lodestone.core.dataset.CellType.PERIOD_OR_WORDS;
import static org.lodestone.core.dataset.CellType.UNIT;
import static org.lodestone.core.dataset.CellType.words;

import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.project.StudyFigure.Terms;
import org.lodestone.core.project.StudyFigure.Years;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.project.StudySensitivity.Driver;

/** The tables of what studies of projects print: their economics, and how these move with prices and costs. */
final class StudyTables {

    private static final CellType<Years> YEARS = CellType.of("string", Years::parse, Years::toString, Years.EACH);

    static final Table<StudyFigure> STUDIES = Table.of("studies", "Economics of projects in their studies", t -> {
        var project = t.column("project*", NAME, StudyFigure::project, "Project");
        var study = t.column("study*", NAME, StudyFigure::study, "Study; rows of one study belong together");
        t.column(
                "published*",
                PERIOD_OR_WORDS,
                StudyFigure::published,
                "When, or words where the source prints no date");
        var item = t.column("item*", words(Item.class), StudyFigure::item, "What it is a figure of");
        var product = t.column(
                "product",
                NAME,
                StudyFigure::product,
                "Product of a volume, a price or a unit cost; empty for all else");
        t.amount(
                "value",
                OBSERVATION,
                StudyFigure::value,
                StudyFigure::unit,
                "Number as printed, in the unit as printed: half of its last digit is what rounding leaves open");
        t.column("unit", UNIT.optional(), StudyFigure::unit);
        t.premise("assumption", StudyFigure::assumption, "in place of a value that is not printed");
        var years = t.column(
                "years",
                YEARS.orBlank(Years.EACH),
                StudyFigure::years,
                "Years of operation that it is of: 1-15, 3, life for the total of all; empty for each year");
        var terms = t.column(
                "terms", words(Terms.class).optional(), StudyFigure::terms, "real or nominal; empty where not stated");
        var tax = t.column(
                "tax",
                words(Tax.class).optional(),
                StudyFigure::tax,
                "before or after tax; empty where not stated, and for what has no such side");
        var rate = t.column(
                "rate",
                NUMBER.optional(),
                StudyFigure::rate,
                "Discount rate of a net present value in percent; empty where not stated");
        t.cites(StudyFigure::citation).how("how").note().sources();
        t.fact("study", project, study, item, product, years, terms, tax, rate);
        return t.inOrder(StudyFigure.class);
    });

    static final Table<StudySensitivity> SENSITIVITIES =
            Table.of("study-sensitivities", "Sensitivity of studies to prices and costs", t -> {
                var project = t.column("project*", NAME, StudySensitivity::project, "Project, as in studies");
                var study = t.column("study*", NAME, StudySensitivity::study, "Study, as in studies");
                var driver = t.column("driver*", words(Driver.class), StudySensitivity::driver, "What is moved");
                var change = t.column("change*", NUMBER, StudySensitivity::change, "Change of the driver in percent");
                var outcome = t.column("outcome*", words(Item.class), StudySensitivity::outcome, "npv or irr");
                t.amount("value*", StudySensitivity::value, "unit*", StudySensitivity::unit);
                var tax = t.column(
                        "tax",
                        words(Tax.class).optional(),
                        StudySensitivity::tax,
                        "before or after tax; empty where not stated");
                t.cites(StudySensitivity::citation).note().sources();
                t.fact("sensitivity", project, study, driver, change, outcome, tax);
                return t.inOrder(StudySensitivity.class);
            });

    private StudyTables() {}
}
