package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.Source;
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

    @Override
    public String toString() {
        return OneLine.of(
                file,
                program,
                OneLine.count(companies, "company"),
                OneLine.count(facts, "fact"),
                OneLine.count(problems, "problem"));
    }
}
