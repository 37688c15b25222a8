package org.lodestone.reports.function;

import java.util.List;
import java.util.function.Function;

/**
 * How a sheet writes a function: what {@code first} and {@code other} arguments need around them, what their text becomes,
 * and how strongly that holds together.
 */
public record Spelling(Strength strength, Strength first, Strength other, Function<List<String>, String> text) {

    /** Between its arguments: {@code a+b}. */
    public static Spelling infix(Strength strength, Strength first, String sign, Strength other) {
        return new Spelling(strength, first, other, args -> args.get(0) + sign + args.get(1));
    }

    /** Arithmetic of its arguments, and what that is to be: {@code a-b>0}. */
    public static Spelling test(Strength first, String sign, Strength other, String holds) {
        return new Spelling(Strength.COMPARISON, first, other, args -> args.get(0) + sign + args.get(1) + holds);
    }

    /** A name before its arguments: {@code SUM(a,b)}. */
    public static Spelling call(String name) {
        return as(args -> name + "(" + String.join(",", args) + ")");
    }

    /** A call of one or more functions, with the arguments somewhere in it. */
    public static Spelling as(Function<List<String>, String> text) {
        return new Spelling(Strength.ATOM, Strength.ANY, Strength.ANY, text);
    }

    /** The least strength with which an argument stands without brackets. */
    public Strength wanted(int argument) {
        return argument == 0 ? first : other;
    }

    @Override
    public String toString() {
        return text.apply(List.of("a", "b", "c"));
    }
}
