package org.lodestone.core.dataset;

import java.util.Map;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.problem.DataException;

/** Gives criteria of {@code screen.json} other weights, and leaves all else as it is written. */
final class ScreenEdit {

    private ScreenEdit() {}

    /**
     * The text with other weights.
     *
     * @param weights by the names of criteria, each of which the text has
     */
    static String withWeights(String text, Map<String, Double> weights) {
        StringBuilder edited = new StringBuilder(text);
        Problems problems = new Problems();
        JsonPlace screen = JsonPlace.parse(ScreenFile.SCREEN, text, problems)
                .orElseThrow(() -> new DataException(problems.sorted()));
        for (JsonPlace criterion : screen.list("criteria").reverse()) { // so that what stands before keeps its place
            Double weight = weights.get(criterion.text("name", ""));
            if (weight != null) {
                String number = JsonText.plain(weight).toPlainString();
                JsonPlace stated = criterion.at("weight");
                if (criterion.has("weight")) {
                    edited.replace(stated.start(), stated.end(), number);
                } else {
                    edited.insert(criterion.start() + 1, "\"weight\": " + number + ", ");
                }
            }
        }
        return edited.toString();
    }
}
