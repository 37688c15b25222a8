package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/** The assumptions of a dataset, and whether their values suit what the rules of a forecast use them for. */
final class Premises {

    /** No plan is of more years. */
    static final int MOST_YEARS = 100;

    private static final String SHARE = "% or x";
    private static final String MASS_OF_ANY = "a mass, such as t REO/yr";
    private static final String PRICE_OF_MASS = "money for a mass, such as 2026 USD/kg";

    /** The role that a rule gives an assumption. */
    @SuppressWarnings("ImmutableEnumChecker") // functions of nothing but the unit
    enum Role {
        /** A share between nothing and the whole. */
        PROBABILITY(Premises::isShare, SHARE),
        /** The part of a feed that comes out of a plant: more than nothing, and no more than the whole. */
        YIELD(Premises::isShare, SHARE),
        /** A share that may be more than the whole, such as how much of a plan is delivered. */
        PART(Premises::isShare, SHARE),
        /** The part of a tonne of another basis that counts on that of a measure. */
        CONTENT(unit -> isShare(unit) || unit.contentOf().isPresent(), "%, x or % of one basis of another"),
        /** Shares, step by step, that do not fall. */
        RAMP(Premises::isShare, SHARE),
        /** Growth a year. */
        GROWTH(unit -> unit.dimension() == Dimension.RATE, "%/yr"),
        /** An amount in a unit that adds to those of the measure, not below zero. */
        AMOUNT(Unit::isMass, MASS_OF_ANY),
        /** An amount on any basis, not below zero. */
        MASS(Unit::isMass, MASS_OF_ANY),
        /** An amount that may be below zero. */
        CHANGE(Unit::isMass, MASS_OF_ANY),
        /** The year in which something starts. */
        START(Unit.CALENDAR_YEAR::equals, "year"),
        /** A whole number of years, which may be below zero. */
        DELAY(Unit.YEARS::equals, "years"),
        /** A whole number of years of which there is at least one. */
        SPAN(Unit.YEARS::equals, "years"),
        /** A price of a mass, above zero. */
        PRICE(Premises::isPrice, PRICE_OF_MASS),
        /** A cost of a mass, or one that may be a gain. */
        COST(Premises::isPrice, PRICE_OF_MASS),
        /** Money, not below zero. */
        MONEY(unit -> unit.dimension() == Dimension.MONEY, "money, such as 2026 USD mn"),
        /** A part on top of a price, above the loss of all of it. */
        PREMIUM(Premises::isShare, SHARE),
        /** The answer of a price to a change of the balance, not below zero. */
        RESPONSE(unit -> unit.dimension() == Dimension.MULTIPLE, "x");

        private final Predicate<Unit> fits;
        private final String expected;

        /**
         * A role of an assumption in some units.
         *
         * @param expected these in words, in a remedy
         */
        Role(Predicate<Unit> fits, String expected) {
            this.fits = fits;
            this.expected = expected;
        }
    }

    private static boolean isShare(Unit unit) {
        return unit.equals(Unit.PERCENT) || unit.dimension() == Dimension.MULTIPLE;
    }

    private static boolean isPrice(Unit unit) {
        return unit.dimension() == Dimension.PRICE;
    }

    /** An assumption, and the line it stands in. */
    record Stated(RowWithLine<Assumption> line) {

        Assumption assumption() {
            return line.row();
        }

        OptionalDouble number() {
            return assumption().value().known();
        }

        void problem(String column, String message) {
            line.problem(column, message);
        }
    }

    /** One use of an id; the unit is the measure's, where that could be read. */
    record Use(String id, Role role, String measure, Optional<Unit> unit) {}

    private final ImmutableListMultimap<String, Stated> byId;
    private final ImmutableSet<String> unread;
    private final ImmutableSet<Use> uses;
    private final NewestFigures figures;

    Premises(Tables tables, NewestFigures figures) {
        this.byId = tables.lines(ForecastTables.ASSUMPTIONS).stream()
                .map(Stated::new)
                .collect(toImmutableListMultimap(stated -> stated.assumption().id(), stated -> stated));
        this.unread = tables.known(ForecastTables.ASSUMPTIONS).unread();
        this.uses = ImmutableSet.copyOf(tables.uses());
        this.figures = figures;
    }

    /** All that is stated of an assumption: its values by scenario and step. */
    ImmutableList<Stated> of(String id) {
        return byId.get(id);
    }

    /**
     * Requires that all that is stated of an id is a single share of the base scenario, between nothing and the whole.
     *
     * @param reader the file whose rows take it so
     */
    void requireShare(String id, String reader) {
        for (Stated row : of(id)) {
            Assumption assumption = row.assumption();
            Unit unit = assumption.unit();
            if (!assumption.scenario().equals(Scenario.BASE) || assumption.step() > 0) {
                row.problem(
                        "scenario",
                        "'" + id + "' is used by " + reader + ", which takes a single value of " + Scenario.BASE
                                + ". Leave out its steps and what other scenarios set.");
            } else if (unit.dimension() != Dimension.SHARE && unit.dimension() != Dimension.MULTIPLE) {
                row.problem("unit", "'" + unit + "' of '" + id + "' is no unit of a share. Write % or x.");
            } else if (row.number().isPresent()
                    && (row.number().getAsDouble() < 0 || row.number().getAsDouble() > whole(unit))) {
                row.problem(
                        "value",
                        "'" + assumption.value() + " " + unit + "' for '" + id
                                + "' cannot be. A share lies between 0 and " + plain(whole(unit)) + " " + unit
                                + ".");
            }
        }
    }

    /** The assumptions, those of one id together. */
    ImmutableList<Assumption> assumptions() {
        return byId.values().stream().map(Stated::assumption).collect(toImmutableList());
    }

    /** The ids that rules use. */
    ImmutableSet<String> used() {
        return uses.stream().map(Use::id).filter(byId::containsKey).collect(toImmutableSet());
    }

    boolean isRamp(String id) {
        return uses.stream().anyMatch(use -> use.id().equals(id) && use.role() == Role.RAMP);
    }

    /** Whether a rule counts in whole years with it. */
    boolean isWhole(String id) {
        return uses.stream()
                .anyMatch(use -> use.id().equals(id) && (use.role() == Role.START || use.role() == Role.DELAY));
    }

    Optional<Unit> unit(String id) {
        return of(id).stream().findFirst().map(stated -> stated.assumption().unit());
    }

    /** The value of an assumption in a scenario: the scenario's own, or else that of the base scenario. */
    Optional<Stated> in(String scenario, String id) {
        return in(scenario, id, Optional.empty());
    }

    /** The same in a year: in each scenario the value of the year comes before the one of all years. */
    Optional<Stated> in(String scenario, String id, Optional<Period> year) {
        return Stream.of(scenario, Scenario.BASE)
                .flatMap(name -> Stream.of(year, Optional.<Period>empty())
                        .flatMap(when -> of(id).stream()
                                .filter(row -> row.assumption().scenario().equals(name))
                                .filter(row -> row.assumption().year().equals(when))))
                .findFirst();
    }

    /** The scenarios that say something of an assumption, each with what it takes it to be in a year. */
    ImmutableList<Stated> inEach(String id, Optional<Period> year) {
        return of(id).stream()
                .map(row -> row.assumption().scenario())
                .distinct()
                .flatMap(scenario -> in(scenario, id, year).stream())
                .collect(toImmutableList());
    }

    /** The rule, if there is one, that an assumption would break at a value. */
    Optional<String> broken(String id, double value) {
        Optional<Unit> unit = unit(id);
        return uses.stream()
                .filter(use -> use.id().equals(id))
                .filter(use -> unit.isPresent() && refusedUnit(use, unit.get()).isEmpty())
                .flatMap(use -> broken(use, unit.orElseThrow(), value).stream())
                .findFirst();
    }

    /** Adds a problem for every assumption whose values do not go together. */
    void checkTogether() {
        byId.asMap().keySet().forEach(id -> checkScenarios(of(id)));
        byId.asMap().keySet().forEach(id -> checkUnits(of(id)));
        byId.values().stream()
                .filter(row -> row.assumption().year().isPresent())
                .forEach(this::checkYear);
    }

    /** Adds a problem for every value that does not suit its use. */
    void checkUses() {
        for (Use use : uses) {
            of(use.id()).forEach(row -> check(use, row));
            checkSteps(use, of(use.id()));
        }
    }

    /**
     * Adds a problem for every year of an assumption of which no rule would take the value.
     *
     * @param byYear the ids of those that rules take year by year
     */
    void checkYears(ImmutableSet<String> byYear) {
        byId.values().stream()
                .filter(row -> row.assumption().year().isPresent())
                .filter(row -> !byYear.contains(row.assumption().id()))
                .forEach(row -> row.problem(
                        "year",
                        "'" + row.assumption().year().orElseThrow() + "': no rule of the forecast takes '"
                                + row.assumption().id() + "' year by year, so that nothing would follow. "
                                + Nearest.remedy(row.assumption().id(), byYear, "Leave the row out.")));
    }

    /** The value of a year stands beside the one of all years, in a year of these. */
    private void checkYear(Stated row) {
        Assumption assumption = row.assumption();
        Period year = assumption.year().orElseThrow();
        Optional<Assumption> whole = in(assumption.scenario(), assumption.id()).map(Stated::assumption);
        if (assumption.step() > 0) {
            row.problem("year", "'" + year + "': a step of a list has no year of its own. Leave one of the two empty.");
        } else if (whole.isEmpty()) {
            if (!unread.contains(assumption.id())) {
                row.problem(
                        "year",
                        "'" + year + "': '" + assumption.id() + "' has no row for all years in the scenario '"
                                + assumption.scenario() + "' or in " + Scenario.BASE
                                + ". Add one, with an empty year, to stand beside.");
            }
        } else if (!isWithin(year, whole.get().period())) {
            row.problem(
                    "year",
                    "'" + year + "' lies outside '" + whole.get().period() + "', when '" + assumption.id()
                            + "' applies. Write a year of these, or widen the period.");
        }
    }

    /** A scenario can only set what the base scenario has. */
    private void checkScenarios(ImmutableList<Stated> rows) {
        boolean inBase =
                rows.stream().anyMatch(row -> row.assumption().scenario().equals(Scenario.BASE));
        if (inBase) {
            return;
        }
        Set<String> base = byId.values().stream()
                .map(Stated::assumption)
                .filter(one -> one.scenario().equals(Scenario.BASE))
                .map(Assumption::id)
                .collect(toImmutableSet());
        for (Stated row : rows) {
            Assumption assumption = row.assumption();
            if (!unread.contains(assumption.id())) {
                row.problem(
                        "id",
                        "the scenario '" + assumption.scenario() + "' sets '" + assumption.id() + "', which "
                                + Scenario.BASE + " does not have. "
                                + Nearest.remedy(assumption.id(), base, "Add it to " + Scenario.BASE + " first."));
            }
        }
    }

    /** All values of an assumption, step by step and scenario by scenario, are in one unit. */
    private void checkUnits(ImmutableList<Stated> rows) {
        Stated first = rows.get(0);
        for (Stated row : rows) {
            if (!row.assumption().unit().equals(first.assumption().unit())) {
                row.problem(
                        "unit",
                        "'" + row.assumption().unit() + "' is not the '"
                                + first.assumption().unit() + "' that '"
                                + first.assumption().id() + "' has in "
                                + first.line().at()
                                + ". Write all its values in one unit.");
            }
        }
    }

    private void check(Use use, Stated row) {
        Unit unit = row.assumption().unit();
        if (!Optional.of(unit).equals(unit(use.id()))) {
            return;
        }
        Optional<String> refused = refusedUnit(use, unit);
        if (refused.isPresent()) {
            row.problem("unit", refused.get());
        } else if (row.number().isPresent()) {
            broken(use, unit, row.number().getAsDouble()).ifPresent(rule -> refuse(row, rule));
        }
    }

    private Optional<String> broken(Use use, Unit unit, double value) {
        double whole = whole(unit);
        String allOfIt = plain(whole) + " " + unit + ".";
        return switch (use.role()) {
            case PROBABILITY, RAMP -> unless(value >= 0 && value <= whole, "A share lies between 0 and " + allOfIt);
            case YIELD -> unless(value > 0 && value <= whole, "A yield is more than 0 and no more than " + allOfIt);
            case CONTENT -> unless(value >= 0 && value <= whole, "A tonne contains no more than " + allOfIt);
            case PART, AMOUNT, MASS, MONEY, RESPONSE -> unless(value >= 0, "It cannot be below zero.");
            case DELAY ->
                unless(isWhole(value), "Delays are whole years, since ramps go by the year.")
                        .or(() -> unless(
                                Math.abs(value) <= MOST_YEARS,
                                "A delay is of no more than " + MOST_YEARS + " years. Maybe a digit was mistyped."));
            case START -> unless(isWhole(value), "A start is a whole year.").or(() -> start(use, value));
            case SPAN ->
                unless(
                        isWhole(value) && value >= 1 && value <= MOST_YEARS,
                        "Write a whole number of years, from 1 to " + MOST_YEARS + ".");
            case PRICE -> unless(value > 0, "A price is above zero.");
            case PREMIUM ->
                unless(
                        value > -whole,
                        "It would leave nothing of the price: write more than " + plain(-whole) + " " + unit + ".");
            case GROWTH, CHANGE, COST -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean holds, String rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }

    private static boolean isWhole(double years) {
        return years == Math.rint(years);
    }

    private Optional<String> start(Use use, double year) {
        return unless(Period.find(plain(year)).isPresent(), "It is not a calendar year. Maybe a digit was mistyped.")
                .or(() -> figures.latest(use.measure())
                        .filter(latest -> year <= latest.year())
                        .map(latest -> "The figures run to " + latest
                                + ", and what started before is in them already. Write a year after " + latest
                                + ", or leave the project out of the pipeline."));
    }

    private static Optional<String> refusedUnit(Use use, Unit unit) {
        return use.role().fits.test(unit) && isOnBasis(use, unit)
                ? Optional.empty()
                : Optional.of("'" + unit + "' of '" + use.id() + "' does not suit its use as "
                        + use.role().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ". Write " + expected(use)
                        + ".");
    }

    private static boolean isOnBasis(Use use, Unit unit) {
        Optional<String> basis = use.unit().map(Unit::basis);
        return switch (use.role()) {
            case CONTENT ->
                unit.contentOf()
                        .map(bases -> bases.get(0))
                        .filter(part -> !part.equals(basis.orElse(part)))
                        .isEmpty();
            case AMOUNT, CHANGE -> unit.basis().equals(basis.orElse(unit.basis()));
            default -> true;
        };
    }

    private static String expected(Use use) {
        return use.unit()
                .flatMap(of -> switch (use.role()) {
                    case CONTENT -> Optional.of("%, x or % " + of.basis() + " of what it is in");
                    case AMOUNT, CHANGE -> Optional.of("a mass of " + of.basis() + ", such as " + of);
                    default -> Optional.empty();
                })
                .orElse(use.role().expected);
    }

    /** A ramp has steps; nothing else has. */
    private void checkSteps(Use use, ImmutableList<Stated> rows) {
        boolean isRamp = use.role() == Role.RAMP;
        List<Stated> unlike = rows.stream()
                .filter(row -> isRamp != (row.assumption().step() > 0))
                .toList();
        for (Stated row : unlike) {
            row.problem(
                    "step",
                    "'" + use.id() + "' is used "
                            + (isRamp
                                    ? "step by step, year for year. Number its rows 1, 2, 3."
                                    : "as a single value. Leave step empty."));
        }
        if (isRamp && unlike.isEmpty() && !unread.contains(use.id())) {
            new RampRules(rows).check();
        }
    }

    static boolean isWithin(Period year, Period span) {
        return !year.first().isBefore(span.first()) && !year.last().isAfter(span.last());
    }

    private void refuse(Stated row, String rule) {
        Assumption assumption = row.assumption();
        row.problem(
                "value",
                "'" + assumption.value() + " " + assumption.unit() + "' for '" + assumption.id() + "' in the scenario '"
                        + assumption.scenario() + "' cannot be. " + rule);
    }

    /** The number that stands for the whole: 100 in %. */
    static double whole(Unit share) {
        return 1 / share.scale().doubleValue();
    }

    /** A number as one would write it: seven digits, and no {@code .0}. */
    static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toPlainString();
    }
}
