package org.lodestone.excel;

import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;

/**
 * How a cell looks, apart from what it holds.
 *
 * @param row the kind of row it is in
 * @param closes whether the rule under it is the one that closes its table
 * @param forecasts whether it is the first of a row that is not observed, after a dotted rule
 * @param indented whether it keeps a distance from a number to its left
 * @param large whether it is on a page upright, whose letters are half a point larger
 * @param sign what stands before its number: {@code ≥} of a bound; empty where nothing does
 */
record Look(
        Face face,
        Shown shown,
        Row.Kind row,
        boolean closes,
        boolean forecasts,
        boolean indented,
        boolean large,
        String sign) {

    static Look of(Face face) {
        return of(face, Shown.TEXT, Row.Kind.BODY);
    }

    static Look of(Face face, Shown shown, Row.Kind row) {
        return new Look(face, shown, row, false, false, false, false, "");
    }

    Look as(Face other) {
        return new Look(other, shown, row, closes, forecasts, indented, large, sign);
    }

    Look closing(boolean last) {
        return new Look(face, shown, row, last, forecasts, indented, large, sign);
    }

    Look forecasting(boolean first) {
        return new Look(face, shown, row, closes, first, indented, large, sign);
    }

    Look indented(boolean afterNumber) {
        return new Look(face, shown, row, closes, forecasts, afterNumber, large, sign);
    }

    Look large(boolean upright) {
        return new Look(face, shown, row, closes, forecasts, indented, upright, sign);
    }

    Look signed(String before) {
        return new Look(face, shown, row, closes, forecasts, indented, large, before);
    }

    /** Points of its letters. */
    double points() {
        return Style.points(face, large);
    }
}
