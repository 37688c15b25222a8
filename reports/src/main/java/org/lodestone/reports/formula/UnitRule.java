package org.lodestone.reports.formula;

/** The unit of the result of a function, by those of its arguments, and which of these must be alike. */
enum UnitRule {
    /** All are in one unit, and so is the result: a sum, the greatest. */
    ALIKE {
        @Override
        ValueUnit of(UnitArguments args) {
            return args.alike(0);
        }
    },
    /** All are in one unit; the result is a pure number: a comparison, a rank. */
    COMPARED {
        @Override
        ValueUnit of(UnitArguments args) {
            args.alike(0);
            return ValueUnit.NUMBER;
        }
    },
    /** The second and the third argument, a choice, are in one unit, and so is the result. */
    CHOSEN {
        @Override
        ValueUnit of(UnitArguments args) {
            args.pure(0);
            return args.alike(1);
        }
    },
    /** The unit of the first argument. */
    KEPT {
        @Override
        ValueUnit of(UnitArguments args) {
            return args.unit(0);
        }
    },
    /** The product of both. */
    PRODUCT {
        @Override
        ValueUnit of(UnitArguments args) {
            return args.unit(0).times(args.unit(1));
        }
    },
    /** The first over the second. */
    QUOTIENT {
        @Override
        ValueUnit of(UnitArguments args) {
            return args.unit(0).over(args.unit(1));
        }
    },
    /** All are in one unit, whose square the result has. */
    SQUARE {
        @Override
        ValueUnit of(UnitArguments args) {
            ValueUnit one = args.alike(0);
            return one.times(one);
        }
    },
    /** The root of the unit of the argument. */
    ROOT {
        @Override
        ValueUnit of(UnitArguments args) {
            return args.unit(0).root();
        }
    },
    /** All are pure numbers, and so is the result: a logarithm, a power, whether both hold. */
    PURE {
        @Override
        ValueUnit of(UnitArguments args) {
            args.allPure();
            return ValueUnit.NUMBER;
        }
    },
    /** The unit of the values of a list, of which the second argument, a pure number, says the place. */
    PLACED {
        @Override
        ValueUnit of(UnitArguments args) {
            args.pure(1);
            return args.unit(0);
        }
    },
    /** Arguments of any unit are counted or asked about: a pure number. */
    COUNTED {
        @Override
        ValueUnit of(UnitArguments args) {
            args.all();
            return ValueUnit.NUMBER;
        }
    },
    /** Pieces of a sentence: a number before a word for its unit is in that unit. */
    SENTENCE {
        @Override
        ValueUnit of(UnitArguments args) {
            args.asSaid();
            return ValueUnit.ANY;
        }
    },
    /** Arguments of any unit are put in words. */
    WORDS {
        @Override
        ValueUnit of(UnitArguments args) {
            args.all();
            return ValueUnit.ANY;
        }
    };

    /** The unit of the result. What must be alike and is not, the arguments keep. */
    abstract ValueUnit of(UnitArguments args);
}
