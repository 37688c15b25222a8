package org.lodestone.reports.comparison;

/**
 * Something outside the tables that differs: a word of {@code datapackage.json}, a part of {@code screen.json} or {@code report.json}.
 *
 * @param what the file and the part of it: {@code screen.json/criteria}
 * @param before what it was; empty where it was not there
 * @param after what it is; empty where it is no more
 */
public record OtherDifference(String what, String before, String after) {}
