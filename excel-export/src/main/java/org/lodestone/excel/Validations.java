package org.lodestone.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STDataValidationErrorStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STDataValidationType;

/** What a spreadsheet program lets a reader type over each input of a sheet, and what it says beside the cell. */
final class Validations {

    /** So many characters a list of choices may have where it stands in the rule itself. */
    private static final int LONGEST_LIST = 255;

    private static final int LONGEST_ERROR = 225;
    private static final String REFUSED = "Not accepted";

    private final Model model;
    private final XSSFSheet sheet;
    private Optional<CTDataValidations> all = Optional.empty();

    Validations(Model model, XSSFSheet sheet) {
        this.model = model;
        this.sheet = sheet;
    }

    /** Gives every input its rule, save what is picked from cells. */
    void put(SheetPlan plan) {
        for (Item item : plan.items()) {
            Optional<Key> input =
                    item.body().asHome().filter(key -> model.content(key).isInput());
            input.ifPresent(key -> model.inputRule(key).ifPresent(rule -> put(item.spot(), key, rule)));
        }
    }

    private void put(Spot at, Key key, InputRule rule) {
        Content content = model.content(key);
        CTDataValidation validation = refusing(at, REFUSED, rule.expected());
        allow(validation, at.address(), rule);
        validation.setAllowBlank(rule.mayBeEmpty());
        validation.setShowInputMessage(true);
        validation.setPromptTitle(content.asFigure().isPresent() ? "Published figure" : "Assumption");
        validation.setPrompt(SafeText.of(rule.prompt(key, content)));
    }

    /** Lets a reader pick a name from the cells that hold the choices, and says which there are if another is typed. */
    void offer(Spot at, String choices, String names) {
        CTDataValidation validation = refusing(at, "Not in the list", "Pick one of these: " + names + ".");
        validation.setType(STDataValidationType.LIST);
        validation.setFormula1(choices);
        validation.setAllowBlank(false);
    }

    /** A rule of one cell that keeps out what it does not allow. */
    private CTDataValidation refusing(Spot at, String title, String error) {
        CTDataValidation validation = all().addNewDataValidation();
        validation.setSqref(List.of(at.address()));
        validation.setErrorStyle(STDataValidationErrorStyle.STOP);
        validation.setShowErrorMessage(true);
        validation.setErrorTitle(title);
        validation.setError(shortened(error));
        return validation;
    }

    /** The rules of the sheet, which has a place for them once it has one. */
    private CTDataValidations all() {
        if (all.isEmpty()) {
            all = Optional.of(sheet.getCTWorksheet().addNewDataValidations());
        }
        return all.get();
    }

    /** Says how many there are, once all are there. */
    void count() {
        all.ifPresent(some -> some.setCount(some.sizeOfDataValidationArray()));
    }

    private static void allow(CTDataValidation validation, String cell, InputRule rule) {
        String list = "\"" + String.join(",", rule.choices()) + "\"";
        if (!rule.choices().isEmpty() && isList(rule.choices(), list)) {
            validation.setType(STDataValidationType.LIST);
            validation.setFormula1(list);
        } else {
            validation.setType(STDataValidationType.CUSTOM);
            validation.setFormula1(rule.choices().isEmpty() ? numberOrCode(cell, rule) : oneOf(cell, rule.choices()));
        }
    }

    /** Whether choices can stand in the rule: commas part them, and there is room for so many letters. */
    private static boolean isList(List<String> choices, String list) {
        return list.length() <= LONGEST_LIST && choices.stream().noneMatch(choice -> choice.matches(".*[,\"].*"));
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
