package org.lodestone.excel.read;

import com.google.common.base.Strings;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.table.TextRow;

/** A row of a sheet, of which every cell that holds nothing is empty. */
final class SheetRow implements TextRow {

    private final String sheet;
    private final Merges merges;
    private final BitSet formulas = new BitSet();
    private final Map<Integer, String> problems = new HashMap<>();
    private String[] texts = new String[16];
    private int used;
    private int size;
    private int line;

    SheetRow(String sheet, Merges merges) {
        this.sheet = sheet;
        this.merges = merges;
        Arrays.fill(texts, "");
    }

    void begin(int number) {
        line = number;
        Arrays.fill(texts, 0, used, "");
        used = 0;
        size = 0;
        formulas.clear();
        problems.clear();
    }

    void put(int column, String text) {
        if (column >= texts.length) {
            int before = texts.length;
            texts = Arrays.copyOf(texts, Math.max(column + 1, 2 * before));
            Arrays.fill(texts, before, texts.length, "");
        }
        texts[column] = text;
        used = Math.max(used, column + 1);
        if (!text.isEmpty()) {
            size = Math.max(size, column + 1);
        }
    }

    void formula(int column) {
        formulas.set(column);
    }

    void problem(int column, String what) {
        problems.put(column, what);
        size = Math.max(size, column + 1);
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String cell(int index) {
        return index < size && index < texts.length ? texts[index] : "";
    }

    @Override
    public boolean isFormula(int index) {
        return formulas.get(index);
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public Optional<String> problem(int index) {
        if (!problems.isEmpty() && problems.containsKey(index)) {
            return Optional.of(Strings.nullToEmpty(problems.get(index)));
        }
        return cell(index).isEmpty()
                ? merges.firstOf(line, index)
                        .map(first -> "is empty, since it is merged with " + first
                                + ". Take the cells apart, and give each its text.")
                : Optional.empty();
    }

    @Override
    public String place() {
        return sheet + "!" + line;
    }

    @Override
    public String place(int index) {
        return sheet + "!" + CellName.of(line, index);
    }

    @Override
    public String toString() {
        return place();
    }
}
