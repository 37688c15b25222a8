package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.lodestone.core.figure.Source;
import org.lodestone.reports.formula.Model;

/**
 * A report, ready to be written.
 *
 * @param title what it is about
 * @param subtitle the edition of the figures and the date they were gathered
 * @param sections its sections in order
 * @param model what stands behind every key the sections name
 * @param sources the sources its figures cite, by id
 */
public record Report(
        String title,
        String subtitle,
        ImmutableList<Section> sections,
        Model model,
        ImmutableMap<String, Source> sources) {}
