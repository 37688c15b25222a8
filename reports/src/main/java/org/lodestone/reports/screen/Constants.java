package org.lodestone.reports.screen;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;

/** Constants of scores, which formulas name instead of writing their digits. */
final class Constants {

    private static final Model.Builder MODEL_BUILDER = Model.builder();

    static final Formula HALF = MODEL_BUILDER.definition("Half", 0.5, "The middle of a score from 0 to 1");

    static final Formula LOG_OFFSET = MODEL_BUILDER.definition(
            "LogOffset", 0.01, "Share of the range by which the lowest value stands above zero before its logarithm");

    /** Scores that lie less than this apart are level. */
    static final double LEVEL_SCORES = 0.01;

    static final Formula LEVEL = MODEL_BUILDER.definition(
            "LevelScores",
            LEVEL_SCORES,
            "Scores that lie less than this apart are told as level: two decimals do not tell them apart");

    /** All of these, to include in a model that uses one. */
    static final Model MODEL = MODEL_BUILDER.build();

    private Constants() {}
}
