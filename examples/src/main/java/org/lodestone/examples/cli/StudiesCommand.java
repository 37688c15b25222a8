package org.lodestone.examples.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.study.StudyAudit.Audited;
import picocli.CommandLine.Command;

/** Shows what studies of projects print of their worth, and what follows from their own figures. */
@Command(
        description =
                "Recompute net present value, rate of return and payback of project studies from their own figures.")
final class StudiesCommand extends SectionCommand {

    private static final String SENSITIVITIES = "study-sensitivities";

    @Override
    Answer answer(Dataset dataset) {
        ResearchPack pack = ResearchPack.of(dataset);
        Part studies = pack.part("Studies")
                .orElseThrow(() ->
                        new WrongUse(typed() + " has no studies with a result. Add a table studies, with what they"
                                + " print: npv, irr, capex, ebitda and life."));
        Part first = Part.of(studies.sections().get(0), studies.model());
        StudyAudit audit = pack.analyses().studies();
        return Answer.of(
                List.of(isBrief() ? first.withSections(section -> brief(section, audit)) : first),
                sections -> findings(sections.get(0), audit));
    }

    /** The numbers of results by verdict, the one that is furthest off, and the number of those that cannot be checked. */
    private static Stream<String> findings(SectionText section, StudyAudit audit) {
        List<String> findings = new ArrayList<>(List.of(section.title()));
        audit.judged().stream()
                .filter(figure -> figure.timesOff() > 1)
                .max(Comparator.comparingDouble(Audited::timesOff))
                .ifPresent(figure -> findings.add("Furthest off is the " + figure.figure() + " of " + figure.study()
                        + ", " + figure.printedText() + " against " + figure.recomputedText() + "."));
        int unchecked = audit.notCheckable().size();
        if (unchecked > 0) {
            findings.add("Not checkable, since the study prints too little: " + unchecked + " more.");
        }
        return findings.stream();
    }

    /** One table of what has a verdict, and those of sensitivity. */
    private static Section brief(Section section, StudyAudit audit) {
        Table table = Table.of("", audit.judged())
                .grouped(figure -> Words.capitalised(figure.verdict().inWords()))
                .label("Study", Audited::study)
                .words("Result", Audited::figure)
                .words("Printed", Audited::printedText)
                .words("Recomputed", Audited::recomputedText)
                .prose("What it may be", Audited::remark)
                .build();
        List<Block> blocks = new ArrayList<>(List.of(table));
        section.tables().filter(one -> one.id().equals(SENSITIVITIES)).forEach(blocks::add);
        AllOption.prose(audit.notCheckable().size(), "result that", "results that", "cannot be checked")
                .ifPresent(blocks::add);
        return section.withBlocks(blocks);
    }
}
