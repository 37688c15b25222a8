package org.lodestone.core.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The part of a row that projects and operations share: whose it is, and on which line, deck, rate and tax it is valued.
 *
 * @param name as a reader sees it
 * @param company id of the company whose share is valued; empty where it belongs to none of the dataset
 * @param stake id of the assumption of its share; all of it where empty
 * @param line id of the line of the pipeline, which says when it starts, how likely it comes and how it ramps up
 * @param deck id of the price deck
 * @param from the first year whose cash counts; what is worth is so at its start
 * @param rate id of the assumption of the real discount rate
 * @param tax id of the assumption of the rate of tax on profit
 * @param otherBusiness what else the company has that nothing values, so that it is worth more than its parts here; empty where that is
 *     little
 * @param evidence how good its inputs are
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Valued(
        String id,
        String name,
        Optional<String> company,
        Optional<String> stake,
        String line,
        String deck,
        Period from,
        String rate,
        String tax,
        String otherBusiness,
        Evidence evidence,
        String note,
        ImmutableList<String> sources) {

    /** The grade of the inputs of a value. */
    public enum Evidence {
        /** All of them from texts of the company within a year. */
        A("all inputs from texts of the company within a year"),
        /** All of them from one study. */
        B("all inputs from one study"),
        /** A key input is derived, second-hand or more than five years old. */
        C("a key input derived, second-hand or over five years old"),
        /** Earnings or the price of the study are backed out or borrowed. */
        D("earnings or the study's price backed out or borrowed");

        private final String meaning;

        Evidence(String meaning) {
            this.meaning = meaning;
        }

        /** The meaning of the grade, for a legend. */
        public String meaning() {
            return meaning;
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, name), line, deck, evidence);
    }
}
