package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A figure that a note prints, and what it is a figure of.
 *
 * @param statement the claim in words of our own
 * @param printed as printed: {@code 48.41}
 * @param unit of the printed number
 * @param finding what kind of figure it is, which decides how it is recomputed
 * @param measure id of the measure, or of the stage of a quota
 * @param place name of the place; id of the project line or policy where the finding is about one
 * @param period empty where the claim is of none
 * @param edition id of the edition the note used
 * @param threshold name of the assumption that says when a country has a stage
 * @param answeredBy id of the finding that answers it, where it is a step of the argument and no figure: {@code chain}
 * @param expected the verdict it should get
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Claim(
        String id,
        String statement,
        String printed,
        Unit unit,
        ClaimKind finding,
        Optional<String> measure,
        Optional<String> place,
        Optional<Period> period,
        Optional<String> edition,
        Optional<String> threshold,
        Optional<String> answeredBy,
        Verdict expected,
        String note,
        ImmutableList<String> sources) {

    @Override
    public String toString() {
        return OneLine.of(id, statement, OneLine.amount(printed, unit));
    }
}
