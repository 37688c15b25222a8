package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
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
import org.lodestone.reports.study.StudyAudit.Verdict;

/** The values behind an audit: what is printed, the plans that are recomputed, and the verdicts that follow. */
final class StudyModel {

    private static final Term PRINTED = Term.of("study, printed");
    private static final Term FIGURE = Term.of("study, recomputed");
    private static final Term TAX = Term.of("study, tax");

    /** The part by which the middle case may miss a figure that counts as reproduced. */
    static final Key TOLERANCE = Term.of("study").sub("tolerance").key();

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final Map<String, Made> plans = new LinkedHashMap<>();
    private final Map<StudyFigure, Key> printed = new LinkedHashMap<>();

    /** A plan while its figures are gathered. */
    private record Made(AuditedPlan plan, StudyRows study, Earnings earnings) {}

    /** The plan of a study whose earnings are known in this way. */
    AuditedPlan plan(StudyRows study, Earnings earnings) {
        String name = study.name() + (earnings.isAfterTax() ? ", by its cash flow" : "");
        return plans.computeIfAbsent(
                        name, id -> new Made(new AuditedPlan(id, study.money().orElseThrow()), study, earnings))
                .plan();
    }

    ImmutableList<AuditedPlan> plans() {
        return plans.values().stream().map(Made::plan).collect(toImmutableList());
    }

    /** The model of the plans and of the figures that are recomputed from them. */
    Model of(List<Audited> figures) {
        model.assumption(
                TOLERANCE,
                Value.of(HUNDRED_PERCENT * Verdict.TOLERANCE),
                ValueUnit.PERCENT,
                "A tenth: half of the studies that the middle case was chosen on lie within it.");
        for (Made made : plans.values()) {
            put(made, leading(made.plan(), figures));
        }
        figures.stream().filter(figure -> figure.recomputed().isPresent()).forEach(this::put);
        return model.build();
    }

    private static final double HUNDRED_PERCENT = 100;

    /** The figure that a plan shows first: its net present value, or else what comes first. */
    private static Audited leading(AuditedPlan plan, List<Audited> figures) {
        List<Audited> own = figures.stream()
                .filter(figure -> figure.plan().filter(plan::equals).isPresent())
                .toList();
        return own.stream()
                .filter(figure -> figure.printed().item() == Item.NPV)
                .findFirst()
                .orElse(own.get(0));
    }

    // ---------------------------------------------------------------- plans

    private void put(Made made, Audited leading) {
        AuditedPlan plan = made.plan();
        StudyRows study = made.study();
        Optional<Tax> side = leading.printed().tax();
        CashPlan middle = StudyPlans.of(
                        study,
                        made.earnings().byYear(study.life().orElseThrow()),
                        made.earnings().isAfterTax(),
                        side)
                .in(Corner.CENTRAL);
        ValueUnit money = ValueUnit.of(plan.money());
        Key life = model.calculation(
                plan.key(Entry.LIFE),
                printed(study.first(Item.LIFE).orElseThrow()).rounded(0));
        Formula capex = model.calculation(
                plan.key(Entry.CAPEX), inMoney(study.first(Item.CAPEX).orElseThrow(), plan));
        earnings(plan, made.earnings(), life, middle.life());
        tax(plan, study, made.earnings(), side);
        label(plan, Entry.BUILD, middle.build());
        label(plan, Entry.DEPRECIATION, middle.depreciation());
        label(plan, Entry.SUSTAINING, middle.sustaining());
        label(plan, Entry.RATE, StudyAuditor.rate(leading.printed()).orElse(Corner.CENTRAL.rate()));
        label(
                plan,
                Entry.TIMING,
                study.first(Item.TIMING).map(row -> study.amount(row).central()).orElse(Corner.CENTRAL.timing()));
        ImmutableDoubleArray ramp = middle.ramp();
        for (int year = 1; year <= AuditedPlan.RAMP_YEARS; year++) {
            model.label(plan.ramp(year), ramp.get(Math.min(year, ramp.length()) - 1));
        }
        Formula first = plan.key(Entry.EBITDA);
        Formula years = plan.key(Entry.EBITDA_YEARS);
        Formula later = plan.key(Entry.LATER_EBITDA).times(life.minus(years));
        Key most = model.calculation(
                plan.key(Entry.MOST_NPV), first.times(years).plus(later).minus(capex));
        model.calculation(
                plan.key(Entry.MOST_IRR),
                Formula.max(first, plan.key(Entry.LATER_EBITDA)).over(capex));
        Model soFar = model.build();
        model.computed(
                plan.key(Entry.AS_AUDITED),
                soFar.value(most),
                money,
                "what its inputs gave when the study was audited");
        double scale = leading.printed().item() == Item.NPV
                ? Amounts.scale(leading.printed().unit().orElseThrow())
                : Double.NaN;
        model.computed(
                plan.key(Entry.NPV),
                Value.of(leading.recomputed().orElseThrow().central() * scale),
                money,
                "the middle case of the audit");
    }

    private void label(AuditedPlan plan, Entry entry, double number) {
        model.label(plan.key(entry), number);
    }

    /** Up to two levels can be followed in the workbook: the first, and the last of those after it. */
    private void earnings(AuditedPlan plan, Earnings earnings, Key life, int years) {
        List<Earnings.Level> levels = earnings.levels();
        Earnings.Level first = levels.get(0);
        Earnings.Level last = levels.get(levels.size() - 1);
        model.calculation(plan.key(Entry.EBITDA), first.terms().over(new FiguresOf(plan, life)));
        if (levels.size() == 1) {
            model.calculation(plan.key(Entry.EBITDA_YEARS), life);
            model.calculation(plan.key(Entry.LATER_EBITDA), plan.key(Entry.EBITDA));
        } else {
            label(plan, Entry.EBITDA_YEARS, Math.min(first.years().last(), years));
            model.calculation(plan.key(Entry.LATER_EBITDA), last.terms().over(new FiguresOf(plan, life)));
        }
    }

    /** The figures of a plan, as its earnings are spelled over them. */
    private final class FiguresOf implements Earnings.Figures {

        private final AuditedPlan plan;
        private final Key life;

        FiguresOf(AuditedPlan plan, Key life) {
            this.plan = plan;
            this.life = life;
        }

        @Override
        public Formula printed(StudyFigure figure) {
            return StudyModel.this.printed(figure);
        }

        @Override
        public Formula inYear(StudyFigure figure) {
            Formula amount = inMoney(figure, plan);
            return figure.years().isTotal() ? amount.over(life) : amount;
        }

        @Override
        public Formula margin(StudyFigure volume, StudyFigure price, StudyFigure cost) {
            Unit made = volume.unit().orElseThrow();
            ValueUnit each = ValueUnit.ofPrice(price.unit().orElseThrow(), made.basis());
            Formula left = of(price, made).minus(of(cost, made));
            Formula amount = printed(volume);
            Key inMillions = model.label(
                    Term.of("study").sub("volume times price in millions").of(Subject.of(plan.name())),
                    Amounts.scale(made) * Amounts.scale(price.unit().orElseThrow()),
                    ValueUnit.of(plan.money()).over(ValueUnit.of(made).times(each)));
            return (volume.years().isTotal() ? amount.over(life) : amount)
                    .times(left)
                    .times(inMillions);
        }

        private Formula of(StudyFigure price, Unit product) {
            return printed(price)
                    .countedAs(
                            ValueUnit.ofPrice(price.unit().orElseThrow(), product.basis()),
                            "it is the price of the product whose volume this is");
        }
    }

    private Formula inMoney(StudyFigure figure, AuditedPlan plan) {
        return Definitions.inUnit(printed(figure), figure.unit().orElseThrow(), plan.money());
    }

    private void tax(AuditedPlan plan, StudyRows study, Earnings earnings, Optional<Tax> side) {
        Key tax = plan.key(Entry.TAX);
        Optional<StudyFigure> stated = study.first(Item.TAX);
        if (earnings.isAfterTax() || side.filter(Tax.BEFORE::equals).isPresent()) {
            model.label(tax, 0);
        } else if (stated.isEmpty()) {
            Key usual = TAX.of(Subject.of("usual"));
            model.assumption(
                    usual,
                    Value.of(StudyPlans.TAX.central() * HUNDRED_PERCENT),
                    ValueUnit.PERCENT,
                    "No rate is printed; most places where ores are mined tax profit at about this.");
            model.calculation(tax, usual.over(HUNDRED));
        } else {
            Key rate = study.assumption(stated.get()).map(this::assumed).orElseGet(() -> printed(stated.get()));
            model.calculation(tax, rate.over(HUNDRED));
        }
    }

    private Key assumed(Assumption tax) {
        return model.assumption(
                TAX.of(Subject.of(tax.name())),
                Value.of(tax.value()),
                ValueUnit.of(tax.unit()),
                tax.reason(),
                tax.sources());
    }

    /** The printed figure, which stands once. One that is a range or a bound counts as the number that is taken of it. */
    Key printed(StudyFigure figure) {
        return printed.computeIfAbsent(figure, row -> {
            String words = figure.project() + ", " + figure.study() + ", " + figure.item()
                    + (figure.product().isEmpty() ? "" : " of " + figure.product())
                    + (figure.years().toString().isEmpty() ? "" : ", " + figure.years())
                    + figure.tax().map(tax -> ", " + tax + " tax").orElse("")
                    + figure.rate().map(rate -> ", at " + rate + "%").orElse("");
            Key key = Numbered.free(
                    PRINTED.of(Subject.of(words)),
                    n -> PRINTED.of(Subject.of(words + ", reading " + n)),
                    free -> !model.has(free));
            Observation value = figure.value().orElseThrow();
            ValueUnit unit = ValueUnit.of(figure.unit().orElseThrow());
            return value.number().isPresent()
                    ? model.figure(key, Value.of(value), unit, figure.citation())
                    : model.computed(
                            key, Value.of(Amounts.printed(value).central()), unit, "taken of the printed " + value);
        });
    }

    // ---------------------------------------------------------------- figures

    /** What is printed, and what becomes of it. */
    private void put(Audited figure) {
        StudyFigure row = figure.printed();
        Observation value = row.value().orElseThrow();
        ValueUnit unit = ValueUnit.of(row.unit().orElseThrow());
        Key printed = figure.key().orElseThrow();
        StudyAudit.Estimate estimate = figure.recomputed().orElseThrow();
        Key low = model.computed(key("low", printed), Value.of(estimate.low()), unit, HOW);
        Key central = model.computed(key("central", printed), Value.of(estimate.central()), unit, HOW);
        Key high = model.computed(key("high", printed), Value.of(estimate.high()), unit, HOW);
        figure.yearEnd().ifPresent(end -> model.computed(key("year end", printed), Value.of(end), unit, HOW));
        if (value.number().isEmpty()) {
            model.computed(key("verdict", printed), Value.of(figure.verdict().inWords()), ValueUnit.ANY, HOW);
            return;
        }
        Key half = model.label(
                key("rounding", printed), Amounts.halfUnit(value.number().get()), unit);
        Formula isClose = TOLERANCE
                .over(HUNDRED)
                .isAtLeast(central.over(printed).minus(Definitions.ONE).magnitude());
        Formula meets = printed.plus(half).isAtLeast(low).and(high.isAtLeast(printed.minus(half)));
        Formula verdict = isClose.then(
                text(Verdict.REPRODUCED.inWords()),
                meets.then(text(Verdict.WITHIN_RANGE.inWords()), text(Verdict.CANNOT_RECONCILE.inWords())));
        model.calculation(
                key("verdict", printed),
                figure.plan()
                        .map(plan -> plan.key(Entry.MOST_NPV)
                                .isEqualTo(plan.key(Entry.AS_AUDITED))
                                .then(verdict, text(OUT_OF_DATE)))
                        .orElse(verdict));
    }

    /** In place of a verdict once an input differs from that which the range was computed with. */
    private static final String OUT_OF_DATE = "out of date";

    private static final String HOW = "recomputed with what the study leaves open at its ends and in the middle";

    static Key key(String what, Key printed) {
        return FIGURE.sub(what).of(Subject.of(printed));
    }
}
