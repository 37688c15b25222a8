package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The argument on one page, of what parts bring: findings, exhibits, dates to watch, and what is not known. */
final class SummarySection {

    private final Model.Builder model = Model.builder();
    private int answers;

    private SummarySection() {}

    /** Empty where no part brings a finding or a date. */
    static Optional<Part> of(Dataset dataset, List<Part> parts) {
        List<Finding> findings = parts.stream()
                .flatMap(part -> part.findings().stream())
                .sorted(Comparator.comparingInt(Finding::weight).reversed())
                .toList();
        List<Block> exhibits =
                parts.stream().flatMap(part -> part.exhibits().stream()).toList();
        List<DateToWatch> dates =
                parts.stream().flatMap(part -> part.dates().stream()).toList();
        return findings.isEmpty() && dates.isEmpty()
                ? Optional.empty()
                : Optional.of(new SummarySection().part(dataset, findings, exhibits, dates));
    }

    private Part part(Dataset dataset, List<Finding> findings, List<Block> exhibits, List<DateToWatch> dates) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(prose(findings.stream().filter(one -> !one.isNotKnown()).toList()));
        blocks.addAll(exhibits);
        if (!dates.isEmpty()) {
            blocks.add(table(dates));
        }
        blocks.addAll(prose(findings.stream().filter(Finding::isNotKnown).toList()));
        String title = dataset.claims().isEmpty()
                ? dataset.resource() + ": the figures in one page"
                : dataset.resource() + ": does the note hold?";
        return Part.of(Section.presenting("Summary", title, dataset.subject(), blocks), model.build());
    }

    /** The findings under their headings, in the order of their weight. */
    private List<Block> prose(List<Finding> findings) {
        Map<String, ImmutableList.Builder<Block.Sentence>> said = new LinkedHashMap<>();
        findings.forEach(finding -> said.computeIfAbsent(finding.under(), heading -> ImmutableList.builder())
                .add(sentenceOf(finding)));
        List<Block> prose = new ArrayList<>();
        said.forEach((heading, sentences) -> prose.add(new Block.Prose(heading, sentences.build())));
        return prose;
    }

    /** What is found; where it answers to a statement, after that. */
    private Block.Sentence sentenceOf(Finding finding) {
        if (finding.said().isEmpty()) {
            return finding.found();
        }
        String statement = "“" + finding.said().get() + "” ";
        return finding.found()
                .<Block.Sentence>fold(
                        key -> new Block.Sentence.Live(model.calculation(
                                Term.of("summary").sub("answer " + ++answers).key(),
                                sentence(text(statement), key.ref()))),
                        words -> new Block.Sentence.Plain(statement + words));
    }

    private static Table table(List<DateToWatch> dates) {
        List<DateToWatch> inOrder = dates.stream()
                .sorted(Comparator.comparing((DateToWatch date) -> date.when().first()))
                .toList();
        return Table.of("Dates to watch", inOrder)
                .label("When", date -> date.when().toString())
                .prose("What is due", DateToWatch::what)
                .words("Where it would show", DateToWatch::where)
                .build();
    }
}
