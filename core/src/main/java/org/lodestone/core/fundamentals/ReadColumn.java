package org.lodestone.core.fundamentals;

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
        String header, String fact, String scope, String unit, String period, int taken, int missing, String leftOut) {}
