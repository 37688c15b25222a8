package org.lodestone.examples.cli;

import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/** A value as a reader of a terminal sees it. */
final class ShownText {

    private ShownText() {}

    static String of(Value value, Shown shown) {
        return Terminal.visible(shown.text(value));
    }
}
