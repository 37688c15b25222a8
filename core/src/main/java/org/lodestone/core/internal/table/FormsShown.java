package org.lodestone.core.internal.table;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.table.NumberForm;

/** In which forms the numbers of a column are written, while it is read. */
public final class FormsShown {

    private final EnumSet<NumberForm> byAll = EnumSet.allOf(NumberForm.class);
    private final Multiset<NumberForm> counts = EnumMultiset.create(NumberForm.class);
    private final Set<String> signs = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private boolean isEmpty = true;

    /** The forms of a column of which no number was read yet. */
    public FormsShown() {}

    /** Takes account of a number of plain digits. */
    public void countPlain() {
        isEmpty = false;
        byAll.clear();
    }

    /** Takes account of a number and how it is written. */
    public void count(NumberForm.Written number) {
        isEmpty = false;
        byAll.retainAll(number.forms());
        counts.addAll(number.forms());
        signs.add(number.sign());
        letters.add(number.letter());
    }

    /**
     * The forms in which all numbers are written. A sign must be the same in all, and letters must be several: behind one and
     * the same may be a unit, such as T for tonnes.
     */
    public ImmutableSet<NumberForm> byAll() {
        if (isEmpty) {
            return ImmutableSet.of();
        }
        EnumSet<NumberForm> all = EnumSet.copyOf(byAll);
        if (signs.size() > 1) {
            all.remove(NumberForm.CURRENCY_SIGN);
        }
        if (letters.size() == 1) {
            all.remove(NumberForm.LETTERS);
        }
        return Sets.immutableEnumSet(all);
    }

    /** Sentences that say how the numbers of {@code column} were understood, as far as their forms are {@code known}. */
    public ImmutableList<String> notes(String column, Set<NumberForm> known) {
        return counts.elementSet().stream()
                .filter(known::contains)
                .map(form -> "Column '" + column + "': " + counts.count(form)
                        + (counts.count(form) == 1 ? " number " : " numbers ")
                        + form.read() + ".")
                .collect(toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of("forms of numbers", counts.elementSet());
    }
}
