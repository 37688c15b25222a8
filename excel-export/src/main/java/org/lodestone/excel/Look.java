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
 */
record Look(Face face, Shown shown, Row.Kind row, boolean closes, boolean forecasts, boolean indented, boolean large) {

    // as every record has it, but spelled out: each cell of a pack asks for its style, and Java takes long to start the
    // other
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Look look
                        && face == look.face
                        && shown == look.shown
                        && row == look.row
                        && closes == look.closes
                        && forecasts == look.forecasts
                        && indented == look.indented
                        && large == look.large);
    }

    @Override
    public int hashCode() {
        int flags = (closes ? 1 : 0) + (forecasts ? 2 : 0) + (indented ? 4 : 0) + (large ? 8 : 0);
        return ((face.hashCode() * 31 + shown.hashCode()) * 31 + row.hashCode()) * 31 + flags;
    }

    static Look of(Face face) {
        return of(face, Shown.TEXT, Row.Kind.BODY);
    }

    static Look of(Face face, Shown shown, Row.Kind row) {
        return new Look(face, shown, row, false, false, false, false);
    }

    Look as(Face other) {
        return face == other ? this : new Look(other, shown, row, closes, forecasts, indented, large);
    }

    Look closing(boolean last) {
        return new Look(face, shown, row, last, forecasts, indented, large);
    }

    Look forecasting(boolean first) {
        return new Look(face, shown, row, closes, first, indented, large);
    }

    Look indented(boolean afterNumber) {
        return new Look(face, shown, row, closes, forecasts, afterNumber, large);
    }

    Look large(boolean upright) {
        return new Look(face, shown, row, closes, forecasts, indented, upright);
    }

    /** Points of its letters. */
    double points() {
        return Style.points(face, large);
    }
}
