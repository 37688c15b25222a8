package org.lodestone.reports.value;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.quantity.Unit;
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

    /** Finds them, or what is missing. */
    static final class Finder {

        private final ValuedProject project;
        private final String product;
        private final StudyAudit studies;
        private final Scenarios scenarios;
        private final Case in;
        private final DeckMoney money;
        private final Model.Builder model;
        private final List<String> missing = new ArrayList<>();

        Finder(
                ValuedProject project,
                String product,
                StudyAudit studies,
                Scenarios scenarios,
                Case in,
                DeckMoney money,
                Model.Builder model) {
            this.project = project;
            this.product = product;
            this.studies = studies;
            this.scenarios = scenarios;
            this.in = in;
            this.money = money;
            this.model = model;
        }

        /** Empty where something is missing. */
        Optional<StudyInputs> find() {
            Optional<Formula> ebitda = money(project.ebitda(), Entry.EBITDA, "earnings that are alike in all years");
            Optional<Formula> capex = money(project.capex(), Entry.CAPEX, "cost of building");
            Optional<Formula> life =
                    project.life().<Formula>map(id -> scenarios.key(id, in)).or(() -> ofPlan(Entry.LIFE));
            if (life.isEmpty()) {
                missing.add("years of operation");
            }
            Optional<Formula> volume = volume();
            Optional<Formula> price = price();
            return missing.isEmpty()
                    ? Optional.of(new StudyInputs(
                            ebitda.orElseThrow(),
                            volume.orElseThrow(),
                            price.orElseThrow(),
                            capex.orElseThrow(),
                            life.orElseThrow()))
                    : Optional.empty();
        }

        /** The words for what was not found. */
        ImmutableList<String> missing() {
            return ImmutableList.copyOf(missing);
        }

        private Optional<Formula> money(Optional<String> assumed, Entry entry, String what) {
            if (assumed.isPresent()) {
                Unit unit = scenarios.premise(assumed.get()).unit();
                return Optional.of(money.of(scenarios.key(assumed.get(), in), unit, model));
            }
            Optional<Formula> printed = plan().filter(plan -> money.takes(plan.money()))
                    .flatMap(plan -> plan.key(entry).map(key -> money.of(key, plan.money(), model)));
            if (printed.isEmpty()) {
                missing.add(what);
            }
            return printed;
        }

        private Optional<AuditedPlan> plan() {
            return studies.plan(project.project(), project.study());
        }

        private Optional<Formula> ofPlan(Entry entry) {
            return plan().flatMap(plan -> plan.key(entry));
        }

        private Optional<Formula> volume() {
            Optional<Formula> amount = project.volume()
                    .map(id -> CashFlow.kilotonnes(
                            scenarios.key(id, in), scenarios.premise(id).unit(), product))
                    .or(() -> printed(Item.VOLUME)
                            .map(row -> CashFlow.kilotonnes(key(row), row.unit().orElseThrow(), product)));
            if (amount.isEmpty()) {
                missing.add("volume of " + product);
            }
            return amount;
        }

        private Optional<Formula> price() {
            Optional<Formula> price = project.price()
                    .map(id -> money.ofPrice(
                            scenarios.key(id, in), scenarios.premise(id).unit(), product, model))
                    .or(() -> printed(Item.PRICE)
                            .filter(row -> money.takes(row.unit().orElseThrow()))
                            .map(row -> money.ofPrice(key(row), row.unit().orElseThrow(), product, model)));
            if (price.isEmpty()) {
                missing.add("price of " + product + " in the study");
            }
            return price;
        }

        private Optional<StudyFigure> printed(Item item) {
            return studies.printed(project.project(), project.study(), item, product);
        }

        private Key key(StudyFigure row) {
            return requireNonNull(studies.printed().get(row));
        }
    }
}
