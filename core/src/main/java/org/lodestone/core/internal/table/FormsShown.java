package org.lodestone.core.internal.table;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.table.NumberForm;

/** In which forms the numbers of a column are written, counted while it is read. */
public final class FormsShown {

    /** Forms whose meaning depends on the other numbers of the column. */
    private static final ImmutableSet<NumberForm> OF_THE_COLUMN = Sets.immutableEnumSet(
            NumberForm.CURRENCY_SIGN, NumberForm.PERCENT, NumberForm.LETTERS, NumberForm.BRACKETS);

    private static final ImmutableSet<String> SIZES = ImmutableSet.of("K", "M", "B", "T");

    private final Multiset<NumberForm> counts = EnumMultiset.create(NumberForm.class);
    private final Multiset<String> signs = HashMultiset.create();
    private final Multiset<String> letters = HashMultiset.create();
    private int numbers;
    private boolean hasDecimals;
    private final Multiset<NumberForm> formsTaken = EnumMultiset.create(NumberForm.class);
    private int taken;

    /** The forms of a column of which no number was read yet. */
    public FormsShown() {}

    /** Takes account of a number of plain digits. */
    public void countPlain(String cell, double value) {
        if (value != 0) {
            numbers++;
            hasDecimals = hasDecimals || cell.indexOf('.') >= 0;
        }
    }

    /** Takes account of a number and how it is written; nothing is nothing in every form. */
    public void count(NumberForm.Written number) {
        if (number.digits().signum() == 0) {
            return;
        }
        numbers++;
        hasDecimals = hasDecimals || number.digits().scale() > 0;
        counts.addAll(number.forms());
        if (number.has(NumberForm.CURRENCY_SIGN)) {
            signs.add(number.sign());
        }
        if (number.has(NumberForm.LETTERS)) {
            letters.add(number.letter());
        }
    }

    /** Whether what its numbers mean depends on all of them, so that they are read once more. */
    public boolean isOfTheColumn() {
        return OF_THE_COLUMN.stream().anyMatch(counts::contains);
    }

    /**
     * How its numbers are understood: a sign of one currency, % and letters for sizes where most have them, unless the only letter is
     * T, which may stand for tonnes; and brackets as negative in a column of money or with decimals, %, or letters, or of nothing
     * but brackets.
     *
     * @param said what is said of the column, which holds for any of its numbers
     * @param ofMoney whether the column is known to be one of money
     */
    public ColumnForms understood(Set<NumberForm> said, boolean ofMoney) {
        Optional<String> sign = Multisets.copyHighestCountFirst(signs).elementSet().stream()
                .findFirst()
                .filter(most -> isMost(signs.count(most)));
        EnumSet<NumberForm> usual = EnumSet.noneOf(NumberForm.class);
        sign.ifPresent(most -> usual.add(NumberForm.CURRENCY_SIGN));
        if (isMost(counts.count(NumberForm.PERCENT))) {
            usual.add(NumberForm.PERCENT);
        }
        boolean onlyTonnes = letters.elementSet().equals(Set.of("T"));
        if (isMost(letters.size()) && !onlyTonnes) {
            usual.add(NumberForm.LETTERS);
        }
        if (hasDecimals || ofMoney || !usual.isEmpty() || counts.count(NumberForm.BRACKETS) == numbers) {
            usual.add(NumberForm.BRACKETS);
        }
        return new ColumnForms(
                Sets.immutableEnumSet(said),
                Sets.immutableEnumSet(usual),
                sign.orElse(""),
                Sets.intersection(SIZES, letters.elementSet()).immutableCopy());
    }

    private boolean isMost(int count) {
        return 2 * count > numbers;
    }

    /** Takes account of a number of plain digits that was read as such. */
    public void countTaken() {
        taken++;
    }

    /** Takes account of a number that was read as it is written. */
    public void countTaken(NumberForm.Written number) {
        taken++;
        formsTaken.addAll(number.forms());
    }

    /** A sentence that says how the numbers of {@code column} that were taken were read; empty where all are plain digits. */
    public Optional<String> note(String column) {
        return formsTaken.isEmpty()
                ? Optional.empty()
                : Optional.of("Column '" + column + "': "
                        + formsTaken.elementSet().stream().map(this::part).collect(Collectors.joining("; ")) + ".");
    }

    private String part(NumberForm form) {
        int count = formsTaken.count(form);
        int without = taken - count;
        String others = form == NumberForm.CURRENCY_SIGN && without > 0
                ? ", and so "
                        + (without == 1 ? "is 1 that has" : "are " + OneLine.number(without) + " that have")
                        + " none"
                : "";
        return OneLine.count(count, "number") + " " + form.read() + others;
    }
}
