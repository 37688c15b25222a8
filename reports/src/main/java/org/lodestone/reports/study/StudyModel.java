package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.study.CashPlan;
import org.lodestone.reports.internal.study.Corner;
import org.lodestone.reports.study.AuditedPlan.Entry;
import org.lodestone.reports.study.StudyAudit.Audited;

/** The values behind an audit: what is printed, the plans that are recomputed, and what was found. */
final class StudyModel {

    private static final Term PRINTED = Term.of("study, printed");
    private static final Term RESULT = Term.of("study, recomputed");
    private static final Term STUDIES = Term.of("studies");
    private static final Term PLAN = Term.of("study");
    /** Decimals to which two sums of millions are the same. */
    private static final int SAME = 6;

    private static final String HOW = "recomputed with what the study leaves open in the middle and at its ends";

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<StudyFigure, Key> printed = new LinkedHashMap<>();
    private final Set<Key> taken = new HashSet<>();

    /** A plan before its figures are gathered. */
    private record Plan(String name, StudyRows study, StudyEarnings earnings) {}

    /** The name of the plan of a study whose earnings are known in this way. */
    String plan(StudyRows study, StudyEarnings earnings) {
        String name = study.name() + (earnings.isAfterTax() ? ", by its cash flow" : "");
        plans.putIfAbsent(name, new Plan(name, study, earnings));
        return name;
    }

    /** The plans, with the values that stand in the model, after which it is whole. */
    ImmutableList<AuditedPlan> plans(List<Audited> figures) {
        figures.stream().filter(figure -> figure.recomputed().isPresent()).forEach(this::put);
        ImmutableList<AuditedPlan> all = plans.values().stream()
                .map(plan -> new Values(plan).of(figures))
                .collect(toImmutableList());
        asAudited(all);
        return all;
    }

    /** Whether the plans rest on what they did: the sum of what they can be worth at most is, each in money of its own. */
    private void asAudited(List<AuditedPlan> plans) {
        List<Key> most = plans.stream()
                .flatMap(plan -> plan.key(Entry.MOST_NPV).stream())
                .toList();
        if (most.isEmpty()) {
            model.label(StudyAudit.AS_AUDITED, 1);
            return;
        }
        Formula sum =
                Formula.sum(Formula.span(most).asNumber("only whether any of them is another than it was is asked"));
        Key now = model.calculation(STUDIES.sub("sum of what they can be worth").key(), sum);
        Key then = model.computed(
                STUDIES.sub("sum of what they could be worth").key(),
                model.build().value(now),
                ValueUnit.NUMBER,
                "the sum when the studies were audited");
        model.calculation(
                StudyAudit.AS_AUDITED,
                now.minus(then)
                        .rounded(SAME)
                        .isEqualTo(Definitions.ZERO)
                        .then(Definitions.ONE, Definitions.ZERO)
                        .orElse(Definitions.ZERO));
    }

    /** The keys of the figures that stand in the model. */
    ImmutableMap<StudyFigure, Key> printed() {
        return ImmutableMap.copyOf(printed);
    }

    Model model() {
        return model.build();
    }

    // ---------------------------------------------------------------- plans

    /** The values of one plan. */
    final class Values {

        private final String name;
        private final StudyRows study;
        private final StudyEarnings earnings;
        private final Unit money;
        private final Map<Entry, Key> keys = new EnumMap<>(Entry.class);

        Values(Plan plan) {
            this.name = plan.name();
            this.study = plan.study();
            this.earnings = plan.earnings();
            this.money = study.money().orElseThrow();
        }

        AuditedPlan of(List<Audited> figures) {
            Key capex = calculation(Entry.CAPEX, inMoney(study.first(Item.CAPEX).orElseThrow()));
            Key life = calculation(Entry.LIFE, wholeYears(study.first(Item.LIFE).orElseThrow()));
            boolean isEven = earnings.levels().size() == 1;
            if (isEven) {
                Key ebitda = calculation(
                        Entry.EBITDA, earnings.levels().get(0).terms().apply(this));
                calculation(Entry.MOST_NPV, ebitda.times(life).minus(capex));
                calculation(Entry.MOST_IRR, ebitda.over(capex));
            }
            figures.stream()
                    .filter(figure -> figure.plan().filter(name::equals).isPresent())
                    .filter(figure -> figure.printed().item() == Item.NPV)
                    .findFirst()
                    .filter(npv -> isEven)
                    .ifPresent(this::middle);
            return new AuditedPlan(
                    name, study.rows().get(0).published(), money, earnings.way(), ImmutableMap.copyOf(keys));
        }

        /** The other entries of the middle case of a net present value; none of it is printed, unless it says so. */
        private void middle(Audited npv) {
            CashPlan middle = StudyPlans.of(
                            study,
                            earnings.byYear(study.life().orElseThrow()),
                            earnings.isAfterTax(),
                            npv.printed().tax())
                    .in(Corner.CENTRAL);
            taken(Entry.BUILD, middle.build());
            ImmutableDoubleArray ramp = middle.ramp();
            List<Entry> ramps = List.of(Entry.RAMP_1, Entry.RAMP_2, Entry.RAMP_3, Entry.RAMP_4);
            if (ramp.length() > ramps.size()) {
                return;
            }
            for (int year = 0; year < ramps.size(); year++) {
                taken(ramps.get(year), ramp.get(Math.min(year, ramp.length() - 1)));
            }
            taken(Entry.SUSTAINING, middle.sustaining());
            taken(Entry.DEPRECIATION, middle.depreciation());
            taken(Entry.TAX, middle.tax());
            taken(Entry.RATE, StudyAuditor.rate(npv.printed()).orElse(Corner.CENTRAL.rate()));
            taken(Entry.TIMING, StudyPlans.timing(study).orElse(Corner.CENTRAL.timing()));
            keys.put(
                    Entry.NPV,
                    model.computed(
                            key(Entry.NPV),
                            Value.of(npv.recomputed().orElseThrow().central()
                                    * StudyAmounts.scale(npv.printed().unit().orElseThrow())),
                            ValueUnit.of(money),
                            HOW));
        }

        private Key key(Entry entry) {
            return PLAN.sub(entry.toString()).of(Subject.of(name));
        }

        private void taken(Entry entry, double number) {
            keys.put(
                    entry,
                    model.computed(
                            key(entry),
                            Value.of(number),
                            ValueUnit.NUMBER,
                            "of the middle case, unless the study prints it"));
        }

        /** A calculation, or the value itself where the formula is no more than that. */
        private Key calculation(Entry entry, Formula formula) {
            Key key = formula.asKey().orElseGet(() -> model.calculation(key(entry), formula));
            keys.put(entry, key);
            return key;
        }

        private Formula wholeYears(StudyFigure life) {
            Key years = printed(life);
            return model.build().value(years).number().orElse(0) % 1 == 0 ? years : years.rounded(0);
        }

        private Formula inMoney(StudyFigure figure) {
            return Definitions.inUnit(printed(figure), figure.unit().orElseThrow(), money);
        }

        /** The figure as printed. */
        Key printed(StudyFigure figure) {
            return StudyModel.this.printed(figure);
        }

        /** An amount of money in the unit of the plan; what is printed over the whole life as that of a year. */
        Formula inYear(StudyFigure figure) {
            return ofYear(figure, inMoney(figure));
        }

        private Formula ofYear(StudyFigure figure, Formula amount) {
            return figure.years().isTotal() ? amount.over(requireNonNull(keys.get(Entry.LIFE))) : amount;
        }

        /** A price less a unit cost, times a volume, in the unit of the plan. */
        Formula margin(StudyFigure volume, StudyFigure price, StudyFigure cost) {
            Unit made = volume.unit().orElseThrow();
            Unit paid = price.unit().orElseThrow();
            Key inMillions = model.computed(
                    PLAN.sub("volume times price in millions").of(Subject.of(name)),
                    Value.of(StudyAmounts.scale(made) * StudyAmounts.scale(paid)),
                    ValueUnit.of(money).over(ValueUnit.of(made).times(ValueUnit.ofPrice(paid, made.basis()))),
                    "millions of money for one of the volume at a price of one");
            return ofYear(volume, printed(volume))
                    .times(priceOf(made, price).minus(priceOf(made, cost)))
                    .times(inMillions);
        }

        private Formula priceOf(Unit product, StudyFigure price) {
            return printed(price)
                    .countedAs(
                            ValueUnit.ofPrice(price.unit().orElseThrow(), product.basis()),
                            "it is the price of the product whose volume this is");
        }
    }

    /** The printed figure, which stands once. One that is a range or a bound counts as the number that is taken of it. */
    Key printed(StudyFigure figure) {
        return printed.computeIfAbsent(figure, row -> {
            Key key = named(PRINTED, row);
            Observation value = row.value().orElseThrow();
            ValueUnit unit = ValueUnit.of(row.unit().orElseThrow());
            return value.number().isPresent()
                    ? model.figure(key, Value.of(value), unit, row.citation())
                    : model.computed(
                            key,
                            Value.of(StudyAmounts.printed(value).central()),
                            unit,
                            "taken of the printed " + value);
        });
    }

    private Key named(Term term, StudyFigure row) {
        String words = row.project() + ", " + row.study() + ", " + row.item()
                + (row.product().isEmpty() ? "" : " of " + row.product())
                + (row.years().toString().isEmpty() ? "" : ", " + row.years())
                + row.tax().map(tax -> ", " + tax + " tax").orElse("")
                + row.rate().map(rate -> ", at " + rate + "%").orElse("");
        return Numbered.free(
                term.of(Subject.of(words)), n -> term.of(Subject.of(words + ", reading " + n)), taken::add);
    }

    // ---------------------------------------------------------------- figures

    /** The key of what is recomputed of a printed result; with each number behind it, such as the middle one. */
    Key result(StudyFigure figure) {
        return named(RESULT, figure);
    }

    private void put(Audited figure) {
        Key key = figure.key().orElseThrow();
        ValueUnit unit = ValueUnit.of(figure.printed().unit().orElseThrow());
        StudyAudit.Estimate estimate = figure.recomputed().orElseThrow();
        model.computed(key.sub("low"), Value.of(estimate.low()), unit, HOW);
        model.computed(key.sub("middle"), Value.of(estimate.central()), unit, HOW);
        model.computed(key.sub("high"), Value.of(estimate.high()), unit, HOW);
        figure.yearEnd().ifPresent(end -> model.computed(key.sub("year end"), Value.of(end), unit, HOW));
    }
}
