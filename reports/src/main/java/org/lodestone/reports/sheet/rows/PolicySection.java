package org.lodestone.reports.sheet.rows;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The section on policies: who decided what, when, on which stages, and how it stands. */
public record PolicySection(Dataset dataset) {

    /** The word that a dataset writes where a measure touches imports. */
    private static final String IMPORT = "import";

    /** The rules for which half a page has room. */
    private static final int MOST_IN_FORCE = 6;

    private static final String SECONDARY = "Secondary source.";

    /** The section; empty where the dataset has no policies. */
    public static Optional<Part> of(Dataset dataset) {
        return dataset.policies().isEmpty() ? Optional.empty() : Optional.of(new PolicySection(dataset).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        List<Policy> imports = dataset.policies().stream()
                .filter(policy -> policy.touches().contains(IMPORT))
                .sorted(Comparator.comparing(Policy::date))
                .toList();
        blocks.add(new Block.Prose("", findings(imports)));
        blocks.add(table("Measures that touch imports", imports));
        byJurisdiction().forEach(policies -> blocks.add(table(policies.get(0).jurisdiction(), policies)));
        Part.Builder part = Part.builder(Model.builder())
                .section(Section.of(
                        "Policy",
                        dataset.resource() + ": policies along the chain",
                        "By jurisdiction and date of issue; how a measure stood is as of the date beside it",
                        Block.withContent(blocks)));
        inForce().ifPresent(rules -> part.panel(Part.Panel.Place.DATES, 0, rules));
        return part.build();
    }

    // ---------------------------------------------------------------- what is in force

    /** The rules that hold and touch a stage, the latest first; empty where there are none. */
    private Optional<Exhibit> inForce() {
        List<Policy> rules = dataset.policies().stream()
                .filter(policy -> policy.isInForce() && !policy.stages().isEmpty())
                .filter(policy ->
                        !begins(policy).first().isAfter(dataset.gathered().last()))
                .sorted(Comparator.comparing((Policy policy) -> begins(policy).first())
                        .reversed())
                .toList();
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        boolean areMore = rules.size() > MOST_IN_FORCE;
        return Optional.of(Exhibit.of(
                        Block.Sentence.plain(
                                rules.size() == 1
                                        ? "One rule in force touches a stage of the chain"
                                        : rules.size() + " rules in force touch a stage of the chain"),
                        (areMore ? "The latest " + MOST_IN_FORCE : "The latest first")
                                + "; each as it stood when it was read",
                        Table.of("", rules.stream().limit(MOST_IN_FORCE).toList())
                                .id("policies", "In force")
                                .label("Since", policy -> Days.inColumn(begins(policy)))
                                .across(1)
                                .prose("Rule", policy -> policy.jurisdiction() + ": " + policy.title())
                                .words("Touches", this::touchesInOneLine)
                                .across(2)
                                .build())
                .withSource(rules.stream()
                        .limit(MOST_IN_FORCE)
                        .map(this::firstSource)
                        .distinct()
                        .collect(joining("; "))));
    }

    /** From when it holds, or else when it was issued. */
    private static Period begins(Policy policy) {
        return DatasetDates.effective(policy).orElse(policy.date());
    }

    private String firstSource(Policy policy) {
        return policy.citation().sources().stream()
                .limit(1)
                .map(id -> Optional.ofNullable(dataset.sources().get(id))
                        .map(Source::shortName)
                        .orElse(id))
                .collect(joining());
    }

    private String touchesInOneLine(Policy policy) {
        return Words.byItself(policy.touches().isEmpty() ? stages(policy) : String.join(", ", policy.touches()));
    }

    // ---------------------------------------------------------------- all of them

    private ImmutableList<Block.Sentence> findings(List<Policy> imports) {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        if (!imports.isEmpty()) {
            sentences.add(new Block.Sentence.Plain("Measures that touch imports: "
                    + imports.stream()
                            .map(policy -> policy.title() + " (" + policy.jurisdiction() + ")")
                            .collect(joining("; "))
                    + ". The first table has their words"
                    + (dataset.quotas().isEmpty() ? "." : ", also on whether imported ore falls under a quota.")));
        }
        sentences.add(
                new Block.Sentence.Plain("A status is in its source's words, as of the date given with it: look it up"
                        + " again before relying on it. A draft and the rule it became are two measures."));
        return sentences.build();
    }

    /** Those with most measures first. */
    private List<List<Policy>> byJurisdiction() {
        Map<String, List<Policy>> byName = dataset.policies().stream()
                .sorted(Comparator.comparing(Policy::date))
                .collect(Collectors.groupingBy(Policy::jurisdiction, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream()
                .sorted(Comparator.comparingInt((List<Policy> policies) -> -policies.size())
                        .thenComparing(policies -> policies.get(0).jurisdiction()))
                .toList();
    }

    private Table table(String heading, List<Policy> policies) {
        return Table.of(heading, policies)
                .id("policies", heading)
                .words("Date", policy -> policy.date().toString())
                .label("Measure", PolicySection::name)
                .prose("What it does", PolicySection::words)
                .words("Touches", policy -> Words.byItself(touches(policy)))
                .words("Effective, and how it stands", PolicySection::state)
                .sources(policy -> policy.citation().sources())
                .build();
    }

    private static String name(Policy policy) {
        String document = Stream.of(policy.issuer(), policy.document())
                .filter(text -> !text.isEmpty())
                .collect(joining(", "));
        return lines(policy.title(), policy.titleLocal(), document);
    }

    private static String words(Policy policy) {
        return lines(policy.measure(), policy.citation().isSecondary() ? SECONDARY : "");
    }

    private String touches(Policy policy) {
        return lines(stages(policy), String.join(", ", policy.touches()));
    }

    private String stages(Policy policy) {
        return DatasetDates.names(dataset, policy.stages());
    }

    private static String state(Policy policy) {
        return lines(
                policy.effective().isEmpty() ? "" : "Effective: " + policy.effective(),
                policy.status() + (policy.asOf().isEmpty() ? "" : " (" + policy.asOf() + ")"));
    }

    private static String lines(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(joining("\n"));
    }
}
