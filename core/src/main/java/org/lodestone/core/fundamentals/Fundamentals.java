package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Source;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.Problem;

/**
 * The figures that a file states of companies, and how it was understood.
 *
 * @param source the file as a source of a dataset: its name, its fingerprint and the program it came from
 * @param columns in the order of the file
 * @param companies those the dataset does not have yet, of which the file or its mapping says enough
 * @param facts in the order of the file
 * @param rows how many the file has, without its header
 * @param taken of how many something was taken, if only that a number is not known
 * @param leftOut the others, in the order of the file
 * @param notes what a reader should know of it
 * @param problems what must be put right before anything of it can be used, in the order of the file
 */
public record Fundamentals(
        String file,
        Program program,
        Source source,
        ImmutableList<ReadColumn> columns,
        ImmutableList<Company> companies,
        ImmutableList<CompanyFact> facts,
        int rows,
        int taken,
        ImmutableList<LeftOut> leftOut,
        ImmutableList<String> notes,
        ImmutableList<Problem> problems) {

    /** The changes that these facts would make in a dataset. */
    public FactChanges changes(Dataset dataset) {
        return FactChanges.of(dataset, this);
    }

    @Override
    public String toString() {
        return OneLine.of(
                file,
                program,
                OneLine.count(companies, "company"),
                OneLine.count(facts, "fact"),
                OneLine.count(problems, "problem"));
    }

    /**
     * Something in a file that was not taken, and why.
     *
     * @param place such as {@code wind.csv:14}
     * @param what stands there
     * @param reason the same for all that are left out alike
     */
    public record LeftOut(String place, String what, String reason) {}

    /**
     * The way in which a column of a file, or an indicator in it, was understood.
     *
     * @param header as the file has it, in one line
     * @param fact of the dataset; empty where the column was left out
     * @param unit in the file and in the dataset: {@code 万元 → CNY mn (× 0.01)}
     * @param period of the numbers, or the column that says it
     * @param taken how many numbers were taken
     * @param missing how many cells say that the number is not known
     * @param leftOut why nothing of it was taken; empty where something may have been
     */
    public record ReadColumn(
            String header,
            String fact,
            String scope,
            String unit,
            String period,
            int taken,
            int missing,
            String leftOut) {}
}
