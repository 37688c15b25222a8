package org.lodestone.reports.value;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.study.AuditedPlan;
import org.lodestone.reports.study.AuditedPlan.Entry;
import org.lodestone.reports.study.StudyAudit;

/**
 * The figures of a study on a project, in the money of the deck: where an assumption is named, that stands in their place.
 *
 * @param ebitda of a year at full output
 * @param volume in kilotonnes of the product
 * @param price at which the study sells it
 * @param capex the cost of building
 * @param life years of operation
 */
record StudyInputs(Formula ebitda, Formula volume, Formula price, Formula capex, Formula life) {

    /** Finds them, and notes the words for what is missing. */
    record Finder(
            ValuedProject project,
            String product,
            StudyAudit studies,
            Scenarios scenarios,
            Case in,
            DeckMoney money,
            Model.Builder model,
            List<String> missing) {

        /** Empty where something is missing. */
        Optional<StudyInputs> find() {
            Optional<Formula> ebitda =
                    noted(money(project.ebitda(), Entry.EBITDA), "earnings that are alike in all years");
            Optional<Formula> capex = noted(money(project.capex(), Entry.CAPEX), "cost of building");
            Optional<Formula> life = noted(life(), "years of operation");
            Optional<Formula> volume = noted(volume(), "volume of " + product);
            Optional<Formula> price = noted(price(), "price of " + product + " in the study");
            return missing.isEmpty()
                    ? Optional.of(new StudyInputs(
                            ebitda.orElseThrow(),
                            volume.orElseThrow(),
                            price.orElseThrow(),
                            capex.orElseThrow(),
                            life.orElseThrow()))
                    : Optional.empty();
        }

        private Optional<Formula> noted(Optional<Formula> found, String what) {
            if (found.isEmpty()) {
                missing.add(what);
            }
            return found;
        }

        private Optional<Formula> money(Optional<String> assumed, Entry entry) {
            return assumed.map(id -> money.of(
                            scenarios.key(id, in), scenarios.premise(id).unit(), model))
                    .or(() -> plan().filter(plan -> money.takes(plan.money()))
                            .flatMap(plan -> plan.key(entry).map(key -> money.of(key, plan.money(), model))));
        }

        private Optional<Formula> life() {
            return project.life()
                    .<Formula>map(id -> scenarios.key(id, in))
                    .or(() -> plan().flatMap(plan -> plan.key(Entry.LIFE)));
        }

        private Optional<AuditedPlan> plan() {
            return studies.plan(project.project(), project.study());
        }

        private Optional<Formula> volume() {
            return project.volume()
                    .map(id -> CashFlow.kilotonnes(
                            scenarios.key(id, in), scenarios.premise(id).unit(), product))
                    .or(() -> printed(Item.VOLUME)
                            .map(row -> CashFlow.kilotonnes(key(row), row.unit().orElseThrow(), product)));
        }

        private Optional<Formula> price() {
            return project.price()
                    .map(id -> money.ofPrice(
                            scenarios.key(id, in), scenarios.premise(id).unit(), product, model))
                    .or(() -> printed(Item.PRICE)
                            .filter(row -> money.takes(row.unit().orElseThrow()))
                            .map(row -> money.ofPrice(key(row), row.unit().orElseThrow(), product, model)));
        }

        private Optional<StudyFigure> printed(Item item) {
            return studies.printed(project.project(), project.study(), item, product);
        }

        private Key key(StudyFigure row) {
            return requireNonNull(studies.printed().get(row));
        }
    }
}
