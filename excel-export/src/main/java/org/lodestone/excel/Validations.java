package org.lodestone.excel;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;

/**
 * The rules for what a reader may type over each input of a sheet, and what is said beside the cell: as text, since a
 * pack has some thousand inputs, and a tree of XML for each takes longer than all else that is not a cell. Cells one under the
 * other of which the same is said have one rule together.
 */
final class Validations {

    /** The most characters that a list of choices may have where it stands in the rule itself. */
    private static final int LONGEST_LIST = 255;

    private static final int LONGEST_ERROR = 225;
    private static final String REFUSED = "Not accepted";

    private final Model model;
    private final Placement placement;
    private final Values values;
    /** The last rule of each column, to which the next cell may be added. */
    private final Map<Integer, Ruled> open = new LinkedHashMap<>();

    private final StringBuilder rules = new StringBuilder();
    private int count;

    private Validations(Model model, Placement placement) {
        this.model = model;
        this.placement = placement;
        this.values = model.values();
    }

    /** Cells, from the first down to the last, with their rule. */
    private record Ruled(Spot first, Spot last, InputRule rule, String title, String prompt) {

        boolean isContinuedBy(Ruled below) {
            return last.down(1).equals(below.first)
                    && rule.equals(below.rule)
                    && title.equals(below.title)
                    && prompt.equals(below.prompt);
        }

        Ruled continuedBy(Ruled below) {
            return new Ruled(first, below.last, rule, title, prompt);
        }
    }

    /**
     * The rules of a sheet, in the element that its part of the file has for them: every input has one, and every choice.
     * Empty where there is neither.
     */
    static Optional<String> of(SheetPlan plan, Model model, Placement placement) {
        Validations validations = new Validations(model, placement);
        plan.items().forEach(validations::put);
        validations.open.values().forEach(validations::write);
        return validations.xml();
    }

    private void put(Item item) {
        item.body().asChoice().ifPresent(choice -> offer(item.spot(), choice));
        Optional<Key> input =
                item.body().asHome().filter(key -> model.content(key).isInput());
        input.ifPresent(key -> model.inputRule(key).ifPresent(rule -> put(item.spot(), model.content(key), rule)));
    }

    private void put(Spot at, Content content, InputRule rule) {
        String title = content.asFigure().isPresent() ? "Published figure" : "Assumption";
        Ruled ruled = new Ruled(at, at, rule, title, rule.prompt(content));
        Optional<Ruled> above = Optional.ofNullable(open.get(at.column()));
        Optional<Ruled> continued = above.filter(one -> one.isContinuedBy(ruled));
        if (continued.isEmpty()) {
            above.ifPresent(this::write);
        }
        open.put(at.column(), continued.map(one -> one.continuedBy(ruled)).orElse(ruled));
    }

    private void write(Ruled ruled) {
        InputRule rule = ruled.rule();
        String first = ruled.first().address();
        String last = ruled.last().address();
        begin(isList(rule.choices()) ? "list" : "custom", rule.mayBeEmpty(), REFUSED, rule.expected());
        attribute("showInputMessage", "1");
        attribute("promptTitle", ruled.title());
        attribute("prompt", SafeText.of(ruled.prompt()));
        end(
                first.equals(last) ? first : first + ":" + last,
                allowed(first, rule)); // of the first cell, and moves down with it
    }

    /** Lets a reader pick a name from the cells that hold the choices, and says which there are if another is typed. */
    private void offer(Spot at, Body.Choice choice) {
        String names = choice.choices().keys().stream()
                .map(key -> values.of(key).inSentence())
                .collect(Collectors.joining(", "));
        begin("list", false, "Not in the list", "Pick one of these: " + names + ".");
        end(at.address(), Spot.range(placement.sideBySide(choice.choices())));
    }

    private Optional<String> xml() {
        return count == 0
                ? Optional.empty()
                : Optional.of("<dataValidations count=\"" + count + "\">" + rules + "</dataValidations>");
    }

    // ---------------------------------------------------------------- a rule

    /** Begins the rule of a cell that keeps out what it does not allow. */
    private void begin(String type, boolean mayBeEmpty, String title, String error) {
        count++;
        rules.append("<dataValidation");
        attribute("type", type);
        attribute("errorStyle", "stop");
        attribute("allowBlank", mayBeEmpty ? "1" : "0");
        attribute("showErrorMessage", "1");
        attribute("errorTitle", title);
        attribute("error", shortened(error));
    }

    private void attribute(String name, String value) {
        rules.append(" " + name + "=\"" + XmlText.quoted(value) + "\"");
    }

    private void end(String cells, String formula) {
        attribute("sqref", cells);
        rules.append("><formula1>" + XmlText.of(formula) + "</formula1></dataValidation>");
    }

    private static String allowed(String cell, InputRule rule) {
        if (isList(rule.choices())) {
            return list(rule.choices());
        }
        return rule.choices().isEmpty() ? numberOrCode(cell, rule) : "OR(" + equal(cell, rule.choices()) + ")";
    }

    private static String list(List<String> choices) {
        return "\"" + String.join(",", choices) + "\"";
    }

    /** Whether there are choices that can stand in the rule: commas part them, and there is room for so many letters. */
    private static boolean isList(List<String> choices) {
        return !choices.isEmpty()
                && list(choices).length() <= LONGEST_LIST
                && choices.stream().noneMatch(choice -> choice.matches(".*[,\"].*"));
    }

    private static String numberOrCode(String cell, InputRule rule) {
        String number = "AND(ISNUMBER(" + cell + ")"
                + (Double.isFinite(rule.least()) ? "," + cell + ">=" + plain(rule.least()) : "")
                + (Double.isFinite(rule.most()) ? "," + cell + "<=" + plain(rule.most()) : "")
                + (rule.isWhole() ? "," + cell + "=INT(" + cell + ")" : "")
                + (rule.ratiosUpTo() > 0
                        ? ",OR(" + cell + "=0,ABS(" + cell + ")>" + plain(rule.ratiosUpTo()) + ")"
                        : "")
                + ")";
        return rule.codes().isEmpty() ? number : "OR(" + number + "," + equal(cell, rule.codes()) + ")";
    }

    /** A number in plain digits. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String equal(String cell, List<String> words) {
        return words.stream().map(word -> cell + "=" + Printer.quoted(word)).collect(Collectors.joining(","));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
