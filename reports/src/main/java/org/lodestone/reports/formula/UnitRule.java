package org.lodestone.reports.formula;

import java.util.function.Function;

/** The unit of the result of a function, by those of its arguments, and which of these must be alike. */
@SuppressWarnings("ImmutableEnumChecker") // the rules capture nothing that changes
enum UnitRule {
    /** All are in one unit, and so is the result: a sum, the greatest. */
    ALIKE(args -> args.alike(0)),
    /** All are in one unit; the result is a pure number: a comparison, a rank. */
    COMPARED(args -> {
        args.alike(0);
        return ValueUnit.NUMBER;
    }),
    /** The second and the third argument, a choice, are in one unit, and so is the result. */
    CHOSEN(args -> {
        args.pure(0);
        return args.alike(1);
    }),
    /** The unit of the first argument. */
    KEPT(args -> args.unit(0)),
    /** The product of both. */
    PRODUCT(args -> args.unit(0).times(args.unit(1))),
    /** The first over the second. */
    QUOTIENT(args -> args.unit(0).over(args.unit(1))),
    /** All are in one unit, whose square the result has. */
    SQUARE(args -> {
        ValueUnit one = args.alike(0);
        return one.times(one);
    }),
    /** The root of the unit of the argument. */
    ROOT(args -> args.unit(0).root()),
    /** All are pure numbers, and so is the result: a logarithm, a power, whether both hold. */
    PURE(args -> {
        args.allPure();
        return ValueUnit.NUMBER;
    }),
    /** The unit of the values of a list, of which the second argument, a pure number, says the place. */
    PLACED(args -> {
        args.pure(1);
        return args.unit(0);
    }),
    /** The unit of the values of a list, after a rate, which is a pure number. */
    DISCOUNTED(args -> {
        args.pure(0);
        return args.unit(1);
    }),
    /** Arguments of any unit are counted or asked about: a pure number. */
    COUNTED(args -> {
        args.all();
        return ValueUnit.NUMBER;
    }),
    /** Pieces of a sentence: a number before a word for its unit is in that unit. */
    SENTENCE(args -> {
        args.asSaid();
        return ValueUnit.ANY;
    }),
    /** Arguments of any unit are put in words. */
    WORDS(args -> {
        args.all();
        return ValueUnit.ANY;
    });

    private final Function<UnitArguments, ValueUnit> rule;

    UnitRule(Function<UnitArguments, ValueUnit> rule) {
        this.rule = rule;
    }

    /** The unit of the result. What must be alike and is not, the arguments keep. */
    ValueUnit of(UnitArguments args) {
        return rule.apply(args);
    }
}
