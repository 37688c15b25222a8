package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.internal.study.SensitivityCheck;
import org.lodestone.reports.internal.study.SensitivityCheck.Finding;
import org.lodestone.reports.internal.study.SensitivityCheck.Totals;
import org.lodestone.reports.internal.study.SensitivityDriver;
import org.lodestone.reports.internal.study.SensitivityTable;
import org.lodestone.reports.internal.study.SensitivityTable.Outcome;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;
import org.lodestone.reports.study.StudyAudit.Moved;

/** Holds the sensitivity tables of one study against each other, its base and its totals. */
record SensitivityAudit(StudyRows study, List<StudySensitivity> rows) {

    private static final int PERCENT = 2;

    /** The tables of all studies, in the order of their rows. */
    static ImmutableList<Moved> of(List<StudyRows> studies, List<StudySensitivity> rows) {
        Map<String, List<StudySensitivity>> byStudy =
                Multimaps.asMap(Multimaps.index(rows, row -> StudyRows.name(row.project(), row.study())));
        Map<String, StudyRows> known =
                studies.stream().collect(Collectors.toMap(StudyRows::name, study -> study, (first, other) -> first));
        return byStudy.entrySet().stream()
                .flatMap(entry -> new SensitivityAudit(
                                known.getOrDefault(entry.getKey(), StudyRows.nothing(entry.getKey())), entry.getValue())
                        .moved().stream())
                .collect(toImmutableList());
    }

    /** The rows of each driver, outcome and side of tax are a table; those of one outcome and side are checked together. */
    private List<Moved> moved() {
        return Multimaps.asMap(Multimaps.index(rows, row -> List.of(row.outcome(), row.tax(), row.unit())))
                .values()
                .stream()
                .flatMap(side -> moved(side).stream())
                .toList();
    }

    private List<Moved> moved(List<StudySensitivity> side) {
        Map<SensitivityTable, List<StudySensitivity>> tables = new LinkedHashMap<>();
        List<Moved> moved = new ArrayList<>();
        Multimaps.asMap(Multimaps.index(side, StudySensitivity::driver))
                .values()
                .forEach(some -> unfit(some)
                        .ifPresentOrElse(
                                why -> moved.add(new Moved(ImmutableList.copyOf(some), false, Optional.empty(), why)),
                                () -> tables.put(table(some), some)));
        Totals totals = totals(side.get(0).unit());
        for (Finding finding : SensitivityCheck.of(tables.keySet(), totals)) {
            moved.add(new Moved(
                    ImmutableList.copyOf(tables.getOrDefault(finding.table(), List.of())),
                    finding.isClean(),
                    finding.presentValue()
                            .map(range -> new StudyAudit.Estimate(
                                    range.low(), (range.low() + range.high()) / 2, range.high())),
                    finding.inWords()));
        }
        return moved;
    }

    /** Why rows of one driver are no table that can be checked. */
    private Optional<String> unfit(List<StudySensitivity> some) {
        StudySensitivity first = some.get(0);
        if (first.driver() == StudySensitivity.Driver.RATE && first.outcome() == Item.IRR) {
            return Optional.of("An internal rate of return does not depend on the discount rate.");
        }
        boolean hasBase = base(first).isPresent()
                || some.stream().anyMatch(row -> row.change().signum() == 0);
        return hasBase ? Optional.empty() : Optional.of("The study prints no base of it on this side of tax.");
    }

    private SensitivityTable table(List<StudySensitivity> some) {
        StudySensitivity first = some.get(0);
        return new SensitivityTable(
                SensitivityDriver.valueOf(first.driver().name()),
                Outcome.valueOf(first.outcome().name()),
                base(first),
                some.stream()
                        .filter(row -> row.value().number().isPresent())
                        .map(row -> new Row(
                                row.change().movePointLeft(PERCENT),
                                row.value().number().orElseThrow()))
                        .collect(toImmutableList()));
    }

    /** The base that the study prints, in the unit of the table and with the digits that it has. */
    private Optional<Printed> base(StudySensitivity row) {
        return study.of(row.outcome()).stream()
                .filter(figure -> figure.tax().equals(row.tax()))
                .filter(figure ->
                        figure.value().flatMap(value -> value.number()).isPresent())
                .findFirst()
                .map(figure -> Printed.of(in(row.unit(), figure)));
    }

    private static BigDecimal in(Unit unit, StudyFigure figure) {
        double apart =
                figure.unit().orElseThrow().scale().doubleValue() / unit.scale().doubleValue();
        BigDecimal printed = figure.value().orElseThrow().number().orElseThrow();
        return printed.scaleByPowerOfTen((int) Math.rint(Math.log10(apart)));
    }

    // ---------------------------------------------------------------- what is printed in all

    /** Over the whole life; capital only where what sustains it is printed too, since a table moves both. */
    private Totals totals(Unit unit) {
        if (rows.get(0).outcome() != Item.NPV || study.life().isEmpty()) {
            return Totals.NONE;
        }
        Optional<Range> sustaining = overLife(Item.SUSTAINING_CAPEX);
        return new Totals(
                overLife(Item.REVENUE).map(range -> printed(range, unit)),
                overLife(Item.OPEX).map(range -> printed(range, unit)),
                sustaining.flatMap(all ->
                        study.amount(Item.CAPEX).map(capex -> printed(StudyAmounts.plus(capex, all), unit))));
    }

    private Optional<Range> overLife(Item item) {
        double life = study.life().orElseThrow();
        return study.of(item).stream()
                .filter(row -> row.product().isEmpty())
                .findFirst()
                .map(row -> row.years().isTotal() ? study.amount(row) : StudyAmounts.over(study.amount(row), 1 / life));
    }

    private static Printed printed(Range millions, Unit unit) {
        Range amount = StudyAmounts.over(millions, StudyAmounts.scale(unit));
        return new Printed(BigDecimal.valueOf(amount.central()), (amount.high() - amount.low()) / 2);
    }
}
