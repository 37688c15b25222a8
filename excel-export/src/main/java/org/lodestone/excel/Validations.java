package org.lodestone.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/**
 * What a spreadsheet program lets a reader type over each input of a sheet, and what it says beside the cell: as text, since a
 * pack has some thousand inputs, and a tree of XML for each takes longer than all else that is not a cell.
 */
final class Validations {

    /** So many characters a list of choices may have where it stands in the rule itself. */
    private static final int LONGEST_LIST = 255;

    private static final int LONGEST_ERROR = 225;
    private static final String REFUSED = "Not accepted";

    private final Model model;
    private final Placement placement;
    private final Values values;
    private final StringBuilder rules = new StringBuilder();
    private int count;

    private Validations(Model model, Placement placement) {
        this.model = model;
        this.placement = placement;
        this.values = model.values();
    }

    /**
     * The rules of a sheet, in the element that its part of the file has for them: one for every input, and one for every
     * choice. Empty where it has neither.
     */
    static Optional<String> of(SheetPlan plan, Model model, Placement placement) {
        Validations validations = new Validations(model, placement);
        plan.items().forEach(validations::put);
        return validations.xml();
    }

    private void put(Item item) {
        item.body().asChoice().ifPresent(choice -> offer(item.spot(), choice));
        Optional<Key> input =
                item.body().asHome().filter(key -> model.content(key).isInput());
        input.ifPresent(key -> model.inputRule(key).ifPresent(rule -> put(item.spot(), key, rule)));
    }

    private void put(Spot at, Key key, InputRule rule) {
        Content content = model.content(key);
        begin(isList(rule.choices()) ? "list" : "custom", rule.mayBeEmpty(), REFUSED, rule.expected());
        attribute("showInputMessage", "1");
        attribute("promptTitle", content.asFigure().isPresent() ? "Published figure" : "Assumption");
        attribute("prompt", SafeText.of(rule.prompt(key, content)));
        end(at, allowed(at.address(), rule));
    }

    /** Lets a reader pick a name from the cells that hold the choices, and says which there are if another is typed. */
    private void offer(Spot at, Body.Choice choice) {
        List<Value> names = choice.choices().keys().stream().map(values::of).toList();
        begin("list", false, "Not in the list", "Pick one of these: " + Selectors.names(names) + ".");
        end(at, Spot.range(placement.sideBySide(choice.choices())));
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
        rules.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.quoted(value))
                .append('"');
    }

    private void end(Spot at, String formula) {
        attribute("sqref", at.address());
        rules.append("><formula1>");
        XmlText.append(formula, rules);
        rules.append("</formula1></dataValidation>");
    }

    private static String allowed(String cell, InputRule rule) {
        if (isList(rule.choices())) {
            return list(rule.choices());
        }
        return rule.choices().isEmpty() ? numberOrCode(cell, rule) : oneOf(cell, rule.choices());
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
        StringBuilder number = new StringBuilder("AND(ISNUMBER(" + cell + ")");
        if (Double.isFinite(rule.least())) {
            number.append(",").append(cell).append(">=").append(plain(rule.least()));
        }
        if (Double.isFinite(rule.most())) {
            number.append(",").append(cell).append("<=").append(plain(rule.most()));
        }
        if (rule.isWhole()) {
            number.append(",").append(cell).append("=INT(").append(cell).append(")");
        }
        if (rule.ratiosUpTo() > 0) {
            number.append(",OR(").append(cell).append("=0,ABS(").append(cell).append(")>");
            number.append(plain(rule.ratiosUpTo())).append(")");
        }
        number.append(")");
        return rule.codes().isEmpty() ? number.toString() : "OR(" + number + "," + equal(cell, rule.codes()) + ")";
    }

    /** A number in plain digits. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String oneOf(String cell, List<String> words) {
        return "OR(" + equal(cell, words) + ")";
    }

    private static String equal(String cell, List<String> words) {
        return words.stream()
                .map(word -> cell + "=\"" + word.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }
}
