package org.lodestone.reports.report;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Value;

/** A template of {@link Wording}, read once: it can be said of any names. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]\\w*)([=>][01](?=\\?))?(?::([^{}?]*))?([}?])");
    private static final Pattern FORMAT = Pattern.compile("(\\+(?=.*%)|-(?!.*%))?0(?:\\.(0+))?(%)?");
    /** The templates that were said: many are said of one item after another. */
    private static final Map<String, Template> READ = new ConcurrentHashMap<>();

    private static final Said NOTHING = new Said(List.of());

    private final String template;
    private final Map<String, Integer> named = new LinkedHashMap<>();
    private final List<Piece> ways;
    private int at;

    private Template(String template) {
        this.template = template;
        this.ways = ways("sentence");
        if (at < template.length()) {
            throw refused(at, "closes by " + template.charAt(at) + " what nothing opens", "Leave it out.");
        }
    }

    /** Throws where it has an unclosed bracket or brace, or a clause without words. */
    static Template of(String template) {
        return READ.computeIfAbsent(template, Template::new);
    }

    /** A part of a template. */
    private interface Piece {
        /** The words of the part; empty where it names what the page has not. */
        Optional<Said> of(Map<String, Optional<Formula>> names);
    }

    /** Text after text. */
    private record Said(List<Formula> parts) {

        Formula joined() {
            return Formula.sentence(parts.toArray(Formula[]::new));
        }

        Formula alone() {
            return parts.isEmpty() ? Formula.text("") : parts.size() == 1 ? parts.get(0) : joined();
        }

        private Said orIfUnknown(Said other) {
            return isAlwaysKnown() ? this : new Said(List.of(joined().orWords(other.alone())));
        }

        private boolean isAlwaysKnown() {
            return parts.stream().allMatch(Said::isAlwaysKnown);
        }

        private static boolean isAlwaysKnown(Formula words) {
            return words.fold(literal -> true, key -> false, span -> false, call -> {
                List<Formula> args = call.args();
                return call.fn() == Fn.IS_KNOWN
                        || (call.fn() == Fn.OR_WORDS && isAlwaysKnown(args.get(1)))
                        || ((call.fn() == Fn.JOIN || call.fn() == Fn.IF)
                                && args.stream().allMatch(Said::isAlwaysKnown));
            });
        }
    }

    // ---------------------------------------------------------------- saying

    Formula sentence(ImmutableMap<String, Optional<Formula>> names) {
        Said said = inWords(names);
        String end = template.endsWith(".") ? "." : "";
        return said.orIfUnknown(new Said(List.of(Formula.text(Wording.NOT_KNOWN + end))))
                .alone();
    }

    Formula clause(ImmutableMap<String, Optional<Formula>> names) {
        return inWords(names).alone();
    }

    private Said inWords(ImmutableMap<String, Optional<Formula>> names) {
        named.forEach((name, place) -> {
            if (!names.containsKey(name)) {
                throw refused(
                        place,
                        "names {" + name + "}, of which nothing is given",
                        "Give it by with(\"" + name + "\", …), or name one of " + OneLine.joined(names.keySet()) + ".");
            }
        });
        return firstKnown(ways, names)
                .orElseThrow(() -> refused(
                        0, "names in every alternative what the page has not", "End it with words that it can say."));
    }

    private static Optional<Said> firstKnown(List<Piece> ways, Map<String, Optional<Formula>> names) {
        List<Said> said = ways.stream().flatMap(way -> way.of(names).stream()).toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Said words = said.get(said.size() - 1);
        for (int i = said.size() - 2; i >= 0; i--) {
            words = said.get(i).orIfUnknown(words);
        }
        return Optional.of(words);
    }

    // ---------------------------------------------------------------- reading

    private List<Piece> ways(String what) {
        List<Piece> ways = new ArrayList<>();
        do {
            at += ways.isEmpty() ? 0 : 1;
            int start = at;
            ways.add(words());
            if (at == start && !what.equals("choice")) {
                throw refused(at, "has a " + what + " without words", "Say something there, or leave it out.");
            }
        } while (isAt('|'));
        return ways;
    }

    private boolean isAt(char letter) {
        return at < template.length() && template.charAt(at) == letter;
    }

    private Piece words() {
        List<Piece> pieces = new ArrayList<>();
        while (at < template.length() && "|]}".indexOf(template.charAt(at)) < 0) {
            pieces.add(isAt('[') ? clause() : isAt('{') ? name() : text());
        }
        return names -> {
            List<Formula> parts = new ArrayList<>();
            for (Piece piece : pieces) {
                Optional<Said> said = piece.of(names);
                if (said.isEmpty()) {
                    return said;
                }
                said.get().parts().forEach(part -> append(part, parts));
            }
            return Optional.of(new Said(parts));
        };
    }

    /** Words that follow words are one text. */
    private static void append(Formula part, List<Formula> parts) {
        Optional<String> words = part.asLiteral().flatMap(Value::asText);
        Optional<String> before = parts.isEmpty()
                ? Optional.empty()
                : parts.get(parts.size() - 1).asLiteral().flatMap(Value::asText);
        if (words.isPresent() && before.isPresent()) {
            parts.set(parts.size() - 1, Formula.text(before.get() + words.get()));
        } else if (words.filter(String::isEmpty).isEmpty()) {
            parts.add(part);
        }
    }

    private Piece text() {
        int from = at;
        while (at < template.length() && "[{|]}".indexOf(template.charAt(at)) < 0) {
            at++;
        }
        Said said = new Said(List.of(Formula.text(template.substring(from, at))));
        return names -> Optional.of(said);
    }

    private Piece clause() {
        int from = at++;
        List<Piece> ways = ways("clause");
        close(']', from, "clause");
        if (template.substring(from, at).indexOf('{') < 0) {
            throw refused(from, "has a clause that names nothing, so that it always stands", "Leave out its brackets.");
        }
        return names -> {
            if (ways.get(0).of(names).isEmpty()) {
                return Optional.of(NOTHING);
            }
            return firstKnown(ways, names).map(said -> said.orIfUnknown(NOTHING));
        };
    }

    private void close(char by, int from, String what) {
        if (!isAt(by)) {
            throw refused(from, "opens a " + what + " that nothing closes", "Close it by " + by + ".");
        }
        at++;
    }

    private Piece name() {
        int from = at;
        Matcher matcher = NAME.matcher(template).region(at, template.length());
        if (!matcher.lookingAt()) {
            throw refused(
                    from, "opens a name that cannot be read", "Write {name}, {name:0.0%}, {name?a|b} or {name=1?a|b}.");
        }
        String name = matcher.group(1);
        named.putIfAbsent(name, from);
        at = matcher.end();
        if (matcher.group(4).equals("?")) {
            return choice(name, Strings.nullToEmpty(matcher.group(2)), from);
        }
        Optional<String> format = Optional.ofNullable(matcher.group(3));
        if (format.filter(one -> !FORMAT.matcher(one).matches()).isPresent()) {
            throw refused(
                    from, "writes a number as '" + format.get() + "'", "Write it as 0, 0.0, -0.0, 0.0% or +0.0%.");
        }
        return names -> given(names, name).map(value -> {
            if (format.isPresent() && value.asLiteral().isPresent()) {
                throw refused(from, "writes {" + name + "} as a number, which is words", "Leave out the format.");
            }
            return new Said(List.of(format.map(one -> formatted(value, one)).orElse(value)));
        });
    }

    private static Optional<Formula> given(Map<String, Optional<Formula>> names, String name) {
        return Objects.requireNonNull(names.get(name));
    }

    private Piece choice(String name, String test, int from) {
        int start = at;
        List<Piece> ways = ways("choice");
        if (ways.size() > 2 || template.substring(start, at).matches("|.*\\|")) {
            throw refused(from, "chooses between no words or more than two", "Write {name?words|other words}.");
        }
        close('}', from, "choice");
        return names -> given(names, name)
                .map(value -> truth(value, test, from))
                .flatMap(truth -> {
                    Optional<Value> always = truth.asLiteral();
                    if (always.isPresent()) {
                        return always.get().equals(Value.of(true)) ? ways.get(0).of(names) : otherwise(ways, names);
                    }
                    return ways.get(0)
                            .of(names)
                            .flatMap(then -> otherwise(ways, names)
                                    .map(other -> new Said(List.of(truth.then(then.alone(), other.alone())))));
                });
    }

    /** The value itself, or whether it is or exceeds the number that stands behind its name. */
    private Formula truth(Formula value, String test, int from) {
        if (test.isEmpty()) {
            return value;
        }
        boolean isEqual = test.startsWith("=");
        Formula number = test.endsWith("0") ? Definitions.ZERO : Definitions.ONE;
        if (value.asLiteral().isPresent() && !isEqual) {
            throw refused(from, "asks whether words are above a number", "Ask a number, or give the truth by a name.");
        }
        return value.asLiteral()
                .<Formula>map(count -> new Formula.Literal(Value.of(count.equals(Value.of(test.substring(1))))))
                .orElseGet(() -> isEqual ? value.isEqualTo(number) : value.isAbove(number));
    }

    private static Optional<Said> otherwise(List<Piece> ways, Map<String, Optional<Formula>> names) {
        return ways.size() > 1 ? ways.get(1).of(names) : Optional.of(NOTHING);
    }

    private static Formula formatted(Formula number, String format) {
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            throw new IllegalStateException(format);
        }
        int digits = Optional.ofNullable(matcher.group(2)).map(String::length).orElse(0);
        return switch (format.charAt(0)) {
            case '+' -> Definitions.signedPercent(number, digits);
            case '-' -> Definitions.trueMinus(number, digits);
            default -> format.endsWith("%") ? Definitions.percent(number, digits) : number.fixed(digits);
        };
    }

    private IllegalArgumentException refused(int place, String problem, String remedy) {
        return new IllegalArgumentException(
                "The sentence '" + template + "' " + problem + ", at its letter " + (place + 1) + ". " + remedy);
    }
}
