package org.lodestone.reports.formula;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.time.Period;

/**
 * Which value: what, of whom, when, in which case. Never where it stands.
 *
 * <pre>Term.of("mine production").of(Subject.of("China")).at(Period.year(2024)).in(Case.of("MCS2025"))</pre>
 */
public final class Key implements Formula {

    /** Those in use. Equal keys are one object, since a pack looks keys up a million times and would compare their words. */
    private static final Interner<Key> KEYS = Interners.newWeakInterner();

    private final Term what;
    private final Subject of;
    private final Period when;
    private final Case in;
    /** Kept, which no record can: a pack looks keys up a million times, and most that are compared differ in it. */
    private final int hash;

    private Key(Term what, Subject of, Period when, Case in) {
        this.what = what;
        this.of = of;
        this.when = when;
        this.in = in;
        this.hash = 31 * (31 * (31 * what.hashCode() + of.hashCode()) + when.hashCode()) + in.hashCode();
    }

    private static Key made(Term what, Subject of, Period when, Case in) {
        Key key = new Key(what, of, when, in);
        Key known = KEYS.intern(key);
        return known.isCalledAs(key) ? known : key;
    }

    /** Two datasets may call the same measure or company differently. */
    private boolean isCalledAs(Key other) {
        return what.name().equals(other.what.name()) && of.name().equals(other.of.name());
    }

    /** The value of a term, of nobody in particular, at no particular time and in no particular case. */
    public static Key of(Term what) {
        return of(what, Subject.NONE);
    }

    /** The same of a subject. */
    static Key of(Term what, Subject of) {
        return made(what, of, Period.NONE, Case.NONE);
    }

    /** The value of a term, of a subject, at a time and in a case: the same as if each were said after the other. */
    public static Key of(Term what, Subject of, Period when, Case in) {
        return made(what, of, when, in);
    }

    /** The meaning of the value: {@code mine production}. */
    public Term what() {
        return what;
    }

    /** The country, company or project that it is of; {@link Subject#NONE} where of nobody in particular. */
    public Subject of() {
        return of;
    }

    /** The time it is of; {@link Period#NONE} where of none in particular. */
    public Period when() {
        return when;
    }

    /** The case it holds in; {@link Case#NONE} where it holds in all. */
    public Case in() {
        return in;
    }

    /** The same of another subject. */
    public Key of(Subject subject) {
        return made(what, subject, when, in);
    }

    /** The same at another time. */
    public Key at(Period period) {
        return made(what, of, period, in);
    }

    /** The same in another case. */
    public Key in(Case in) {
        return made(what, of, when, in);
    }

    /** The same subject, time and case, but another term: the share that belongs to an amount. */
    public Key as(Term other) {
        return made(other, of, when, in);
    }

    /** A term within this key's own: see {@link Term#sub}. */
    public Key sub(String part) {
        return as(what.sub(part));
    }

    /** The ids of its parts: what tells it from other keys, in words. */
    public String id() {
        return inWords(what.id(), of.id(), when.toString(), in.name());
    }

    @Override
    public <T> T fold(
            Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call) {
        return ref.apply(this);
    }

    @Override
    public void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan) {
        ofKey.accept(this);
    }

    @Override
    public ValueUnit unitIn(Units units) {
        return units.of(this);
    }

    @Override
    public String inWords() {
        return "[" + this + "]";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Key key
                        && hash == key.hash
                        && what.equals(key.what)
                        && of.equals(key.of)
                        && when.equals(key.when)
                        && in.equals(key.in));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return inWords(what.name(), of.name(), when.toString(), in.name());
    }

    private static String inWords(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
