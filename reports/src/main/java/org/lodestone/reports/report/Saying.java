package org.lodestone.reports.report;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/**
 * A sentence as it reads, with names in braces where live numbers and words stand.
 *
 * <pre>
 * say("{leader} has {share} of {measure} in {year}.",
 *         with("leader", supply.rankedName(1, year))
 *                 .with("share", percent(share.ref(), 2))
 *                 .with("measure", "mine production")
 *                 .with("year", year.toString()))
 * </pre>
 *
 * <p>The template is the key of its translation, so it is a constant: what differs from case to case is an argument.
 *
 * @param template in which every argument is named at least once, and nothing else
 * @param arguments by name: a formula is live, words are as they are
 * @param otherwise what is said instead where one of the numbers is not known
 */
public record Saying(String template, ImmutableMap<String, Argument> arguments, Optional<Saying> otherwise) {

    /** The words of a sentence where one of its numbers is not known, unless it has words of its own for that. */
    public static final String NOT_KNOWN = "Not known: a figure behind it is missing";

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

    /**
     * The text or formula that replaces a name in a template.
     *
     * @param words that do not change with a cell; none where there is a live number or word
     */
    public record Argument(String words, Optional<Formula> live) {}

    /** Throws where a name has no argument, or an argument no name. */
    public Saying {
        Set<String> named = new LinkedHashSet<>();
        NAME.matcher(template).results().forEach(match -> named.add(match.group(1)));
        refuse(template, Sets.difference(named, arguments.keySet()), "names %s, of which nothing is given");
        refuse(template, Sets.difference(arguments.keySet(), named), "does not name %s, which is given");
    }

    private static void refuse(String template, Set<String> names, String problem) {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("The sentence '" + template + "' "
                    + problem.replace("%s", "{" + String.join("}, {", names) + "}") + ".");
        }
    }

    /** A sentence of a constant template. */
    public static Saying say(String template, Arguments arguments) {
        return new Saying(template, arguments.byName, Optional.empty());
    }

    /** A sentence in which nothing changes from case to case. */
    public static Saying say(String sentence) {
        return say(sentence, Arguments.NONE);
    }

    /** The first argument of a sentence. */
    public static Arguments with(String name, Formula live) {
        return Arguments.NONE.with(name, live);
    }

    /** The first argument of a sentence: a value of the model, a text or a number as it is. */
    public static Arguments with(String name, Key live) {
        return Arguments.NONE.with(name, live);
    }

    /** The first argument of a sentence: words such as a name, a year or a unit. */
    public static Arguments with(String name, String words) {
        return Arguments.NONE.with(name, words);
    }

    /** The first argument of a sentence: a clause. */
    public static Arguments with(String name, Saying clause) {
        return Arguments.NONE.with(name, clause);
    }

    /** The first argument of a sentence: a clause, or nothing where there is none. */
    public static Arguments with(String name, Optional<Saying> clause) {
        return Arguments.NONE.with(name, clause);
    }

    /** This sentence, with other words for where one of the numbers is not known. */
    public Saying orIfUnknown(String words) {
        return orIfUnknown(say(words));
    }

    /** This sentence, with another for where one of the numbers is not known: as much as can be said without it. */
    public Saying orIfUnknown(Saying other) {
        return new Saying(
                template,
                arguments,
                Optional.of(otherwise.map(next -> next.orIfUnknown(other)).orElse(other)));
    }

    /** The clause that is left out where one of its numbers is not known. */
    public Saying orNothing() {
        return orIfUnknown("");
    }

    /** The sentence as a formula, which is worked out anew when one of its numbers changes. */
    public Formula formula() {
        if (arguments.values().stream().allMatch(argument -> argument.live().isEmpty())) {
            return clause();
        }
        return otherwise.isPresent()
                ? joined().orWords(otherwise.get().formula())
                : joined().orWords(Formula.text(template.endsWith(".") ? NOT_KNOWN + "." : NOT_KNOWN));
    }

    /** The formula of a part of a sentence: where one of its numbers is not known, and it has no other words, nor is that. */
    public Formula clause() {
        return otherwise.isPresent() ? joined().orWords(otherwise.get().clause()) : joined();
    }

    private Formula joined() {
        List<Formula> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher name = NAME.matcher(template);
        while (name.find()) {
            name.appendReplacement(words, "");
            Argument argument = Objects.requireNonNull(arguments.get(name.group(1)));
            words.append(argument.words());
            argument.live().ifPresent(live -> {
                flush(words, parts);
                parts.add(live);
            });
        }
        name.appendTail(words);
        flush(words, parts);
        return Formula.sentence(parts.toArray(Formula[]::new));
    }

    private static void flush(StringBuilder words, List<Formula> parts) {
        if (!words.isEmpty()) {
            parts.add(Formula.text(words.toString()));
            words.setLength(0);
        }
    }

    /** The texts and formulas that replace the names of a template. */
    public static final class Arguments {

        private static final Arguments NONE = new Arguments(ImmutableMap.of());

        private final ImmutableMap<String, Argument> byName;

        private Arguments(ImmutableMap<String, Argument> byName) {
            this.byName = byName;
        }

        /** One more: a live clause, or a number in the form in which it is read. */
        public Arguments with(String name, Formula live) {
            return and(name, new Argument("", Optional.of(live)));
        }

        /** One more: a value of the model, a text or a number as it is. */
        public Arguments with(String name, Key live) {
            return with(name, live.ref());
        }

        /** One more: words such as a name, a year or a unit. */
        public Arguments with(String name, String words) {
            return and(name, new Argument(words, Optional.empty()));
        }

        /** One more: a clause, or nothing where there is none. */
        public Arguments with(String name, Optional<Saying> clause) {
            return and(name, new Argument("", clause.map(Saying::clause)));
        }

        /** One more: a clause. */
        public Arguments with(String name, Saying clause) {
            return with(name, clause.clause());
        }

        private Arguments and(String name, Argument argument) {
            return new Arguments(ImmutableMap.<String, Argument>builder()
                    .putAll(byName)
                    .put(name, argument)
                    .buildOrThrow());
        }

        @Override
        public String toString() {
            return OneLine.of("arguments", byName.keySet());
        }
    }

    @Override
    public String toString() {
        return OneLine.joined(template);
    }
}
